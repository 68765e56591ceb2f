// What `<slope-network>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import {
  type ChoiceSetting,
  doublingStops,
  type NumberSetting,
  type Presets,
  type TextSetting,
} from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { formatLayers, parseLayers } from './architecture.ts';
import { type DatasetName, datasetNames, decodePoints, encodePoints } from './data.ts';
import { parseFeatures } from './features.ts';
import { type NetworkMessages, networkEnglish } from './messages.en.ts';

export type Activation = 'relu' | 'tanh' | 'sigmoid' | 'linear';
export type OptimizerName = 'adam' | 'sgd' | 'momentum';
export type OutputHead = 'sigmoid' | 'softmax';

const data: ChoiceSetting<DatasetName> = {
  kind: 'choice',
  attribute: 'data',
  query: 'data',
  rebuilds: true,
  default: 'circles',
  options: datasetNames,
};

/** Points as the visitor edited them; empty for the data set as it was drawn. */
const points: TextSetting = {
  kind: 'text',
  attribute: 'points',
  query: 'points',
  rebuilds: false,
  default: '',
  normalise: (text) => {
    const decoded = decodePoints(text);
    return decoded && encodePoints(decoded);
  },
};

const count: NumberSetting = {
  kind: 'number',
  attribute: 'count',
  query: 'count',
  rebuilds: true,
  integer: true,
  default: 200,
  min: 10,
  max: 400,
  stops: [20, 40, 60, 100, 150, 200, 300, 400],
};

const noise: NumberSetting = {
  kind: 'number',
  attribute: 'noise',
  query: 'noise',
  rebuilds: true,
  default: 0.1,
  min: 0,
  max: 0.5,
  stops: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5],
};

const validationShare: NumberSetting = {
  kind: 'number',
  attribute: 'validation-share',
  query: 'val',
  rebuilds: true,
  default: 0.3,
  min: 0,
  max: 0.9,
  stops: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
};

const features: TextSetting = {
  kind: 'text',
  attribute: 'features',
  query: 'features',
  rebuilds: true,
  default: 'x1,x2',
  normalise: (text) =>
    parseFeatures(text)
      ?.map(({ id }) => id)
      .join(','),
};

const layers: TextSetting = {
  kind: 'text',
  attribute: 'layers',
  query: 'layers',
  rebuilds: true,
  default: '5,3',
  normalise: (text) => {
    const parsed = parseLayers(text).layers;
    return parsed && formatLayers(parsed);
  },
};

const activation: ChoiceSetting<Activation> = {
  kind: 'choice',
  attribute: 'activation',
  query: 'activation',
  rebuilds: true,
  default: 'tanh',
  options: ['relu', 'tanh', 'sigmoid', 'linear'],
};

const output: ChoiceSetting<OutputHead> = {
  kind: 'choice',
  attribute: 'output',
  query: 'output',
  rebuilds: true,
  default: 'sigmoid',
  options: ['sigmoid', 'softmax'],
};

const optimizer: ChoiceSetting<OptimizerName> = {
  kind: 'choice',
  attribute: 'optimizer',
  query: 'optimizer',
  rebuilds: true,
  default: 'adam',
  options: ['sgd', 'momentum', 'adam'],
};

/** The factor of the squared weights in the loss. */
const l2: NumberSetting = {
  kind: 'number',
  attribute: 'l2',
  query: 'l2',
  rebuilds: true,
  default: 0,
  min: 0,
  max: 1,
  stops: [0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1],
};

const training = trainingSettings({ learningRate: 0.03, batchSize: 16, epochs: 200 });

export const networkSettings = {
  data,
  points,
  count,
  noise,
  validationShare,
  features,
  layers,
  activation,
  output,
  optimizer,
  l2,
  ...training,
  batchSize: { ...training.batchSize, max: 400, stops: doublingStops(1, 256) },
  epochs: { ...training.epochs, stops: [20, 50, 100, 200, 300, 500, 700, 1000] },
};
export type NetworkSettings = typeof networkSettings;

export const networkPresets: Presets<NetworkSettings> = {
  circles: {},
  lecture: {
    data: 'moons',
    features: 'x1,x2,x1x2',
    layers: '4',
    activation: 'relu',
    output: 'softmax',
  },
  xor: { data: 'xor', layers: '3', epochs: 200 },
  'one-neuron': { data: 'xor', layers: '', learningRate: 0.1 },
  'by-hand': { features: 'x1sq,x2sq', layers: '', learningRate: 0.1 },
  spiral: { data: 'spiral', layers: '8,8', count: 300, epochs: 200, noise: 0 },
  'spiral-one-neuron': { data: 'spiral', layers: '1', count: 300, epochs: 200, noise: 0 },
  overfit: {
    data: 'moons',
    count: 40,
    noise: 0.45,
    layers: '10,10',
    activation: 'relu',
    validationShare: 0.5,
    epochs: 500,
  },
  hills: { data: 'hills', layers: '6,4', epochs: 300 },
};

export const networkDefinition: ExperimentDefinition<NetworkSettings, NetworkMessages> = {
  settings: networkSettings,
  presets: networkPresets,
  defaultPreset: 'circles',
  catalog: new Catalog<NetworkMessages>(networkEnglish, {
    fr: async () => (await import('./messages.fr.ts')).networkFrench,
  }),
};
