// Class indices as rows of zeros with a single one.

import { dispatch } from '../../shaders/kernel.ts';
import oneHotKernel from '../../shaders/one_hot.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { ShapeError, sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';

/**
 * indices [...] → [..., depth]: 1 at the index, 0 elsewhere; all zeros for an index outside 0 … depth − 1.
 * @throws ShapeError when `depth` is no positive whole number.
 */
export function oneHot(indices: GraphNode, depth: number): GraphNode {
  if (!Number.isInteger(depth) || depth < 1) throw new ShapeError(`oneHot: depth ${depth} is no positive whole number`);
  return makeNode('oneHot', oneHotOp, [indices], [...indices.shape, depth], { depth });
}

export const oneHotOp: OpDefinition<'oneHot'> = {
  kernels: (node) => [
    dispatch(oneHotKernel, {
      bindings: { indices: inputOf(node, 0), y: node },
      overrides: { COUNT: sizeOf(node.shape), DEPTH: node.attributes.depth },
      workgroups: workgroupsFor(sizeOf(node.shape), 64),
    }),
  ],
};
