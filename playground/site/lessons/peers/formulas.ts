// What a bar shows, as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const peers = mathml`<munder><mi mathvariant="normal" class="upright">max</mi><mi mathvariant="normal">p</mi></munder>`;

export const ratio: TemplateResult = html`<math display="block">
  <mrow>
    ${mi('q', 'q')}<mo>=</mo>
    <mfrac>
      ${mi('v', 'v')}
      <mrow>${peers}<mspace width="0.2em"></mspace><msub data-term="p"><mi mathvariant="normal">v</mi><mi mathvariant="normal">p</mi></msub></mrow>
    </mfrac>
  </mrow>
</math>`;
