// Repetition along axes of size 1, as NumPy's broadcast_to, with memory of its own.

import { type GraphNode, inputOf } from '../graph/node.ts';
import { broadcastShapes, broadcastStrides, formatShape, type Shape, ShapeError, sameShape } from '../graph/shape.ts';
import { makeNode, type OpDefinition } from './definition.ts';
import { copying, type Origin } from './strided-copy.ts';
import { sumTo } from './sum-to.ts';

/** x repeated to `shape`. @throws ShapeError naming both shapes and the axis. */
export function broadcastTo(x: GraphNode, shape: Shape): GraphNode {
  if (sameShape(x.shape, shape)) return x;
  if (!sameShape(broadcastShapes('broadcastTo', x.shape, shape), shape)) {
    throw new ShapeError(`broadcastTo: ${formatShape(x.shape)} cannot be repeated to ${formatShape(shape)}`);
  }
  return makeNode('broadcast', broadcastOp, [x], shape, {});
}

export const broadcastOrigin = (node: GraphNode<'broadcast'>): Origin => ({
  start: 0,
  strides: broadcastStrides(inputOf(node, 0).shape, node.shape),
});

export const broadcastOp: OpDefinition<'broadcast'> = {
  gradient: (node, cotangent) => [sumTo(cotangent, inputOf(node, 0).shape)],
  kernels: /* @__PURE__ */ copying(broadcastOrigin),
};
