// The loops of a matrix product, in the order in which memory lies.

import type { FloatArray } from './reference.ts';

/** Loop orders that walk rows: NN and TN add scaled rows of B, NT takes dot products of rows. */
export function multiplyMatrices(
  a: FloatArray,
  b: FloatArray,
  c: FloatArray,
  m: number,
  n: number,
  k: number,
  transposeA: boolean,
  transposeB: boolean,
): void {
  const [rowA, stepA] = transposeA ? [1, m] : [k, 1];
  if (transposeB) {
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let p = 0; p < k; p++) sum += (a[i * rowA + p * stepA] as number) * (b[j * k + p] as number);
        c[i * n + j] = sum;
      }
    return;
  }
  c.fill(0);
  for (let i = 0; i < m; i++) {
    const row = c.subarray(i * n, (i + 1) * n);
    for (let p = 0; p < k; p++) {
      const factor = a[i * rowA + p * stepA] as number;
      // Half of an MNIST image, and of a ReLU layer, is zero.
      if (factor === 0) continue;
      const from = p * n;
      for (let j = 0; j < n; j++) row[j] = (row[j] as number) + factor * (b[from + j] as number);
    }
  }
}
