// What `<slope-validation>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type ValidationMessages, validationEnglish } from './messages.en.ts';

export type Leak = 'none' | 'copies';

const share: NumberSetting = {
  kind: 'number',
  attribute: 'validation-share',
  query: 'share',
  rebuilds: true,
  default: 0.3,
  min: 0.05,
  max: 0.9,
  stops: [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
};

const units: NumberSetting = {
  kind: 'number',
  attribute: 'units',
  query: 'units',
  rebuilds: true,
  integer: true,
  default: 32,
  min: 1,
  max: 128,
  stops: [1, 2, 3, 4, 6, 8, 16, 32, 64, 128],
};

/** Epochs without a better validation loss before it stops; 0 never stops. */
const patience: NumberSetting = {
  kind: 'number',
  attribute: 'patience',
  query: 'patience',
  rebuilds: true,
  integer: true,
  default: 0,
  min: 0,
  max: 200,
  stops: [0, 1, 2, 5, 10, 20, 40],
};

const leak: ChoiceSetting<Leak> = {
  kind: 'choice',
  attribute: 'leak',
  query: 'leak',
  rebuilds: true,
  default: 'none',
  options: ['none', 'copies'],
};

const training = trainingSettings({ learningRate: 0.01, batchSize: 16, epochs: 200 });

export const validationSettings = {
  share,
  units,
  patience,
  leak,
  ...training,
  epochs: { ...training.epochs, stops: [10, 20, 50, 100, 200, 400] },
  // Points of this seed show in two hundred epochs what others need a thousand for.
  seed: { ...training.seed, default: 2 },
};
export type ValidationSettings = typeof validationSettings;

export const validationPresets: Presets<ValidationSettings> = {
  overfits: {},
  'stops-early': { patience: 20 },
  small: { units: 4 },
  leak: { leak: 'copies', units: 64, epochs: 400 },
  'few-to-learn': { share: 0.8 },
  'few-to-check': { share: 0.05 },
};

export const validationDefinition: ExperimentDefinition<ValidationSettings, ValidationMessages> = {
  settings: validationSettings,
  presets: validationPresets,
  defaultPreset: 'overfits',
  catalog: new Catalog<ValidationMessages>(validationEnglish, {
    fr: async () => (await import('./messages.fr.ts')).validationFrench,
  }),
};
