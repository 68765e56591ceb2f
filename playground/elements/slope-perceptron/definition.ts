// What `<slope-perceptron>` can be set to, and its three situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, Presets } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type Question, questions } from './data.ts';
import { type PerceptronMessages, perceptronEnglish } from './messages.en.ts';

const question: ChoiceSetting<Question> = {
  kind: 'choice',
  attribute: 'question',
  query: 'question',
  rebuilds: true,
  default: 'setosa',
  options: questions,
};

const training = trainingSettings({ learningRate: 1, batchSize: 1, epochs: 10 });

export const perceptronSettings = { question, ...training };
export type PerceptronSettings = typeof perceptronSettings;

export const perceptronPresets: Presets<PerceptronSettings> = {
  setosa: {},
  virginica: { question: 'virginica' },
  xor: { question: 'xor' },
};

export const perceptronDefinition: ExperimentDefinition<PerceptronSettings, PerceptronMessages> = {
  settings: perceptronSettings,
  presets: perceptronPresets,
  defaultPreset: 'setosa',
  catalog: new Catalog<PerceptronMessages>(perceptronEnglish, {
    fr: async () => (await import('./messages.fr.ts')).perceptronFrench,
  }),
};
