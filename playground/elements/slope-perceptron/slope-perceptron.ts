// `<slope-perceptron>`: Rosenblatt's rule on Iris. One flower at a time; only a mistake changes the three numbers.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  type Dataset,
  dense,
  type EpochRow,
  type FitOptions,
  type Sequential,
  sequential,
  sgd,
} from '../../../engine/index.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { type Pace, TrainingExperiment } from '../../base/training-experiment.ts';
import { stepSection } from '../../base/view.ts';
import { sampleGrid } from '../../charts/grid.ts';
import type { GroundLayer, PlaneMark } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { type Flower, loadQuestion, type PerceptronData } from './data.ts';
import { type PerceptronSettings, perceptronDefinition } from './definition.ts';
import type { PerceptronMessages } from './messages.en.ts';
import { type NeuronPart, neurons } from './neurons-view.ts';
import { perceptronStyles } from './styles.ts';
import '../../charts/plane.ts';

/** Flowers at full speed: a round of 120 takes two seconds, slow enough to follow the border. */
const FLOWERS_PER_SECOND = 60;
const LOGGED = 6;

type Weights = readonly [number, number, number];
const ZERO: Weights = [0, 0, 0];

interface Mistake {
  readonly number: number;
  readonly flower: Flower;
  readonly after: Weights;
}

