// `<slope-backprop>`: one example goes forward through a small network, its error comes back, and the weights move.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { dense, type Sequential, sequential } from '../../../engine/index.ts';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { slider } from '../../controls/fields.ts';
import type { Speed } from '../../controls/transport.ts';
import { type BackpropSettings, backpropDefinition } from './definition.ts';
import { calculation, drawing, STAGES, type Stage } from './drawing.ts';
import type { BackpropMessages } from './messages.en.ts';
import { type Example, examplesOf, type Pass, passExample, passRounds } from './passes.ts';
import { backpropStyles } from './styles.ts';
import '../../charts/line-chart.ts';

/** Time between two steps of a run; at full speed whole rounds go by. */
const PACE_MS: Record<Speed, number> = { full: 60, slow: 700, slowest: 2500 };
const ROUNDS_AT_ONCE = 10;
/** A run ends here, or when the network is right and sure. */
const MOST_ROUNDS = 600;
const SURE_LOSS = 0.02;
const REMEMBERED = 200;

/** What happened: an example that was looked at, or rounds that were not. */
type Moment = Pass | { readonly kind: 'rounds'; readonly count: number; readonly pass: Pass };

/**
 * @element slope-backprop
 * @attr preset - `xor` (default), `sigmoid`, `one-hidden`, `overshoots`
 * @attr table - `xor`, `and`, `or`
 * @attr hidden - 1 to 4 hidden neurons
 * @attr activation - `tanh`, `sigmoid`, `relu`
 * @attr learning-rate, seed, backend - as everywhere
 * @attr without-presets, without-calculation - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - A stage was shown; detail `{ stage, loss }`.
 * @fires slope-complete - The run is over.
 */
