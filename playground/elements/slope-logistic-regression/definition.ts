// What `<slope-logistic-regression>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import type { Features } from './data.ts';
import { type LogisticMessages, logisticEnglish } from './messages.en.ts';

const features: ChoiceSetting<Features> = {
  kind: 'choice',
  attribute: 'features',
  query: 'features',
  rebuilds: true,
  default: 'linear',
  options: ['linear', 'squares', 'cubes'],
};

const threshold: NumberSetting = {
  kind: 'number',
  attribute: 'threshold',
  query: 'threshold',
  rebuilds: false,
  default: 0.5,
  min: 0.01,
  max: 0.99,
  stops: Array.from({ length: 39 }, (_, i) => Number((0.025 * (i + 1)).toFixed(3))),
};

const shown: ChoiceSetting<'training' | 'test' | 'both'> = {
  kind: 'choice',
  attribute: 'students',
  query: 'students',
  rebuilds: false,
  default: 'both',
  options: ['training', 'test', 'both'],
};

const training = trainingSettings({ learningRate: 0.1, batchSize: 800, epochs: 400 });

export const logisticSettings = {
  features,
  threshold,
  shown,
  ...training,
  epochs: { ...training.epochs, stops: [50, 100, 200, 400, 600, 1000] },
};
export type LogisticSettings = typeof logisticSettings;

export const logisticPresets: Presets<LogisticSettings> = {
  linear: {},
  nonlinear: { features: 'cubes', epochs: 600 },
  strict: { threshold: 0.85 },
  lenient: { threshold: 0.15 },
};

export const logisticDefinition: ExperimentDefinition<LogisticSettings, LogisticMessages> = {
  settings: logisticSettings,
  presets: logisticPresets,
  defaultPreset: 'linear',
  catalog: new Catalog<LogisticMessages>(logisticEnglish, {
    fr: async () => (await import('./messages.fr.ts')).logisticFrench,
  }),
};
