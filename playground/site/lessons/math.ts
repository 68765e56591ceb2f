// Small pieces of MathML for formulas in lessons.
//
// `mathvariant="normal"` keeps the letters letters: browsers would otherwise exchange them for mathematical italics, which few text
// fonts have. Parts are `mathml` templates: parsed as HTML, they would be unknown elements, and not be shown. The stylesheet sets them in the page's own italic.

import { html, mathml, nothing, type TemplateResult } from 'lit';

/** A letter of a formula; `term` ties it to its line in the legend and to its points in the figure. */
export const mi = (letter: string, term?: string): TemplateResult<3> =>
  term
    ? mathml`<mi mathvariant="normal" data-term=${term}>${letter}</mi>`
    : mathml`<mi mathvariant="normal">${letter}</mi>`;

/** A name of several letters, such as ln: upright, or it would read as a product. */
export const word = (name: string, term?: string): TemplateResult<3> =>
  mathml`<mi mathvariant="normal" class="upright" data-term=${term ?? nothing}>${name}</mi>`;

/** A symbol within a sentence, with an index below where it has one. */
export const symbol = (letter: string, index?: string): TemplateResult =>
  index
    ? html`<math><msub>${mi(letter)}<mi mathvariant="normal">${index}</mi></msub></math>`
    : html`<math>${mi(letter)}</math>`;

/** A line of the legend below a formula. */
export const legendLine = (term: string, sign: TemplateResult, text: TemplateResult | string): TemplateResult =>
  html`<div data-term=${term} tabindex="0"><dt>${sign}</dt><dd>${text}</dd></div>`;
