// What `<slope-approximation>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets, TextSetting } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { parseCurve } from './curve.ts';
import { type ApproximationMessages, approximationEnglish } from './messages.en.ts';

/** The heights of the curve at its thirteen knots. */
const curve: TextSetting = {
  kind: 'text',
  attribute: 'curve',
  query: 'curve',
  rebuilds: false,
  default: '-0.1,-0.3,-0.1,0.5,0.8,0.3,-0.5,-0.9,-0.4,0.5,0.9,0.6,0.1',
  normalise: (text) => parseCurve(text)?.join(','),
};

const units: NumberSetting = {
  kind: 'number',
  attribute: 'units',
  query: 'units',
  rebuilds: true,
  integer: true,
  default: 12,
  min: 1,
  max: 200,
  stops: [1, 2, 3, 4, 5, 6, 8, 12, 20, 40, 80],
};

const activation: ChoiceSetting<'tanh' | 'relu'> = {
  kind: 'choice',
  attribute: 'activation',
  query: 'activation',
  rebuilds: true,
  default: 'tanh',
  options: ['tanh', 'relu'],
};

const training = trainingSettings({ learningRate: 0.03, batchSize: 16, epochs: 400 });

export const approximationSettings = {
  curve,
  units,
  activation,
  ...training,
  epochs: { ...training.epochs, stops: [50, 100, 200, 400, 700, 1000] },
};
export type ApproximationSettings = typeof approximationSettings;

export const approximationPresets: Presets<ApproximationSettings> = {
  waves: {},
  narrow: { units: 2 },
  relu: { activation: 'relu' },
  step: { curve: '-0.8,-0.8,-0.8,-0.8,-0.8,-0.8,0.8,0.8,0.8,0.8,0.8,0.8,0.8', units: 2 },
  spikes: { curve: '0.9,-0.9,0.9,-0.9,0.9,-0.9,0.9,-0.9,0.9,-0.9,0.9,-0.9,0.9', units: 20, epochs: 700 },
};

export const approximationDefinition: ExperimentDefinition<ApproximationSettings, ApproximationMessages> = {
  settings: approximationSettings,
  presets: approximationPresets,
  defaultPreset: 'waves',
  catalog: new Catalog<ApproximationMessages>(approximationEnglish, {
    fr: async () => (await import('./messages.fr.ts')).approximationFrench,
  }),
};
