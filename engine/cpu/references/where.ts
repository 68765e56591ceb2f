// Choice by condition.

import type { Reference } from '../reference.ts';

export const where: Reference<'where'> = (_node, [condition, a, b], y) => {
  for (let i = 0; i < y.length; i++) y[i] = (condition?.[i] !== 0 ? a?.[i] : b?.[i]) ?? 0;
};
