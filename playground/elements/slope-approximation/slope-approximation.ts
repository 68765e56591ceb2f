// `<slope-approximation>`: the visitor draws a curve, one layer of neurons follows it; how closely depends on how many they are.

import { type CSSResultGroup, html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { f32Tensor } from '../../../datasets/packed.ts';
import {
  adam,
  type Dataset,
  dense,
  type EpochRow,
  type FitOptions,
  type Sequential,
  sequential,
} from '../../../engine/index.ts';
import { Looks } from '../../base/looks.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { type Pace, TrainingExperiment } from '../../base/training-experiment.ts';
import { stepSection } from '../../base/view.ts';
import type { PlaneAdd, PlaneHandle, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { curveThrough, firstWeights, HEIGHT, KNOTS, knotX, parseCurve, RANGE } from './curve.ts';
import { type ApproximationSettings, approximationDefinition } from './definition.ts';
import type { ApproximationMessages } from './messages.en.ts';
import { approximationStyles } from './styles.ts';
import '../../charts/plane.ts';

const EPOCHS_AT_ONCE = 3;
const BURSTS_PER_SECOND = 35;
const LOOK_EVERY_MS = 50;
const SAMPLES = 128;
/** After a knot was let go, the network learns the new curve. */
const DRAWN_REST_MS = 200;
/** More neurons than this are not drawn one by one. */
const MOST_PARTS = 20;
const WIDEST = 100;

const samples = Float32Array.from(
  { length: SAMPLES },
  (_, i) => RANGE[0] + ((RANGE[1] - RANGE[0]) * i) / (SAMPLES - 1),
);

interface Look {
  readonly curve: Float32Array;
  /** What each hidden neuron adds: its output times its weight. */
  readonly parts: readonly Float32Array[];
}

interface Ended {
  readonly units: number;
  readonly error: number;
}

/**
 * @element slope-approximation
 * @attr preset - `waves` (default), `narrow`, `relu`, `step`, `spikes`
 * @attr curve - thirteen heights between -1.5 and 1.5, with commas
 * @attr units - hidden neurons, 1 to 200
 * @attr activation - `tanh`, `relu`
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr without-presets, without-runs - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeApproximation extends TrainingExperiment<ApproximationSettings, ApproximationMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, approximationStyles];

  static override get definition(): typeof approximationDefinition {
    return approximationDefinition;
  }

  @state() private look: Look | undefined;
  @state() private ended: readonly Ended[] = [];
  #endedFor = '';
  #data: { readonly curve: string; readonly dataset: Dataset } | undefined;
  #drawing = 0;
  readonly #looks = new Looks(this, {
    everyMs: LOOK_EVERY_MS,
    model: () => this.model,
    look: (model) => this.#look(model),
  });

  constructor() {
    super();
    this.addEventListener('slope-step', () => this.#looks.soon());
    this.addEventListener('slope-complete', () => this.#end());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#drawing);
  }

  // ---- Data and model

  get #heights(): readonly number[] {
    return parseCurve(this.values.curve) ?? new Array<number>(KNOTS).fill(0);
  }

  protected override get trainingData(): Dataset {
    const { curve } = this.values;
    if (this.#data?.curve !== curve) {
      const targets = samples.map(curveThrough(this.#heights));
      const dataset = { inputs: f32Tensor([SAMPLES, 1], samples), targets: f32Tensor([SAMPLES, 1], targets) };
      this.#data = { curve, dataset };
    }
    return this.#data.dataset;
  }

  protected override createModel(): Sequential {
    const { activation, units, seed } = this.values;
    const model = sequential([dense(units, { activation }), dense(1)], { inputShape: [1], seed });
    const { kernel, bias, output } = firstWeights(units, seed);
    const values = [kernel, bias, output, new Float32Array(1)];
    model.setWeights(
      model.layout.slots.map(({ name, shape }, i) => ({ name, shape, data: values[i] ?? new Float32Array(0) })),
    );
    return model;
  }

  protected override fitOptions(): FitOptions {
    return { optimizer: adam({ learningRate: this.values.learningRate }), loss: 'meanSquaredError' };
  }

  protected override get fullPace(): Pace {
    return { steps: EPOCHS_AT_ONCE * this.stepsPerEpoch, perSecond: BURSTS_PER_SECOND };
  }

  protected override settingsChanged(changed: readonly KeyOf<ApproximationSettings>[]): void {
    super.settingsChanged(changed);
    this.dataReady();
    const { curve, activation } = this.values;
    if (this.#endedFor !== `${curve} ${activation}`) {
      this.#endedFor = `${curve} ${activation}`;
      this.ended = [];
    }
    // A run that begins later has the new curve; one that begins while this waits would be taken away.
    if (!changed.includes('curve') || !this.run) return;
    window.clearTimeout(this.#drawing);
    this.#drawing = window.setTimeout(() => this.refit(), DRAWN_REST_MS);
  }

  protected override modelChanged(): void {
    this.look = undefined;
    this.#looks.now();
  }

  protected override weightsChanged(): void {
    this.#looks.soon();
  }

  async #look(model: Sequential): Promise<void> {
    const [hidden, output] = await model.predictLayers(samples, { backend: this.values.backend });
    const [, , kernel] = await model.getWeights();
    if (model !== this.model || !hidden || !output) return;
    const { units } = this.values;
    const drawn = units <= MOST_PARTS ? units : 0;
    const parts = Array.from({ length: drawn }, (_, j) =>
      samples.map((_x, i) => (hidden[i * units + j] ?? 0) * (kernel?.data[j] ?? 0)),
    );
    this.look = { curve: output, parts };
  }

  /** The root of the mean squared distance of the two curves. */
  get #error(): number | undefined {
    const { look } = this;
    if (!look) return undefined;
    const wanted = curveThrough(this.#heights);
    const total = samples.reduce((sum, x, i) => sum + ((look.curve[i] ?? 0) - wanted(x)) ** 2, 0);
    return Math.sqrt(total / SAMPLES);
  }

  async #end(): Promise<void> {
    const { units } = this.values;
    const loss = this.history?.epochs.at(-1)?.loss;
    if (loss === undefined) return;
    this.ended = [...this.ended.filter((other) => other.units !== units), { units, error: Math.sqrt(loss) }];
  }

  protected override describeEpoch(row: EpochRow, epoch: number): string {
    const { integer, decimal } = this.formats;
    return this.t.announce(integer(epoch), integer(this.epochsInAll), decimal(Math.sqrt(row.loss), 3));
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { activation, units, learningRate, batchSize, epochs, seed } = this.values;
    const heights = this.#heights;
    const { approximationCode } = await import('../../code/approximation.ts');
    return approximationCode(language, { heights, activation, units, learningRate, batchSize, epochs, seed });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderTransport(t.step.update, t.step.epoch)}
        </div>
        ${this.renderRunProgress(t.progress)}`,
      html`<div class="stage">${this.#renderBoard()} <div class="side">${this.#renderNow()}</div></div>`,
    );
  }

  #put(index: number, y: number, done: boolean): void {
    const height = Math.round(Math.max(-HEIGHT, Math.min(HEIGHT, y)) * 100) / 100;
    const curve = this.#heights.map((old, i) => (i === index ? height : old)).join(',');
    this.change({ curve }, done ? 'push' : 'replace');
  }

  #nearestKnot(x: number): number {
    const place = ((x - RANGE[0]) / (RANGE[1] - RANGE[0])) * (KNOTS - 1);
    return Math.max(0, Math.min(KNOTS - 1, Math.round(place)));
  }

  #renderBoard(): TemplateResult {
    const { t, shared, formats: f, colors, look } = this;
    const words = t.plot;
    const heights = this.#heights;
    const { units } = this.values;
    const wanted = curveThrough(heights);
    const marks: PlaneMark[] = [
      { kind: 'path', x: samples, y: samples.map(wanted), color: 'inkFaint', width: 5, opacity: 0.75 },
      ...(look?.parts ?? []).map(
        (part): PlaneMark => ({ kind: 'path', x: samples, y: part, color: 'inkFaint', width: 1, opacity: 0.65 }),
      ),
      ...(look ? [{ kind: 'path', x: samples, y: look.curve, color: 'accent', width: 2.5 } as const] : []),
      { kind: 'points', x: heights.map((_, i) => knotX(i)), y: heights, color: 'ink', size: 3.5 },
    ];
    const handles: PlaneHandle[] = heights.map((y, i) => ({
      id: String(i),
      x: knotX(i),
      y,
      name: words.knot(f.integer(i + 1)),
    }));
    const error = this.#error;
    return stepSection(
      'plot',
      undefined,
      words.title,
      html`<slope-plane addable .summary=${words.summary(f.integer(units), error === undefined ? '–' : f.decimal(error, 3))}
          .xAxis=${{ label: 'x', min: RANGE[0] - 0.1, max: RANGE[1] + 0.1 }} .yAxis=${{ label: 'y', min: -HEIGHT - 0.1, max: HEIGHT + 0.1 }}
          .marks=${marks} .handles=${handles}
          @plane-move=${({ detail }: CustomEvent<PlaneMove>) => this.#put(Number(detail.id), detail.y, detail.done)}
          @plane-add=${({ detail }: CustomEvent<PlaneAdd>) => this.#put(this.#nearestKnot(detail.x), detail.y, true)}
          .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        <p class="lines"><span><i></i>${words.yours}</span><span><i class="network"></i>${words.network}</span>
          <span><i class="parts"></i>${units <= MOST_PARTS ? words.parts : words.manyParts}</span></p>
        <p class="hint">${words.hint}</p>`,
    );
  }

  #renderNow(): TemplateResult {
    const { t, shared, formats: f, colors, ended } = this;
    const error = this.#error;
    const { units } = this.values;
    const refuse = (text: string): string => {
      const { min, max } = this.definition.settings.seed;
      return t.numberError(text, f.integer(min), f.integer(max));
    };
    const sorted = [...ended].sort((a, b) => a.units - b.units);
    const marks: PlaneMark[] = [
      {
        kind: 'path',
        x: sorted.map((run) => run.units),
        y: sorted.map((run) => run.error),
        color: 'ruleStrong',
        width: 1.5,
      },
      {
        kind: 'points',
        x: sorted.map((run) => run.units),
        y: sorted.map((run) => run.error),
        color: 'ink',
        ringed: new Set(sorted.flatMap((run, i) => (run.units === units ? [i] : []))),
      },
    ];
    return stepSection(
      'now',
      undefined,
      t.now.title,
      html`<p class="error"><b data-error>${error === undefined ? '–' : f.decimal(error, 3)}</b><span>${t.now.error}</span></p>
        <p class="number" data-parameters>${t.now.parameters(f.integer(3 * units + 1))}</p>
        ${this.control('units', f.integer)}
        <div class="knobs">
          ${this.control('activation')} ${this.control('epochs', f.integer)} ${this.control('learningRate', f.significant)}
          ${this.control('seed', String, refuse)} ${this.control('backend')}
        </div>
        ${
          this.without('runs')
            ? ''
            : html`<slope-plane data-later .heading=${t.runs.title} .summary=${ended.length ? t.runs.summary(f.integer(ended.length)) : t.runs.none}
                .xAxis=${{ label: t.runs.units, min: 0.8, max: WIDEST, log: true, ticks: [1, 2, 5, 10, 20, 50, 100] }}
                .yAxis=${{ label: 'RMSE', min: 0.005, max: 1, log: true, ticks: [0.01, 0.03, 0.1, 0.3, 1] }} .marks=${marks}
                .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
              <p class="hint">${ended.length < 2 ? t.runs.none : ''}</p>`
        }`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-approximation': SlopeApproximation;
  }
}
