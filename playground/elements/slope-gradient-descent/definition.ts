// What `<slope-gradient-descent>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import {
  type ChoiceSetting,
  logStops,
  type NumberSetting,
  type Presets,
  type TextSetting,
} from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type DescentMessages, descentEnglish } from './messages.en.ts';
import { canonicalStart } from './start.ts';

export type Data = 'cloud' | 'random' | 'raw';
export type Method = 'full' | 'mini-batch' | 'race';
export type Updates = 'every-step' | 'when-printing';
export type SliceAxis = 'intercept' | 'slope';

const data: ChoiceSetting<Data> = {
  kind: 'choice',
  attribute: 'data',
  query: 'data',
  rebuilds: true,
  default: 'cloud',
  options: ['cloud', 'random', 'raw'],
};

const method: ChoiceSetting<Method> = {
  kind: 'choice',
  attribute: 'method',
  query: 'method',
  rebuilds: true,
  default: 'full',
  options: ['full', 'mini-batch', 'race'],
};

const updates: ChoiceSetting<Updates> = {
  kind: 'choice',
  attribute: 'updates',
  query: 'updates',
  rebuilds: true,
  default: 'every-step',
  options: ['every-step', 'when-printing'],
};

const learningRate: NumberSetting = {
  kind: 'number',
  attribute: 'learning-rate',
  query: 'lr',
  rebuilds: false,
  default: 0.1,
  min: 1e-5,
  max: 100,
  // The regimes change between 0.5 and 1.2, so there the stops are closer.
  stops: [...logStops(0.001, 0.7), 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2, 1.5, 2],
};

const iterations: NumberSetting = {
  kind: 'number',
  attribute: 'iterations',
  query: 'n',
  rebuilds: true,
  integer: true,
  default: 50,
  min: 1,
  max: 2000,
  stops: [10, 20, 50, 100, 200, 500],
};

const batchSize: NumberSetting = {
  kind: 'number',
  attribute: 'batch-size',
  query: 'batch',
  rebuilds: true,
  integer: true,
  default: 10,
  min: 1,
  max: 200,
  stops: [1, 2, 5, 10, 20, 50, 100],
};

const start: TextSetting = {
  kind: 'text',
  attribute: 'start',
  query: 'start',
  rebuilds: true,
  default: '',
  normalise: canonicalStart,
};

const slice: ChoiceSetting<SliceAxis> = {
  kind: 'choice',
  attribute: 'slice',
  query: 'slice',
  rebuilds: false,
  default: 'intercept',
  options: ['intercept', 'slope'],
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

const backend: ChoiceSetting<'auto' | 'webgpu' | 'cpu'> = {
  kind: 'choice',
  attribute: 'backend',
  query: 'backend',
  rebuilds: true,
  default: 'auto',
  options: ['auto', 'webgpu', 'cpu'],
};

export const descentSettings = {
  learningRate,
  method,
  batchSize,
  data,
  iterations,
  updates,
  start,
  slice,
  seed,
  backend,
};
export type DescentSettings = typeof descentSettings;

/** `good` succeeds; the others each show one thing. `slide` prints the lecture's table digit for digit. */
export const descentPresets: Presets<DescentSettings> = {
  good: {},
  slide: { learningRate: 0.2, iterations: 200, updates: 'when-printing' },
  slow: { learningRate: 0.005 },
  overshoots: { learningRate: 0.9 },
  diverges: { learningRate: 1.05 },
  'mini-batch': { method: 'mini-batch', learningRate: 0.05, iterations: 100 },
  race: { method: 'race', learningRate: 0.015, iterations: 200, data: 'raw', seed: 6 },
  'not-standardised': { data: 'raw', learningRate: 0.025, iterations: 200 },
};

export const descentDefinition: ExperimentDefinition<DescentSettings, DescentMessages> = {
  settings: descentSettings,
  presets: descentPresets,
  defaultPreset: 'good',
  catalog: new Catalog<DescentMessages>(descentEnglish, {
    fr: async () => (await import('./messages.fr.ts')).descentFrench,
  }),
};
