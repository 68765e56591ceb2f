// What `<slope-rules>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, Presets, TextSetting } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type Pair, pairs, parseRules, rulesText } from './digits.ts';
import { type RulesMessages, rulesEnglish } from './messages.en.ts';

const pair: ChoiceSetting<Pair> = {
  kind: 'choice',
  attribute: 'pair',
  query: 'pair',
  rebuilds: true,
  default: '3-8',
  options: pairs,
};

const rules: TextSetting = {
  kind: 'text',
  attribute: 'rules',
  query: 'rules',
  rebuilds: false,
  default: '42p',
  normalise: (text) => {
    const parsed = parseRules(text);
    return parsed && rulesText(parsed);
  },
};

const training = trainingSettings({ learningRate: 0.005, batchSize: 32, epochs: 40 });

export const rulesSettings = {
  pair,
  rules,
  ...training,
  epochs: { ...training.epochs, stops: [5, 10, 20, 40, 60, 100] },
};
export type RulesSettings = typeof rulesSettings;

/** In `best` and `hard` the rules are the best two of all pairs of rules, on the digits to practise on. */
export const rulesPresets: Presets<RulesSettings> = {
  start: {},
  best: { rules: '42p,43p' },
  easy: { pair: '0-1', rules: '28p' },
  hard: { pair: '1-8', rules: '10p,52i' },
};

export const rulesDefinition: ExperimentDefinition<RulesSettings, RulesMessages> = {
  settings: rulesSettings,
  presets: rulesPresets,
  defaultPreset: 'start',
  catalog: new Catalog<RulesMessages>(rulesEnglish, {
    fr: async () => (await import('./messages.fr.ts')).rulesFrench,
  }),
};
