// Normalising a column, and what the steepness of a surface allows, as MathML.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const normalise: TemplateResult = html`<math display="block"><mrow>
  <msup>${mi('x', 'x')}<mo>′</mo></msup><mo>=</mo><mfrac><mrow>${mi('x', 'x')}<mo>−</mo>${mi('μ', 'mu')}</mrow>${mi('σ', 'sigma')}</mfrac>
</mrow></math>`;

export const limit: TemplateResult = html`<math display="block"><mrow>
  ${mi('η', 'eta')}<mo>&lt;</mo><mfrac><mn>2</mn><msub>${mi('λ', 'lambda')}<mtext>max</mtext></msub></mfrac><mo>,</mo><mspace width="1em"></mspace>
  <mtext>updates</mtext><mo>∼</mo><mfrac><msub>${mi('λ', 'lambda')}<mtext>max</mtext></msub><msub>${mi('λ', 'lambda')}<mtext>min</mtext></msub></mfrac>
</mrow></math>`;
