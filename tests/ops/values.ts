// Reproducible values for tests and golden scripts.

import { type Shape, sizeOf } from '../../engine/graph/shape.ts';
import { hash } from '../../engine/graph/shuffle.ts';

export interface Tensor {
  readonly shape: Shape;
  readonly values: Float32Array;
}

/** Uniform values in [low, high), the same for the same seed. */
export const uniform = (shape: Shape, seed: number, low = -2, high = 2): Tensor => ({
  shape,
  values: Float32Array.from({ length: sizeOf(shape) }, (_, i) => low + ((high - low) * hash(i, seed)) / 2 ** 32),
});

/** Whole numbers in [0, below). */
export const indices = (shape: Shape, seed: number, below: number): Tensor => ({
  shape,
  values: Float32Array.from({ length: sizeOf(shape) }, (_, i) => hash(i, seed) % below),
});
