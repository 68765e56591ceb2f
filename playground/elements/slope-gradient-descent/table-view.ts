// The walk as a table, "#i Loss Gradient Theta", as the lecture prints it; and as text for a spreadsheet.

import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../../base/view.ts';
import { csvTable } from '../../formats/csv.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Updates } from './definition.ts';
import type { DescentMessages } from './messages.en.ts';
import type { LossSurface } from './surface.ts';
import type { Walk, WalkRow } from './walk.ts';

/** The lecture prints a row every twentieth iteration, eleven in all. */
export const PRINTED_ROWS = 10;

export interface PrintedRow {
  /** The iteration, as the loop of the notebook counts it. */
  readonly iteration: number;
  readonly row: WalkRow;
}

/** How many iterations lie between two printed rows. */
export const printEvery = (iterations: number): number => Math.max(1, Math.round(iterations / PRINTED_ROWS));

/** Updates that a whole run makes: the loop runs to `iterations` inclusive, as the lecture's table does. */
export const updatesInAll = (iterations: number, updates: Updates): number =>
  updates === 'when-printing' ? Math.floor(iterations / printEvery(iterations)) + 1 : iterations + 1;

export function printedRows(walk: Walk | undefined, iterations: number, updates: Updates): PrintedRow[] {
  const every = printEvery(iterations);
  const rows = walk?.rows ?? [];
  if (updates === 'when-printing') return rows.map((row) => ({ iteration: row.step * every, row }));
  return rows.filter(({ step }) => step % every === 0).map((row) => ({ iteration: row.step, row }));
}

/** Three decimals and always a sign: NumPy's `{:+.3f}`, in the reader's decimal mark. */
export function printed(value: number, mark: string): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3)}`.replace('.', mark);
}

/** The printed rows as text; French spreadsheets want a semicolon, because the comma is the decimal mark. */
export function tableCsv(rows: readonly PrintedRow[], locale: Locale): string {
  const number = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3)}`;
  const lines = rows.map(({ iteration, row: { loss, gradient, theta } }) => [
    iteration,
    ...[loss, ...gradient, ...theta].map(number),
  ]);
  return csvTable(['i', 'loss', 'gradient_0', 'gradient_1', 'theta_0', 'theta_1'], lines, locale);
}

export interface TableOptions {
  readonly rows: readonly PrintedRow[];
  /** What the rows are, where that wants saying. */
  readonly about: string | undefined;
  readonly decimalMark: string;
  readonly outcome: string;
  readonly copy: () => void;
  readonly save: () => void;
}

export function walkTable({ t }: View<DescentMessages>, options: TableOptions): TemplateResult {
  const { rows, about, decimalMark, outcome, copy, save } = options;
  const words = t.table;
  const cell = (value: number): TemplateResult => html`<td class="numeric">${printed(value, decimalMark)}</td>`;

  return html`<div class="walk-table">
    <div class="scroll" tabindex="0" role="group" aria-label=${words.title}>
      <table>
        <thead><tr>
          <th scope="col" class="numeric">${words.number}</th><th scope="col" class="numeric">${words.loss}</th>
          <th scope="colgroup" colspan="2" class="numeric">${words.gradient}</th><th scope="colgroup" colspan="2" class="numeric">${words.theta}</th>
        </tr></thead>
        <tbody>
          ${rows.map(
            ({ iteration, row }) => html`<tr><th scope="row" class="numeric">${iteration}</th>${cell(row.loss)}
              ${row.gradient.map(cell)}${row.theta.map(cell)}</tr>`,
          )}
          ${rows.length ? nothing : html`<tr><td colspan="6" class="soft">${words.empty}</td></tr>`}
        </tbody>
      </table>
    </div>
    ${about ? html`<p class="small-text soft">${about}</p>` : nothing}
    <p class="table-actions">
      <button type="button" class="small" ?disabled=${rows.length === 0} @click=${copy}>${words.copy}</button>
      <button type="button" class="small" ?disabled=${rows.length === 0} @click=${save}>${words.save}</button>
      <span class="small-text soft" role="status">${outcome}</span>
    </p>
  </div>`;
}

/** One line per racer: where it is, and how long it took. */
export function raceTable(
  { t, f }: View<DescentMessages>,
  walks: readonly Walk[],
  surface: LossSurface,
): TemplateResult {
  const words = t.table;
  return html`<table class="race">
    <thead><tr><th scope="col">${words.optimizer}</th><th scope="col" class="numeric">${words.loss}</th>
      <th scope="col" class="numeric">${words.to}</th></tr></thead>
    <tbody>${walks.map((walk) => {
      const limit = surface.leastLoss + 0.01 * Math.max(surface.leastLoss, 0.01);
      const arrived = walk.path.findIndex((theta) => surface.loss(theta) < limit);
      return html`<tr><th scope="row"><span class="racer ${walk.walker}"></span>${t.walkers[walk.walker]}</th>
        <td class="numeric">${f.decimal(surface.loss(walk.head), 4)}</td>
        <td class="numeric">${arrived < 0 ? words.notYet : f.integer(arrived)}</td></tr>`;
    })}</tbody>
  </table>`;
}

/** Item by item: what back-propagation computed, and what the formula of the lecture gives at the same place. */
export function gradientCheck({ t, f }: View<DescentMessages>, walk: Walk, surface: LossSurface): TemplateResult {
  const last = walk.rows.at(-1);
  if (!last) return html``;
  const formula = surface.gradient(last.theta);
  const difference = Math.max(...last.gradient.map((value, i) => Math.abs(value - (formula[i] ?? 0))));
  const pair = (values: readonly number[]) =>
    html`${values.map((value) => html`<td class="numeric">${f.decimal(value, 6)}</td>`)}`;
  return html`<table class="check">
    <caption>${t.gradientCheck.title}, ${t.gradientCheck.about}</caption>
    <thead><tr><td></td><th scope="col" class="numeric">∂/∂θ₀</th><th scope="col" class="numeric">∂/∂θ₁</th></tr></thead>
    <tbody>
      <tr><th scope="row">${t.gradientCheck.engine}</th>${pair(last.gradient)}</tr>
      <tr><th scope="row">${t.gradientCheck.formula}</th>${pair(formula)}</tr>
      <tr><th scope="row">${t.gradientCheck.difference}</th><td class="numeric" colspan="2">${powerOfTen(difference)}</td></tr>
    </tbody>
  </table>`;
}

/** 9e-8 as 9 · 10⁻⁸. */
function powerOfTen(value: number): TemplateResult {
  if (value === 0) return html`0`;
  const [digits, power] = value.toExponential(0).split('e');
  return html`${digits} · 10<sup>${(power ?? '').replace('-', '−')}</sup>`;
}