/**
 * @element slope-perceptron
 * @attr preset - `setosa` (default), `virginica`, `xor`
 * @attr question - `setosa`, `virginica`, `xor`
 * @attr learning-rate, epochs, seed, backend - as everywhere
 * @attr without-presets, without-neurons - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopePerceptron extends TrainingExperiment<PerceptronSettings, PerceptronMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, perceptronStyles];

  static override get definition(): typeof perceptronDefinition {
    return perceptronDefinition;
  }

  @state() private data: PerceptronData | undefined;
  @state() private weights: Weights = ZERO;
  @state() private previous: Weights = ZERO;
  @state() private shown: Flower | undefined;
  @state() private mistakes: readonly Mistake[] = [];
  @state() private count = 0;
  /** The round, from 1, in which nothing was mistaken. */
  @state() private rest: number | undefined;
  @state() private pointedPart: NeuronPart | undefined;
  #asked = '';
  #seen = 0;
  #seeking = false;
  /** Mistakes when the present round began. */
  #countAtRound = 0;

  // ---- Data and model

  protected override get trainingData(): Dataset | undefined {
    return this.data?.dataset;
  }

  async #load(): Promise<void> {
    const { question, seed } = this.values;
    const asked = `${question} ${seed}`;
    if (this.#asked === asked) return;
    this.#asked = asked;
    this.data = undefined;
    this.dismiss('loading');
    try {
      const data = await loadQuestion(question, seed);
      if (this.#asked !== asked) return;
      this.data = data;
      this.rebuild();
      this.dataReady();
      this.emit('ready');
    } catch (error) {
      this.#asked = '';
      this.reportLoading(
        error,
        (message) => this.t.failed(message),
        () => void this.#load(),
      );
    }
  }

  protected override settingsChanged(changed: readonly KeyOf<PerceptronSettings>[]): void {
    super.settingsChanged(changed);
    void this.#load();
    if (this.trainingData) this.dataReady();
  }

  /** Rosenblatt began with zeros. */
  protected override createModel(): Sequential {
    return sequential([dense(1, { kernelInitializer: 'zeros' })], { inputShape: [2], seed: this.values.seed });
  }

  /** The loss is 0 for a flower on its side, and its slope for another is the flower itself: descent is Rosenblatt's rule. */
  protected override fitOptions(): FitOptions {
    return {
      optimizer: sgd({ learningRate: this.values.learningRate }),
      loss: 'perceptron',
      metrics: ['accuracy'],
      shuffle: false,
      ...(this.data && { validationData: this.data.testDataset }),
    };
  }

  protected override get training() {
    return { ...super.training, batchSize: 1 };
  }

  protected override get fullPace(): Pace {
    return { steps: 1, perSecond: FLOWERS_PER_SECOND };
  }

  protected override modelChanged(): void {
    this.weights = ZERO;
    this.previous = ZERO;
    this.shown = undefined;
    this.mistakes = [];
    this.count = 0;
    this.rest = undefined;
    this.#seen = 0;
    this.#countAtRound = 0;
  }

  protected override weightsChanged(): void {
    void this.#follow();
  }

  /** Reads the numbers after the flower that was shown last; if they moved, it was a mistake. */
  async #follow(): Promise<void> {
    const { model, data } = this;
    const step = this.stepsDone;
    if (!model || !data || step === this.#seen) return;
    this.#seen = step;
    const [kernel, bias] = await model.getWeights();
    if (model !== this.model) return;
    const now: Weights = [kernel?.data[0] ?? 0, kernel?.data[1] ?? 0, bias?.data[0] ?? 0];
    const moved = now.some((value, i) => value !== this.weights[i]);
    this.previous = this.weights;
    this.weights = now;
    const flower = data.train[(step - 1) % data.train.length];
    this.shown = flower;
    if (moved && flower) {
      this.count++;
      this.mistakes = [{ number: this.count, flower, after: now }, ...this.mistakes].slice(0, LOGGED);
    }
    if (step % data.train.length === 0) this.#roundOver(step / data.train.length);
    this.#followed();
  }

  #roundOver(round: number): void {
    const mistaken = this.count - this.#countAtRound;
    this.#countAtRound = this.count;
    if (mistaken > 0 || !this.run) return;
    this.rest = round;
    // Nothing can change any more: the next rounds would be the same.
    this.run.epochs = round;
  }

  /** On to the next flower that changes something, a round at most. */
  async #nextMistake(): Promise<void> {
    if (this.#seeking) return;
    this.#seeking = true;
    const { count } = this;
    for (let shown = 0; shown < (this.data?.train.length ?? 0) && this.#seeking; shown++) {
      if (this.runState !== 'ready' && this.runState !== 'paused') break;
      const read = new Promise<void>((resolve) => {
        this.#followed = resolve;
      });
      this.step();
      await read;
      if (this.count > count) break;
    }
    this.#seeking = false;
  }
  #followed: () => void = () => {};

  get #lastMoved(): boolean {
    return this.weights.some((value, i) => value !== this.previous[i]);
  }

  override reset(): void {
    this.#seeking = false;
    this.#followed();
    super.reset();
  }

  protected override describeEpoch(_row: EpochRow, epoch: number): string {
    return this.t.announce(this.formats.integer(epoch), this.formats.integer(this.count - this.#countAtRound));
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { question, learningRate, epochs, seed } = this.values;
    const { perceptronCode } = await import('../../code/perceptron.ts');
    return perceptronCode(language, { question, learningRate, epochs, seed });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderRunButtons({
            steps: [
              { label: t.step.one, run: () => this.step() },
              { label: t.step.mistake, run: () => void this.#nextMistake() },
            ],
          })}
        </div>
        ${this.renderRunProgress(t.progress)}`,
      html`<div class="stage">${this.#renderPlot()} ${this.#renderNow()}</div>
        ${this.without('neurons') ? nothing : this.#renderNeurons()}`,
    );
  }

  #sum({ x1, x2 }: { x1: number; x2: number }, [w1, w2, b]: Weights): number {
    return w1 * x1 + w2 * x2 + b;
  }

  #right(flowers: readonly Flower[]): number {
    return flowers.filter((flower) => this.#sum(flower, this.weights) > 0 === (flower.label === 1)).length;
  }

  get #names(): readonly [string, string] {
    return this.t.names[this.values.question];
  }

  #renderPlot(): TemplateResult {
    const { t, shared, formats: f, colors, data, weights } = this;
    const [xLabel, yLabel] = t.axis[this.values.question === 'xor' ? 'xor' : 'iris'];
    const x = data?.x ?? ([0, 7.5] as const);
    const y = data?.y ?? ([0, 3] as const);
    const all = data ? [...data.train, ...data.test] : [];
    const wrong = all.length - this.#right(all);
    const border = weights.some((value) => value !== 0);
    const side = (x1: number, x2: number): number => Math.sign(this.#sum({ x1, x2 }, weights));
    const ground: GroundLayer[] = border
      ? [{ kind: 'heat', grid: sampleGrid(side, x, y, 64), range: [-2, 2], colors: 'classes' }]
      : [];
    const points = (flowers: readonly Flower[], hollow: boolean): PlaneMark => ({
      kind: 'points',
      x: flowers.map(({ x1 }) => x1),
      y: flowers.map(({ x2 }) => x2),
      classes: flowers.map(({ label }) => label),
      hollow,
      size: 4,
      ...(!hollow && this.shown && { ringed: new Set([flowers.indexOf(this.shown)]) }),
    });
    return stepSection(
      'plot',
      undefined,
      t.plot.title,
      html`<slope-plane .summary=${border ? t.plot.summary(f.integer(wrong), f.integer(all.length)) : t.plot.noBorder}
          .xAxis=${{ label: xLabel, min: x[0], max: x[1] }} .yAxis=${{ label: yLabel, min: y[0], max: y[1] }}
          .ground=${ground} .marks=${data ? [...this.#border(weights, x), points(data.test, true), points(data.train, false)] : []}
          .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        <p class="hint">${border ? nothing : t.plot.noBorder}</p>`,
    );
  }

  #border([w1, w2, b]: Weights, [from, to]: readonly [number, number]): PlaneMark[] {
    if (w2 === 0) {
      return w1 === 0 ? [] : [{ kind: 'path', x: [-b / w1, -b / w1], y: [-10, 10], color: 'ink', width: 2 }];
    }
    const at = (x: number): number => -(w1 * x + b) / w2;
    return [{ kind: 'path', x: [from, to], y: [at(from), at(to)], color: 'ink', width: 2 }];
  }

  #renderNow(): TemplateResult {
    const { t, formats: f, data, shown } = this;
    const words = t.count;
    const train = data?.train ?? [];
    const test = data?.test ?? [];
    const round = train.length ? Math.max(1, Math.ceil(this.stepsDone / train.length)) : 1;
    return stepSection(
      'now',
      undefined,
      t.now.title,
      html`<div class="flower" data-flower>${shown ? this.#renderFlower(shown) : html`<p>${t.now.none}</p>`}</div>
        <div class="score" role="status">
          <b data-mistakes>${words.mistakes(f.integer(this.count), f.integer(round))}</b>
          <span data-train>${words.train(f.integer(this.#right(train)), f.integer(train.length))}</span>
          <span data-test>${words.test(f.integer(this.#right(test)), f.integer(test.length))}</span>
          ${
            this.rest !== undefined
              ? html`<b data-rest>${words.converged(f.integer(this.rest))}</b>`
              : this.runState === 'complete'
                ? html`<b data-rest>${words.never}</b>`
                : nothing
          }
        </div>
        ${this.#renderLog()}
        <div class="knobs">
          ${this.control('question')} ${this.control('epochs', f.integer, (text) => this.#refusal(text, 'epochs'))}
          ${this.control('seed', String, (text) => this.#refusal(text, 'seed'))} ${this.control('backend')}
        </div>`,
    );
  }

  #refusal(text: string, key: 'epochs' | 'seed'): string {
    const { min, max } = this.definition.settings[key];
    return this.t.numberError(text, this.formats.integer(min), this.formats.integer(max));
  }

  #renderFlower(flower: Flower): TemplateResult {
    const { t, shared, formats: f } = this;
    const moved = this.#lastMoved;
    const name = this.#names[flower.label];
    const [w1, w2, b] = this.previous;
    const term = (value: number): string => f.decimal(value, 1);
    const signed = (value: number): string => `${value < 0 ? '−' : '+'} ${term(Math.abs(value))}`;
    return html`<p class="number"><b>${name}</b> (${shared.plane.at(term(flower.x1), term(flower.x2))})</p>
      <p class="number">${term(w1)} · ${term(flower.x1)} ${signed(w2)} · ${term(flower.x2)} ${signed(b)} = <b>${f.decimal(this.#sum(flower, this.previous), 2)}</b></p>
      <p class="verdict ${moved ? 'wrong' : ''}">${moved ? (flower.label ? t.now.wrongOne(name) : t.now.wrongZero(name)) : t.now.right(name)}</p>`;
  }

  #renderLog(): TemplateResult {
    const { t, shared, formats: f } = this;
    const words = t.log;
    const heads = [words.number, words.point, words.w1, words.w2, words.b];
    return html`<table class="log"><caption>${words.title}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col" class="numeric">${head}</th>`)}</tr></thead>
      <tbody>
        ${Array.from({ length: LOGGED }, (_, i) => {
          const mistake = this.mistakes[i];
          if (!mistake) return html`<tr><td class="numeric">&nbsp;</td><td></td><td></td><td></td><td></td></tr>`;
          const { number, flower, after } = mistake;
          return html`<tr><th scope="row" class="numeric">${f.integer(number)}</th>
            <td class="numeric">${shared.plane.at(f.decimal(flower.x1, 1), f.decimal(flower.x2, 1))}</td>
            ${after.map((value) => html`<td class="numeric">${f.decimal(value, 1)}</td>`)}</tr>`;
        })}
      </tbody></table>`;
  }

  #renderNeurons(): TemplateResult {
    const { t, formats: f } = this;
    return html`<div class="lower">${stepSection(
      'two-neurons',
      undefined,
      t.neuron.title,
      neurons(t.neuron, f, {
        weights: this.weights,
        shown: this.shown,
        part: this.pointedPart,
        point: (part) => {
          this.pointedPart = part;
        },
      }),
    )}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-perceptron': SlopePerceptron;
  }
}
