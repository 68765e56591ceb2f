// The nearest center of each point.

import { inputOf } from '../../graph/node.ts';
import type { Reference } from '../reference.ts';

export const kMeansAssign: Reference<'kMeansAssign'> = (node, [points, centers], y) => {
  const [k = 0, width = 0] = inputOf(node, 1).shape;
  for (let i = 0; i < y.length; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      let distance = 0;
      for (let d = 0; d < width; d++)
        distance += ((points?.[i * width + d] ?? 0) - (centers?.[c * width + d] ?? 0)) ** 2;
      if (distance < least) {
        least = distance;
        y[i] = c;
      }
    }
  }
};
