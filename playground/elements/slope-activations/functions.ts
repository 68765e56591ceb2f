// The activation functions and their slopes, as formulas: what is drawn on the left, and written below the page.

import type { FunctionName } from './definition.ts';

export interface ActivationFunction {
  readonly f: (z: number) => number;
  readonly slope: (z: number) => number;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
/** √(2/π): GELU in the approximation that the engine uses. */
const inner = 0.7978845608;
const gelu = (z: number): number => 0.5 * z * (1 + Math.tanh(inner * (z + 0.044715 * z ** 3)));

export const activationFunctions: Record<FunctionName, ActivationFunction> = {
  linear: { f: (z) => z, slope: () => 1 },
  sigmoid: { f: sigmoid, slope: (z) => sigmoid(z) * (1 - sigmoid(z)) },
  tanh: { f: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  relu: { f: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
  leakyRelu: { f: (z) => (z > 0 ? z : 0.2 * z), slope: (z) => (z > 0 ? 1 : 0.2) },
  softplus: { f: (z) => Math.log1p(Math.exp(z)), slope: sigmoid },
  gelu: {
    f: gelu,
    slope: (z) => {
      const t = Math.tanh(inner * (z + 0.044715 * z ** 3));
      return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * inner * (1 + 3 * 0.044715 * z * z);
    },
  },
};

/** The largest slope between -5 and 5. */
export function steepest({ slope }: ActivationFunction): number {
  let most = 0;
  for (let z = -5; z <= 5; z += 0.05) most = Math.max(most, Math.abs(slope(z)));
  return most;
}
