// Accuracy, precision, recall and F1, and three ratings of numbers, as MathML.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const word = (name: string, term?: string): TemplateResult<3> =>
  term ? mathml`<mtext data-term=${term}>${name}</mtext>` : mathml`<mtext>${name}</mtext>`;
const ratio = (name: string, above: TemplateResult<3>, below: TemplateResult<3>): TemplateResult<3> =>
  mathml`<mtr><mtd>${word(name)}</mtd><mtd><mo>=</mo></mtd><mtd><mfrac><mrow>${above}</mrow><mrow>${below}</mrow></mfrac></mtd></mtr>`;

const tp = word('TP', 'tp');
const fp = word('FP', 'fp');
const fn = word('FN', 'fn');
const tn = word('TN', 'tn');
const plus = mathml`<mo>+</mo>`;

export interface RatingNames {
  readonly accuracy: string;
  readonly precision: string;
  readonly recall: string;
}

export const ratings = ({ accuracy, precision, recall }: RatingNames): TemplateResult => html`<math display="block">
  <mtable columnalign="right center left" rowspacing="0.6em">
    ${ratio(accuracy, mathml`${tp}${plus}${tn}`, mathml`${tp}${plus}${fn}${plus}${fp}${plus}${tn}`)}
    ${ratio(precision, tp, mathml`${tp}${plus}${fp}`)}
    ${ratio(recall, tp, mathml`${tp}${plus}${fn}`)}
    ${ratio('F1', mathml`<mn>2</mn><mspace width="0.15em"></mspace>${tp}`, mathml`<mn>2</mn><mspace width="0.15em"></mspace>${tp}${plus}${fp}${plus}${fn}`)}
  </mtable></math>`;

const error = mathml`<mo>(</mo><msub><mover>${mi('y')}<mo>^</mo></mover>${mi('i')}</msub><mo>−</mo><msub>${mi('y')}${mi('i')}</msub><mo>)</mo>`;

export const determination: TemplateResult = html`<math display="block"><mrow>
  <msup>${mi('R')}<mn>2</mn></msup><mo>=</mo><mn>1</mn><mo>−</mo>
  <mfrac><mrow><mo>∑</mo><msup><mrow>${error}</mrow><mn>2</mn></msup></mrow>
    <mrow><mo>∑</mo><msup><mrow><mo>(</mo><msub>${mi('y')}${mi('i')}</msub><mo>−</mo><mover>${mi('y')}<mo>¯</mo></mover><mo>)</mo></mrow><mn>2</mn></msup></mrow></mfrac>
</mrow></math>`;
