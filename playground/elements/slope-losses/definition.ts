// What `<slope-losses>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { NumberSetting, Presets, TextSetting } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type LossesMessages, lossesEnglish } from './messages.en.ts';

export const SPACE = { x: [0, 10], y: [-6, 18] } as const;
/** The score of the right class, at both ends of its plots. */
export const SCORES = [-8, 8] as const;

/** "8,1": a place in the plot; undefined when it is something else. */
export function parsePlace(text: string): readonly [x: number, y: number] | undefined {
  const [x = Number.NaN, y = Number.NaN, ...rest] = text.split(',').map((part) => Number(part.trim() || 'nothing'));
  const inside = x >= SPACE.x[0] && x <= SPACE.x[1] && y >= SPACE.y[0] && y <= SPACE.y[1];
  return inside && rest.length === 0 ? [x, y] : undefined;
}

export const placeText = (x: number, y: number): string => {
  const clip = (value: number, [low, high]: readonly [number, number]): number =>
    Number(Math.min(high, Math.max(low, value)).toFixed(2));
  return `${clip(x, SPACE.x)},${clip(y, SPACE.y)}`;
};

const outlier: TextSetting = {
  kind: 'text',
  attribute: 'outlier',
  query: 'outlier',
  rebuilds: false,
  default: '8.5,1',
  normalise: (text) => {
    const place = parsePlace(text);
    return place && placeText(...place);
  },
};

const delta: NumberSetting = {
  kind: 'number',
  attribute: 'delta',
  query: 'delta',
  rebuilds: false,
  default: 1,
  min: 0.05,
  max: 20,
  stops: [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 15, 20],
};

const score: NumberSetting = {
  kind: 'number',
  attribute: 'score',
  query: 'score',
  rebuilds: false,
  default: -2,
  min: SCORES[0],
  max: SCORES[1],
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

export const lossesSettings = { outlier, delta, score, seed };
export type LossesSettings = typeof lossesSettings;

export const lossesPresets: Presets<LossesSettings> = {
  outlier: {},
  clean: { outlier: '8.5,12.2' },
  far: { outlier: '9.5,-5.5' },
  middle: { outlier: '5,-5.5' },
  'sure-and-wrong': { score: -6 },
};

export const lossesDefinition: ExperimentDefinition<LossesSettings, LossesMessages> = {
  settings: lossesSettings,
  presets: lossesPresets,
  defaultPreset: 'outlier',
  catalog: new Catalog<LossesMessages>(lossesEnglish, {
    fr: async () => (await import('./messages.fr.ts')).lossesFrench,
  }),
};
