// The three sets as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, mathml, type TemplateResult } from 'lit';

const set = (name: string, term: string): TemplateResult<3> =>
  mathml`<mi mathvariant="normal" data-term=${term}>${name}</mi>`;

/** The names are the language's own: IA or AI. */
export const inclusion = (
  deep: string,
  learning: string,
  intelligence: string,
): TemplateResult => html`<math display="block">
  <mrow>${set(deep, 'deep')}<mo>⊂</mo>${set(learning, 'learning')}<mo>⊂</mo>${set(intelligence, 'intelligence')}</mrow>
</math>`;

export const symbolOf = (name: string): TemplateResult => html`<math><mi mathvariant="normal">${name}</mi></math>`;
