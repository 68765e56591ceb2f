// The adjoint of broadcasting: a cotangent summed over the axes that were repeated.

import type { GraphNode } from '../graph/node.ts';
import { type Shape, sameShape } from '../graph/shape.ts';
import { reshape } from './leaves.ts';
import { sum } from './sum.ts';

/** Sums a cotangent over the axes that broadcasting repeated, back to `shape`. */
export function sumTo(x: GraphNode, shape: Shape): GraphNode {
  if (sameShape(x.shape, shape)) return x;
  const missing = x.shape.length - shape.length;
  const axes = x.shape.flatMap((n, axis) => (axis < missing || (shape[axis - missing] === 1 && n !== 1) ? [axis] : []));
  return reshape(axes.length > 0 ? sum(x, axes) : x, shape);
}
