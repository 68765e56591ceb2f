// The neuron as MathML.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const neuron: TemplateResult = html`<math display="block"><mrow>
  ${mi('ŷ', 'y')}<mo>=</mo>${mi('σ', 'sigma')}<mo>(</mo>
  <munderover><mo>∑</mo><mrow>${mi('i')}<mo>=</mo><mn>1</mn></mrow>${mi('n')}</munderover>
  <msub>${mi('θ', 'theta')}${mi('i')}</msub><msub>${mi('x', 'x')}${mi('i')}</msub><mo>+</mo>${mi('b', 'b')}<mo>)</mo>
</mrow></math>`;
