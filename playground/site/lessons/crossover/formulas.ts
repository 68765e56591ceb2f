// What a step costs, as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const timeOfStep: TemplateResult = html`<math display="block">
  <mrow>
    ${mi('t', 't')}<mo>≈</mo>${mi('a', 'a')}<mo>+</mo>
    <mfrac>
      <mrow><mn>6</mn><mspace width="0.1em"></mspace>${mi('P', 'P')}<mspace width="0.1em"></mspace>${mi('B', 'B')}</mrow>
      ${mi('r', 'r')}
    </mfrac>
  </mrow>
</math>`;
