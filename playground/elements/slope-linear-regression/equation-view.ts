// The normal equation as mathematics with its numbers: X, Y, XᵀX, its inverse, XᵀY, and what they give.

import { html, mathml, type TemplateResult } from 'lit';
import type { Series } from '../../../datasets/synthetic.ts';
import type { View } from '../../base/view.ts';
import type { LinearMessages } from './messages.en.ts';
import type { Matrix, NormalEquation } from './normal-equation.ts';

/** Rows of X and Y that are written out; the rest is dots. */
const SHOWN = 3;

const letter = (name: string): TemplateResult<3> => mathml`<mi mathvariant="normal">${name}</mi>`;
const transposed = (name: string): TemplateResult<3> =>
  mathml`<msup>${letter(name)}<mi mathvariant="normal">T</mi></msup>`;

function matrix(cells: readonly (readonly string[])[]): TemplateResult<3> {
  return mathml`<mrow><mo>(</mo><mtable>
    ${cells.map((row) => mathml`<mtr>${row.map((cell) => mathml`<mtd><mn>${cell}</mn></mtd>`)}</mtr>`)}
  </mtable><mo>)</mo></mrow>`;
}

export function equationView(
  { t, f }: View<LinearMessages>,
  { x, y }: Series,
  solved: NormalEquation | undefined,
): TemplateResult {
  const words = t.equation;
  if (!solved) return html`<p>${words.none}</p>`;
  const short = (value: number): string =>
    f.decimal(value, Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : 2);
  const fine = (value: number): string => f.decimal(value, 4);
  const numbers = (rows: Matrix, format: (value: number) => string): string[][] => rows.map((row) => row.map(format));
  const first = [...Array(Math.min(SHOWN, x.length)).keys()];
  const dots = x.length > SHOWN ? [[words.more]] : [];
  const rowsOfX = [...first.map((i) => ['1', short(x[i] ?? 0)]), ...dots.map(() => [words.more, words.more])];
  const rowsOfY = [...first.map((i) => [short(y[i] ?? 0)]), ...dots];
  return html`<p class="small-text soft about">${words.about(f.integer(x.length))}</p>
    <div class="matrices">
      <math><mrow>${letter('X')}<mo>=</mo>${matrix(rowsOfX)}</mrow></math>
      <math><mrow>${letter('Y')}<mo>=</mo>${matrix(rowsOfY)}</mrow></math>
      <math><mrow>${transposed('X')}${letter('X')}<mo>=</mo>${matrix(numbers(solved.product, short))}</mrow></math>
      <math><mrow><msup><mrow><mo>(</mo>${transposed('X')}${letter('X')}<mo>)</mo></mrow><mrow><mo>−</mo><mn>1</mn></mrow></msup><mo>=</mo>${matrix(numbers(solved.inverse, fine))}</mrow></math>
      <math><mrow>${transposed('X')}${letter('Y')}<mo>=</mo>${matrix(solved.right.map((value) => [short(value)]))}</mrow></math>
      <math class="answer"><mrow><mover>${letter('θ')}<mo>ˆ</mo></mover><mo>=</mo><msup><mrow><mo>(</mo>${transposed('X')}${letter('X')}<mo>)</mo></mrow><mrow><mo>−</mo><mn>1</mn></mrow></msup>
        ${transposed('X')}${letter('Y')}<mo>=</mo>${matrix(solved.theta.map((value) => [f.decimal(value, 3)]))}</mrow></math>
    </div>`;
}
