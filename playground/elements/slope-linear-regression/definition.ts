// What `<slope-linear-regression>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets, TextSetting } from '../../base/settings.ts';
import { canonicalPoints } from '../../formats/csv-points.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type LinearMessages, linearEnglish } from './messages.en.ts';

export type Errors = 'squares' | 'segments' | 'none';

const number = (
  attribute: string,
  query: string,
  rebuilds: boolean,
  limits: Pick<NumberSetting, 'default' | 'min' | 'max' | 'integer' | 'stops'>,
): NumberSetting => ({ kind: 'number', attribute, query, rebuilds, ...limits });

const errors: ChoiceSetting<Errors> = {
  kind: 'choice',
  attribute: 'errors',
  query: 'errors',
  rebuilds: false,
  default: 'squares',
  options: ['squares', 'segments', 'none'],
};

const best: ChoiceSetting<'hidden' | 'shown'> = {
  kind: 'choice',
  attribute: 'best',
  query: 'best',
  rebuilds: false,
  default: 'hidden',
  options: ['hidden', 'shown'],
};

const points: TextSetting = {
  kind: 'text',
  attribute: 'points',
  query: 'points',
  rebuilds: true,
  default: '',
  normalise: canonicalPoints,
};

const backend: ChoiceSetting<'auto' | 'webgpu' | 'cpu'> = {
  kind: 'choice',
  attribute: 'backend',
  query: 'backend',
  rebuilds: true,
  default: 'auto',
  options: ['auto', 'webgpu', 'cpu'],
};

export const linearSettings = {
  intercept: number('intercept', 'a', false, { default: 16, min: -1000, max: 1000 }),
  slope: number('slope', 'b', false, { default: -0.5, min: -1000, max: 1000 }),
  count: number('count', 'n', true, { default: 20, min: 3, max: 200, integer: true, stops: [5, 10, 20, 50, 100, 200] }),
  noise: number('noise', 'noise', true, { default: 5, min: 0, max: 20, stops: [0, 1, 2, 3, 5, 7, 10, 15, 20] }),
  errors,
  best,
  points,
  seed: number('seed', 'seed', true, { default: 1, min: 0, max: 2 ** 31 - 1, integer: true }),
  backend,
};
export type LinearSettings = typeof linearSettings;

/** Anscombe's third set (1973): a perfect line, and one point that pulls. */
const OUTLIER = '10,7.46;8,6.77;13,12.74;9,7.11;11,7.81;14,8.84;6,6.08;4,5.39;12,8.15;7,6.42;5,5.73';
/** And his second: a curve that has the same line as the third. */
const CURVE = '10,9.14;8,8.14;13,8.74;9,8.77;11,9.26;14,8.1;6,6.13;4,3.1;12,9.13;7,7.26;5,4.74';

export const linearPresets: Presets<LinearSettings> = {
  drag: {},
  lecture: { count: 100, noise: 7, errors: 'segments' },
  'no-noise': { noise: 0 },
  outlier: { points: OUTLIER, intercept: 4, slope: 0.35 },
  curve: { points: CURVE, intercept: 3, slope: 0.5 },
};

export const linearDefinition: ExperimentDefinition<LinearSettings, LinearMessages> = {
  settings: linearSettings,
  presets: linearPresets,
  defaultPreset: 'drag',
  catalog: new Catalog<LinearMessages>(linearEnglish, {
    fr: async () => (await import('./messages.fr.ts')).linearFrench,
  }),
};
