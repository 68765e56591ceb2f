// Position of the first maximum over axes, which are kept with size 1.

import argmaxKernel from '../../shaders/argmax.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { normalizeAxes } from '../graph/shape.ts';
import { extentsOf, keptShape } from './axes.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { reshape } from './leaves.ts';
import { checkNotEmpty } from './max.ts';
import { transpose } from './transpose.ts';

/**
 * Row-major position of the first maximum within `axes` (all by default), kept with size 1.
 * @throws ShapeError over no elements, or for an axis out of range.
 */
export function argmax(x: GraphNode, axes?: readonly number[]): GraphNode {
  const wanted = normalizeAxes('argmax', x.shape, axes);
  checkNotEmpty('argmax', x, wanted);
  const neighbours = wanted.every((axis, i) => axis === (wanted[0] ?? 0) + i);
  if (neighbours) return makeNode('argmax', argmaxOp, [x], keptShape(x.shape, wanted), { axes: wanted });
  const others = x.shape.map((_, axis) => axis).filter((axis) => !wanted.includes(axis));
  const last = argmax(
    transpose(x, [...others, ...wanted]),
    wanted.map((_, i) => others.length + i),
  );
  return reshape(last, keptShape(x.shape, wanted));
}

export const argmaxOp: OpDefinition<'argmax'> = {
  reference: (node, [x], y) => {
    const { outer, reduced, inner } = extentsOf(inputOf(node, 0).shape, node.attributes.axes);
    for (let o = 0; o < outer; o++)
      for (let i = 0; i < inner; i++) {
        const value = (r: number) => x?.[(o * reduced + r) * inner + i] ?? 0;
        let winner = 0;
        for (let r = 1; r < reduced; r++) if (value(r) > value(winner)) winner = r;
        y[o * inner + i] = winner;
      }
  },
  kernels: (node) => {
    const x = inputOf(node, 0);
    const { outer, reduced, inner } = extentsOf(x.shape, node.attributes.axes);
    return [
      dispatch(argmaxKernel, {
        bindings: { x, y: node },
        overrides: { OUTER: outer, REDUCED: reduced, INNER: inner },
        workgroups: workgroupsFor(outer * inner, 64),
      }),
    ];
  },
};
