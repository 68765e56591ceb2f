// The control of a setting follows from its kind: stops make a slider, few options a segmented choice, the rest a field.

import type { TemplateResult } from 'lit';
import type { SettingText } from '../base/definition.ts';
import { nearestStop, type Setting } from '../base/settings.ts';
import { segmented, select, slider, textField } from './fields.ts';

/** More than this many options are a list that opens. */
const SEGMENTS = 3;

export interface SettingControlOptions {
  readonly id: string;
  readonly setting: Setting;
  readonly text: SettingText;
  readonly value: string | number;
  /** A number as the reader's language writes it. */
  readonly format: (value: number) => string;
  /** A number as it stands in a field. */
  readonly typed: (value: number) => string;
  /** The text that the visitor left in the field although it cannot be used, and the sentence about it. */
  readonly refused?: string | undefined;
  readonly error?: string | undefined;
  /** A value from a slider or a choice; `done` is false while a slider is dragged. */
  readonly change: (value: string | number, done: boolean) => void;
  /** A text from a field; `done` is false while it is typed. */
  readonly changeText: (text: string, done: boolean) => void;
}

export function settingControl(options: SettingControlOptions): TemplateResult {
  const { id, setting, text, value, format, typed, refused, error, change, changeText } = options;
  const { label, hint } = text;
  if (setting.kind === 'number' && setting.stops && typeof value === 'number') {
    const { stops } = setting;
    return slider({
      id,
      label,
      hint,
      positions: stops.length,
      position: nearestStop(stops, value),
      text: format(value),
      changed: (position, done) => change(stops[position] ?? value, done),
    });
  }
  if (setting.kind === 'choice') {
    const choices = setting.options.map((option) => ({ value: option, name: text.options?.[option] ?? option }));
    const control = choices.length > SEGMENTS ? select : segmented;
    return control({
      id,
      label,
      hint,
      options: choices,
      value: String(value),
      changed: (chosen) => change(chosen, true),
    });
  }
  return textField({
    id,
    label,
    hint,
    error,
    value: refused ?? (typeof value === 'number' ? typed(value) : value),
    inputMode: setting.kind === 'number' ? (setting.integer ? 'numeric' : 'decimal') : 'text',
    changed: changeText,
  });
}
