// `<slope-linear-regression>`: a line is dragged through points while its squares are counted; then it is solved, and walked to.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { linear, type Series } from '../../../datasets/synthetic.ts';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import type { PlaneAdd, PlaneMove, PlaneRemove } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { csvTable } from '../../formats/csv.ts';
import { MAX_POINTS, parsePoints, pointsFromCsv, pointsText } from '../../formats/csv-points.ts';
import { LossSurface, type Theta } from '../slope-gradient-descent/surface.ts';
import { Walk } from '../slope-gradient-descent/walk.ts';
import { costView, measure, type Timing } from './cost-view.ts';
import { type LinearSettings, linearDefinition } from './definition.ts';
import { equationView } from './equation-view.ts';
import type { LinearMessages } from './messages.en.ts';
import { type NormalEquation, solveLine } from './normal-equation.ts';
import { numbersView } from './numbers-view.ts';
import { endsOf, planeView } from './plane-view.ts';
import { linearStyles } from './styles.ts';

/** Updates of gradient descent; x is not standardised here, so the ravine takes its time. */
const UPDATES = 400;

type Point = readonly [x: number, y: number];

/**
 * @element slope-linear-regression
 * @attr preset - `drag` (default), `lecture`, `no-noise`, `outlier`, `curve`
 * @attr intercept, slope - where the line stands
 * @attr count, noise, seed - of the generated points
 * @attr points - own points: `x,y;x,y;…`
 * @attr errors - `squares`, `segments`, `none`
 * @attr best - `shown` or `hidden`: the least-squares line
 * @attr without-presets, without-settings, without-numbers, without-equation, without-cost, without-paste
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeLinearRegression extends Experiment<LinearSettings, LinearMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, linearStyles];

  static override get definition(): typeof linearDefinition {
    return linearDefinition;
  }

  /** Where the line stands now; while it descends, that is not in the settings. */
  @state() private line: Theta = [0, 0];
  @state() private term: string | undefined;
  @state() private timings: readonly Timing[] = [];
  @state() private measuring = false;
  @state() private pasteOutcome = '';
  @state() private announcement = '';
  @query('textarea') private readonly pasteField!: HTMLTextAreaElement | null;

  #series: Series = { x: new Float64Array(), y: new Float64Array() };
  #surface = new LossSurface({ x: Float64Array.of(0, 1), y: Float64Array.of(0, 1) });
  #solved: NormalEquation | undefined;
  #walk: Walk | undefined;
  #drive = 0;
  #stepping: Promise<void> = Promise.resolve();
  #built = false;
  /** Texts of the points before each edit. */
  #past: string[] = [];
  #stopMeasuring: (() => void) | undefined;

  // ---- Points

  get #ownPoints(): Series | undefined {
    return parsePoints(this.values.points);
  }

  #rebuild(): void {
    const { count, noise, seed } = this.values;
    this.#series = this.#ownPoints ?? linear({ seed, count, noise });
    this.#surface = new LossSurface(this.#series);
    this.#solved = solveLine(this.#series);
    this.#restart();
    const first = !this.#built;
    this.#built = true;
    if (first) this.emit('ready');
  }

  /** The walk is over; the line stands where it was put by hand. */
  #restart(): void {
    this.#drive++;
    this.#walk?.dispose();
    this.#walk = undefined;
    this.line = [this.values.intercept, this.values.slope];
    this.runState = 'ready';
    this.dismiss('failed');
  }

  protected override settingsChanged(changed: readonly KeyOf<LinearSettings>[]): void {
    if (changed.some((key) => this.definition.settings[key].rebuilds)) {
      const placed = this.runState !== 'ready' && !changed.includes('intercept') ? this.line : undefined;
      this.#rebuild();
      if (placed) this.line = placed;
    } else if (changed.includes('intercept') || changed.includes('slope')) {
      this.#restart();
    }
    // Points that were chosen anew are not taken back by "undo".
    if (!changed.includes('points'))
      this.#past = changed.some((key) => ['seed', 'count', 'noise'].includes(key)) ? [] : this.#past;
  }

  protected override choosePreset(name: string): void {
    this.#past = [];
    super.choosePreset(name);
  }

  #points(): Point[] {
    return Array.from(this.#series.x, (x, i) => [x, this.#series.y[i] ?? 0]);
  }

  #setPoints(points: readonly Point[], done = true): void {
    const text = pointsText({ x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) });
    this.change({ points: text }, done ? 'push' : 'replace');
  }

  #remember(): void {
    this.#past.push(this.values.points);
  }

  #undo(): void {
    const before = this.#past.pop();
    if (before !== undefined) this.change({ points: before });
  }

  #paste(): void {
    const series = pointsFromCsv(this.pasteField?.value ?? '');
    this.pasteOutcome = series ? this.t.paste.used(this.formats.integer(series.x.length)) : this.t.paste.refused;
    if (!series) return;
    this.#remember();
    const solved = solveLine(series);
    this.change({ points: pointsText(series), ...(solved && { intercept: mean(series.y), slope: 0 }) });
  }

  // ---- Hands

  readonly #taken = ({ detail }: CustomEvent<{ id: string }>): void => {
    if (!['left', 'right'].includes(detail.id)) this.#remember();
  };

  readonly #moved = ({ detail: { id, x, y, done } }: CustomEvent<PlaneMove>): void => {
    if (id === 'left' || id === 'right') {
      this.#moveEnd(id, y, done);
      return;
    }
    const points = this.#points();
    points[Number(id)] = [x, y];
    this.#setPoints(points, done);
  };

  /** One end follows the hand, the other stays. */
  #moveEnd(id: 'left' | 'right', y: number, done: boolean): void {
    const [left, right] = endsOf(this.#series);
    const at = (x: number): number => this.line[0] + this.line[1] * x;
    const [yLeft, yRight] = id === 'left' ? [y, at(right)] : [at(left), y];
    const slope = (yRight - yLeft) / (right - left);
    const short = (value: number): number => Number(value.toPrecision(4));
    this.change({ slope: short(slope), intercept: short(yLeft - slope * left) }, done ? 'push' : 'replace');
  }

  readonly #added = ({ detail: { x, y } }: CustomEvent<PlaneAdd>): void => {
    if (this.#series.x.length >= MAX_POINTS) return;
    this.#remember();
    this.#setPoints([...this.#points(), [x, y]]);
  };

  readonly #removed = ({ detail: { id } }: CustomEvent<PlaneRemove>): void => {
    if (this.#series.x.length <= 2) return;
    this.#remember();
    this.#setPoints(this.#points().filter((_, i) => i !== Number(id)));
  };

  #solve(): void {
    if (!this.#solved) return;
    const [intercept, slope] = this.#solved.theta.map((value) => Number(value.toPrecision(6)));
    this.change({ intercept: intercept ?? 0, slope: slope ?? 0 });
  }

  /** Shows which points a symbol of the formula speaks of. */
  highlightTerm(term: string | undefined): void {
    this.term = term;
  }

  // ---- Gradient descent from where the line stands

  #ensureWalk(): Walk {
    this.#walk ??= new Walk({
      // Momentum takes the ravine of raw x in some hundred updates; plain descent would need thousands.
      walker: 'momentum',
      series: this.#series,
      start: this.line,
      // With momentum 0.9 the limit is nearly twice as high; here even flat ravines are done in 300 updates.
      learningRate: this.#surface.largestLearningRate,
      batchSize: this.#series.x.length,
      seed: this.values.seed,
      backend: this.values.backend,
      steps: UPDATES,
    });
    return this.#walk;
  }

  override play(): void {
    if (this.runState === 'running' || this.runState === 'failed') return;
    if (this.runState === 'complete') this.#restart();
    this.runState = 'running';
    void this.#run(++this.#drive);
  }

  async #run(drive: number): Promise<void> {
    while (drive === this.#drive && this.runState === 'running') {
      await this.#advance(2, drive);
      await new Promise(requestAnimationFrame);
    }
  }

  #advance(count: number, drive: number): Promise<void> {
    this.#stepping = this.#stepping.then(async () => {
      const walk = this.#ensureWalk();
      try {
        for (let i = 0; i < count && drive === this.#drive; i++) {
          await walk.step();
          if (walk !== this.#walk) return;
          if (this.#arrived(walk)) {
            this.line = walk.head;
            this.runState = 'complete';
            this.announcement = this.t.complete(this.formats.decimal(this.#surface.loss(walk.head), 3));
            this.emit('complete');
            return;
          }
        }
        this.line = walk.head;
        this.emit('step', walk.rows.at(-1));
      } catch (error) {
        if (walk !== this.#walk) return;
        this.runState = 'failed';
        this.report(error);
      }
    });
    return this.#stepping;
  }

  #arrived(walk: Walk): boolean {
    if (walk.rows.length >= UPDATES) return true;
    // Momentum may pass over the minimum: only standing still there counts.
    const recent = walk.path.slice(-12);
    return (
      recent.length === 12 &&
      recent.every(
        (theta) => this.#surface.loss(theta) - this.#surface.leastLoss < 1e-8 * (this.#surface.leastLoss + 0.01),
      )
    );
  }

  override pause(): void {
    this.#drive++;
    if (this.runState === 'running') this.runState = 'paused';
  }

  override step(count = 1): void {
    if (['running', 'complete', 'failed'].includes(this.runState)) return;
    this.runState = 'paused';
    void this.#advance(count, ++this.#drive);
  }

  override reset(): void {
    this.#restart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
    this.#stopMeasuring?.();
  }

  #measure(): void {
    this.timings = [];
    this.measuring = true;
    this.#stopMeasuring = measure(
      (timing) => {
        this.timings = [...this.timings, timing];
      },
      () => {
        this.measuring = false;
      },
    );
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { count, noise, seed, points } = this.values;
    const { linearCode } = await import('./code.ts');
    return linearCode(language, { count, noise, seed, points: this.#ownPoints ? points : undefined });
  }

  toCSV(): string {
    return csvTable(['x', 'y'], this.#points(), this.locale);
  }

  // ---- Picture

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.#built) this.#rebuild();
  }

  protected override render(): TemplateResult {
    const { t, view } = this;
    const part = (name: string, title: string, content: unknown): unknown =>
      this.without(name)
        ? nothing
        : html`<section class="part ${name}" aria-labelledby="part-${name}"><h2 id="part-${name}">${title}</h2>${content}</section>`;
    return this.renderFigure(
      this.#renderControls(),
      html`<div class="main">
          ${this.#renderPlane()}
          ${this.without('numbers') ? nothing : this.#renderNumbers()}
        </div>
        <div class="parts">
          ${part('equation', t.equation.title, equationView(view, this.#series, this.#solved))}
          ${part(
            'cost',
            t.cube.title,
            costView(view, this.timings, this.measuring, () => this.#measure()),
          )}
        </div>`,
      this.announcement,
    );
  }

  #renderControls(): TemplateResult {
    const { t, formats: f } = this;
    const explain = (text: string) => t.fieldError(text);
    return html`<div class="run-row">
        ${this.renderButtons({
          words: { play: t.play, newSeedHint: t.newSeedHint },
          more: t.play,
          ready: true,
          started: this.#walk !== undefined,
          steps: [{ label: t.stepUnit, run: () => this.step() }],
          newSeed: () => this.change({ seed: Math.floor(Math.random() * 1e6), points: '' }),
        })}
        <div class="transport">
          <button type="button" title=${t.solveHint} ?disabled=${!this.#solved} @click=${() => this.#solve()}>${t.solve}</button>
          <button type="button" title=${t.undoHint} ?disabled=${this.#past.length === 0} @click=${() => this.#undo()}>${t.undo}</button>
        </div>
      </div>
      ${
        this.without('settings')
          ? nothing
          : html`<div class="knobs">
              ${this.#ownPoints ? nothing : [this.control('count', f.integer), this.control('noise', f.significant)]}
              ${this.control('errors')} ${this.control('best')}
              ${this.control('intercept', f.significant, explain)} ${this.control('slope', f.significant, explain)}
            </div>`
      }`;
  }

  #renderPlane(): TemplateResult {
    const { values, line } = this;
    return html`<div class="side">
      ${planeView(this.view, {
        series: this.#series,
        line,
        loss: this.#surface.loss(line),
        best: values.best === 'shown' ? this.#solved?.theta : undefined,
        errors: values.errors,
        term: this.term,
        taken: this.#taken,
        moved: this.#moved,
        added: this.#added,
        removed: this.#removed,
      })}
      ${this.without('paste') ? nothing : this.#renderPaste()}
    </div>`;
  }

  #renderPaste(): TemplateResult {
    const words = this.t.paste;
    return html`<details><summary>${words.title}</summary>
      <div class="paste"><label for="paste">${words.label}</label>
        <textarea id="paste" spellcheck="false" placeholder="x,y"></textarea>
        <button type="button" class="small" @click=${() => this.#paste()}>${words.use}</button>
        <p class="small-text" role="status">${this.pasteOutcome}</p></div></details>`;
  }

  #renderNumbers(): TemplateResult {
    const { values } = this;
    return numbersView(this.view, {
      line: this.line,
      surface: this.#surface,
      walk: this.#walk,
      arrived: this.runState === 'complete',
      solved: this.#solved,
      bestShown: values.best === 'shown',
      noise: this.#ownPoints ? undefined : values.noise,
    });
  }
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

declare global {
  interface HTMLElementTagNameMap {
    'slope-linear-regression': SlopeLinearRegression;
  }
}
