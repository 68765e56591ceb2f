// The inputs of the ops' goldens. Script and test read the same table.

import { indices, type Tensor, uniform } from '../ops/values.ts';

export interface WindowCase {
  readonly images: Tensor;
  readonly strides: readonly [number, number];
  readonly padding: 'same' | 'valid';
}

const windows = [
  { images: [2, 6, 7, 3], strides: [1, 1], padding: 'same' },
  { images: [2, 6, 7, 3], strides: [2, 2], padding: 'same' },
  { images: [1, 9, 8, 4], strides: [1, 1], padding: 'valid' },
  { images: [3, 7, 7, 1], strides: [2, 3], padding: 'valid' },
] as const;

/** A kernel [3, 2, C, 5] slides over the images. */
export const convolutions: readonly (WindowCase & { readonly kernel: Tensor })[] = windows.map((one, i) => ({
  ...one,
  images: uniform(one.images, 10 + i, -1, 1),
  kernel: uniform([3, 2, one.images[3], 5], 20 + i, -1, 1),
}));

/** A window [3, 2] slides over the images. */
export const pools: readonly WindowCase[] = windows.map((one, i) => ({ ...one, images: uniform(one.images, 30 + i) }));

/** What gradients are taken with; its values are those of `uniform(shape, cotangentSeed, -1, 1)`. */
export const cotangentSeed = 40;

export const classes = 4;
export const labels = indices([200], 50, classes);
export const predictions = indices([200], 51, classes);
export const logits = uniform([200, classes], 52, -6, 6);
export const softTargets = uniform([200, classes], 53, 0, 1);

/** Dropout of so many ones, at each rate. */
export const dropoutCount = 1_000_000;
export const dropoutRates = [0.1, 0.25, 0.5, 0.9] as const;
