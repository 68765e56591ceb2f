// What every part of a figure needs to draw itself: words, numbers and colours of the moment; and the numbered section around it.

import { html, nothing, type TemplateResult } from 'lit';
import type { NumberFormats } from '../formats/numbers.ts';
import type { SharedMessages } from '../i18n/shared.ts';
import type { Palette } from './palette.ts';

export interface View<M> {
  readonly t: M;
  readonly shared: SharedMessages;
  readonly f: NumberFormats;
  readonly palette: Palette | undefined;
}

/** One numbered part of a figure; `name` is its CSS part and its anchor for teachers. */
export function stepSection(name: string, number: number | undefined, title: string, content: unknown): TemplateResult {
  return html`<section class="step ${name}" part="step ${name}" aria-labelledby="step-${name}">
    <h3 id="step-${name}">${number ? html`<span class="step-number">${number}</span>` : nothing}<span>${title}</span></h3>
    ${content}
  </section>`;
}
