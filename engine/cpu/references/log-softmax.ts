// Logarithm of the softmax over the last axis.

import { inputOf } from '../../graph/node.ts';
import type { Reference } from '../reference.ts';
import { logSumExp } from './softmax.ts';

export const logSoftmax: Reference<'logSoftmax'> = (node, [x], y) => {
  const width = inputOf(node, 0).shape.at(-1) ?? 1;
  for (let first = 0; first < y.length; first += width) {
    const total = x ? logSumExp(x, first, width) : 0;
    for (let i = first; i < first + width; i++) y[i] = (x?.[i] ?? 0) - total;
  }
};
