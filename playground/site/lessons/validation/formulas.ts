// Two losses, one on what is learned from and one on what is kept back, as MathML.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const mean = (set: string, term: string): TemplateResult<3> => mathml`
  <mfrac><mn>1</mn><mrow data-term=${term}><mo>|</mo>${mi(set)}<mo>|</mo></mrow></mfrac>
  <munder><mo>∑</mo><mrow>${mi('i')}<mo>∈</mo>${mi(set, term)}</mrow></munder>
  ${mi('ℓ')}<mo>(</mo><msub>${mi('f')}${mi('Θ', 'theta')}</msub><mo>(</mo><msub>${mi('x')}${mi('i')}</msub><mo>)</mo><mo>,</mo><msub>${mi('y')}${mi('i')}</msub><mo>)</mo>`;

export const twoLosses: TemplateResult = html`<math display="block"><mtable columnalign="right center left" rowspacing="0.7em">
  <mtr><mtd><msub>${mi('J')}${mi('T')}</msub></mtd><mtd><mo>=</mo></mtd><mtd>${mean('T', 't')}</mtd></mtr>
  <mtr><mtd><msub>${mi('J')}${mi('V')}</msub></mtd><mtd><mo>=</mo></mtd><mtd>${mean('V', 'v')}</mtd></mtr>
</mtable></math>`;
