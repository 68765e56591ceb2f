// Probabilities of classes as bars: how sure the network is, and what else it thought of.

import { html, type TemplateResult } from 'lit';
import { variables } from '../controls/variables.ts';

export interface ProbabilityBarsOptions {
  readonly label: string;
  readonly classNames: readonly string[];
  /** One per class, summing to 1; undefined while there is nothing to classify. */
  readonly probabilities: ArrayLike<number> | undefined;
  readonly format: (share: number) => string;
  /** The right answer, where it is known. */
  readonly truth?: number | undefined;
  readonly truthLabel?: string;
}

/** A list, so that it reads as text: "3: 97.2 %". The most probable class is set in bold. */
export function probabilityBars(options: ProbabilityBarsOptions): TemplateResult {
  const { label, classNames, probabilities, format, truth, truthLabel } = options;
  const best = probabilities ? argmax(probabilities) : -1;
  return html`<ol class="bars" aria-label=${label}>
    ${classNames.map((name, index) => {
      const share = probabilities?.[index] ?? 0;
      const kind = index !== best ? '' : truth === undefined || truth === index ? 'best' : 'best wrong';
      return html`<li class=${kind}>
        <span class="bar-name">${name}${index === truth ? html`<abbr title=${truthLabel ?? ''}>✓</abbr>` : ''}</span>
        <span class="bar-track"><span class="bar" ${variables({ '--share': share })}></span></span>
        <span class="bar-value">${probabilities ? format(share) : '–'}</span>
      </li>`;
    })}
  </ol>`;
}

/** The index of the largest value. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  return best;
}
