// Padding around and between elements: the adjoint of a slice.

import { inputOf } from '../../graph/node.ts';
import { stridesOf } from '../../graph/shape.ts';
import { fourAxes } from '../../ops/axes.ts';
import type { Reference } from '../reference.ts';
import { walkRows } from './walk-rows.ts';

export const pad: Reference<'pad'> = (node, [x], y) => {
  const { start, step, value } = node.attributes;
  y.fill(value);
  const strides = stridesOf(node.shape);
  const first = strides.reduce((at, stride, axis) => at + stride * (start[axis] ?? 0), 0);
  const apart = strides.map((stride, axis) => stride * (step[axis] ?? 1));
  const axes = fourAxes('pad', inputOf(node, 0).shape, [apart]);
  const {
    size,
    strides: [by = 0],
  } = axes[3];
  let i = 0;
  walkRows(axes, ([at = 0]) => {
    for (let k = 0; k < size; k++) y[first + at + k * by] = x?.[i++] ?? 0;
  });
};
