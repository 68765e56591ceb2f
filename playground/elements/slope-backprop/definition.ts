// What `<slope-backprop>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type BackpropMessages, backpropEnglish } from './messages.en.ts';

export type TableName = 'xor' | 'and' | 'or';
export type Activation = 'tanh' | 'sigmoid' | 'relu';

const table: ChoiceSetting<TableName> = {
  kind: 'choice',
  attribute: 'table',
  query: 'table',
  rebuilds: true,
  default: 'xor',
  options: ['xor', 'and', 'or'],
};

const hidden: NumberSetting = {
  kind: 'number',
  attribute: 'hidden',
  query: 'hidden',
  rebuilds: true,
  integer: true,
  default: 3,
  min: 1,
  max: 4,
  stops: [1, 2, 3, 4],
};

const activation: ChoiceSetting<Activation> = {
  kind: 'choice',
  attribute: 'activation',
  query: 'activation',
  rebuilds: true,
  default: 'tanh',
  options: ['tanh', 'sigmoid', 'relu'],
};

const { learningRate, seed, backend } = trainingSettings({ learningRate: 0.5, batchSize: 1, epochs: 1 });

export const backpropSettings = { table, hidden, activation, learningRate, seed, backend };
export type BackpropSettings = typeof backpropSettings;

export const backpropPresets: Presets<BackpropSettings> = {
  xor: {},
  sigmoid: { activation: 'sigmoid' },
  'one-hidden': { hidden: 1 },
  overshoots: { learningRate: 20 },
};

export const backpropDefinition: ExperimentDefinition<BackpropSettings, BackpropMessages> = {
  settings: backpropSettings,
  presets: backpropPresets,
  defaultPreset: 'xor',
  catalog: new Catalog<BackpropMessages>(backpropEnglish, {
    fr: async () => (await import('./messages.fr.ts')).backpropFrench,
  }),
};
