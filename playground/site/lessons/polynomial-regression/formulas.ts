// The polynomial in powers and in Chebyshev polynomials, as MathML.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const powers: TemplateResult = html`<math display="block"><mrow>
  <msub>${mi('P', 'P')}${mi('n', 'n')}</msub><mo>(</mo>${mi('x')}<mo>)</mo><mo>=</mo>
  <munderover><mo>∑</mo><mrow>${mi('i')}<mo>=</mo><mn>0</mn></mrow>${mi('n', 'n')}</munderover>
  <msub>${mi('a')}${mi('i')}</msub><msup>${mi('x')}${mi('i')}</msup>
  <mo>=</mo>
  <munderover><mo>∑</mo><mrow>${mi('i')}<mo>=</mo><mn>0</mn></mrow>${mi('n', 'n')}</munderover>
  <msub>${mi('c', 'c')}${mi('i')}</msub><msub>${mi('T')}${mi('i')}</msub><mo>(</mo>${mi('x')}<mo>)</mo>
</mrow></math>`;

export const rootMeanSquare: TemplateResult = html`<math display="block"><mrow>
  <mi mathvariant="normal" class="upright">RMSE</mi><mo>=</mo><mo>√</mo><mrow class="under-root"><mi mathvariant="normal" class="upright">MSE</mi></mrow>
</mrow></math><math display="block"><mrow>
  <mi mathvariant="normal" class="upright">MSE</mi><mo>=</mo><mfrac><mn>1</mn>${mi('m', 'm')}</mfrac>
  <munderover><mo>∑</mo><mrow>${mi('j')}<mo>=</mo><mn>1</mn></mrow>${mi('m', 'm')}</munderover>
  <msup><mrow data-term="residual"><mo>(</mo><msub>${mi('P')}${mi('n')}</msub><mo>(</mo><msub>${mi('x')}${mi('j')}</msub><mo>)</mo><mo>−</mo><msub>${mi('y')}${mi('j')}</msub><mo>)</mo></mrow><mn>2</mn></msup>
</mrow></math>`;
