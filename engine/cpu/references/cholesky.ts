// Cholesky factor of a symmetric positive definite matrix, and the lower triangle of any.

import type { Reference } from '../reference.ts';

export const cholesky: Reference<'cholesky'> = ({ shape: [n = 0] }, [a], l) => {
  l.fill(0);
  for (let j = 0; j < n; j++)
    for (let i = j; i < n; i++) {
      let value = a?.[i * n + j] ?? 0;
      for (let k = 0; k < j; k++) value -= (l[i * n + k] ?? 0) * (l[j * n + k] ?? 0);
      if (i === j) l[i * n + j] = value > 0 ? Math.sqrt(value) : Number.NaN;
      else l[i * n + j] = value / (l[j * n + j] ?? 1);
    }
};

export const lowerTriangle: Reference<'lowerTriangle'> = ({ shape: [n = 0], attributes: { diagonal } }, [x], y) => {
  for (let at = 0; at < y.length; at++) {
    const [i, j] = [Math.floor(at / n), at % n];
    y[at] = i < j ? 0 : (x?.[at] ?? 0) * (i === j ? diagonal : 1);
  }
};
