// The mean squared error, its root, and the normal equation as MathML.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const sum = mathml`<munderover><mo>∑</mo><mrow>${mi('i')}<mo>=</mo><mn>1</mn></mrow>${mi('m', 'm')}</munderover>`;
const missed = mathml`<msup><mrow data-term="residual"><mo>(</mo><msub>${mi('ŷ')}${mi('i')}</msub><mo>−</mo><msub>${mi('y')}${mi('i')}</msub><mo>)</mo></mrow><mn>2</mn></msup>`;

export const line: TemplateResult = html`<math display="block"><mrow data-term="theta">
  <msub>${mi('ŷ')}${mi('i')}</msub><mo>=</mo><msub>${mi('θ')}<mn>0</mn></msub><mo>+</mo><msub>${mi('θ')}<mn>1</mn></msub><msub>${mi('x')}${mi('i')}</msub>
</mrow></math>`;

export const errors: TemplateResult = html`<math display="block"><mrow>
  <mi mathvariant="normal" class="upright">MSE</mi><mo>=</mo><mfrac><mn>1</mn>${mi('m', 'm')}</mfrac>${sum}${missed}
</mrow></math><math display="block"><mrow>
  <mi mathvariant="normal" class="upright">RMSE</mi><mo>=</mo><mo>√</mo><mrow class="under-root"><mi mathvariant="normal" class="upright">MSE</mi></mrow>
</mrow></math>`;

export const normalEquation: TemplateResult = html`<math display="block"><mrow>
  <mover>${mi('θ')}<mo>ˆ</mo></mover><mo>=</mo>
  <msup><mrow><mo>(</mo><msup>${mi('X', 'X')}${mi('T')}</msup>${mi('X', 'X')}<mo>)</mo></mrow><mrow><mo>−</mo><mn>1</mn></mrow></msup>
  <msup>${mi('X', 'X')}${mi('T')}</msup>${mi('Y', 'Y')}
</mrow></math>`;
