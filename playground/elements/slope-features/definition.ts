// What `<slope-features>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets, TextSetting } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { parseFeatures } from '../slope-network/features.ts';
import { type FeaturesMessages, featuresEnglish } from './messages.en.ts';

export const shapes = ['circles', 'moons', 'xor', 'spiral'] as const;
export type Shape = (typeof shapes)[number];

const data: ChoiceSetting<Shape> = {
  kind: 'choice',
  attribute: 'data',
  query: 'data',
  rebuilds: true,
  default: 'circles',
  options: shapes,
};

/** What the one neuron on the left gets. */
const features: TextSetting = {
  kind: 'text',
  attribute: 'features',
  query: 'features',
  rebuilds: true,
  default: 'x1sq,x2sq',
  normalise: (text) =>
    parseFeatures(text)
      ?.map(({ id }) => id)
      .join(','),
};

/** Neurons in each hidden layer on the right. */
const units: NumberSetting = {
  kind: 'number',
  attribute: 'units',
  query: 'units',
  rebuilds: true,
  integer: true,
  default: 4,
  min: 1,
  max: 12,
  stops: [1, 2, 3, 4, 6, 8, 10, 12],
};

const layers: NumberSetting = {
  kind: 'number',
  attribute: 'layers',
  query: 'layers',
  rebuilds: true,
  integer: true,
  default: 1,
  min: 1,
  max: 2,
  stops: [1, 2],
};

const { seed, epochs, backend } = trainingSettings({ learningRate: 0.03, batchSize: 16, epochs: 200 });

export const featuresSettings = {
  data,
  features,
  units,
  layers,
  epochs: { ...epochs, rebuilds: true, stops: [20, 50, 100, 150, 200, 300, 500] },
  seed: { ...seed, default: 2 },
  backend,
};
export type FeaturesSettings = typeof featuresSettings;

export const featuresPresets: Presets<FeaturesSettings> = {
  circles: {},
  bare: { features: 'x1,x2' },
  moons: { data: 'moons', features: 'x1,x2', units: 6 },
  xor: { data: 'xor', features: 'x1x2', units: 4 },
  spiral: { data: 'spiral', features: 'x1,x2,x1x2,x1sq,x2sq,sin1,sin2', units: 8, layers: 2, epochs: 300 },
};

export const featuresDefinition: ExperimentDefinition<FeaturesSettings, FeaturesMessages> = {
  settings: featuresSettings,
  presets: featuresPresets,
  defaultPreset: 'circles',
  catalog: new Catalog<FeaturesMessages>(featuresEnglish, {
    fr: async () => (await import('./messages.fr.ts')).featuresFrench,
  }),
};
