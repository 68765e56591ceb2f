// Optimizers: plain data that a training program is built of. Defaults as in Keras.

import type { OptimizerAttributes, ScheduleAttributes } from '../graph/node.ts';

export interface Optimizer {
  readonly learningRate: number;
  readonly schedule: ScheduleAttributes;
  readonly update: OptimizerAttributes;
}

/** A learning rate, alone or with a schedule. */
interface RateOptions {
  readonly learningRate?: number;
  readonly schedule?: ScheduleAttributes;
}

const constant: ScheduleAttributes = { schedule: 'constant' };

/** θ ← θ − η·g, with optional (Nesterov) momentum. Default η = 0.01. */
export const sgd = ({
  learningRate = 0.01,
  schedule = constant,
  momentum = 0,
  nesterov = false,
}: RateOptions & { readonly momentum?: number; readonly nesterov?: boolean } = {}): Optimizer => ({
  learningRate,
  schedule,
  update: { optimizer: 'sgd', momentum, nesterov },
});

/** Kingma & Ba 2015, algorithm 1. Defaults η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-7. */
export const adam = ({
  learningRate = 0.001,
  schedule = constant,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-7,
}: RateOptions & { readonly beta1?: number; readonly beta2?: number; readonly epsilon?: number } = {}): Optimizer => ({
  learningRate,
  schedule,
  update: { optimizer: 'adam', beta1, beta2, epsilon, weightDecay: 0 },
});

/** Optimizers by name, with their defaults. */
export const optimizersByName = { sgd: () => sgd(), adam: () => adam() } as const;

export type OptimizerName = keyof typeof optimizersByName;
