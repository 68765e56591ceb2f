// Position of the first maximum over axes, which are kept with size 1.

import { inputOf } from '../../graph/node.ts';
import { extentsOf } from '../../ops/axes.ts';
import type { Reference } from '../reference.ts';

export const argmax: Reference<'argmax'> = (node, [x], y) => {
  const { outer, reduced, inner } = extentsOf(inputOf(node, 0).shape, node.attributes.axes);
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < inner; i++) {
      const value = (r: number) => x?.[(o * reduced + r) * inner + i] ?? 0;
      let winner = 0;
      for (let r = 1; r < reduced; r++) if (value(r) > value(winner)) winner = r;
      y[o * inner + i] = winner;
    }
};
