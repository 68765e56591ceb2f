// What `<slope-timeline>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { NumberSetting, Presets } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type TimelineMessages, timelineEnglish } from './messages.en.ts';
import { years } from './stations.ts';

const year: NumberSetting = {
  kind: 'number',
  attribute: 'year',
  query: 'year',
  rebuilds: false,
  integer: true,
  default: 1958,
  min: 1956,
  max: 2022,
  stops: years,
};

export const timelineSettings = { year };
export type TimelineSettings = typeof timelineSettings;

export const timelinePresets: Presets<TimelineSettings> = {
  perceptron: {},
  controversy: { year: 1969 },
  'back-propagation': { year: 1986 },
  deep: { year: 2012 },
};

export const timelineDefinition: ExperimentDefinition<TimelineSettings, TimelineMessages> = {
  settings: timelineSettings,
  presets: timelinePresets,
  defaultPreset: 'perceptron',
  catalog: new Catalog<TimelineMessages>(timelineEnglish, {
    fr: async () => (await import('./messages.fr.ts')).timelineFrench,
  }),
};
