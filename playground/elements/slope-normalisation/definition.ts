// What `<slope-normalisation>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { NumberSetting, Presets } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type NormalisationMessages, normalisationEnglish } from './messages.en.ts';

/** The learning rate as a share of the largest that does not diverge, on each of the two surfaces. */
const share: NumberSetting = {
  kind: 'number',
  attribute: 'share',
  query: 'share',
  rebuilds: true,
  default: 0.85,
  min: 0.01,
  max: 1.5,
  stops: [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.02, 1.05],
};

const updates: NumberSetting = {
  kind: 'number',
  attribute: 'updates',
  query: 'n',
  rebuilds: true,
  integer: true,
  default: 80,
  min: 1,
  max: 1000,
  stops: [10, 20, 40, 80, 160, 320],
};

/** The new house: in tens of square metres, and rooms. */
const area: NumberSetting = {
  kind: 'number',
  attribute: 'area',
  query: 'area',
  rebuilds: false,
  default: 12,
  min: 2,
  max: 20,
  stops: Array.from({ length: 19 }, (_, i) => i + 2),
};

const rooms: NumberSetting = {
  kind: 'number',
  attribute: 'rooms',
  query: 'rooms',
  rebuilds: false,
  integer: true,
  default: 5,
  min: 1,
  max: 8,
  stops: [1, 2, 3, 4, 5, 6, 7, 8],
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

export const normalisationSettings = { share, updates, area, rooms, seed };
export type NormalisationSettings = typeof normalisationSettings;

export const normalisationPresets: Presets<NormalisationSettings> = {
  ravine: {},
  gentle: { share: 0.2 },
  'over-the-limit': { share: 1.05 },
  'small-house': { area: 4, rooms: 1 },
};

export const normalisationDefinition: ExperimentDefinition<NormalisationSettings, NormalisationMessages> = {
  settings: normalisationSettings,
  presets: normalisationPresets,
  defaultPreset: 'ravine',
  catalog: new Catalog<NormalisationMessages>(normalisationEnglish, {
    fr: async () => (await import('./messages.fr.ts')).normalisationFrench,
  }),
};
