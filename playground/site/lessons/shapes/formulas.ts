// One layer with the shape of everything in it, as MathML.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const shaped = (letter: string, term: string, ...sizes: string[]): TemplateResult<3> =>
  mathml`<munder><mrow data-term=${term}>${mi(letter)}</mrow><mrow><mo>(</mo><mtext>${sizes.join(' × ')}</mtext><mo>)</mo></mrow></munder>`;

export const layer: TemplateResult = html`<math display="block"><mrow>
  ${shaped('Y', 'y', '512', '100')}<mo>=</mo>${shaped('X', 'x', '512', '784')}<mo>·</mo>${shaped('W', 'w', '784', '100')}<mo>+</mo>${shaped('b', 'b', '100')}
</mrow></math>`;
