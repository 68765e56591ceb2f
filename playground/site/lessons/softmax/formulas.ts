// Softmax with a temperature as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, mathml, type TemplateResult } from 'lit';

const power = (index: string): TemplateResult<3> =>
  mathml`<msup><mi mathvariant="normal">e</mi><mrow><msub data-term="z"><mi mathvariant="normal">z</mi><mi mathvariant="normal">${index}</mi></msub><mo>/</mo><mi mathvariant="normal" data-term="T">T</mi></mrow></msup>`;

export const softmax: TemplateResult = html`<math display="block">
  <mrow>
    <msub data-term="p"><mi mathvariant="normal">p</mi><mi mathvariant="normal">k</mi></msub>
    <mo>=</mo>
    <mfrac>
      ${power('k')}
      <mrow><munderover><mo>∑</mo><mrow><mi mathvariant="normal">j</mi><mo>=</mo><mn>0</mn></mrow><mn>9</mn></munderover>${power('j')}</mrow>
    </mfrac>
  </mrow>
</math>`;
