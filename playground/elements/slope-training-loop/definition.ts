// What `<slope-training-loop>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import { type ChoiceSetting, doublingStops, logStops, type Presets } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type LoopMessages, loopEnglish } from './messages.en.ts';

/** In the order of the journey; validation only after the last batch of an epoch. */
export const boxes = ['data', 'batch', 'model', 'loss', 'gradient', 'optimizer', 'weights', 'validation'] as const;
export type Box = (typeof boxes)[number];

const stop: ChoiceSetting<Box | 'nowhere'> = {
  kind: 'choice',
  attribute: 'stop',
  query: 'stop',
  rebuilds: false,
  default: 'nowhere',
  options: ['nowhere', ...boxes],
};

const training = trainingSettings({ learningRate: 0.3, batchSize: 32, epochs: 4 });

export const loopSettings = {
  ...training,
  learningRate: { ...training.learningRate, min: 0, stops: logStops(0.001, 20) },
  batchSize: { ...training.batchSize, max: 512, stops: doublingStops(4, 256) },
  epochs: { ...training.epochs, max: 50, stops: [1, 2, 4, 8, 16, 32] },
  stop,
};
export type LoopSettings = typeof loopSettings;

export const loopPresets: Presets<LoopSettings> = {
  works: {},
  'at-the-loss': { stop: 'loss' },
  'at-validation': { stop: 'validation' },
  slow: { learningRate: 0.005 },
  'too-long': { learningRate: 15 },
};

export const loopDefinition: ExperimentDefinition<LoopSettings, LoopMessages> = {
  settings: loopSettings,
  presets: loopPresets,
  defaultPreset: 'works',
  catalog: new Catalog<LoopMessages>(loopEnglish, {
    fr: async () => (await import('./messages.fr.ts')).loopFrench,
  }),
};
