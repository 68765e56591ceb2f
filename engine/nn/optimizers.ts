// Optimizers and schedules: plain data that a training program is built of. Names and defaults as in Keras.

import type { OptimizerAttributes, ScheduleAttributes } from '../graph/node.ts';
import { adagradOp, adagradRule } from '../ops/adagrad.ts';
import { adamOp, adamRule } from '../ops/adam.ts';
import type { OpDefinition } from '../ops/definition.ts';
import type { OptimizerRule } from '../ops/optimizer-update.ts';
import { rmspropOp, rmspropRule } from '../ops/rmsprop.ts';
import { sgdOp, sgdRule } from '../ops/sgd.ts';

export interface Optimizer {
  readonly learningRate: number;
  /** What the learning rate is multiplied by, step by step. */
  readonly schedule: ScheduleAttributes;
  readonly update: OptimizerAttributes;
  /** The largest norm that all gradients together may have; 0 does not clip. */
  readonly globalClipNorm: number;
  /** Names of the tensors that it keeps beside each parameter. */
  readonly stateNames: readonly string[];
  readonly op: OpDefinition<'optimizerUpdate'>;
}

/** What all optimizers take. */
export interface OptimizerOptions {
  readonly learningRate?: number;
  /** Default: the learning rate stays what it is. */
  readonly schedule?: ScheduleAttributes;
  /** Scales all gradients together so that their norm is at most this; default 0: no clipping. */
  readonly globalClipNorm?: number;
}

const constant: ScheduleAttributes = { schedule: 'constant' };

function optimizer<N extends OptimizerAttributes['optimizer']>(
  op: OpDefinition<'optimizerUpdate'>,
  rule: OptimizerRule<N>,
  { learningRate = 0.001, schedule = constant, globalClipNorm = 0 }: OptimizerOptions,
  update: Extract<OptimizerAttributes, { optimizer: N }>,
): Optimizer {
  // A parameter whose gradient is 0 would be moved by 0/0.
  if ('epsilon' in update && !(update.epsilon > 0)) {
    throw new RangeError(`${update.optimizer}: epsilon is ${update.epsilon}; it must be more than 0`);
  }
  if (!(globalClipNorm >= 0)) {
    throw new RangeError(`${update.optimizer}: globalClipNorm is ${globalClipNorm}; it must be at least 0`);
  }
  return { learningRate, schedule, update, globalClipNorm, stateNames: rule.stateNames(update), op };
}

/** θ ← θ − η·g, with optional (Nesterov) momentum. Defaults η = 0.01, momentum 0. */
export const sgd = ({
  learningRate = 0.01,
  momentum = 0,
  nesterov = false,
  ...options
}: OptimizerOptions & { readonly momentum?: number; readonly nesterov?: boolean } = {}): Optimizer =>
  optimizer(sgdOp, sgdRule, { learningRate, ...options }, { optimizer: 'sgd', momentum, nesterov });

export interface AdamOptions extends OptimizerOptions {
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

/**
 * Kingma & Ba 2015, algorithm 1. Defaults η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-7.
 * ε is added to the root of the corrected moment, as in the paper, PyTorch and TensorFlow.js; Keras adds it to the root of the
 * moment before correction (the paper's ε̂), which differs where gradients are below about 1e-5.
 */
export const adam = ({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7, ...options }: AdamOptions = {}): Optimizer =>
  optimizer(adamOp, adamRule, options, { optimizer: 'adam', beta1, beta2, epsilon, weightDecay: 0 });

/**
 * Adam with decoupled weight decay (Loshchilov & Hutter 2019): beside Adam's step, θ ← θ − η·λ·θ for all parameters.
 * Defaults as `adam`, λ = 0.004.
 */
export const adamW = ({
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-7,
  weightDecay = 0.004,
  ...options
}: AdamOptions & { readonly weightDecay?: number } = {}): Optimizer =>
  optimizer(adamOp, adamRule, options, { optimizer: 'adam', beta1, beta2, epsilon, weightDecay });

/** v ← ρ·v + (1 − ρ)·g²; θ ← θ − η·g/√(v + ε). Defaults η = 0.001, ρ = 0.9, momentum 0, ε = 1e-7. */
export const rmsprop = ({
  rho = 0.9,
  momentum = 0,
  epsilon = 1e-7,
  ...options
}: OptimizerOptions & {
  readonly rho?: number;
  readonly momentum?: number;
  readonly epsilon?: number;
} = {}): Optimizer => optimizer(rmspropOp, rmspropRule, options, { optimizer: 'rmsprop', rho, momentum, epsilon });

/** a ← a + g²; θ ← θ − η·g/√(a + ε). Defaults η = 0.001, a starts at 0.1, ε = 1e-7. */
export const adagrad = ({
  initialAccumulator = 0.1,
  epsilon = 1e-7,
  ...options
}: OptimizerOptions & { readonly initialAccumulator?: number; readonly epsilon?: number } = {}): Optimizer =>
  optimizer(adagradOp, adagradRule, options, { optimizer: 'adagrad', initialAccumulator, epsilon });

/** The learning rate falls by `factor` after each `every` steps. */
export const stepDecay = (every: number, factor: number): ScheduleAttributes => ({ schedule: 'step', every, factor });

/** Half a cosine from 1 to `floor` over `steps` steps (Loshchilov & Hutter 2017); `floor` from then on. Default floor 0. */
export const cosineDecay = (steps: number, floor = 0): ScheduleAttributes => ({ schedule: 'cosine', steps, floor });

/** 1/(1 + decay·step), the 1/t of stochastic approximation (Robbins & Monro 1951). */
export const inverseTimeDecay = (decay: number): ScheduleAttributes => ({ schedule: 'inverseTime', decay });

/** Optimizers by name, with their defaults; the others are given as `rmsprop()`, `adagrad()`, `adamW()`. */
export const optimizersByName = { sgd, adam } as const;

export type OptimizerName = keyof typeof optimizersByName;
