// Rules as a conjunction of conditions, and what the network has instead, as MathML.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const pixel = (index: string): TemplateResult<3> =>
  mathml`<msub data-term="x"><mi mathvariant="normal">x</mi><mi mathvariant="normal">${index}</mi></msub>`;

export const byHand: TemplateResult = html`<math display="block">
  <mrow>
    ${pixel('i')}<mo>&gt;</mo><mn data-term="t">0.5</mn><mspace width="0.5em"></mspace><mo data-term="and">∧</mo><mspace width="0.5em"></mspace>
    ${pixel('j')}<mo>≤</mo><mn data-term="t">0.5</mn><mspace width="0.5em"></mspace><mo data-term="and">∧</mo><mspace width="0.5em"></mspace><mo>…</mo>
  </mrow>
</math>`;

export const learned: TemplateResult = html`<math display="block">
  <mrow>
    ${mi('p', 'p')}<mo>=</mo>${mi('σ', 'p')}<mo>(</mo>
    <munder><mo>∑</mo><mi mathvariant="normal">k</mi></munder>
    <msub data-term="w"><mi mathvariant="normal">v</mi><mi mathvariant="normal">k</mi></msub><mspace width="0.15em"></mspace>
    <mi mathvariant="normal" class="upright">relu</mi><mo>(</mo><munder><mo>∑</mo><mi mathvariant="normal">i</mi></munder>
    <msub data-term="w"><mi mathvariant="normal">w</mi><mrow><mi mathvariant="normal">k</mi><mi mathvariant="normal">i</mi></mrow></msub>${pixel('i')}
    <mo>+</mo><msub data-term="w"><mi mathvariant="normal">b</mi><mi mathvariant="normal">k</mi></msub><mo>)</mo><mo>+</mo>${mi('c', 'w')}<mo>)</mo>
  </mrow>
</math>`;
