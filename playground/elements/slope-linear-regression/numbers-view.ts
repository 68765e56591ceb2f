// The line in numbers: its equation, its errors, how far it is from the best, and the three ways to a line side by side.

import { html, type TemplateResult } from 'lit';
import type { View } from '../../base/view.ts';
import type { LossSurface, Theta } from '../slope-gradient-descent/surface.ts';
import type { Walk } from '../slope-gradient-descent/walk.ts';
import type { LinearMessages } from './messages.en.ts';
import type { NormalEquation } from './normal-equation.ts';

/** A loss within this share of the least one counts as found. */
const FOUND = 0.005;

export interface NumbersOptions {
  readonly line: Theta;
  readonly surface: LossSurface;
  readonly walk: Walk | undefined;
  /** Gradient descent has arrived. */
  readonly arrived: boolean;
  readonly solved: NormalEquation | undefined;
  readonly bestShown: boolean;
  /** Of generated points; undefined for the visitor's own. */
  readonly noise: number | undefined;
}

export function numbersView(view: View<LinearMessages>, options: NumbersOptions): TemplateResult {
  const { t, f } = view;
  const { line, surface, bestShown } = options;
  const words = t.numbers;
  const loss = surface.loss(line);
  const least = surface.leastLoss;
  const away = words.away(f.percent((loss - least) / Math.max(least, 1e-3), 0));
  const reached = loss - least < FOUND * Math.max(least, 0.02);
  return html`<section class="side" aria-labelledby="numbers">
    <h2 id="numbers">${words.line}</h2>
    <p class="formula-line">ŷ = ${f.decimal(line[0], 2)} ${line[1] < 0 ? '−' : '+'} ${f.decimal(Math.abs(line[1]), 3)} · x</p>
    <dl class="big">
      <div><dt>${words.mse}</dt><dd>${f.decimal(loss, 2)}</dd><dd class="why">${words.mseAbout}</dd></div>
      <div><dt>${words.rmse}</dt><dd>${f.decimal(Math.sqrt(Math.max(0, loss)), 2)}</dd><dd class="why">${words.rmseAbout}</dd></div>
    </dl>
    <p class="goal ${reached ? 'reached' : ''}" aria-live="polite">${
      reached ? words.reached : bestShown ? `${words.bestPossible(f.decimal(least, 2))} – ${away}` : away
    }</p>
    ${comparison(view, options)}
  </section>`;
}

function comparison({ t, shared, f }: View<LinearMessages>, options: NumbersOptions): TemplateResult {
  const { line, surface, walk, arrived, solved, bestShown, noise } = options;
  const words = t.compare;
  const row = (name: string, theta: Theta | undefined): TemplateResult => html`<tr><th scope="row">${name}</th>
    ${
      theta
        ? [theta[0], theta[1], surface.loss(theta)].map(
            (value) => html`<td class="numeric">${f.decimal(value, 3)}</td>`,
          )
        : html`<td class="numeric">–</td><td class="numeric">–</td><td class="numeric">–</td>`
    }</tr>`;
  const exactShown = bestShown || arrived || surface.loss(line) - surface.leastLoss < 0.01 * surface.leastLoss;
  return html`<table>
      <caption>${words.title}</caption>
      <thead><tr><th scope="col">${words.way}</th><th scope="col" class="numeric">${words.intercept}</th>
        <th scope="col" class="numeric">${words.slope}</th><th scope="col" class="numeric">${words.mse}</th></tr></thead>
      <tbody>
        ${row(words.hand, line)}
        ${row(walk ? words.descent(f.integer(walk.rows.length)) : words.notYet, walk?.head)}
        ${row(words.exact, exactShown ? solved?.theta : undefined)}
        ${noise === undefined ? '' : row(`${words.truth} (${words.noise(f.significant(noise))})`, [4, 2])}
      </tbody>
    </table>
    <p class="small-text soft">${walk?.backend ? words.computedOn(shared.backend.name[walk.backend.executor]) : ''}</p>`;
}
