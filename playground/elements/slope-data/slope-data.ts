// `<slope-data>`: a table before anything is learned from it: shape, columns in numbers and as histograms, empty cells, first rows.

import { type CSSResultGroup, html, nothing, svg, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { datasetUrl } from '../../../datasets/loader.ts';
import { type LoadedTable, loadTable } from '../../../datasets/table.ts';
import { basePath } from '../../base/assets.ts';
import { JourneyExperiment } from '../../base/journey-experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import type { PlaneMark } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { type DataSettings, dataDefinition } from './definition.ts';
import type { DataMessages } from './messages.en.ts';
import { dataStyles } from './styles.ts';
import { type Described, describe, histogramOf, type InspectedColumn, inspected, repaired } from './table.ts';
import '../../charts/plane.ts';

const HEAD = 6;
/** From this share of zeros on one should ask what they mean. */
const SUSPICIOUS = 0.1;

interface Inspection {
  readonly table: LoadedTable;
  readonly before: readonly InspectedColumn[];
  readonly columns: readonly InspectedColumn[];
  readonly described: readonly Described[];
  readonly missing: number;
}

/**
 * @element slope-data
 * @attr preset - `houses` (default), `hidden-holes`, `price`, `holes`, `mean`, `irises`
 * @attr table - `ames`, `iris`
 * @attr column - which one is shown, counted from 1
 * @attr holes - share of cells that are emptied
 * @attr repair - `nothing`, `drop`, `mean`
 * @attr seed - of the empty cells
 * @attr without-presets, without-rows - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - The next column is shown.
 * @fires slope-complete - The last column is shown.
 */
export class SlopeData extends JourneyExperiment<DataSettings, DataMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, dataStyles];

  static override get definition(): typeof dataDefinition {
    return dataDefinition;
  }

  protected override readonly stationMs = 700;
  @state() private inspection: Inspection | undefined;
  #table: { readonly name: string; readonly table: LoadedTable } | undefined;

  protected override settingsChanged(changed: readonly KeyOf<DataSettings>[]): void {
    if (this.#table?.name !== this.values.table) void this.#load();
    else if (changed.some((key) => key !== 'column')) this.#inspect();
  }

  async #load(): Promise<void> {
    this.dismiss('loading');
    const name = this.values.table;
    try {
      const table = await loadTable(datasetUrl(name, basePath()));
      if (name !== this.values.table) return;
      this.#table = { name, table };
      this.#inspect();
    } catch (error) {
      this.reportLoading(
        error,
        (message) => this.t.failed(message),
        () => void this.#load(),
      );
      return;
    }
    if (this.runState !== 'loading') return;
    this.runState = 'ready';
    this.emit('ready');
  }

  #inspect(): void {
    const table = this.#table?.table;
    if (!table) return;
    const { holes, repair, seed } = this.values;
    const before = inspected(table, holes, seed);
    const columns = repaired(before, repair);
    const missing = before.reduce((sum, { cells }) => sum + cells.filter(Number.isNaN).length, 0);
    this.inspection = { table, before, columns, described: columns.map(({ cells }) => describe(cells)), missing };
  }

  // ---- From column to column

  get #column(): number {
    return Math.min(this.values.column, this.inspection?.columns.length ?? 1);
  }

  protected override startAgain(): void {
    if (this.#column >= (this.inspection?.columns.length ?? 0)) this.change({ column: 1 }, 'replace');
  }

  protected override travel(): boolean {
    const count = this.inspection?.columns.length ?? 1;
    const column = Math.min(count, this.#column + 1);
    this.change({ column }, 'replace');
    this.emit('step', { column });
    return column === count;
  }

  protected override goHome(): void {
    this.change({ column: this.definition.presets[this.preset]?.column ?? 1 }, 'replace');
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { table, repair } = this.values;
    const { dataCode } = await import('../../code/data.ts');
    return dataCode(language, { table, repair });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t, formats: f, inspection, values } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            words: { play: t.play, newSeedHint: t.newSeedHint },
            more: t.play,
            steps: [{ label: t.step, run: () => this.step() }],
            ...(values.holes > 0 && { newSeed: () => this.newSeed() }),
          })}
        </div>
        <div class="knobs">
          ${this.control('table')} ${this.control('holes', (share) => f.percent(share, 0))} ${this.control('repair')}
          ${values.holes > 0 ? this.control('seed', String, t.seedError) : nothing}
        </div>`,
      html`${inspection ? this.#renderInspection(inspection) : html`<p class="soft">${t.loading}</p>`}`,
    );
  }

  #renderInspection(inspection: Inspection): TemplateResult {
    return html`${this.#renderShape(inspection)} ${this.#renderHistogram(inspection)} ${this.#renderColumns(inspection)}
      ${this.without('rows') ? nothing : this.#renderRows(inspection)}`;
  }

  #renderShape({ before, columns, missing }: Inspection): TemplateResult {
    const { t, formats: f, values } = this;
    const [rows, left] = [before[0]?.cells.length ?? 0, columns[0]?.cells.length ?? 0];
    const said = (): TemplateResult => {
      if (missing === 0) return html`<span>${t.whole}</span>`;
      if (values.repair === 'drop')
        return html`<span class="bad">${t.dropped(f.integer(rows - left), f.percent((rows - left) / rows, 0))}</span>`;
      if (values.repair === 'mean') return html`<span>${t.filled(f.integer(missing))}</span>`;
      return html`<span class="bad">${t.unusable(f.integer(missing))}</span>`;
    };
    return stepSection(
      'shape',
      undefined,
      t.shape,
      html`<p class="shape" role="status"><b data-shape>(${left}, ${columns.length})</b><span class="soft">${t.shapes(f.integer(left), f.integer(columns.length))}</span>${said()}</p>`,
    );
  }

  #number(value: number): string {
    if (!Number.isFinite(value)) return '–';
    // Years want all four figures, and no separator.
    if (Number.isInteger(value)) return String(value);
    return this.formats.decimal(value, Math.abs(value) >= 100 ? 1 : 2);
  }

  #renderHistogram({ columns, described }: Inspection): TemplateResult {
    const { t, shared, formats: f, colors } = this;
    const at = this.#column - 1;
    const column = columns[at];
    const numbers = described[at];
    if (!column || !numbers) return html``;
    const { x, counts, width } = histogramOf(column);
    const name = column.name + (column.unit ? ` (${column.unit})` : '');
    const top = Math.max(1, ...counts) * 1.12;
    const { categories } = column;
    const marks: PlaneMark[] = [
      { kind: 'bars', x, y: counts, width: 0.9, color: 'inkFaint' },
      ...(categories
        ? []
        : ([
            {
              kind: 'path',
              x: [numbers.mean, numbers.mean],
              y: [0, top * 0.94],
              color: 'accent',
              width: 2,
              label: t.mean,
            },
            {
              kind: 'path',
              x: [numbers.five[2], numbers.five[2]],
              y: [0, top * 0.8],
              color: 'class1',
              width: 2,
              dash: [6, 4],
              label: t.median,
            },
          ] as const)),
    ];
    const near = (value: number): number =>
      counts[Math.max(0, Math.min(counts.length - 1, Math.round((value - (x[0] ?? 0)) / width)))] ?? 0;
    const zeros = numbers.zeros / Math.max(1, numbers.count);
    return stepSection(
      'histogram',
      undefined,
      name,
      html`<slope-plane .heading=${t.histogram} .summary=${t.histogramSummary(name, this.#number(numbers.mean), this.#number(numbers.five[2]))}
          .xAxis=${{
            label: name,
            min: (x[0] ?? 0) - width,
            max: (x.at(-1) ?? 1) + width,
            ...(categories && { ticks: x, format: (value: number) => categories[Math.round(value)] ?? '' }),
          }}
          .yAxis=${{ label: t.count, min: 0, max: top }} .marks=${marks}
          .readout=${(value: number) => t.readout(categories?.[Math.round(value)] ?? this.#number(value), f.integer(near(value)))}
          .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        <p class="warn">${zeros > SUSPICIOUS && !categories ? t.suspicious(f.integer(numbers.zeros)) : html`&nbsp;`}</p>`,
    );
  }

  #renderColumns({ columns, described }: Inspection): TemplateResult {
    const { t, formats: f } = this;
    const { head } = t;
    const heads = [head.missing, head.zeros, head.mean, head.std, head.min, head.median, head.max];
    return stepSection(
      'columns',
      undefined,
      t.columns,
      html`<div class="scroll" tabindex="0" role="group" aria-label=${t.columns}><table class="columns">
        <thead><tr><th scope="col">${head.name}</th><th scope="col">${head.form}</th>${heads.map((name) => html`<th scope="col" class="numeric">${name}</th>`)}</tr></thead>
        <tbody>${columns.map((column, i) => {
          const numbers = described[i];
          if (!numbers) return nothing;
          const here = i === this.#column - 1;
          const { mean, std, five } = numbers;
          const words = column.categories;
          const values = words ? [] : [mean, std, five[0], five[2], five[4]];
          return html`<tr class=${here ? 'here' : ''} data-column=${i + 1}><th scope="row"><button type="button" aria-pressed=${here} aria-label=${t.show(column.name)}
              @click=${() => this.change({ column: i + 1 })}>${column.name}</button><span class="unit">${column.unit}</span></th>
            <td>${spark(histogramOf(column, 24).counts)}</td>
            <td class="numeric ${numbers.missing ? 'bad' : ''}">${f.integer(numbers.missing)}</td>
            ${words ? html`<td colspan="6" class="numeric">${t.words(f.integer(words.length))}</td>` : html`<td class="numeric">${f.integer(numbers.zeros)}</td>${values.map((value) => html`<td class="numeric">${this.#number(value)}</td>`)}`}</tr>`;
        })}</tbody>
      </table></div>`,
    );
  }

  #renderRows({ columns }: Inspection): TemplateResult {
    const { t } = this;
    const rows = Array.from({ length: Math.min(HEAD, columns[0]?.cells.length ?? 0) }, (_, row) => row);
    const cell = ({ cells, categories }: InspectedColumn, row: number): unknown => {
      const value = cells[row] ?? Number.NaN;
      if (Number.isNaN(value)) return html`<span class="empty">${t.empty}</span>`;
      return categories ? categories[value] : this.#number(value);
    };
    const here = (i: number): string => (i === this.#column - 1 ? 'here' : '');
    return stepSection(
      'rows',
      undefined,
      t.rows,
      html`<div class="scroll" tabindex="0" role="group" aria-label=${t.rows}><table class="rows-table">
        <thead><tr>${columns.map(({ name }, i) => html`<th scope="col" class="numeric ${here(i)}">${name}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${columns.map((column, i) => html`<td class="numeric ${here(i)}">${cell(column, row)}</td>`)}</tr>`)}</tbody>
      </table></div>`,
    );
  }
}

/** A histogram as small as a word. */
function spark(counts: readonly number[]): TemplateResult {
  const most = Math.max(1, ...counts);
  const slot = 96 / Math.max(1, counts.length);
  return html`<svg class="spark" viewBox="0 0 96 20" preserveAspectRatio="none" aria-hidden="true">${counts.map(
    (count, i) =>
      svg`<rect x=${i * slot} y=${20 - (20 * count) / most} width=${slot * 0.85} height=${(20 * count) / most}></rect>`,
  )}</svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-data': SlopeData;
  }
}
