// `<slope-gradient-descent>`: a line finds its way down the bowl of its loss, step by step, in pictures and in numbers.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Series } from '../../../datasets/synthetic.ts';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import type { View } from '../../base/view.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { downloadText } from '../../controls/download.ts';
import type { Speed } from '../../controls/transport.ts';
import { descentData } from './data.ts';
import { type DescentSettings, descentDefinition } from './definition.ts';
import type { DescentMessages } from './messages.en.ts';
import { type Bowl, bowlOf, contourPlot, dataPlot, lossPlot, type Scene, slicePlot } from './plots-view.ts';
import type { rulesTable } from './rules-view.ts';
import { parseStart, startText } from './start.ts';
import { descentStyles } from './styles.ts';
import { LossSurface, regimeOf, type Theta } from './surface.ts';
import { gradientCheck, printEvery, printedRows, raceTable, tableCsv, updatesInAll, walkTable } from './table-view.ts';
import { racers, Walk } from './walk.ts';
import '../../charts/plane.ts';

/** A whole run takes about this many pictures: long ones make several updates in each. */
const PICTURES = 240;
/** Updates per second at the slower speeds. */
const PACE: Record<Exclude<Speed, 'full'>, number> = { slow: 8, slowest: 1.5 };
/** A loss this many times the first one is called divergence, long before the numbers overflow. */
const HOPELESS = 100;

