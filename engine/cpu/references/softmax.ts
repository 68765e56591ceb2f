// Softmax over the last axis.

import type { FloatArray, Reference } from '../reference.ts';

/** log Σ exp of one row, in the order of the kernels. */
export function logSumExp(x: FloatArray, first: number, width: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = first; i < first + width; i++) largest = Math.max(largest, x[i] as number);
  let total = 0;
  for (let i = first; i < first + width; i++) total += Math.exp((x[i] as number) - largest);
  return Math.log(total) + largest;
}

export const softmax: Reference<'softmax'> = (node, [x], y) => {
  const width = node.shape.at(-1) ?? 1;
  for (let first = 0; first < y.length; first += width) if (x) softmaxRow(x, y, first, width);
};

function softmaxRow(x: FloatArray, y: FloatArray, first: number, width: number): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = first; i < first + width; i++) largest = Math.max(largest, x[i] as number);
  let total = 0;
  for (let i = first; i < first + width; i++) {
    const e = Math.exp((x[i] as number) - largest);
    y[i] = e;
    total += e;
  }
  for (let i = first; i < first + width; i++) y[i] = (y[i] as number) / total;
}
