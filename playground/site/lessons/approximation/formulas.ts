// A layer of neurons as a sum of bends, as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const indexed = (name: string, term: string): TemplateResult<3> =>
  mathml`<msub data-term=${term}><mi mathvariant="normal">${name}</mi><mi mathvariant="normal">j</mi></msub>`;

export const sumOfBends: TemplateResult = html`<math display="block">
  <mrow>
    ${mi('ŷ', 'y')}<mo>(</mo>${mi('x', 'x')}<mo>)</mo><mo>=</mo>${mi('c', 'c')}<mo>+</mo>
    <munderover><mo>∑</mo><mrow><mi mathvariant="normal">j</mi><mo>=</mo><mn>1</mn></mrow>${mi('n', 'n')}</munderover>
    ${indexed('v', 'v')}<mspace width="0.15em"></mspace><mi mathvariant="normal" class="upright">tanh</mi><mo>(</mo>${indexed('w', 'w')}
    ${mi('x', 'x')}<mo>+</mo>${indexed('b', 'w')}<mo>)</mo>
  </mrow>
</math>`;
