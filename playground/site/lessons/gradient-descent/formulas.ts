// The mean squared error, its gradient and the step as MathML.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const meanSquaredError: TemplateResult = html`<math display="block"><mrow>
  ${mi('J', 'loss')}<mo>(</mo>${mi('Θ', 'theta')}<mo>)</mo><mo>=</mo>
  <mfrac><mn>1</mn>${mi('m', 'm')}</mfrac>
  <munderover><mo>∑</mo><mrow>${mi('i')}<mo>=</mo><mn>1</mn></mrow>${mi('m', 'm')}</munderover>
  <msup><mrow data-term="residual"><mo>(</mo><msub>${mi('θ')}<mn>0</mn></msub><mo>+</mo><msub>${mi('θ')}<mn>1</mn></msub><msub>${mi('x')}${mi('i')}</msub>
    <mo>−</mo><msub>${mi('y')}${mi('i')}</msub><mo>)</mo></mrow><mn>2</mn></msup>
</mrow></math>`;

export const gradient: TemplateResult = html`<math display="block"><mrow>
  <mo>∇</mo>${mi('J', 'loss')}<mo>=</mo>
  <mfrac><mn>2</mn>${mi('m', 'm')}</mfrac>
  <msup>${mi('X')}${mi('T')}</msup>
  <mrow data-term="residual"><mo>(</mo>${mi('X')}${mi('Θ')}<mo>−</mo>${mi('Y')}<mo>)</mo></mrow>
</mrow></math>`;

export const update: TemplateResult = html`<math display="block"><mrow>
  ${mi('Θ', 'theta')}<mo>←</mo>${mi('Θ', 'theta')}<mo>−</mo>${mi('η', 'eta')}<mo>·</mo><mo>∇</mo>${mi('J', 'loss')}
</mrow></math>`;