export class SlopeBackprop extends Experiment<BackpropSettings, BackpropMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, backpropStyles];

  static override get definition(): typeof backpropDefinition {
    return backpropDefinition;
  }

  @state() private events: readonly Moment[] = [];
  /** Which of the events is shown, and which of its stages. */
  @state() private at = 0;
  @state() private stage: Stage = 0;
  @state() private losses: readonly number[] = [];
  @state() private speed: Speed = 'full';

  #model: Sequential | undefined;
  #timer = 0;
  #busy = false;
  /** Examples that the network has learned from. */
  #done = 0;
  /** Losses of the round under way. */
  #round: number[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#width.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width.disconnect();
    window.clearTimeout(this.#timer);
    this.#model?.dispose();
  }
  /** The drawing has another layout on a phone. */
  readonly #width = new ResizeObserver(() => this.requestUpdate());

  // ---- Run

  get #examples(): readonly Example[] {
    return examplesOf(this.values.table);
  }

  protected override settingsChanged(changed: readonly KeyOf<BackpropSettings>[]): void {
    if (this.#model && !changed.some((key) => this.definition.settings[key].rebuilds)) return;
    void this.#rebuild();
  }

  async #rebuild(): Promise<void> {
    window.clearTimeout(this.#timer);
    this.#model?.dispose();
    const { hidden, activation, seed } = this.values;
    const model = sequential([dense(hidden, { activation }), dense(1, { activation: 'sigmoid' })], {
      inputShape: [2],
      seed,
    });
    this.#model = model;
    this.#done = 0;
    this.#round = [];
    this.losses = [];
    this.#busy = false;
    this.dismiss('failed');
    this.runState = 'loading';
    const first = await this.#passNext(model, []);
    if (!first || model !== this.#model) return;
    this.events = [first];
    this.at = 0;
    this.stage = 0;
    this.runState = 'ready';
    this.emit('ready');
  }

  /** The next example through the engine. It is computed as a whole; the figure shows it stage by stage. */
  async #passNext(model: Sequential, events: readonly Moment[]): Promise<Pass | undefined> {
    const { learningRate, backend } = this.values;
    const index = this.#done % 4;
    const example = this.#examples[index];
    if (!example) return undefined;
    this.#busy = true;
    try {
      const round = Math.floor(this.#done / 4) + 1;
      const pass = await passExample(model, this.#examples, { example, index, round, learningRate, backend });
      if (model !== this.#model) return undefined;
      this.#done++;
      this.#round.push(pass.loss);
      if (this.#round.length === 4) {
        this.losses = [...this.losses, this.#round.reduce((a, b) => a + b, 0) / 4];
        this.#round = [];
      }
      if (events.length) this.events = [...events, pass].slice(-REMEMBERED);
      return pass;
    } catch (error) {
      if (model === this.#model) this.#failed(error);
      return undefined;
    } finally {
      if (model === this.#model) this.#busy = false;
    }
  }

  #failed(error: unknown): void {
    this.runState = 'failed';
    this.report(error);
  }

  /** On by one stage; at the end of what is known, the next example goes through. */
  async #advance(): Promise<void> {
    const model = this.#model;
    if (!model || this.#busy) return;
    const event = this.events[this.at];
    if (event?.kind === 'pass' && this.stage < STAGES - 1) this.stage = (this.stage + 1) as Stage;
    else if (this.at < this.events.length - 1) this.#show(this.at + 1, 0);
    else if (await this.#passNext(model, this.events)) this.#show(this.events.length - 1, 0);
    this.emit('step', { stage: this.stage, loss: this.#pass?.loss });
  }

  #show(at: number, stage: Stage): void {
    this.at = at;
    this.stage = this.events[at]?.kind === 'rounds' ? ((STAGES - 1) as Stage) : stage;
  }

  async #advanceRounds(): Promise<void> {
    const model = this.#model;
    if (!model || this.#busy) return;
    this.#busy = true;
    try {
      const { learningRate, backend } = this.values;
      // A round that was begun by hand is finished first.
      const rounds = ROUNDS_AT_ONCE;
      const losses = await passRounds(model, this.#examples, rounds, learningRate, backend);
      if (model !== this.#model) return;
      this.#done += rounds * 4;
      this.losses = [...this.losses, ...losses];
    } catch (error) {
      if (model === this.#model) this.#failed(error);
      return;
    } finally {
      if (model === this.#model) this.#busy = false;
    }
    const pass = await this.#passNext(model, []);
    if (!pass || model !== this.#model) return;
    this.events = [...this.events, { kind: 'rounds', count: ROUNDS_AT_ONCE, pass } as const, pass].slice(-REMEMBERED);
    this.#show(this.events.length - 1, 2);
    const last = this.losses.at(-1) ?? 1;
    if (last < SURE_LOSS || this.losses.length >= MOST_ROUNDS || !Number.isFinite(last)) this.#complete();
  }

  #complete(): void {
    window.clearTimeout(this.#timer);
    this.runState = 'complete';
    this.emit('complete');
  }

  #tick(): void {
    window.clearTimeout(this.#timer);
    if (this.runState !== 'running') return;
    const advance = this.speed === 'full' ? this.#advanceRounds() : this.#advance();
    void advance.then(() => {
      if (this.runState === 'running') this.#timer = window.setTimeout(() => this.#tick(), PACE_MS[this.speed]);
    });
  }

  override play(): void {
    if (this.runState !== 'ready' && this.runState !== 'paused' && this.runState !== 'complete') return;
    this.runState = 'running';
    this.#tick();
  }

  override pause(): void {
    window.clearTimeout(this.#timer);
    if (this.runState === 'running') this.runState = 'paused';
  }

  override step(): void {
    if (this.runState === 'running' || this.runState === 'loading' || this.runState === 'failed') return;
    this.runState = 'paused';
    void this.#advance();
  }

  /** To the first stage of the next example. */
  async #stepExample(): Promise<void> {
    const at = this.at;
    this.step();
    while (this.at === at && this.stage < STAGES - 1) await this.#advance();
    if (this.at === at) await this.#advance();
  }

  override reset(): void {
    void this.#rebuild();
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { hidden, activation, learningRate, seed, table } = this.values;
    const { backpropCode } = await import('../../code/backprop.ts');
    return backpropCode(language, { hidden, activation, learningRate, seed, table });
  }

  // ---- Picture

  get #pass(): Pass | undefined {
    const event = this.events[this.at];
    return event?.kind === 'rounds' ? event.pass : event;
  }

  /** All stages in a row, for the slider. */
  get #position(): { readonly position: number; readonly positions: number } {
    return { position: this.at * STAGES + this.stage, positions: this.events.length * STAGES };
  }

  #scrub(position: number): void {
    this.pause();
    if (this.runState === 'ready') this.runState = 'paused';
    this.#show(Math.floor(position / STAGES), (position % STAGES) as Stage);
  }

  protected override render(): TemplateResult {
    const { t } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            started: this.#done > 1 || this.stage > 0,
            steps: [
              { label: t.step.stage, run: () => this.step() },
              { label: t.step.example, run: () => void this.#stepExample() },
            ],
            newSeed: () => this.newSeed(),
            speed: {
              value: this.speed,
              changed: (speed) => {
                this.speed = speed;
              },
            },
          })}
        </div>
        `,
      html`<div class="stage">${this.#renderNetwork()} ${this.#renderFacts()}</div>`,
    );
  }

  #renderNetwork(): TemplateResult {
    const { t, formats: f, stage } = this;
    const pass = this.#pass;
    const event = this.events[this.at];
    const { position, positions } = this.#position;
    const name = t.stages[stage] ?? '';
    const where = pass ? t.position(f.integer(pass.round), f.integer(pass.index + 1)) : '';
    return stepSection(
      'network',
      undefined,
      name,
      html`<ol class="stages">${t.stages.map((one, i) => html`<li aria-current=${i === stage ? 'step' : nothing}>${one}</li>`)}</ol>
        ${pass ? drawing(pass, stage, f, t.diagram(name), this.clientWidth < 480 ? 'narrow' : 'wide') : nothing}
        <div class="scrub">
          <button type="button" class="small" ?disabled=${position === 0} @click=${() => this.#scrub(position - 1)}>${t.back}</button>
          ${slider({
            id: 'scrub',
            label: t.scrub,
            positions,
            position,
            text: where,
            changed: (chosen) => this.#scrub(chosen),
          })}
        </div>
        <p class="explain" role="status">${event?.kind === 'rounds' ? t.skipped(f.integer(event.count)) : this.#explain(pass)}</p>
        ${this.without('calculation') || !pass ? nothing : this.#renderCalculation(pass)}`,
    );
  }

  #explain(pass: Pass | undefined): string {
    const { explain } = this.t;
    if (!pass) return '';
    const { x, y } = pass.example;
    const texts = [
      explain.input(String(x[0]), String(x[1]), String(y)),
      explain.hidden,
      explain.output,
      explain.loss,
      explain.backOutput,
      explain.backHidden,
      explain.update,
    ];
    return texts[this.stage] ?? '';
  }

  #renderCalculation(pass: Pass): TemplateResult {
    const lines = calculation(pass, this.stage, this.values.activation, this.formats);
    return html`<div class="calculation" role="group" aria-label=${this.t.calculation}>${lines.map((text) => html`<p>${text}</p>`)}</div>`;
  }

  #renderFacts(): TemplateResult {
    const { t, shared, formats: f, colors } = this;
    const answers = this.#pass?.answers[this.stage === STAGES - 1 ? 1 : 0];
    const words = t.examples;
    const examples = this.#examples;
    const right = examples.filter(({ y }, i) => (answers?.[i] ?? 0.5) > 0.5 === (y === 1)).length;
    const shown = this.#pass?.index;
    const refuse = (key: 'seed') => (text: string) => {
      const { min, max } = this.definition.settings[key];
      return t.numberError(text, f.integer(min), f.integer(max));
    };
    return html`<div class="facts-side">${stepSection(
      'examples',
      undefined,
      words.title,
      html`<table>
          <thead><tr><th scope="col">${words.input}</th><th scope="col" class="numeric">${words.target}</th><th scope="col" class="numeric">${words.answer}</th></tr></thead>
          <tbody>${examples.map(
            (
              { x, y },
              i,
            ) => html`<tr class=${i === shown ? 'shown' : ''}><th scope="row">${x[0]}, ${x[1]}</th><td class="numeric">${y}</td>
              <td class="numeric">${answers ? f.decimal(answers[i] ?? 0, 3) : '–'}</td></tr>`,
          )}</tbody>
        </table>
        <p class="number" data-right>${words.verdict(f.integer(right))}</p>
        <slope-line-chart .heading=${t.loss.title} .x=${this.losses.map((_, i) => i + 1)}
          .series=${[{ name: shared.chart.training, values: this.losses, color: 'ink' }]} .xRange=${[0, Math.max(20, this.losses.length)]}
          .yRange=${[0, 1.2]} .format=${(value: number) => f.decimal(value, 3)} .formatTick=${f.tick} .formatX=${f.significant} .xLabel=${t.loss.round}
          .palette=${colors.palette} .words=${shared.chart}></slope-line-chart>
        <div class="knobs">
          ${this.control('table')} ${this.control('hidden', f.integer)} ${this.control('activation')}
          ${this.control('learningRate', f.significant)} ${this.control('seed', String, refuse('seed'))} ${this.control('backend')}
        </div>`,
    )}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-backprop': SlopeBackprop;
  }
}
