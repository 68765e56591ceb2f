// What `<slope-softmax>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { NumberSetting, Presets, TextSetting } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type SoftmaxMessages, softmaxEnglish } from './messages.en.ts';

export const CLASSES = 10;
export const SCORE_LIMIT = 10;

/** "1,2,…": ten numbers from -10 to 10; undefined when it is something else. */
export function parseScores(text: string): readonly number[] | undefined {
  const scores = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const fits = scores.every((score) => Math.abs(score) <= SCORE_LIMIT);
  return scores.length === CLASSES && fits ? scores : undefined;
}

const scores: TextSetting = {
  kind: 'text',
  attribute: 'scores',
  query: 'scores',
  rebuilds: false,
  default: '-1,0.5,0,4,-2,2.5,-1.5,0,3.2,1',
  normalise: (text) => parseScores(text)?.join(','),
};

/** Stops of the temperature: also the stations of its journey. */
export const temperatures = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 0.85, 1, 1.2, 1.5, 2, 3, 4, 6, 10];

const temperature: NumberSetting = {
  kind: 'number',
  attribute: 'temperature',
  query: 't',
  rebuilds: false,
  default: 1,
  min: 0.05,
  max: 20,
  stops: temperatures,
};

const truth: NumberSetting = {
  kind: 'number',
  attribute: 'truth',
  query: 'truth',
  rebuilds: false,
  integer: true,
  default: 3,
  min: 0,
  max: 9,
  stops: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};

export const softmaxSettings = { scores, temperature, truth };
export type SoftmaxSettings = typeof softmaxSettings;

export const softmaxPresets: Presets<SoftmaxSettings> = {
  doubt: {},
  sure: { scores: '-3,-2,-1,-2,-3,-1,-4,9,-2,1', truth: 7 },
  'sure-and-wrong': { scores: '-3,-2,-1,-2,2,-1,-4,-1,-2,8', truth: 4 },
  equal: { scores: '0,0,0,0,0,0,0,0,0,0' },
};

export const softmaxDefinition: ExperimentDefinition<SoftmaxSettings, SoftmaxMessages> = {
  settings: softmaxSettings,
  presets: softmaxPresets,
  defaultPreset: 'doubt',
  catalog: new Catalog<SoftmaxMessages>(softmaxEnglish, {
    fr: async () => (await import('./messages.fr.ts')).softmaxFrench,
  }),
};
