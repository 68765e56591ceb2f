// The controls that settings are made with, as templates: slider, select, segmented choice, text field.
//
// Templates rather than elements: label, field and error sentence stay in one tree, where `for` and `aria-describedby` reach.

import { html, nothing, type TemplateResult } from 'lit';
import { variables } from './variables.ts';

interface FieldOptions {
  /** Unique in the element that shows the field. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}

export interface SliderOptions extends FieldOptions {
  /** Number of positions. */
  readonly positions: number;
  readonly position: number;
  /** The value in words, beside the label and for screen readers. */
  readonly text: string;
  /** Called while the slider moves, and once more with `done` when it is let go. */
  readonly changed: (position: number, done: boolean) => void;
}

const hintLine = (id: string, hint: string | undefined): TemplateResult | typeof nothing =>
  hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing;

/** A slider over named stops: linear, logarithmic or doubling, as its stops say. */
export function slider(options: SliderOptions): TemplateResult {
  const { id, label, hint, positions, position, text, changed } = options;
  const moved = (event: Event, done: boolean): void => changed((event.target as HTMLInputElement).valueAsNumber, done);
  return html`<div class="field">
    <div class="field-head"><label for=${id}>${label}</label><output for=${id}>${text}</output></div>
    <input type="range" id=${id} min="0" max=${positions - 1} step="1" .value=${String(position)}
      aria-valuetext=${text} aria-describedby=${hint ? `${id}-hint` : nothing}
      ${variables({ '--share': position / Math.max(1, positions - 1) })}
      @input=${(event: Event) => moved(event, false)} @change=${(event: Event) => moved(event, true)}>
    ${hintLine(id, hint)}
  </div>`;
}

export interface ChoiceOptions extends FieldOptions {
  readonly options: readonly Choice[];
  readonly value: string;
  readonly changed: (value: string) => void;
}

export function select({ id, label, hint, options, value, changed }: ChoiceOptions): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} .value=${value} aria-describedby=${hint ? `${id}-hint` : nothing}
      @change=${(event: Event) => changed((event.target as HTMLSelectElement).value)}>
      ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.name}</option>`)}
    </select>
    ${hintLine(id, hint)}
  </div>`;
}

/** A choice among few, all of them visible. */
export function segmented({ id, label, hint, options, value, changed }: ChoiceOptions): TemplateResult {
  return html`<fieldset class="field segmented" aria-describedby=${hint ? `${id}-hint` : nothing}>
    <legend>${label}</legend>
    <div class="segments">
      ${options.map(
        (option) => html`<label class="segment"><input type="radio" name=${id} value=${option.value}
          .checked=${option.value === value} @change=${() => changed(option.value)}><span>${option.name}</span></label>`,
      )}
    </div>
    ${hintLine(id, hint)}
  </fieldset>`;
}

export interface TextFieldOptions extends FieldOptions {
  readonly value: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  /** Why the text cannot be used, and what can. */
  readonly error?: string | undefined;
  /** Called while typing, and once more with `done` when the field is left or Enter pressed. */
  readonly changed: (text: string, done: boolean) => void;
}

export function textField(options: TextFieldOptions): TemplateResult {
  const { id, label, hint, value, inputMode = 'text', error, changed } = options;
  const typed = (event: Event, done: boolean): void => changed((event.target as HTMLInputElement).value, done);
  const described = error ? `${id}-error` : hint ? `${id}-hint` : nothing;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input type="text" id=${id} .value=${value} inputmode=${inputMode} autocomplete="off" spellcheck="false"
      aria-invalid=${error ? 'true' : nothing} aria-describedby=${described}
      @input=${(event: Event) => typed(event, false)} @change=${(event: Event) => typed(event, true)}>
    ${error ? html`<p class="field-error" id="${id}-error" role="alert">${error}</p>` : hintLine(id, hint)}
  </div>`;
}
