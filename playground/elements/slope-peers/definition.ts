// What `<slope-peers>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, Presets } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import type { Against } from './figures.ts';
import { type PeersMessages, peersEnglish } from './messages.en.ts';

export const workloadNames = ['all', 'W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8'] as const;
export type WorkloadName = (typeof workloadNames)[number];

const against: ChoiceSetting<Against> = {
  kind: 'choice',
  attribute: 'against',
  query: 'against',
  rebuilds: false,
  default: 'webgpu',
  options: ['webgpu', 'all'],
};

const workload: ChoiceSetting<WorkloadName> = {
  kind: 'choice',
  attribute: 'workload',
  query: 'workload',
  rebuilds: false,
  default: 'all',
  options: workloadNames,
};

export const peersSettings = { against, workload };
export type PeersSettings = typeof peersSettings;

export const peersPresets: Presets<PeersSettings> = {
  webgpu: {},
  every: { against: 'all' },
  digits: { against: 'all', workload: 'W4' },
};

export const peersDefinition: ExperimentDefinition<PeersSettings, PeersMessages> = {
  settings: peersSettings,
  presets: peersPresets,
  defaultPreset: 'webgpu',
  catalog: new Catalog<PeersMessages>(peersEnglish, {
    fr: async () => (await import('./messages.fr.ts')).peersFrench,
  }),
};
