// What `<slope-metrics>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets, TextSetting } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type MetricsMessages, metricsEnglish } from './messages.en.ts';
import { parsePrices, realPrices } from './scores.ts';

export type Group = 'students' | 'rare';

const group: ChoiceSetting<Group> = {
  kind: 'choice',
  attribute: 'data',
  query: 'data',
  rebuilds: true,
  default: 'students',
  options: ['students', 'rare'],
};

const threshold: NumberSetting = {
  kind: 'number',
  attribute: 'threshold',
  query: 'threshold',
  rebuilds: false,
  default: 0.5,
  min: 0,
  max: 1,
  stops: Array.from({ length: 51 }, (_, i) => i / 50),
};

/** What the visitor typed into the matrix: right yes, wrong no, wrong yes, right no; empty while the threshold decides. */
const counts: TextSetting = {
  kind: 'text',
  attribute: 'counts',
  query: 'counts',
  rebuilds: false,
  default: '',
  normalise: (text) => {
    if (text.trim() === '') return '';
    const numbers = text.split(',').map((part) => Number(part.trim() || 'nothing'));
    const fits = numbers.length === 4 && numbers.every((n) => Number.isInteger(n) && n >= 0 && n <= 1e6);
    return fits ? numbers.join(',') : undefined;
  },
};

const predicted: TextSetting = {
  kind: 'text',
  attribute: 'predicted',
  query: 'predicted',
  rebuilds: false,
  default: '115,110,140,195,215,245,335,380',
  normalise: (text) => parsePrices(text)?.join(','),
};

const seed: NumberSetting = {
  kind: 'number',
  attribute: 'seed',
  query: 'seed',
  rebuilds: true,
  integer: true,
  default: 1,
  min: 0,
  max: 2 ** 31 - 1,
};

export const metricsSettings = { group, threshold, counts, predicted, seed };
export type MetricsSettings = typeof metricsSettings;

const mean = Math.round(realPrices.reduce((a, b) => a + b, 0) / realPrices.length);

export const metricsPresets: Presets<MetricsSettings> = {
  half: {},
  strict: { threshold: 0.9 },
  lenient: { threshold: 0.1 },
  rare: { group: 'rare' },
  never: { group: 'rare', threshold: 1 },
  blunder: { predicted: '115,110,140,195,215,245,335,60' },
  average: { predicted: realPrices.map(() => mean).join(',') },
};

export const metricsDefinition: ExperimentDefinition<MetricsSettings, MetricsMessages> = {
  settings: metricsSettings,
  presets: metricsPresets,
  defaultPreset: 'half',
  catalog: new Catalog<MetricsMessages>(metricsEnglish, {
    fr: async () => (await import('./messages.fr.ts')).metricsFrench,
  }),
};
