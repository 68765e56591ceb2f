// One neuron on features, and the same on hidden neurons, as MathML. `data-term` ties a symbol to its line in the legend.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const indexed = (name: string, index: string, term: string): TemplateResult<3> =>
  mathml`<msub data-term=${term}><mi mathvariant="normal">${name}</mi><mi mathvariant="normal">${index}</mi></msub>`;
const weightedSum = mathml`<munder><mo>∑</mo><mi mathvariant="normal">j</mi></munder>${indexed('w', 'j', 'w')}`;

export const byHand: TemplateResult = html`<math display="block">
  <mrow>
    ${mi('ŷ', 'y')}<mo>=</mo>${mi('σ', 's')}<mo>(</mo>${weightedSum}<mspace width="0.15em"></mspace>
    ${indexed('φ', 'j', 'f')}<mo>(</mo>${mi('x', 'x')}<mo>)</mo><mo>+</mo>${mi('b', 'w')}<mo>)</mo>
  </mrow>
</math>`;

export const learned: TemplateResult = html`<math display="block">
  <mrow>
    ${indexed('φ', 'j', 'f')}<mo>(</mo>${mi('x', 'x')}<mo>)</mo><mo>=</mo>
    <mi mathvariant="normal" class="upright">tanh</mi><mo>(</mo>${indexed('v', 'j', 'v')}<mo>·</mo>${mi('x', 'x')}<mo>+</mo>${indexed('c', 'j', 'v')}<mo>)</mo>
  </mrow>
</math>`;
