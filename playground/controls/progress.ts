// How much of something is done, as a bar.

import { html, type TemplateResult } from 'lit';
import { variables } from './variables.ts';

/** @param label what progresses, for assistive technology */
export function progressBar(label: string, done: number, all: number): TemplateResult {
  const share = all > 0 ? done / all : 0;
  return html`<div class="progress" role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax="100"
    aria-valuenow=${Math.round(share * 100)}><span ${variables({ '--share': share })}></span></div>`;
}
