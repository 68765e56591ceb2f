// What `fit` and `evaluate` take, and what is trained on and validated with.

import type { Dataset } from '../graph/dataset.ts';
import type { Backend } from '../training/backend.ts';
import type { Callbacks } from '../training/callbacks.ts';
import type { Checkpoint } from '../training/checkpoint.ts';
import { splitLast } from '../training/split.ts';
import type { Loss } from './losses.ts';
import type { Metric } from './metrics.ts';
import type { Optimizer, OptimizerName } from './optimizers.ts';
import type { ClassWeights } from './programs.ts';

export interface FitOptions {
  /** Default 1. */
  readonly epochs?: number;
  /** Default 32, at most the number of examples. */
  readonly batchSize?: number;
  /** Default Adam with its defaults. */
  readonly optimizer?: Optimizer | OptimizerName;
  readonly loss: Loss;
  readonly metrics?: readonly Metric[];
  readonly validationData?: Dataset;
  /** This share of the examples, the last ones, is validated with instead of trained on; as in Keras, before any shuffling. */
  readonly validationSplit?: number;
  /** Validation after each so many epochs; default 1. */
  readonly validationFrequency?: number;
  /** What the loss of a row is multiplied by, for each class: `{ 0: 1, 1: 5 }`. Classes not named have 1. Metrics are not weighted. */
  readonly classWeights?: ClassWeights;
  /** Hooks; `earlyStopping()` makes one. */
  readonly callbacks?: Callbacks | readonly Callbacks[];
  /**
   * Goes on where a checkpoint was made, bit for bit: its weights, optimizer state, learning rate, seed and step. `epochs` counts
   * from the beginning of the first run.
   */
  readonly resume?: Checkpoint;
  /** A new order each epoch; default true. */
  readonly shuffle?: boolean;
  /** Seed of the order; default the model's. */
  readonly seed?: number;
  readonly backend?: Backend;
  readonly signal?: AbortSignal;
  /** Begin paused. */
  readonly paused?: boolean;
  /** Examples that may arrive later by `addExamples`; default those of the dataset. */
  readonly capacity?: number;
  /** A fixed number of steps per submit, for measurements; results do not depend on it. */
  readonly stepsPerSubmit?: number;
}

export interface EvaluateOptions {
  /** Default that of the last `fit`. */
  readonly loss?: Loss;
  readonly metrics?: readonly Metric[];
  /** Default 1000. */
  readonly batchSize?: number;
  readonly backend?: Backend;
}

/** What is trained on and what is validated with. */
export function partsOf(dataset: Dataset, { validationData, validationSplit, capacity }: FitOptions) {
  if ((dataset.inputs.shape[0] ?? 0) === 0) throw new RangeError('fit: the dataset has no examples');
  if (validationSplit === undefined) return { training: dataset, validation: validationData };
  if (validationData || capacity !== undefined) {
    throw new RangeError('validationSplit: not together with validationData or capacity');
  }
  return splitLast(dataset, validationSplit);
}

/** @throws RangeError when `value` is no whole number of at least 1. */
export function checkedCount(name: string, value: number): number {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`${name} is ${value}; give a whole number of at least 1`);
  }
  return value;
}
