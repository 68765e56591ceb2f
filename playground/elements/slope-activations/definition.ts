// What `<slope-activations>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets } from '../../base/settings.ts';
import { trainingSettings } from '../../base/training-settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type ActivationsMessages, activationsEnglish } from './messages.en.ts';

export const functions = ['linear', 'sigmoid', 'tanh', 'relu', 'leakyRelu', 'softplus', 'gelu'] as const;
export type FunctionName = (typeof functions)[number];

const chosen: ChoiceSetting<FunctionName> = {
  kind: 'choice',
  attribute: 'function',
  query: 'f',
  rebuilds: true,
  default: 'tanh',
  options: functions,
};

const units: NumberSetting = {
  kind: 'number',
  attribute: 'units',
  query: 'units',
  rebuilds: true,
  integer: true,
  default: 8,
  min: 1,
  max: 32,
  stops: [1, 2, 3, 4, 6, 8, 12, 16, 24, 32],
};

const training = trainingSettings({ learningRate: 0.02, batchSize: 16, epochs: 300 });

export const activationsSettings = {
  chosen,
  units,
  ...training,
  epochs: { ...training.epochs, stops: [50, 100, 200, 300, 500, 1000] },
};
export type ActivationsSettings = typeof activationsSettings;

export const activationsPresets: Presets<ActivationsSettings> = {
  tanh: {},
  relu: { chosen: 'relu' },
  sigmoid: { chosen: 'sigmoid' },
  linear: { chosen: 'linear' },
};

export const activationsDefinition: ExperimentDefinition<ActivationsSettings, ActivationsMessages> = {
  settings: activationsSettings,
  presets: activationsPresets,
  defaultPreset: 'tanh',
  catalog: new Catalog<ActivationsMessages>(activationsEnglish, {
    fr: async () => (await import('./messages.fr.ts')).activationsFrench,
  }),
};
