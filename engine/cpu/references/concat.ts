// Concatenation along one axis.

import { sizeOf } from '../../graph/shape.ts';
import { placesOf } from '../../ops/concat.ts';
import type { Reference } from '../reference.ts';

export const concat: Reference<'concat'> = (node, parts, y) => {
  const inner = sizeOf(node.shape.slice(node.attributes.axis + 1));
  const total = sizeOf(node.shape.slice(node.attributes.axis));
  placesOf(node).forEach(({ part, start }, i) => {
    const width = (part.shape[node.attributes.axis] ?? 0) * inner;
    for (let o = 0; o * total < y.length; o++) {
      y.set(parts[i]?.subarray(o * width, (o + 1) * width) ?? [], o * total + start * inner);
    }
  });
};
