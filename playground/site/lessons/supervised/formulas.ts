// The two heads and their losses as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const indexed = (name: string, index: string, term: string): TemplateResult<3> =>
  mathml`<msub data-term=${term}><mi mathvariant="normal">${name}</mi><mi mathvariant="normal">${index}</mi></msub>`;

const mean = mathml`<mfrac><mn>1</mn><mi mathvariant="normal">n</mi></mfrac><munder><mo>∑</mo><mi mathvariant="normal">i</mi></munder>`;

export const classification: TemplateResult = html`<math display="block">
  <mrow>
    ${mi('L', 'L')}<mo>=</mo><mo>−</mo>${mean}
    <mi mathvariant="normal" class="upright">ln</mi><mspace width="0.15em"></mspace>
    <msub data-term="p"><mi mathvariant="normal">p</mi><msub data-term="y"><mi mathvariant="normal">y</mi><mi mathvariant="normal">i</mi></msub></msub>
    <mo>(</mo>${indexed('x', 'i', 'x')}<mo>)</mo>
  </mrow>
</math>`;

export const regression: TemplateResult = html`<math display="block">
  <mrow>
    ${mi('L', 'L')}<mo>=</mo>${mean}
    <msup><mrow><mo>(</mo>${mi('ŷ', 'yhat')}<mo>(</mo>${indexed('x', 'i', 'x')}<mo>)</mo><mo>−</mo>${indexed('y', 'i', 'y')}<mo>)</mo></mrow><mn>2</mn></msup>
  </mrow>
</math>`;
