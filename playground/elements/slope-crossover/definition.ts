// What `<slope-crossover>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import { doublingStops, type NumberSetting, type Presets } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type CrossoverMessages, crossoverEnglish } from './messages.en.ts';

/** Neurons in each hidden layer of the models that are measured. */
export const widths: readonly number[] = doublingStops(4, 2048);

const largest: NumberSetting = {
  kind: 'number',
  attribute: 'largest',
  query: 'largest',
  rebuilds: true,
  integer: true,
  default: 512,
  min: 4,
  max: 2048,
  stops: widths,
};

const layers: NumberSetting = {
  kind: 'number',
  attribute: 'layers',
  query: 'layers',
  rebuilds: true,
  integer: true,
  default: 2,
  min: 1,
  max: 4,
  stops: [1, 2, 3, 4],
};

const batchSize: NumberSetting = {
  kind: 'number',
  attribute: 'batch-size',
  query: 'batch',
  rebuilds: true,
  integer: true,
  default: 64,
  min: 1,
  max: 2048,
  stops: doublingStops(1, 2048),
};

export const crossoverSettings = { largest, layers, batchSize };
export type CrossoverSettings = typeof crossoverSettings;

export const crossoverPresets: Presets<CrossoverSettings> = {
  usual: {},
  'one-by-one': { batchSize: 1 },
  'large-batches': { batchSize: 512, largest: 256 },
};

export const crossoverDefinition: ExperimentDefinition<CrossoverSettings, CrossoverMessages> = {
  settings: crossoverSettings,
  presets: crossoverPresets,
  defaultPreset: 'usual',
  catalog: new Catalog<CrossoverMessages>(crossoverEnglish, {
    fr: async () => (await import('./messages.fr.ts')).crossoverFrench,
  }),
};
