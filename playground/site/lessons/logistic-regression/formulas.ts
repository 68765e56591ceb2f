// The logistic model, its decision and its cost as MathML.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const model: TemplateResult = html`<math display="block"><mrow>
  ${mi('ŷ')}<mo>=</mo>${mi('σ', 'sigma')}<mo>(</mo><msup>${mi('Θ', 'theta')}${mi('T')}</msup>${mi('X')}<mo>+</mo>${mi('b', 'b')}<mo>)</mo>
  <mspace width="2em"></mspace>
  ${mi('σ', 'sigma')}<mo>(</mo>${mi('t')}<mo>)</mo><mo>=</mo><mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup>${mi('e')}<mrow><mo>−</mo>${mi('t')}</mrow></msup></mrow></mfrac>
</mrow></math>`;

export const cost: TemplateResult = html`<math display="block"><mrow>
  ${mi('J')}<mo>(</mo>${mi('Θ', 'theta')}<mo>)</mo><mo>=</mo><mo>−</mo><mfrac><mn>1</mn>${mi('m')}</mfrac>
  <munder><mo>∑</mo>${mi('i')}</munder><mo>[</mo>
  <msub>${mi('y', 'y')}${mi('i')}</msub><mi mathvariant="normal" class="upright">ln</mi><mspace width="0.2em"></mspace><msub>${mi('ŷ')}${mi('i')}</msub>
  <mo>+</mo><mo>(</mo><mn>1</mn><mo>−</mo><msub>${mi('y', 'y')}${mi('i')}</msub><mo>)</mo>
  <mi mathvariant="normal" class="upright">ln</mi><mo>(</mo><mn>1</mn><mo>−</mo><msub>${mi('ŷ')}${mi('i')}</msub><mo>)</mo><mo>]</mo>
</mrow></math>`;
