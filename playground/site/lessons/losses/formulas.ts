// Three losses of a number and one of a class as MathML.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const residual = mathml`<mrow data-term="r"><mo>(</mo><mover>${mi('y')}<mo>^</mo></mover><mo>−</mo>${mi('y')}<mo>)</mo></mrow>`;
const distance = mathml`<mrow data-term="r"><mo>|</mo><mover>${mi('y')}<mo>^</mo></mover><mo>−</mo>${mi('y')}<mo>|</mo></mrow>`;

export const losses: TemplateResult = html`<math display="block"><mtable columnalign="right center left" rowspacing="0.5em">
  <mtr><mtd><mtext>MSE</mtext></mtd><mtd><mo>=</mo></mtd><mtd><mfrac><mn>1</mn>${mi('n')}</mfrac><mo>∑</mo><msup>${residual}<mn>2</mn></msup></mtd></mtr>
  <mtr><mtd><mtext>MAE</mtext></mtd><mtd><mo>=</mo></mtd><mtd><mfrac><mn>1</mn>${mi('n')}</mfrac><mo>∑</mo>${distance}</mtd></mtr>
</mtable></math>`;

export const huber: TemplateResult = html`<math display="block"><mrow>
  <mtext>Huber</mtext><mo>=</mo><mfrac><mn>1</mn>${mi('n')}</mfrac><mo>∑</mo>
  ${mi('q')}<mo>(</mo>${mi('r', 'r')}<mo>−</mo><mfrac>${mi('q')}<mn>2</mn></mfrac><mo>)</mo><mo>,</mo><mspace width="0.8em"></mspace>
  ${mi('q')}<mo>=</mo><mtext>min</mtext><mo>(</mo>${mi('r', 'r')}<mo>,</mo>${mi('δ', 'delta')}<mo>)</mo>
</mrow></math>`;

export const crossEntropy: TemplateResult = html`<math display="block"><mrow>
  <mtext>CE</mtext><mo>=</mo><mo>−</mo><mtext>ln</mtext><mspace width="0.2em"></mspace>${mi('p', 'p')}
</mrow></math>`;
