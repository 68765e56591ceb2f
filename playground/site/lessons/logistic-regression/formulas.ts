// The logistic model, its decision and its cost as MathML.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const model: TemplateResult = html`<math display="block"><mrow>
  ${mi('ŷ')}<mo>=</mo>${mi('σ', 'sigma')}<mo>(</mo><msup>${mi('Θ', 'theta')}${mi('T')}</msup>${mi('X')}<mo>+</mo>${mi('b', 'b')}<mo>)</mo>
</mrow></math><math display="block"><mrow>
  ${mi('σ', 'sigma')}<mo>(</mo>${mi('t')}<mo>)</mo><mo>=</mo><mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup>${mi('e')}<mrow><mo>−</mo>${mi('t')}</mrow></msup></mrow></mfrac>
</mrow></math>`;

const ln = mathml`<mi mathvariant="normal" class="upright">ln</mi>`;

export const cost: TemplateResult = html`<math display="block"><mrow>
  ${mi('J')}<mo>(</mo>${mi('Θ', 'theta')}<mo>)</mo><mo>=</mo><mfrac><mn>1</mn>${mi('m')}</mfrac><munder><mo>∑</mo>${mi('i')}</munder><msub>${mi('c')}${mi('i')}</msub>
</mrow></math><math display="block"><mrow>
  <msub>${mi('c')}${mi('i')}</msub><mo>=</mo><mo stretchy="true" form="prefix">{</mo><mtable columnalign="left">
    <mtr><mtd><mrow><mo>−</mo>${ln}<mspace width="0.15em"></mspace><msub>${mi('ŷ')}${mi('i')}</msub></mrow></mtd><mtd><mrow><mspace width="1em"></mspace><msub>${mi('y', 'y')}${mi('i')}</msub><mo>=</mo><mn>1</mn></mrow></mtd></mtr>
    <mtr><mtd><mrow><mo>−</mo>${ln}<mo>(</mo><mn>1</mn><mo>−</mo><msub>${mi('ŷ')}${mi('i')}</msub><mo>)</mo></mrow></mtd><mtd><mrow><mspace width="1em"></mspace><msub>${mi('y', 'y')}${mi('i')}</msub><mo>=</mo><mn>0</mn></mrow></mtd></mtr>
  </mtable>
</mrow></math>`;
