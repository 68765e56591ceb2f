// Standardisation and mean absolute error as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const standardised: TemplateResult = html`<math display="block">
  <mrow>
    <msup><mi mathvariant="normal" data-term="x">x</mi><mo>′</mo></msup>
    <mo>=</mo>
    <mfrac>
      <mrow>${mi('x', 'x')}<mo>−</mo>${mi('μ', 'mu')}</mrow>
      ${mi('σ', 'sigma')}
    </mfrac>
  </mrow>
</math>`;

export const meanAbsoluteError: TemplateResult = html`<math display="block">
  <mrow>
    <mi mathvariant="normal" class="upright">MAE</mi>
    <mo>=</mo>
    <mfrac><mn>1</mn>${mi('m', 'm')}</mfrac>
    <munderover><mo>∑</mo><mrow><mi mathvariant="normal">i</mi><mo>=</mo><mn>1</mn></mrow>${mi('m', 'm')}</munderover>
    <mrow>
      <mo>|</mo>
      <msub data-term="p"><mi mathvariant="normal">ŷ</mi><mi mathvariant="normal">i</mi></msub>
      <mo>−</mo>
      <msub data-term="y"><mi mathvariant="normal">y</mi><mi mathvariant="normal">i</mi></msub>
      <mo>|</mo>
    </mrow>
  </mrow>
</math>`;
