// `<slope-crossover>`: how many steps per second both executors make in this browser, by size of the model, and where they cross.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { type Backends, pageBackends } from '../../base/backends.ts';
import { Experiment } from '../../base/experiment.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import type { Sight } from '../../base/visibility.ts';
import type { PlaneMark } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { downloadText } from '../../controls/download.ts';
import { progressBar } from '../../controls/progress.ts';
import { csvTable } from '../../formats/csv.ts';
import { type CrossoverSettings, crossoverDefinition, widths } from './definition.ts';
import { crossing, type Executor, executors, type Measured, noise, parametersOf, stepsPerSecond } from './measure.ts';
import type { CrossoverMessages } from './messages.en.ts';
import { crossoverStyles } from './styles.ts';
import '../../charts/plane.ts';

/** An executor that makes fewer steps per second is not asked about larger models: it would be minutes. */
const TOO_SLOW = 2;

/**
 * @element slope-crossover
 * @attr preset - `usual` (default), `one-by-one`, `large-batches`
 * @attr largest - neurons of the widest network's layers
 * @attr layers - hidden layers, 1 to 4
 * @attr batch-size - examples per step
 * @attr without-presets, without-table - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - One size was measured on both; detail `{ width, parameters, rates }`.
 * @fires slope-complete - All sizes are measured; detail `{ crossing }`, in parameters where there is one.
 */
