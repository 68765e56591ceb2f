// Position of the first maximum over axes that need be no neighbours: transposed, then as `argmax`.

import type { GraphNode } from '../graph/node.ts';
import { normalizeAxes } from '../graph/shape.ts';
import { argmax } from './argmax.ts';
import { keptShape } from './axes.ts';
import { reshape } from './leaves.ts';
import { transpose } from './transpose.ts';

/** Row-major position of the first maximum within any `axes`, kept with size 1. @throws ShapeError as `argmax`. */
export function argmaxOverAxes(x: GraphNode, axes?: readonly number[]): GraphNode {
  const wanted = normalizeAxes('argmax', x.shape, axes);
  const others = x.shape.map((_, axis) => axis).filter((axis) => !wanted.includes(axis));
  const last = argmax(
    transpose(x, [...others, ...wanted]),
    wanted.map((_, i) => others.length + i),
  );
  return reshape(last, keptShape(x.shape, wanted));
}
