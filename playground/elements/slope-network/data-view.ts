// The part of the figure that has the data: which points, how many, how noisy, and what can be done with edited ones.

import { html, nothing, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import { type DatasetName, datasetNames } from './data.ts';
import type { NetworkMessages } from './messages.en.ts';

export interface DataOptions {
  readonly chosen: DatasetName;
  /** Points of each part. */
  readonly training: number;
  readonly validation: number;
  /** Controls of noise, count and share. */
  readonly fields: readonly TemplateResult[];
  /** What the visitor can do with points that he edited; undefined while they are as they were drawn. */
  readonly edits: { readonly canUndo: boolean; readonly undo: () => void; readonly restore: () => void } | undefined;
  readonly choose: (name: DatasetName) => void;
  readonly save: () => void;
}

export function dataStep({ t, f }: View<NetworkMessages>, options: DataOptions): TemplateResult {
  const { chosen, training, validation, fields, edits, choose, save } = options;
  const words = t.data;
  const sets = t.settings.data?.options ?? {};
  return stepSection(
    'data',
    undefined,
    words.title,
    html`<div class="data-columns">
      <fieldset class="sets"><legend class="visually-hidden">${t.settings.data?.label}</legend>
        ${datasetNames.map(
          (name) => html`<label class="set"><input type="radio" name="data" value=${name}
            .checked=${name === chosen} @change=${() => choose(name)}>
            <canvas width="144" height="144" data-set=${name} aria-hidden="true"></canvas><span>${sets[name]}</span></label>`,
        )}
      </fieldset>
      <div class="data-fields">
        ${fields}
        <p class="hint">${words.counts(f.integer(training), f.integer(validation))}</p>
      </div></div>
      <div class="actions">
        ${
          edits
            ? html`<button type="button" class="small" ?disabled=${!edits.canUndo} @click=${edits.undo}>${words.undo}</button>
              <button type="button" class="small" @click=${edits.restore}>${words.restore}</button>`
            : nothing
        }
        <button type="button" class="small" @click=${save}>${words.save}</button>
      </div>`,
  );
}
