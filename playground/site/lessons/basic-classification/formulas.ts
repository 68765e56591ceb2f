// Softmax and cross-entropy as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, type TemplateResult } from 'lit';

// `mathvariant="normal"` keeps the letters letters: browsers would otherwise exchange them for mathematical italics, which few
// text fonts have. The stylesheet sets them in the page's own italic.

export const softmax: TemplateResult = html`<math display="block">
  <mrow>
    <msub data-term="p"><mi mathvariant="normal">p</mi><mi mathvariant="normal">k</mi></msub>
    <mo>=</mo>
    <mfrac>
      <msup><mi mathvariant="normal">e</mi><msub data-term="z"><mi mathvariant="normal">z</mi><mi mathvariant="normal">k</mi></msub></msup>
      <mrow>
        <munderover><mo class="sum">∑</mo><mrow><mi mathvariant="normal">j</mi><mo>=</mo><mn>0</mn></mrow><mn>9</mn></munderover>
        <msup><mi mathvariant="normal">e</mi><msub data-term="z"><mi mathvariant="normal">z</mi><mi mathvariant="normal">j</mi></msub></msup>
      </mrow>
    </mfrac>
  </mrow>
</math>`;

export const crossEntropy: TemplateResult = html`<math display="block">
  <mrow>
    <mi mathvariant="normal" data-term="L">L</mi>
    <mo>=</mo>
    <mo>−</mo>
    <mfrac><mn>1</mn><mi mathvariant="normal" data-term="m">m</mi></mfrac>
    <munderover><mo class="sum">∑</mo><mrow><mi mathvariant="normal">i</mi><mo>=</mo><mn>1</mn></mrow><mi mathvariant="normal" data-term="m">m</mi></munderover>
    <mrow><mi mathvariant="normal" class="upright">ln</mi><mspace width="0.2em"></mspace>
      <msub><mi mathvariant="normal" data-term="p">p</mi><mrow data-term="y"><mi mathvariant="normal">y</mi><mo>(</mo><mi mathvariant="normal">i</mi><mo>)</mo></mrow></msub></mrow>
  </mrow>
</math>`;
