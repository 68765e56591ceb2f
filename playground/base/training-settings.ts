// The settings that every training experiment has: learning rate, batch size, epochs, seed, executor.

import { type ChoiceSetting, doublingStops, logStops, type NumberSetting } from './settings.ts';

export type Backend = 'auto' | 'webgpu' | 'cpu';

/** The settings that every training experiment has. */
export type TrainingSettings = {
  readonly learningRate: NumberSetting;
  readonly batchSize: NumberSetting;
  readonly epochs: NumberSetting;
  readonly seed: NumberSetting;
  readonly backend: ChoiceSetting<Backend>;
};

/** These settings with an experiment's own defaults. */
export function trainingSettings(defaults: {
  learningRate: number;
  batchSize: number;
  epochs: number;
}): TrainingSettings {
  return {
    learningRate: {
      kind: 'number',
      attribute: 'learning-rate',
      query: 'lr',
      rebuilds: false,
      default: defaults.learningRate,
      min: 1e-7,
      max: 1000,
      stops: logStops(1e-5, 100),
    },
    batchSize: {
      kind: 'number',
      attribute: 'batch-size',
      query: 'batch',
      rebuilds: true,
      integer: true,
      default: defaults.batchSize,
      min: 1,
      max: 8192,
      stops: doublingStops(8, 4096),
    },
    epochs: {
      kind: 'number',
      attribute: 'epochs',
      query: 'epochs',
      rebuilds: false,
      integer: true,
      default: defaults.epochs,
      min: 1,
      max: 1000,
      stops: [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 100],
    },
    seed: {
      kind: 'number',
      attribute: 'seed',
      query: 'seed',
      rebuilds: true,
      integer: true,
      default: 1,
      min: 0,
      max: 2 ** 31 - 1,
    },
    backend: {
      kind: 'choice',
      attribute: 'backend',
      query: 'backend',
      rebuilds: true,
      default: 'auto',
      options: ['auto', 'webgpu', 'cpu'],
    },
  };
}
