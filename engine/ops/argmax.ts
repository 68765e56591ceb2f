// Position of the first maximum over axes, which are kept with size 1.

import argmaxKernel from '../../shaders/argmax.wgsl';
import argmaxRows from '../../shaders/argmax_rows.wgsl';
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

/** Results with a thread each that fill a GPU. */
const fewResults = 4096;

export const argmaxOp: OpDefinition<'argmax'> = {
  kernels: (node, { software }) => {
    const x = inputOf(node, 0);
    const { outer, reduced, inner } = extentsOf(x.shape, node.attributes.axes);
    const launch = { bindings: { x, y: node }, overrides: { OUTER: outer, REDUCED: reduced, INNER: inner } };
    const count = outer * inner;
    // A thread each leaves most of a GPU idle where results are few, and reads rows out of step with its neighbours; a
    // software adapter pays for barriers instead.
    return !software && reduced > 64 && (inner === 1 || count < fewResults)
      ? [dispatch(argmaxRows, { ...launch, workgroups: workgroupsFor(count, 1) })]
      : [dispatch(argmaxKernel, { ...launch, workgroups: workgroupsFor(count, 64) })];
  },
};
