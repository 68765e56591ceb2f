// Updates per epoch, and the gradient of a batch, as MathML.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const updates: TemplateResult = html`<math display="block"><mrow>
  <mo>⌈</mo><mfrac>${mi('N', 'n')}${mi('B', 'b')}</mfrac><mo>⌉</mo><mo>=</mo><mo>⌈</mo><mfrac><mn>60000</mn><mn>512</mn></mfrac><mo>⌉</mo><mo>=</mo><mn>118</mn>
</mrow></math>`;

export const batchGradient: TemplateResult = html`<math display="block"><mrow>
  ${mi('Θ', 'theta')}<mo>←</mo>${mi('Θ', 'theta')}<mo>−</mo>${mi('η', 'eta')}<mspace width="0.2em"></mspace><mfrac><mn>1</mn>${mi('B', 'b')}</mfrac>
  <munder><mo>∑</mo><mrow>${mi('i')}<mo>∈</mo>${mi('S', 's')}</mrow></munder><mo>∇</mo><msub>${mi('J')}${mi('i')}</msub>
</mrow></math>`;
