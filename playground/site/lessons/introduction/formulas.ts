// The three sets as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, type TemplateResult } from 'lit';
import { word } from '../math.ts';

/** The names are the language's own: IA or AI. */
export const inclusion = (
  deep: string,
  learning: string,
  intelligence: string,
): TemplateResult => html`<math display="block">
  <mrow>${word(deep, 'deep')}<mo>⊂</mo>${word(learning, 'learning')}<mo>⊂</mo>${word(intelligence, 'intelligence')}</mrow>
</math>`;

export const symbolOf = (name: string): TemplateResult => html`<math>${word(name)}</math>`;
