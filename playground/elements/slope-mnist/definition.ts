// What `<slope-mnist>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets, TextSetting } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { parseLayers } from './layers.ts';
import { type MnistMessages, mnistEnglish } from './messages.en.ts';

export type Activation = 'relu' | 'sigmoid' | 'tanh' | 'linear';
export type OptimizerName = 'adam' | 'sgd';
export type ImageSet = 'mnist' | 'fashion' | 'digits';
export type Network = 'dense' | 'cnn';

const data: ChoiceSetting<ImageSet> = {
  kind: 'choice',
  attribute: 'data',
  query: 'data',
  rebuilds: true,
  default: 'mnist',
  options: ['mnist', 'fashion', 'digits'],
};

/** Layers of neurons, or the next lecture's convolutions. */
const network: ChoiceSetting<Network> = {
  kind: 'choice',
  attribute: 'network',
  query: 'network',
  rebuilds: true,
  default: 'dense',
  options: ['dense', 'cnn'],
};

const images: NumberSetting = {
  kind: 'number',
  attribute: 'training-images',
  query: 'images',
  rebuilds: true,
  integer: true,
  default: 60_000,
  min: 100,
  max: 60_000,
  stops: [100, 300, 1000, 3000, 10_000, 20_000, 30_000, 60_000],
};

const layers: TextSetting = {
  kind: 'text',
  attribute: 'layers',
  query: 'layers',
  rebuilds: true,
  default: '100,100',
  normalise: (text) => parseLayers(text).units?.join(','),
};

const activation: ChoiceSetting<Activation> = {
  kind: 'choice',
  attribute: 'activation',
  query: 'activation',
  rebuilds: true,
  default: 'relu',
  options: ['relu', 'tanh', 'sigmoid', 'linear'],
};

const optimizer: ChoiceSetting<OptimizerName> = {
  kind: 'choice',
  attribute: 'optimizer',
  query: 'optimizer',
  rebuilds: true,
  default: 'adam',
  options: ['adam', 'sgd'],
};

export const mnistSettings = {
  data,
  images,
  network,
  layers,
  activation,
  optimizer,
  ...trainingSettings({ learningRate: 0.001, batchSize: 512, epochs: 16 }),
};
export type MnistSettings = typeof mnistSettings;

/** `lecture` is the lecture's network and run; the others differ from it in one idea each. */
export const mnistPresets: Presets<MnistSettings> = {
  lecture: {},
  quick: { images: 10_000, batchSize: 128 },
  small: { data: 'digits', batchSize: 32, epochs: 32 },
  fashion: { data: 'fashion' },
  cnn: { network: 'cnn', images: 10_000, batchSize: 128, epochs: 4 },
  'no-hidden-layer': { layers: '' },
  diverges: { optimizer: 'sgd', learningRate: 100 },
};

export const mnistDefinition: ExperimentDefinition<MnistSettings, MnistMessages> = {
  settings: mnistSettings,
  presets: mnistPresets,
  defaultPreset: 'lecture',
  catalog: new Catalog<MnistMessages>(mnistEnglish, {
    fr: async () => (await import('./messages.fr.ts')).mnistFrench,
  }),
};
