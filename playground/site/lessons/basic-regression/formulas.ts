// Standardisation and mean absolute error as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, type TemplateResult } from 'lit';

const letter = (name: string, term: string): TemplateResult =>
  html`<mi mathvariant="normal" data-term=${term}>${name}</mi>`;

export const standardised: TemplateResult = html`<math display="block">
  <mrow>
    <msup><mi mathvariant="normal" data-term="x">x</mi><mo>′</mo></msup>
    <mo>=</mo>
    <mfrac>
      <mrow>${letter('x', 'x')}<mo>−</mo>${letter('μ', 'mu')}</mrow>
      ${letter('σ', 'sigma')}
    </mfrac>
  </mrow>
</math>`;

export const meanAbsoluteError: TemplateResult = html`<math display="block">
  <mrow>
    <mi mathvariant="normal" class="upright">MAE</mi>
    <mo>=</mo>
    <mfrac><mn>1</mn>${letter('m', 'm')}</mfrac>
    <munderover><mo>∑</mo><mrow><mi mathvariant="normal">i</mi><mo>=</mo><mn>1</mn></mrow>${letter('m', 'm')}</munderover>
    <mrow>
      <mo>|</mo>
      <msub data-term="p"><mi mathvariant="normal">ŷ</mi><mi mathvariant="normal">i</mi></msub>
      <mo>−</mo>
      <msub data-term="y"><mi mathvariant="normal">y</mi><mi mathvariant="normal">i</mi></msub>
      <mo>|</mo>
    </mrow>
  </mrow>
</math>`;

export { symbol } from '../neural-network/formulas.ts';
