// Maximum over axes, which are kept with size 1.

import { inputOf } from '../../graph/node.ts';
import { extentsOf } from '../../ops/axes.ts';
import type { Reference } from '../reference.ts';

export const max: Reference<'max'> = (node, [x], y) => {
  const { outer, reduced, inner } = extentsOf(inputOf(node, 0).shape, node.attributes.axes);
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < inner; i++) {
      let largest = Number.NEGATIVE_INFINITY;
      for (let r = 0; r < reduced; r++) largest = Math.max(largest, x?.[(o * reduced + r) * inner + i] ?? 0);
      y[o * inner + i] = largest;
    }
};
