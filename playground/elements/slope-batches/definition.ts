// What `<slope-batches>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { Presets } from '../../base/settings.ts';
import { doublingStops } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type BatchesMessages, batchesEnglish } from './messages.en.ts';

/** Training images of the 8×8 digits. */
export const SAMPLES = 1437;

const training = trainingSettings({ learningRate: 0.005, batchSize: 32, epochs: 4 });

export const batchesSettings = {
  ...training,
  batchSize: { ...training.batchSize, max: SAMPLES, stops: [...doublingStops(1, 512), SAMPLES] },
  epochs: { ...training.epochs, max: 100, stops: [1, 2, 4, 8, 16, 32, 64] },
};
export type BatchesSettings = typeof batchesSettings;

export const batchesPresets: Presets<BatchesSettings> = {
  small: {},
  one: { batchSize: 1, epochs: 1 },
  large: { batchSize: 512 },
  all: { batchSize: SAMPLES, epochs: 64 },
  'large-and-faster': { batchSize: 512, learningRate: 0.05 },
};

export const batchesDefinition: ExperimentDefinition<BatchesSettings, BatchesMessages> = {
  settings: batchesSettings,
  presets: batchesPresets,
  defaultPreset: 'small',
  catalog: new Catalog<BatchesMessages>(batchesEnglish, {
    fr: async () => (await import('./messages.fr.ts')).batchesFrench,
  }),
};
