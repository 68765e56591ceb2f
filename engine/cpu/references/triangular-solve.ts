// Solution of a lower triangular system by substitution.

import type { Reference } from '../reference.ts';

export const triangularSolve: Reference<'triangularSolve'> = (node, [l, b], x) => {
  const [n = 0, m = 0] = node.shape;
  const { transpose } = node.attributes;
  for (let column = 0; column < m; column++)
    for (let done = 0; done < n; done++) {
      const i = transpose ? n - 1 - done : done;
      let value = b?.[i * m + column] ?? 0;
      for (let before = 0; before < done; before++) {
        const k = transpose ? n - 1 - before : before;
        value -= (l?.[transpose ? k * n + i : i * n + k] ?? 0) * (x[k * m + column] ?? 0);
      }
      x[i * m + column] = value / (l?.[i * n + i] ?? 1);
    }
};
