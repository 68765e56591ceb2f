// What `<slope-neuron>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type NeuronMessages, neuronEnglish } from './messages.en.ts';

export type NeuronFunction = 'step' | 'sigmoid' | 'relu' | 'linear';
export type Names = 'model' | 'neuron' | 'biology';

const number = (name: string, value: number): NumberSetting => ({
  kind: 'number',
  attribute: name,
  query: name,
  rebuilds: false,
  default: value,
  min: -100,
  max: 100,
});

const activation: ChoiceSetting<NeuronFunction> = {
  kind: 'choice',
  attribute: 'activation',
  query: 'f',
  rebuilds: false,
  default: 'sigmoid',
  options: ['step', 'sigmoid', 'relu', 'linear'],
};

const names: ChoiceSetting<Names> = {
  kind: 'choice',
  attribute: 'names',
  query: 'names',
  rebuilds: false,
  default: 'model',
  options: ['model', 'neuron', 'biology'],
};

const inputs: ChoiceSetting<'1' | '2' | '3'> = {
  kind: 'choice',
  attribute: 'inputs',
  query: 'inputs',
  rebuilds: false,
  default: '2',
  options: ['1', '2', '3'],
};

const backend: ChoiceSetting<'auto' | 'webgpu' | 'cpu'> = {
  kind: 'choice',
  attribute: 'backend',
  query: 'backend',
  rebuilds: true,
  default: 'auto',
  options: ['auto', 'webgpu', 'cpu'],
};

export const neuronSettings = {
  names,
  activation,
  inputs,
  x1: number('x1', 0.8),
  x2: number('x2', -1.2),
  x3: number('x3', 1),
  w1: number('w1', 3.28),
  w2: number('w2', 3.47),
  w3: number('w3', -1),
  b: number('b', 2.28),
  backend,
};
export type NeuronSettings = typeof neuronSettings;

/** `student` has the weights that the logistic regression of the lesson before learned. */
export const neuronPresets: Presets<NeuronSettings> = {
  student: {},
  neuron: { names: 'neuron' },
  line: { names: 'model', activation: 'linear', inputs: '1', x1: 5, w1: 2, b: 4 },
  and: { names: 'neuron', activation: 'step', x1: 1, x2: 0, w1: 1, w2: 1, b: -1.5 },
  or: { names: 'neuron', activation: 'step', x1: 1, x2: 0, w1: 1, w2: 1, b: -0.5 },
};

export const neuronDefinition: ExperimentDefinition<NeuronSettings, NeuronMessages> = {
  settings: neuronSettings,
  presets: neuronPresets,
  defaultPreset: 'student',
  catalog: new Catalog<NeuronMessages>(neuronEnglish, {
    fr: async () => (await import('./messages.fr.ts')).neuronFrench,
  }),
};
