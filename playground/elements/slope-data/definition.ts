// What `<slope-data>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type DataMessages, dataEnglish } from './messages.en.ts';

export type TableName = 'ames' | 'iris';
/** What is done about cells that hold nothing. */
export type Repair = 'nothing' | 'drop' | 'mean';

const table: ChoiceSetting<TableName> = {
  kind: 'choice',
  attribute: 'table',
  query: 'table',
  rebuilds: true,
  default: 'ames',
  options: ['ames', 'iris'],
};

/** Counted from 1. */
const column: NumberSetting = {
  kind: 'number',
  attribute: 'column',
  query: 'column',
  rebuilds: false,
  integer: true,
  default: 1,
  min: 1,
  max: 14,
};

/** Share of cells that are emptied, as tables in practice arrive. */
const holes: NumberSetting = {
  kind: 'number',
  attribute: 'holes',
  query: 'holes',
  rebuilds: true,
  default: 0,
  min: 0,
  max: 0.5,
  stops: [0, 0.01, 0.02, 0.05, 0.1, 0.2],
};

const repair: ChoiceSetting<Repair> = {
  kind: 'choice',
  attribute: 'repair',
  query: 'repair',
  rebuilds: false,
  default: 'nothing',
  options: ['nothing', 'drop', 'mean'],
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

export const dataSettings = { table, column, holes, repair, seed };
export type DataSettings = typeof dataSettings;

export const dataPresets: Presets<DataSettings> = {
  houses: {},
  'hidden-holes': { column: 1 },
  price: { column: 14 },
  holes: { holes: 0.05, repair: 'drop' },
  mean: { holes: 0.2, repair: 'mean', column: 8 },
  irises: { table: 'iris', column: 3 },
};

export const dataDefinition: ExperimentDefinition<DataSettings, DataMessages> = {
  settings: dataSettings,
  presets: dataPresets,
  defaultPreset: 'houses',
  catalog: new Catalog<DataMessages>(dataEnglish, {
    fr: async () => (await import('./messages.fr.ts')).dataFrench,
  }),
};
