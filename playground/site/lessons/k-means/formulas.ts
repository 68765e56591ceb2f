// The inertia and the two half steps of k-means as MathML. `data-term` ties a symbol to its line in the legend.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const indexed = (name: string, index: TemplateResult<3>, term: string): TemplateResult<3> =>
  mathml`<msub data-term=${term}><mi mathvariant="normal">${name}</mi>${index}</msub>`;

const i = mathml`<mi mathvariant="normal">i</mi>`;
const ci = mathml`<msub><mi mathvariant="normal">c</mi><mi mathvariant="normal">i</mi></msub>`;
const squared = (index: TemplateResult<3>): TemplateResult<3> =>
  mathml`<msup><mrow><mo>‖</mo>${indexed('x', i, 'x')}<mo>−</mo>${indexed('μ', index, 'm')}<mo>‖</mo></mrow><mn>2</mn></msup>`;

export const inertia: TemplateResult = html`<math display="block">
  <mrow>
    ${mi('J', 'J')}<mo>=</mo>
    <munder><mo>∑</mo><mi mathvariant="normal">i</mi></munder>
    ${squared(mathml`<msub data-term="c"><mi mathvariant="normal">c</mi><mi mathvariant="normal">i</mi></msub>`)}
  </mrow>
</math>`;

export const assign: TemplateResult = html`<math display="block">
  <mrow>
    <mrow data-term="c">${ci}</mrow><mo>←</mo>
    <munder><mi mathvariant="normal" class="upright">argmin</mi><mi mathvariant="normal">k</mi></munder><mspace width="0.2em"></mspace>
    ${squared(mathml`<mi mathvariant="normal">k</mi>`)}
  </mrow>
</math>`;

export const move: TemplateResult = html`<math display="block">
  <mrow>
    ${indexed('μ', mathml`<mi mathvariant="normal">k</mi>`, 'm')}<mo>←</mo>
    <mfrac>
      <mn>1</mn>
      <msub data-term="n"><mi mathvariant="normal">n</mi><mi mathvariant="normal">k</mi></msub>
    </mfrac>
    <munder><mo>∑</mo><mrow>${ci}<mo>=</mo><mi mathvariant="normal">k</mi></mrow></munder>
    ${indexed('x', i, 'x')}
  </mrow>
</math>`;
