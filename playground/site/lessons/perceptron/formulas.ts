// Rosenblatt's rule as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const answer: TemplateResult = html`<math display="block">
  <mrow>
    ${mi('ŷ', 'p')}
    <mo>=</mo>
    <mn>1</mn>
    <mspace width="0.6em"></mspace><mo>⟺</mo><mspace width="0.6em"></mspace>
    <msub data-term="w"><mi mathvariant="normal">w</mi><mn>1</mn></msub><msub data-term="x"><mi mathvariant="normal">x</mi><mn>1</mn></msub>
    <mo>+</mo>
    <msub data-term="w"><mi mathvariant="normal">w</mi><mn>2</mn></msub><msub data-term="x"><mi mathvariant="normal">x</mi><mn>2</mn></msub>
    <mo>+</mo>
    ${mi('b', 'b')}
    <mo>&gt;</mo>
    <mn>0</mn>
  </mrow>
</math>`;

export const rule: TemplateResult = html`<math display="block">
  <mrow>
    ${mi('w', 'w')}<mo>←</mo>${mi('w', 'w')}<mo>+</mo>
    <mo>(</mo>${mi('y', 'y')}<mo>−</mo>${mi('ŷ', 'p')}<mo>)</mo><mspace width="0.2em"></mspace>${mi('x', 'x')}
    <mo>,</mo><mspace width="1em"></mspace>
    ${mi('b', 'b')}<mo>←</mo>${mi('b', 'b')}<mo>+</mo><mo>(</mo>${mi('y', 'y')}<mo>−</mo>${mi('ŷ', 'p')}<mo>)</mo>
  </mrow>
</math>`;
