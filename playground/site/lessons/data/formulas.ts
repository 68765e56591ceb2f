// Mean, standard deviation and median as MathML.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const moments: TemplateResult = html`<math display="block"><mrow>
  ${mi('μ', 'mu')}<mo>=</mo><mfrac><mn>1</mn>${mi('n', 'n')}</mfrac><mo>∑</mo><msub>${mi('x')}${mi('i')}</msub><mo>,</mo><mspace width="1.2em"></mspace>
  ${mi('σ', 'sigma')}<mo>=</mo><msqrt><mrow><mfrac><mn>1</mn><mrow>${mi('n', 'n')}<mo>−</mo><mn>1</mn></mrow></mfrac><mo>∑</mo>
  <msup><mrow><mo>(</mo><msub>${mi('x')}${mi('i')}</msub><mo>−</mo>${mi('μ', 'mu')}<mo>)</mo></mrow><mn>2</mn></msup></mrow></msqrt>
</mrow></math>`;
