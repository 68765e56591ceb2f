// What an experiment is before it runs: its settings, its presets and its sentences. Plain data, so that tests can walk over it.

import type { Catalog } from '../i18n/catalog.ts';
import type { Presets, SettingsSchema } from './settings.ts';

export interface SettingText {
  readonly label: string;
  /** One line under the control. */
  readonly hint?: string;
  /** Names of the options of a choice. */
  readonly options?: Readonly<Record<string, string>>;
}

export interface PresetText {
  readonly name: string;
  /** What to expect of it. */
  readonly about: string;
}

/** The part of every experiment's messages that shared code reads. */
export interface ExperimentMessages {
  /** Name of the whole figure for assistive technology. */
  readonly title: string;
  readonly settings: Readonly<Record<string, SettingText>>;
  readonly presets: Readonly<Record<string, PresetText>>;
}

export interface ExperimentDefinition<
  S extends SettingsSchema = SettingsSchema,
  M extends ExperimentMessages = ExperimentMessages,
> {
  readonly settings: S;
  readonly presets: Presets<S>;
  readonly defaultPreset: string;
  readonly catalog: Catalog<M>;
}
