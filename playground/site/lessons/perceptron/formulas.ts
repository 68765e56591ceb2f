// Rosenblatt's rule as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, type TemplateResult } from 'lit';

const letter = (name: string, term: string): TemplateResult =>
  html`<mi mathvariant="normal" data-term=${term}>${name}</mi>`;

export const answer: TemplateResult = html`<math display="block">
  <mrow>
    ${letter('ŷ', 'p')}
    <mo>=</mo>
    <mn>1</mn>
    <mspace width="0.6em"></mspace><mo>⟺</mo><mspace width="0.6em"></mspace>
    <msub data-term="w"><mi mathvariant="normal">w</mi><mn>1</mn></msub><msub data-term="x"><mi mathvariant="normal">x</mi><mn>1</mn></msub>
    <mo>+</mo>
    <msub data-term="w"><mi mathvariant="normal">w</mi><mn>2</mn></msub><msub data-term="x"><mi mathvariant="normal">x</mi><mn>2</mn></msub>
    <mo>+</mo>
    ${letter('b', 'b')}
    <mo>&gt;</mo>
    <mn>0</mn>
  </mrow>
</math>`;

export const rule: TemplateResult = html`<math display="block">
  <mrow>
    ${letter('w', 'w')}<mo>←</mo>${letter('w', 'w')}<mo>+</mo>
    <mo>(</mo>${letter('y', 'y')}<mo>−</mo>${letter('ŷ', 'p')}<mo>)</mo><mspace width="0.2em"></mspace>${letter('x', 'x')}
    <mo>,</mo><mspace width="1em"></mspace>
    ${letter('b', 'b')}<mo>←</mo>${letter('b', 'b')}<mo>+</mo><mo>(</mo>${letter('y', 'y')}<mo>−</mo>${letter('ŷ', 'p')}<mo>)</mo>
  </mrow>
</math>`;

export { symbol } from '../neural-network/formulas.ts';
