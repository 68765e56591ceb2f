// Sum over axes, which are kept with size 1.

import { inputOf } from '../../graph/node.ts';
import { extentsOf } from '../../ops/axes.ts';
import type { Reference } from '../reference.ts';

export const sum: Reference<'sum'> = (node, [x], output) => {
  if (!x) return;
  const { outer, reduced, inner } = extentsOf(inputOf(node, 0).shape, node.attributes.axes);
  output.fill(0);
  for (let o = 0; o < outer; o++)
    for (let r = 0; r < reduced; r++) {
      const from = (o * reduced + r) * inner;
      for (let i = 0; i < inner; i++) output[o * inner + i] = (output[o * inner + i] ?? 0) + (x[from + i] ?? 0);
    }
};