export class SlopeCrossover extends Experiment<CrossoverSettings, CrossoverMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, crossoverStyles];

  static override get definition(): typeof crossoverDefinition {
    return crossoverDefinition;
  }

  @state() private backends: Backends | undefined;
  @state() private rows: readonly Measured[] = [];
  @state() private now: { readonly executor: Executor; readonly width: number } | undefined;
  /** Counts upwards when measuring is to stop: what belongs to an older number is over. */
  #turn = 0;

  protected override settingsChanged(): void {
    this.#turn++;
    this.rows = [];
    this.now = undefined;
    this.dismiss('failed');
    if (this.backends) this.runState = 'ready';
    else
      void pageBackends().then((backends) => {
        this.backends = backends;
        if (this.runState !== 'loading') return;
        this.runState = 'ready';
        this.emit('ready');
      });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#turn++;
  }

  get #widths(): readonly number[] {
    return widths.filter((width) => width <= this.values.largest);
  }

  // ---- Measuring

  override play(): void {
    if (this.runState === 'complete') this.rows = [];
    else if (this.runState !== 'ready' && this.runState !== 'paused') return;
    void this.#measure(Number.POSITIVE_INFINITY);
  }

  override pause(): void {
    if (this.runState !== 'running') return;
    this.#turn++;
    this.now = undefined;
    this.runState = 'paused';
  }

  override step(): void {
    if (this.runState === 'ready' || this.runState === 'paused') void this.#measure(1);
  }

  override reset(): void {
    if (this.runState !== 'loading') this.settingsChanged();
  }

  protected override sightChanged(sight: Sight): void {
    if (sight === 'hidden-tab') this.pause();
  }

  /** Measures so many more sizes; a size that is interrupted is measured anew. */
  async #measure(sizes: number): Promise<void> {
    const turn = ++this.#turn;
    const goesOn = (): boolean => turn === this.#turn;
    const { layers, batchSize } = this.values;
    const data = noise(batchSize);
    this.runState = 'running';
    try {
      for (const width of this.#widths.slice(this.rows.length, this.rows.length + sizes)) {
        const rates: Partial<Record<Executor, number>> = {};
        for (const executor of executors) {
          if (!this.#isAsked(executor)) continue;
          this.now = { executor, width };
          const rate = await stepsPerSecond(executor, { width, layers }, batchSize, data, goesOn);
          if (!goesOn() || rate === undefined) return;
          rates[executor] = rate;
        }
        const row = { width, parameters: parametersOf({ width, layers }), rates };
        this.rows = [...this.rows, row];
        this.emit('step', row);
      }
      this.now = undefined;
      const all = this.rows.length === this.#widths.length;
      this.runState = all ? 'complete' : 'paused';
      if (all) this.emit('complete', { crossing: crossing(this.rows) });
    } catch (error) {
      if (!goesOn()) return;
      this.now = undefined;
      this.runState = 'paused';
      this.report(error, 'measurement', (message) => this.t.failed(message));
    }
  }

  /** It exists, and was fast enough at the size before. */
  #isAsked(executor: Executor): boolean {
    if (executor === 'webgpu' && !this.backends?.webgpu.available) return false;
    const last = this.rows.at(-1);
    if (!last) return true;
    const rate = last.rates[executor];
    return rate !== undefined && rate >= TOO_SLOW;
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { layers, batchSize } = this.values;
    const { crossoverCode } = await import('../../code/crossover.ts');
    return crossoverCode(language, { width: this.now?.width ?? this.rows.at(-1)?.width ?? 64, layers, batchSize });
  }

  toCSV(): string {
    const rows = this.rows.map(({ width, parameters, rates }) => [width, parameters, rates.cpu, rates.webgpu]);
    return csvTable(['width', 'parameters', 'cpu_steps_per_s', 'webgpu_steps_per_s'], rows, this.locale);
  }

  // ---- Words

  get #finding(): string {
    const { t, rows, formats: f } = this;
    if (this.backends && !this.backends.webgpu.available) return t.finding.missing;
    const both = rows.filter(({ rates }) => rates.cpu && rates.webgpu);
    const last = both.at(-1);
    if (!last || both.length < 2) return t.finding.waiting;
    const at = crossing(rows);
    if (at !== undefined) return t.finding.crossing(f.integer(Number(at.toPrecision(2))));
    return (last.rates.webgpu ?? 0) > (last.rates.cpu ?? 0) ? t.finding.gpu : t.finding.cpu;
  }

  get #lead(): string {
    const { t, rows, formats: f } = this;
    const last = rows.findLast(({ rates }) => rates.cpu && rates.webgpu);
    if (!last?.rates.cpu || !last.rates.webgpu) return '';
    const ratio = last.rates.webgpu / last.rates.cpu;
    const name = ratio > 1 ? t.names.webgpu : t.names.cpu;
    return t.finding.lead(f.significant(Math.max(ratio, 1 / ratio)), name, f.integer(last.parameters));
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t, formats: f, rows, now } = this;
    const all = this.#widths.length;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            words: { play: t.play, resetHint: t.resetHint },
            more: t.play,
            started: rows.length > 0,
            steps: [{ label: t.step, run: () => this.step() }],
          })}
        </div>
        <div class="run-progress">
          ${progressBar(t.progress, rows.length, all)}
          <p class="small-text number"><b>${t.done(f.integer(rows.length), f.integer(all))}</b>
            <span>${now ? t.measuring(t.names[now.executor], f.integer(now.width)) : nothing}</span></p>
        </div>
        <div class="knobs">
          ${this.control('batchSize', f.integer)} ${this.control('layers', f.integer)} ${this.control('largest', f.integer)}
        </div>`,
      html`<div class="stage">${this.#renderPlot()} ${this.#renderFinding()}</div>
        ${this.without('table') ? nothing : html`<div class="lower">${this.#renderTable()}</div>`}`,
      this.runState === 'complete' ? t.announce(this.#finding) : '',
    );
  }

  #renderPlot(): TemplateResult {
    const { t, shared, formats: f, colors, rows } = this;
    const { layers } = this.values;
    const least = parametersOf({ width: widths[0] ?? 4, layers });
    const most = parametersOf({ width: this.#widths.at(-1) ?? 512, layers });
    const rates = rows.flatMap((row) => Object.values(row.rates));
    const low = 10 ** Math.floor(Math.log10(Math.min(10, ...rates) / 1.5));
    const high = 10 ** Math.ceil(Math.log10(Math.max(1000, ...rates) * 1.5));
    return stepSection(
      'plot',
      undefined,
      t.plot.title,
      html`<slope-plane data-later .summary=${rows.length ? t.plot.summary(f.integer(rows.length), this.#finding) : t.plot.none}
          .xAxis=${{ label: t.plot.parameters, min: least / 1.6, max: most * 2.2, log: true, format: (value: number) => f.integer(value) }}
          .yAxis=${{ label: t.plot.steps, min: low, max: high, log: true, format: (value: number) => f.integer(value) }}
          .marks=${this.#marks(low, high)}
          .readout=${(x: number, y: number) => `${f.integer(x)} ${t.plot.parameters}, ${f.significant(y)} ${t.plot.steps}`}
          .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        <p class="hint">${rows.length ? t.plot.legend : t.plot.none}</p>`,
    );
  }

  #marks(low: number, high: number): PlaneMark[] {
    const { t, rows, formats: f } = this;
    const at = crossing(rows);
    const marks: PlaneMark[] = [];
    if (at !== undefined) {
      marks.push({ kind: 'path', x: [at, at], y: [low, high], color: 'inkFaint', width: 1.25, dash: [4, 4] });
    }
    executors.forEach((executor, index) => {
      const own = rows.filter(({ rates }) => rates[executor] !== undefined);
      const x = own.map(({ parameters }) => parameters);
      const y = own.map(({ rates }) => rates[executor] ?? Number.NaN);
      const color = index === 0 ? 'class0' : 'class1';
      marks.push({ kind: 'path', x, y, color, width: 2, label: t.names[executor] });
      marks.push({ kind: 'points', x, y, classes: x.map(() => index), size: 4 });
    });
    if (at !== undefined) {
      const label = f.integer(Number(at.toPrecision(2)));
      marks.push({ kind: 'path', x: [at], y: [low * 1.25], color: 'ink', width: 0, label });
    }
    return marks;
  }

  #renderFinding(): TemplateResult {
    const { t, backends } = this;
    return stepSection(
      'finding',
      undefined,
      t.finding.title,
      html`<p class="big" data-finding>${this.#finding}</p>
        <p data-lead>${this.#lead}</p>
        ${
          backends?.webgpu.available
            ? html`<p class="small-text soft" data-adapter>${t.finding.adapter(backends.webgpu.adapter)}</p>`
            : nothing
        }
        ${backends?.webgpu.isSoftware ? html`<p class="notice warning" data-software>${t.finding.software}</p>` : nothing}
        <p class="small-text soft">${t.finding.worker}</p>`,
    );
  }

  #renderTable(): TemplateResult {
    const { t, shared, formats: f, rows } = this;
    const words = t.table;
    const { layers } = this.values;
    const rate = (row: Measured | undefined, executor: Executor): string => {
      if (!row) return '–';
      const value = row.rates[executor];
      if (value !== undefined) return value < 100 ? f.significant(value) : f.integer(value);
      return executor === 'webgpu' && !this.backends?.webgpu.available ? '–' : words.slow;
    };
    return stepSection(
      'figures',
      undefined,
      words.title,
      html`<div class="scroll"><table data-sizes>
          <thead><tr><th scope="col" class="numeric">${words.width}</th><th scope="col" class="numeric">${words.parameters}</th>
            ${executors.map((executor) => html`<th scope="col" class="numeric"><span class="key ${executor}" aria-hidden="true"></span>${t.names[executor]}, ${t.plot.steps}</th>`)}
            <th scope="col" class="numeric">${words.ratio}</th></tr></thead>
          <tbody>${this.#widths.map((width, i) => {
            const row = rows[i];
            const { cpu = 0, webgpu = 0 } = row?.rates ?? {};
            return html`<tr><th scope="row" class="numeric">${f.integer(width)}</th>
              <td class="numeric">${f.integer(parametersOf({ width, layers }))}</td>
              <td class="numeric ${cpu > webgpu ? 'faster' : ''}">${rate(row, 'cpu')}</td>
              <td class="numeric ${webgpu > cpu ? 'faster' : ''}">${rate(row, 'webgpu')}</td>
              <td class="numeric">${cpu && webgpu ? f.significant(webgpu / cpu) : '–'}</td></tr>`;
          })}</tbody></table></div>
        <p class="tools"><button type="button" class="small" ?disabled=${rows.length === 0}
          @click=${() => downloadText('crossover.csv', 'text/csv', this.toCSV())}>${shared.csv}</button></p>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-crossover': SlopeCrossover;
  }
}
