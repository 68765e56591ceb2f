// What `<slope-polynomial-regression>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type PolynomialMessages, polynomialEnglish } from './messages.en.ts';

export const HIGHEST_DEGREE = 24;

const number = (
  attribute: string,
  query: string,
  rebuilds: boolean,
  limits: Pick<NumberSetting, 'default' | 'min' | 'max' | 'stops'>,
): NumberSetting => ({ kind: 'number', attribute, query, rebuilds, integer: true, ...limits });

const shown = (attribute: string, first: 'shown' | 'hidden'): ChoiceSetting<'shown' | 'hidden'> => ({
  kind: 'choice',
  attribute,
  query: attribute,
  rebuilds: false,
  default: first,
  options: ['shown', 'hidden'],
});

export const polynomialSettings = {
  degree: number('degree', 'degree', false, {
    default: 5,
    min: 1,
    max: HIGHEST_DEGREE,
    stops: Array.from({ length: HIGHEST_DEGREE }, (_, i) => i + 1),
  }),
  count: number('count', 'n', true, {
    default: 100,
    min: 5,
    max: 1000,
    stops: [10, 15, 20, 30, 50, 70, 100, 200, 500, 1000],
  }),
  noise: number('noise', 'noise', true, {
    default: 2000,
    min: 0,
    max: 10_000,
    stops: [0, 500, 1000, 2000, 3000, 5000],
  }),
  truth: shown('truth', 'hidden'),
  validation: shown('validation', 'shown'),
  seed: number('seed', 'seed', true, { default: 541, min: 0, max: 2 ** 31 - 1 }),
  draw: number('draw', 'draw', true, { default: 0, min: 0, max: 1_000_000 }),
};
export type PolynomialSettings = typeof polynomialSettings;

export const polynomialPresets: Presets<PolynomialSettings> = {
  good: {},
  underfit: { degree: 1 },
  overfit: { degree: 24 },
  'more-points': { degree: 24, count: 1000 },
  'few-points': { degree: 9, count: 10 },
};

export const polynomialDefinition: ExperimentDefinition<PolynomialSettings, PolynomialMessages> = {
  settings: polynomialSettings,
  presets: polynomialPresets,
  defaultPreset: 'good',
  catalog: new Catalog<PolynomialMessages>(polynomialEnglish, {
    fr: async () => (await import('./messages.fr.ts')).polynomialFrench,
  }),
};
