// Transposition: the axes in another order.

import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError, stridesOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition } from './definition.ts';
import { copying, type Origin } from './strided-copy.ts';

/**
 * Axis i of the result is axis `permutation[i]` of x; the axes in reverse order by default.
 * @throws ShapeError when `permutation` does not name every axis once.
 */
export function transpose(x: GraphNode, permutation?: readonly number[]): GraphNode {
  const wanted = permutation ?? x.shape.map((_, axis) => x.shape.length - 1 - axis);
  const axes = wanted.map((axis) => (axis < 0 ? axis + x.shape.length : axis));
  if ([...axes].sort((a, b) => a - b).join() !== x.shape.map((_, axis) => axis).join()) {
    throw new ShapeError(`transpose: [${wanted}] does not name every axis of ${formatShape(x.shape)} once`);
  }
  const shape = axes.map((axis) => x.shape[axis] ?? 1);
  return makeNode('transpose', transposeOp, [x], shape, { permutation: axes });
}

export function transposeOrigin(node: GraphNode<'transpose'>): Origin {
  const strides = stridesOf(inputOf(node, 0).shape);
  return { start: 0, strides: node.attributes.permutation.map((axis) => strides[axis] ?? 0) };
}

export const transposeOp: OpDefinition<'transpose'> = {
  gradient: ({ attributes: { permutation } }, cotangent) => [
    transpose(
      cotangent,
      permutation.map((_, axis) => permutation.indexOf(axis)),
    ),
  ],
  kernels: /* @__PURE__ */ copying(transposeOrigin),
};
