// Slices: every step-th element of each axis from a start on.

import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, type Shape, ShapeError, stridesOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition } from './definition.ts';
import { pad } from './pad.ts';
import { copying, type Origin } from './strided-copy.ts';

/**
 * Elements `start + i·step` for i below `size`, along each axis; `step` is 1 by default.
 * @throws ShapeError naming the axis that the slice leaves.
 */
export function slice(
  x: GraphNode,
  start: readonly number[],
  size: Shape,
  step: readonly number[] = x.shape.map(() => 1),
): GraphNode {
  const shown = `slice: start [${start}], size [${size}], step [${step}] of ${formatShape(x.shape)}`;
  if (![start, size, step].every((list) => list.length === x.shape.length)) {
    throw new ShapeError(`${shown}: one number for each axis is needed`);
  }
  x.shape.forEach((n, axis) => {
    const [from = 0, count = 0, by = 1] = [start[axis], size[axis], step[axis]];
    if (![from, count, by].every(Number.isInteger) || from < 0 || count < 0 || by < 1) {
      throw new ShapeError(`${shown}: axis ${axis} wants whole numbers, start and size from 0, step from 1 on`);
    }
    if (count > 0 && from + (count - 1) * by >= n)
      throw new ShapeError(`${shown}: axis ${axis} has only ${n} elements`);
  });
  return makeNode('slice', sliceOp, [x], size, { start, step });
}

export function sliceOrigin(node: GraphNode<'slice'>): Origin {
  const strides = stridesOf(inputOf(node, 0).shape);
  const { start, step } = node.attributes;
  return {
    start: strides.reduce((at, stride, axis) => at + stride * (start[axis] ?? 0), 0),
    strides: strides.map((stride, axis) => stride * (step[axis] ?? 1)),
  };
}

export const sliceOp: OpDefinition<'slice'> = {
  gradient: (node, cotangent) => [pad(cotangent, inputOf(node, 0).shape, node.attributes.start, node.attributes)],
  kernels: /* @__PURE__ */ copying(sliceOrigin),
};