/**
 * @element slope-gradient-descent
 * @attr preset - `good` (default), `slide`, `slow`, `overshoots`, `diverges`, `mini-batch`, `race`, `not-standardised`
 * @attr learning-rate - η
 * @attr method - `full`, `mini-batch`, `race`
 * @attr batch-size - points per mini-batch
 * @attr data - `cloud` (the lecture's), `random`, `raw` (x not standardised)
 * @attr iterations - of the loop
 * @attr updates - `every-step`, or `when-printing` as the lecture's notebook had it
 * @attr start - `intercept,slope`; empty for the notebook's rule
 * @attr slice - `intercept` or `slope`: the direction of the cut
 * @attr seed, backend - as everywhere
 * @attr without-presets, without-settings, without-data, without-slice, without-curve, without-table
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeGradientDescent extends Experiment<DescentSettings, DescentMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, descentStyles];

  static override get definition(): typeof descentDefinition {
    return descentDefinition;
  }

  @state() private speed: Speed = 'full';
  @state() private probe: Theta | undefined;
  @state() private term: string | undefined;
  @state() private outcome = '';
  @state() private announcement = '';
  /** Of the race, which few pages show: fetched with the first one. */
  @state() private rules: typeof rulesTable | undefined;

  #series: Series = { x: new Float64Array(), y: new Float64Array() };
  #surface = new LossSurface({ x: Float64Array.of(0, 1), y: Float64Array.of(0, 1) });
  #bowl: Bowl | undefined;
  #walks: readonly Walk[] = [];
  /** The step that is under way; steps never overlap. */
  #stepping: Promise<void> = Promise.resolve();
  #drive = 0;

  // ---- The walk

  get #start(): Theta {
    const chosen = parseStart(this.values.start);
    return chosen ?? [this.#series.y.reduce((a, b) => Math.min(a, b), 0), 0];
  }

  get #total(): number {
    return updatesInAll(this.values.iterations, this.values.updates);
  }

  get #done(): number {
    return this.#walks[0]?.rows.length ?? 0;
  }

  get #standardised(): boolean {
    return this.values.data !== 'raw';
  }

  /** Points, bowl and walkers anew; nothing has moved yet. */
  #rebuild(keepBowl = false): void {
    this.#drive++;
    for (const walk of this.#walks) walk.dispose();
    const { data, seed, method, batchSize, learningRate, backend } = this.values;
    this.#series = descentData(data, seed);
    this.#surface = new LossSurface(this.#series);
    if (!keepBowl || !this.#bowl) this.#bowl = bowlOf(this.#surface, this.#start, this.#standardised);
    const count = this.#series.x.length;
    this.#walks = (method === 'race' ? racers : (['sgd'] as const)).map(
      (walker) =>
        new Walk({
          walker,
          series: this.#series,
          start: this.#start,
          learningRate,
          batchSize: method === 'mini-batch' ? batchSize : count,
          seed,
          backend,
          steps: this.#total,
        }),
    );
    this.probe = undefined;
    this.outcome = '';
    this.dismiss('diverged', 'failed');
    const first = this.runState === 'loading';
    this.runState = 'ready';
    if (first) this.emit('ready');
    this.requestUpdate();
  }

  protected override settingsChanged(changed: readonly KeyOf<DescentSettings>[]): void {
    // The first call tells of the values that the first picture was already made from.
    if (changed.length === this.store.keys.length && this.#done === 0 && !this.#settled) {
      this.#settled = true;
      return;
    }
    if (this.#walks.length === 0 || changed.some((key) => this.definition.settings[key].rebuilds)) {
      this.#rebuild(this.#dragging && changed.length === 1 && changed[0] === 'start');
    }
    if (changed.includes('learningRate')) {
      for (const walk of this.#walks) walk.learningRate = this.values.learningRate;
      if (this.runState === 'diverged') this.#rebuild();
    }
    if (changed.includes('slice')) this.probe = undefined;
  }
  #dragging = false;
  #settled = false;

  override play(): void {
    if (this.runState === 'running' || this.runState === 'failed') return;
    if (this.runState === 'complete' || this.runState === 'diverged') this.#rebuild();
    this.runState = 'running';
    this.probe = undefined;
    void this.#run(++this.#drive);
  }

  override pause(): void {
    this.#drive++;
    if (this.runState === 'running') this.runState = 'paused';
  }

  override step(count = 1): void {
    if (this.runState === 'running' || this.runState === 'diverged' || this.runState === 'failed') return;
    if (this.#done >= this.#total) return;
    this.runState = 'paused';
    this.probe = undefined;
    const drive = ++this.#drive;
    void this.#advance(count, drive);
  }

  override reset(): void {
    this.#rebuild();
  }

  /** Pictures follow each other as fast as the screen shows them, or at a pace that can be followed. */
  async #run(drive: number): Promise<void> {
    const perPicture = this.speed === 'full' ? Math.max(1, Math.ceil(this.#total / PICTURES)) : 1;
    while (drive === this.#drive && this.runState === 'running') {
      const began = performance.now();
      await this.#advance(perPicture, drive);
      if (this.speed !== 'full') await pause(1000 / PACE[this.speed] - (performance.now() - began));
      await new Promise(requestAnimationFrame);
    }
  }

  #advance(count: number, drive: number): Promise<void> {
    this.#stepping = this.#stepping.then(async () => {
      const walks = this.#walks;
      try {
        for (let i = 0; i < count && drive === this.#drive && this.#done < this.#total; i++) {
          const finite = await Promise.all(walks.map((walk) => walk.step()));
          if (walks !== this.#walks) return;
          if (!finite.every(Boolean) || this.#hopeless(walks)) {
            this.#diverged();
            return;
          }
        }
      } catch (error) {
        if (walks === this.#walks) this.#failed(error);
        return;
      }
      this.emit('step', walks[0]?.rows.at(-1));
      if (this.#done >= this.#total && drive === this.#drive) this.#arrived();
      this.requestUpdate();
    });
    return this.#stepping;
  }

  #hopeless(walks: readonly Walk[]): boolean {
    const first = this.#surface.loss(this.#start) - this.#surface.leastLoss + 0.01;
    return walks.some((walk) => this.#surface.loss(walk.head) > HOPELESS * first);
  }

  #arrived(): void {
    this.runState = 'complete';
    this.announcement = this.t.arrived(this.formats.decimal(this.#walks[0]?.rows.at(-1)?.loss ?? 0, 3));
    this.emit('complete');
  }

  #diverged(): void {
    this.#drive++;
    this.runState = 'diverged';
    const rate = this.values.learningRate;
    const calm = Number((this.#surface.largestLearningRate / 10).toPrecision(1));
    this.notify({
      id: 'diverged',
      kind: 'error',
      text: () => this.t.diverged(this.formats.significant(rate), this.formats.significant(this.#factor(rate))),
      actions: [
        {
          label: () => this.t.goBack(this.formats.significant(calm)),
          run: () => {
            this.change({ learningRate: calm });
            this.reset();
            this.play();
          },
        },
      ],
    });
    this.emit('diverged', { step: this.#done });
    this.requestUpdate();
  }

  #failed(error: unknown): void {
    this.#drive++;
    this.runState = 'failed';
    this.report(error);
  }

  /** By how much a step multiplies the distance to the minimum, along the steepest axis. */
  #factor(rate: number): number {
    return Math.abs(1 - rate * this.#surface.curvatures[1]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  // ---- Hands

  readonly #moveStart = (theta: Theta, done: boolean): void => {
    this.#dragging = !done;
    this.change({ start: startText(theta) }, done ? 'push' : 'replace');
  };

  readonly #setProbe = (theta: Theta): void => {
    this.probe = theta;
  };

  /** Shows which points a symbol of the formula speaks of. */
  highlightTerm(term: string | undefined): void {
    this.term = term;
  }

  // ---- Out of the figure

  async toCode(language: CodeLanguage): Promise<string> {
    const { descentCode } = await import('./code.ts');
    return descentCode(language, { ...this.values, start: parseStart(this.values.start), updatesInAll: this.#total });
  }

  /** The printed table, with the separator that spreadsheets of the language want. */
  toCSV(): string {
    const { iterations, updates } = this.values;
    return tableCsv(printedRows(this.#walks[0], iterations, updates), this.locale);
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.toCSV());
      this.outcome = this.t.table.copied;
    } catch {
      this.outcome = this.t.table.notCopied;
    }
  }

  // ---- Picture

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The first picture comes before `settingsChanged`: data is drawn at first paint.
    if (this.#walks.length === 0) this.#rebuild();
    if (this.values.method === 'race' && !this.rules) {
      void import('./rules-view.ts').then((fetched) => {
        this.rules = fetched.rulesTable;
      });
    }
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const bowl = this.#bowl;
    if (!bowl) return html``;
    const scene: Scene = {
      series: this.#series,
      standardised: this.#standardised,
      surface: this.#surface,
      bowl,
      walks: this.#walks,
      start: this.#start,
      learningRate: this.values.learningRate,
      total: this.#total,
      slice: this.values.slice,
      probe: this.probe,
      term: this.term,
    };
    return this.renderFigure(
      this.#renderControls(),
      html`<div class="plots">
          ${contourPlot(view, scene, this.#moveStart)}
          ${this.without('data') ? nothing : dataPlot(view, scene)}
          ${this.without('slice') ? nothing : slicePlot(view, scene, this.control('slice'), this.#setProbe)}
          ${this.without('curve') ? nothing : lossPlot(view, scene)}
        </div>
        ${this.without('table') ? nothing : this.#renderNumbers(view)}
        ${this.values.method === 'race' ? this.rules?.(view, this.#walks, this.#surface) : nothing}`,
      this.announcement,
    );
  }

  #renderControls(): TemplateResult {
    const { t, shared, formats: f, values } = this;
    const explain = (key: KeyOf<DescentSettings>) => (text: string) => {
      const setting = this.definition.settings[key];
      return setting.kind === 'number'
        ? t.fieldErrors.number(text, f.significant(setting.min), f.integer(setting.max))
        : t.fieldErrors.start(text);
    };
    const regime = regimeOf(values.learningRate, this.#surface);
    // Slow is what happens along the flattest axis; the other regimes show along the steepest.
    const [flattest] = this.#surface.curvatures;
    const factor = f.significant(
      regime === 'slow' ? 1 - values.learningRate * flattest : this.#factor(values.learningRate),
    );
    const backend = this.#walks[0]?.backend;
    return html`<div class="run-row">
        ${this.renderButtons({
          words: { play: t.play, newSeedHint: t.newSeedHint },
          state: this.runState === 'diverged' ? 'ready' : this.runState,
          more: t.play,
          ready: true,
          started: this.#done > 0 && this.runState !== 'diverged',
          steps: [{ label: t.stepUnit, run: () => this.step() }],
          newSeed: () =>
            this.change({ seed: Math.floor(Math.random() * 1e6), ...(values.data === 'cloud' && { data: 'random' }) }),
          speed: { value: this.speed, changed: (speed) => this.#setSpeed(speed) },
        })}
        <p class="status">${t.progress(f.integer(this.#done), f.integer(this.#total))}${
          backend ? html` · ${t.computedOn(shared.backend.name[backend.executor])}` : nothing
        }</p>
      </div>
      ${
        this.without('settings')
          ? nothing
          : html`<div class="knobs">
              ${this.control('learningRate', f.significant)} ${this.control('method')}
              ${values.method === 'mini-batch' ? this.control('batchSize', f.integer) : nothing}
              ${this.control('data')} ${this.control('iterations', f.integer)}
              ${this.control('start', String, explain('start'))}
              ${values.data === 'cloud' ? nothing : this.control('seed', String, explain('seed'))}
            </div>`
      }
      <p class="regime ${regime}" aria-live="polite"><strong>${t.regimeNames[regime]}</strong>
        <span>${t.regimes[regime](factor)} <span class="soft">${t.limit(f.significant(this.#surface.largestLearningRate))}</span></span></p>`;
  }

  #setSpeed(speed: Speed): void {
    const running = this.runState === 'running';
    if (running) this.pause();
    this.speed = speed;
    if (running) this.play();
  }

  #renderNumbers(view: View<DescentMessages>): TemplateResult {
    const { t, values } = this;
    const [walk] = this.#walks;
    const race = values.method === 'race';
    const { iterations, updates } = values;
    return html`<section class="numbers" aria-labelledby="numbers">
      <div>
        <h2 id="numbers">${t.table.title}</h2>
        ${
          race || !walk
            ? raceTable(view, this.#walks, this.#surface)
            : walkTable(view, {
                rows: printedRows(walk, iterations, updates),
                about:
                  values.method === 'full'
                    ? t.table.bug[updates](
                        this.formats.integer(iterations),
                        this.formats.integer(this.#total),
                        this.formats.integer(printEvery(iterations)),
                      )
                    : undefined,
                decimalMark: this.locale === 'fr' ? ',' : '.',
                outcome: this.outcome,
                copy: () => void this.#copy(),
                save: () => downloadText('gradient-descent.csv', 'text/csv', this.toCSV()),
              })
        }
      </div>
      <div>
        ${values.method === 'full' ? this.control('updates') : nothing}
        ${race || values.method === 'mini-batch' || !walk ? nothing : gradientCheck(view, walk, this.#surface)}
      </div>
    </section>`;
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, Math.max(0, ms)));

declare global {
  interface HTMLElementTagNameMap {
    'slope-gradient-descent': SlopeGradientDescent;
  }
}
