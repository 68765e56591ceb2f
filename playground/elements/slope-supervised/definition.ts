// What `<slope-supervised>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets, TextSetting } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { DISTANCE, type Question, SIZE } from './homes.ts';
import { type SupervisedMessages, supervisedEnglish } from './messages.en.ts';

const question: ChoiceSetting<Question> = {
  kind: 'choice',
  attribute: 'question',
  query: 'question',
  rebuilds: true,
  default: 'kind',
  options: ['kind', 'price'],
};

const examples: NumberSetting = {
  kind: 'number',
  attribute: 'examples',
  query: 'examples',
  rebuilds: true,
  integer: true,
  default: 60,
  min: 2,
  max: 140,
  stops: [3, 6, 12, 25, 60, 100, 140],
};

/** "90,8": square metres and kilometres of the home that is asked about. */
export function parseHome(text: string): readonly [size: number, distance: number] | undefined {
  const [size = Number.NaN, distance = Number.NaN, ...rest] = text.split(',').map(Number);
  const fits = size >= SIZE[0] && size <= SIZE[1] && distance >= DISTANCE[0] && distance <= DISTANCE[1];
  return fits && rest.length === 0 ? [size, distance] : undefined;
}

const home: TextSetting = {
  kind: 'text',
  attribute: 'home',
  query: 'home',
  rebuilds: false,
  default: '90,8',
  normalise: (text) => parseHome(text)?.join(','),
};

const training = trainingSettings({ learningRate: 0.01, batchSize: 16, epochs: 60 });

export const supervisedSettings = {
  question,
  examples,
  home,
  ...training,
  epochs: { ...training.epochs, stops: [20, 40, 60, 100, 150, 200, 300, 500] },
};
export type SupervisedSettings = typeof supervisedSettings;

export const supervisedPresets: Presets<SupervisedSettings> = {
  kind: {},
  price: { question: 'price' },
  few: { examples: 6, epochs: 200 },
  'few-prices': { question: 'price', examples: 6, epochs: 300, seed: 3 },
};

export const supervisedDefinition: ExperimentDefinition<SupervisedSettings, SupervisedMessages> = {
  settings: supervisedSettings,
  presets: supervisedPresets,
  defaultPreset: 'kind',
  catalog: new Catalog<SupervisedMessages>(supervisedEnglish, {
    fr: async () => (await import('./messages.fr.ts')).supervisedFrench,
  }),
};
