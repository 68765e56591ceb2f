// Position of the first maximum over axes, which are kept with size 1.

import argmaxKernel from '../../shaders/argmax.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, normalizeAxes, ShapeError } from '../graph/shape.ts';
import { extentsOf, keptShape } from './axes.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { checkNotEmpty } from './max.ts';

/**
 * Row-major position of the first maximum within neighbouring `axes` (all by default), kept with size 1.
 * Axes that are no neighbours must be made so by `transpose`.
 * @throws ShapeError over no elements, or for axes out of range or apart.
 */
export function argmax(x: GraphNode, axes?: readonly number[]): GraphNode {
  const wanted = normalizeAxes('argmax', x.shape, axes);
  checkNotEmpty('argmax', x, wanted);
  if (wanted.some((axis, i) => axis !== (wanted[0] ?? 0) + i)) {
    throw new ShapeError(`argmax: axes [${wanted}] of ${formatShape(x.shape)} are no neighbours; transpose first`);
  }
  return makeNode('argmax', argmaxOp, [x], keptShape(x.shape, wanted), { axes: wanted });
}

export const argmaxOp: OpDefinition<'argmax'> = {
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
