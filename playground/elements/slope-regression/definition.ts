// What `<slope-regression>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import { type ChoiceSetting, doublingStops, type Presets, type TextSetting } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import type { HouseTable } from './houses.ts';
import { type RegressionMessages, regressionEnglish } from './messages.en.ts';

export type OptimizerName = 'adam' | 'rmsprop' | 'sgd';
export type Normalisation = 'on' | 'off';

const MAX_LAYERS = 4;
const MAX_UNITS = 256;

/** "32, 64, 32" as numbers; undefined when it is no list of layers. */
export function parseUnits(text: string): readonly number[] | undefined {
  const parts = text.trim() === '' ? [] : text.trim().split(/\s*[,;]\s*|\s+/);
  const units = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
  return units.length <= MAX_LAYERS && units.every((count) => count >= 1 && count <= MAX_UNITS) ? units : undefined;
}

const data: ChoiceSetting<HouseTable> = {
  kind: 'choice',
  attribute: 'data',
  query: 'data',
  rebuilds: true,
  default: 'ames',
  options: ['ames', 'boston'],
};

const normalisation: ChoiceSetting<Normalisation> = {
  kind: 'choice',
  attribute: 'normalisation',
  query: 'norm',
  rebuilds: true,
  default: 'on',
  options: ['on', 'off'],
};

const layers: TextSetting = {
  kind: 'text',
  attribute: 'layers',
  query: 'layers',
  rebuilds: true,
  default: '32,64,32',
  normalise: (text) => parseUnits(text)?.join(','),
};

const optimizer: ChoiceSetting<OptimizerName> = {
  kind: 'choice',
  attribute: 'optimizer',
  query: 'optimizer',
  rebuilds: true,
  default: 'adam',
  options: ['adam', 'rmsprop', 'sgd'],
};

const training = trainingSettings({ learningRate: 0.001, batchSize: 10, epochs: 60 });

export const regressionSettings = {
  data,
  normalisation,
  layers,
  optimizer,
  ...training,
  batchSize: { ...training.batchSize, max: 2048, stops: [5, 10, ...doublingStops(16, 1024)] },
  epochs: { ...training.epochs, max: 300, stops: [5, 10, 20, 30, 40, 60, 80, 100, 150, 200] },
};
export type RegressionSettings = typeof regressionSettings;

export const regressionPresets: Presets<RegressionSettings> = {
  ames: {},
  'ames-rmsprop': { layers: '64,64', optimizer: 'rmsprop', epochs: 50 },
  boston: { data: 'boston' },
  'boston-rmsprop': { data: 'boston', layers: '64,64', optimizer: 'rmsprop', epochs: 100 },
  'one-neuron': { layers: '', learningRate: 0.1, batchSize: 64, epochs: 40 },
  raw: { normalisation: 'off', epochs: 30 },
};

export const regressionDefinition: ExperimentDefinition<RegressionSettings, RegressionMessages> = {
  settings: regressionSettings,
  presets: regressionPresets,
  defaultPreset: 'ames',
  catalog: new Catalog<RegressionMessages>(regressionEnglish, {
    fr: async () => (await import('./messages.fr.ts')).regressionFrench,
  }),
};
