// `<slope-losses>`: what a loss thinks of an outlier, as three lines that fit the same points; and two losses for classes.

import { type CSSResultGroup, html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import type { PlaneColor, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { type LossesSettings, lossesDefinition, parsePlace, placeText, SCORES, SPACE } from './definition.ts';
import { cost, type Line, LineFits, type LineLoss, linePoints, lossNames, said, UPDATES } from './fit.ts';
import type { LossesMessages } from './messages.en.ts';
import { lossesStyles } from './styles.ts';
import '../../charts/plane.ts';

const looks: Readonly<Record<LineLoss, { color: PlaneColor; dash: readonly number[] }>> = {
  mse: { color: 'class1', dash: [] },
  mae: { color: 'class0', dash: [7, 4] },
  huber: { color: 'accent', dash: [2, 3] },
};

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const entropyOf = (z: number): number => Math.log1p(Math.exp(-z));
const squaredOf = (z: number): number => (1 - sigmoid(z)) ** 2;
const entropySlope = (z: number): number => 1 - sigmoid(z);
const squaredSlope = (z: number): number => 2 * (1 - sigmoid(z)) * sigmoid(z) * (1 - sigmoid(z));

/**
 * @element slope-losses
 * @attr preset - `outlier` (default), `clean`, `far`, `middle`, `sure-and-wrong`
 * @attr outlier - its place, `x,y`
 * @attr delta - where Huber's loss goes over from squared to straight
 * @attr score - the score of the right class, -8 to 8
 * @attr seed - of the other points
 * @attr without-presets, without-classes - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - Some updates were made.
 * @fires slope-complete - The three lines have arrived.
 */
export class SlopeLosses extends Experiment<LossesSettings, LossesMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, lossesStyles];

  static override get definition(): typeof lossesDefinition {
    return lossesDefinition;
  }

  @state() private lines: Record<LineLoss, Line> = { mse: [0, 0], mae: [0, 0], huber: [0, 0] };
  readonly #fits = new LineFits();
  #drive = 0;
  #stepping: Promise<void> = Promise.resolve();

  get #points(): { readonly x: readonly number[]; readonly y: readonly number[] } {
    const { x, y } = linePoints(this.values.seed);
    const [atX, atY] = this.#outlier;
    return { x: [...x, atX], y: [...y, atY] };
  }

  get #outlier(): readonly [number, number] {
    return parsePlace(this.values.outlier) ?? [8.5, 1];
  }

  protected override settingsChanged(changed: readonly KeyOf<LossesSettings>[]): void {
    if (this.runState === 'loading') {
      this.runState = 'ready';
      this.emit('ready');
    } else if (changed.includes('seed')) {
      this.reset();
    } else if (this.#fits.updates > 0 && (changed.includes('outlier') || changed.includes('delta'))) {
      // Lines that have settled follow the point at once: that is what there is to see.
      this.#fits.goOn();
      if (this.runState !== 'paused') this.#start();
    }
  }

  // ---- The fit

  override play(): void {
    if (this.runState === 'running' || this.runState === 'loading') return;
    if (this.runState === 'complete') this.#fits.reset();
    this.#start();
  }

  #start(): void {
    this.runState = 'running';
    void this.#run(++this.#drive);
  }

  override pause(): void {
    this.#drive++;
    if (this.runState === 'running') this.runState = 'paused';
  }

  override step(): void {
    if (this.runState === 'running' || this.runState === 'loading' || this.#fits.updates >= UPDATES) return;
    this.runState = 'paused';
    void this.#advance(++this.#drive);
  }

  override reset(): void {
    this.#drive++;
    this.#fits.reset();
    this.lines = this.#fits.lines;
    this.runState = 'ready';
  }

  async #run(drive: number): Promise<void> {
    while (drive === this.#drive && this.runState === 'running') {
      await this.#advance(drive);
      await new Promise(requestAnimationFrame);
    }
  }

  #advance(drive: number): Promise<void> {
    this.#stepping = this.#stepping.then(async () => {
      if (drive !== this.#drive) return;
      const { x, y } = this.#points;
      try {
        await this.#fits.advance(x, y, this.values.delta);
      } catch (error) {
        this.#failed(error);
        return;
      }
      if (drive !== this.#drive) return;
      this.lines = this.#fits.lines;
      this.emit('step', { updates: this.#fits.updates });
      if (this.#fits.updates < UPDATES) return;
      this.runState = 'complete';
      this.emit('complete');
    });
    return this.#stepping;
  }

  #failed(error: unknown): void {
    this.#drive++;
    this.runState = 'failed';
    this.report(error);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { lossesCode } = await import('../../code/losses.ts');
    return lossesCode(language, { ...this.#points, delta: this.values.delta });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t, formats: f } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            words: { play: t.play, newSeedHint: t.newSeedHint },
            more: t.play,
            started: this.#fits.updates > 0,
            steps: [{ label: t.step, run: () => this.step() }],
            newSeed: () => this.newSeed(),
          })}
          <p class="status">${t.progress(f.integer(this.#fits.updates), f.integer(UPDATES))}</p>
        </div>
        <div class="knobs">
          ${this.control('outlier', String, t.placeError)} ${this.control('delta', f.significant)}
          ${this.control('seed', String, t.seedError)}
        </div>`,
      html`${this.#renderLines()} ${this.without('classes') ? '' : this.#renderClasses()}`,
    );
  }

  #equation([a, b]: Line): string {
    const { decimal } = this.formats;
    const [slope, start] = [b / 3, a - (5 * b) / 3];
    return `y = ${decimal(start, 2)} ${slope < 0 ? '−' : '+'} ${decimal(Math.abs(slope), 2)} x`;
  }

  #renderLines(): TemplateResult {
    const { t, shared, formats: f, colors, lines, values } = this;
    const { x, y } = this.#points;
    const [atX, atY] = this.#outlier;
    const residual = (loss: LineLoss): number => atY - said(lines[loss], atX);
    // The picture of the costs grows with the outlier, so that its three dots stay in it.
    const far = Math.max(...lossNames.map((loss) => Math.abs(residual(loss))));
    const reach = Math.max(6, 1.15 * far);
    const top = Math.max(20, 1.1 * residual('mse') ** 2);
    const keys = html`<p class="keys">${lossNames.map((loss) => html`<span><i class=${loss}></i>${t.names[loss]}</span>`)}</p>`;
    const marks: PlaneMark[] = [
      { kind: 'points', x: x.slice(0, -1), y: y.slice(0, -1), size: 4, color: 'ink' },
      { kind: 'points', x: [atX], y: [atY], size: 5, color: 'error' },
      ...lossNames.map(
        (loss): PlaneMark => ({ kind: 'curve', f: (at) => said(lines[loss], at), width: 2.5, ...looks[loss] }),
      ),
    ];
    const costs: PlaneMark[] = [
      ...lossNames.map(
        (loss): PlaneMark => ({ kind: 'curve', f: (r) => cost(loss, r, values.delta), width: 2.25, ...looks[loss] }),
      ),
      ...lossNames.map(
        (loss): PlaneMark => ({
          kind: 'points',
          x: [residual(loss)],
          y: [cost(loss, residual(loss), values.delta)],
          size: 5,
          color: looks[loss].color,
        }),
      ),
    ];
    const show = (loss: LineLoss, r: number): string => f.decimal(cost(loss, r, values.delta), 1);
    const list = lossNames.map((loss) => t.lineText(t.names[loss], this.#equation(lines[loss]))).join(' ');
    return stepSection(
      'lines',
      undefined,
      t.numbers,
      html`<div class="plots">
          <div><slope-plane .heading=${t.lines} .summary=${t.linesSummary(list)}
            .xAxis=${{ label: 'x', min: SPACE.x[0], max: SPACE.x[1] }} .yAxis=${{ label: 'y', min: SPACE.y[0], max: SPACE.y[1] }}
            .marks=${marks} .handles=${[{ id: 'outlier', x: atX, y: atY, name: t.outlier, knob: true }]}
            .readout=${(px: number, py: number) => t.readout(f.decimal(px, 1), f.decimal(py, 1))}
            .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}
            @plane-move=${({ detail }: CustomEvent<PlaneMove>) =>
              this.change(
                { outlier: placeText(detail.x, detail.y) },
                detail.done ? 'push' : 'replace',
              )}></slope-plane>${keys}</div>
          <div><slope-plane .heading=${t.cost} .summary=${t.costSummary}
            .xAxis=${{ label: t.costX, min: -reach, max: reach }} .yAxis=${{ label: t.costY, min: 0, max: top }} .marks=${costs}
            .readout=${(r: number) => t.costReadout(f.decimal(r, 1), show('mse', r), show('mae', r), show('huber', r))}
            .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>${keys}</div>
        </div>
        ${this.#renderTable(x, y)}`,
    );
  }

  #renderTable(x: readonly number[], y: readonly number[]): TemplateResult {
    const { t, formats: f, lines, values } = this;
    return html`<table class="results">
      <caption>${t.table.caption}</caption>
      <thead><tr><th scope="col">${t.table.loss}</th><th scope="col">${t.table.line}</th>
        <th scope="col" class="numeric">${t.table.value}</th><th scope="col" class="numeric">${t.table.share}</th></tr></thead>
      <tbody>${lossNames.map((loss) => {
        const costs = x.map((at, i) => cost(loss, (y[i] ?? 0) - said(lines[loss], at), values.delta));
        const sum = costs.reduce((a, b) => a + b, 0);
        return html`<tr data-loss=${loss}><th scope="row"><i class=${loss}></i>${t.names[loss]}</th><td>${this.#equation(lines[loss])}</td>
          <td class="numeric">${f.decimal(sum / costs.length, 2)}</td>
          <td class="numeric share">${f.percent(sum ? (costs.at(-1) ?? 0) / sum : 0, 0)}</td></tr>`;
      })}</tbody>
    </table>`;
  }

  #renderClasses(): TemplateResult {
    const { t, shared, formats: f, colors } = this;
    const z = this.values.score;
    const pair = (entropy: (z: number) => number, squared: (z: number) => number): PlaneMark[] => [
      { kind: 'curve', f: squared, width: 2.5, ...looks.mse },
      { kind: 'curve', f: entropy, width: 2.5, ...looks.huber, dash: [] },
      { kind: 'path', x: [z, z], y: [0, entropy(z)], color: 'inkSoft', width: 1, dash: [3, 3] },
      { kind: 'points', x: [z], y: [squared(z)], size: 5, color: looks.mse.color },
      { kind: 'points', x: [z], y: [entropy(z)], size: 5, color: looks.huber.color },
    ];
    const plane = (
      heading: string,
      summary: string,
      label: string,
      max: number,
      entropy: (z: number) => number,
      squared: (z: number) => number,
    ): TemplateResult => html`<slope-plane .heading=${heading} .summary=${summary}
      .xAxis=${{ label: t.score, min: SCORES[0], max: SCORES[1] }} .yAxis=${{ label, min: 0, max }} .marks=${pair(entropy, squared)}
      .handles=${[{ id: 'score', x: z, y: 0, name: t.scoreHandle, knob: true }]}
      .readout=${(at: number) => `z = ${f.decimal(at, 1)}: ${t.crossEntropy} ${f.decimal(entropy(at), 3)}, ${t.squared} ${f.decimal(squared(at), 3)}`}
      .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}
      @plane-move=${({ detail }: CustomEvent<PlaneMove>) => {
        const score = Number(Math.min(SCORES[1], Math.max(SCORES[0], detail.x)).toFixed(1));
        this.change({ score }, detail.done ? 'push' : 'replace');
      }}></slope-plane>`;
    return stepSection(
      'classes',
      undefined,
      t.classes,
      html`<div class="plots">
          ${plane(t.classLoss, t.classSummary, t.lossAxis, 8.2, entropyOf, squaredOf)}
          ${plane(t.classPush, t.pushSummary, t.pushAxis, 1.08, entropySlope, squaredSlope)}
        </div>
        <p class="keys"><span><i class="entropy"></i>${t.crossEntropy}</span><span><i></i>${t.squared}</span></p>
        <p role="status" data-push>${t.verdict(f.decimal(z, 1), f.percent(sigmoid(z), 1), f.decimal(entropySlope(z), 3), f.decimal(squaredSlope(z), 3))}</p>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-losses': SlopeLosses;
  }
}
