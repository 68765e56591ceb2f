// Penalties on weights that are added to the loss, as in Keras.

/** λ₁·Σ|w| + λ₂·Σw² of one parameter. */
export interface Regularizer {
  readonly l1: number;
  readonly l2: number;
}

/** Penalizes λ₁·Σ|w| + λ₂·Σw². Defaults 0.01 each. @throws RangeError when a factor is negative. */
export function l1l2(l1 = 0.01, l2 = 0.01): Regularizer {
  if (!(l1 >= 0 && l2 >= 0)) throw new RangeError(`regularizer: factors ${l1} and ${l2}; give numbers of at least 0`);
  return { l1, l2 };
}

/** Penalizes λ·Σ|w|: drives weights to 0. Default 0.01. */
export const l1 = (factor = 0.01): Regularizer => l1l2(factor, 0);

/** Penalizes λ·Σw²: keeps weights small. Default 0.01. */
export const l2 = (factor = 0.01): Regularizer => l1l2(0, factor);
