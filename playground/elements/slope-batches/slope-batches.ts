// `<slope-batches>`: every training image lights up as a batch takes it; what the batch size does to updates and to learning.

import { type CSSResultGroup, html, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { datasetUrl, loadDataset } from '../../../datasets/loader.ts';
import {
  adam,
  type Dataset,
  dense,
  type FitOptions,
  type Sequential,
  sequential,
  shuffled,
} from '../../../engine/index.ts';
import { basePath } from '../../base/assets.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { type Pace, TrainingExperiment } from '../../base/training-experiment.ts';
import { stepSection } from '../../base/view.ts';
import type { PlaneMark } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { type BatchesSettings, batchesDefinition, SAMPLES } from './definition.ts';
import type { BatchesMessages } from './messages.en.ts';
import { type SampleState, SampleWall } from './sample-wall.ts';
import { batchesStyles } from './styles.ts';
import '../../charts/plane.ts';

const MNIST_IMAGES = 60_000;
/** A run is shown in about this many pictures, so that batches can be seen coming and going. */
const PICTURES = 150;
const PICTURES_PER_SECOND = 30;
const KEPT_RUNS = 6;

interface Curve {
  /** Images used, and the validation loss after them. */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

interface FinishedRun extends Curve {
  readonly batchSize: number;
  readonly learningRate: number;
  readonly updates: number;
  readonly accuracy: number;
  readonly seconds: number;
}

/**
 * @element slope-batches
 * @attr preset - `small` (default), `one`, `large`, `all`, `large-and-faster`
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr without-presets, without-sums, without-runs - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeBatches extends TrainingExperiment<BatchesSettings, BatchesMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, batchesStyles];

  static override get definition(): typeof batchesDefinition {
    return batchesDefinition;
  }

  @state() private train: Dataset | undefined;
  @state() private validation: Dataset | undefined;
  @state() private runs: readonly FinishedRun[] = [];
  @query('canvas.wall') private readonly canvas!: HTMLCanvasElement | null;
  readonly #wall = new SampleWall();
  #observer: ResizeObserver | undefined;

  constructor() {
    super();
    this.addEventListener('slope-complete', () => this.#keep());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.train) void this.#load();
    this.#observer = new ResizeObserver(() => this.#drawWall());
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  async #load(): Promise<void> {
    this.dismiss('loading');
    const url = datasetUrl('digits', basePath());
    try {
      [this.train, this.validation] = await Promise.all([
        loadDataset(url, { split: 'train' }),
        loadDataset(url, { split: 'test' }),
      ]);
      this.dataReady();
    } catch (error) {
      this.reportLoading(
        error,
        (message) => this.t.failed(message),
        () => void this.#load(),
      );
    }
  }

  // ---- Model

  protected override get trainingData(): Dataset | undefined {
    return this.validation && this.train;
  }

  protected override createModel(): Sequential {
    return sequential([dense(32, { activation: 'relu' }), dense(10, { activation: 'softmax' })], {
      inputShape: [64],
      seed: this.values.seed,
    });
  }

  protected override fitOptions(): FitOptions {
    return {
      optimizer: adam({ learningRate: this.values.learningRate }),
      loss: 'sparseCategoricalCrossentropy',
      metrics: ['accuracy'],
      ...(this.validation && { validationData: this.validation }),
    };
  }

  protected override get fullPace(): Pace {
    const all = this.stepsPerEpoch * this.values.epochs;
    return { steps: Math.max(1, Math.round(all / PICTURES)), perSecond: PICTURES_PER_SECOND };
  }

  protected override settingsChanged(changed: readonly KeyOf<BatchesSettings>[]): void {
    super.settingsChanged(changed);
    if (this.trainingData) this.dataReady();
  }

  protected override modelChanged(): void {}
  protected override weightsChanged(): void {}

  /** The loss on the validation images after each epoch, over the images used until then. */
  #curve(): Curve {
    const epochs = (this.history?.epochs ?? []).filter(({ validation }) => validation);
    return {
      x: epochs.map(({ epoch }) => (epoch + 1) * SAMPLES),
      y: epochs.map(({ validation }) => validation?.loss ?? 0),
    };
  }

  #keep(): void {
    const { batchSize, learningRate } = this.values;
    const epochs = this.history?.epochs ?? [];
    const last = epochs.at(-1);
    if (!last?.validation) return;
    const finished: FinishedRun = {
      ...this.#curve(),
      batchSize,
      learningRate,
      updates: this.stepsDone,
      accuracy: last.validation.metrics.accuracy ?? 0,
      seconds: epochs.reduce((sum, { seconds }) => sum + seconds, 0),
    };
    const same = (run: FinishedRun): boolean =>
      run.batchSize === batchSize && run.learningRate === learningRate && run.updates <= finished.updates;
    this.runs = [...this.runs.filter((run) => !same(run)), finished].slice(-KEPT_RUNS);
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { learningRate, batchSize, epochs, seed } = this.values;
    const { batchesCode } = await import('../../code/batches.ts');
    return batchesCode(language, { learningRate, batchSize, epochs, seed });
  }

  // ---- Picture

  /** The batch of the moment: which positions of the epoch's order it took. */
  get #taken(): { readonly epoch: number; readonly from: number; readonly to: number } {
    const step = this.stepsDone;
    const perEpoch = this.stepsPerEpoch;
    if (step === 0) return { epoch: 0, from: 0, to: 0 };
    const inEpoch = (step - 1) % perEpoch;
    const { batchSize } = this.values;
    return {
      epoch: Math.floor((step - 1) / perEpoch),
      from: inEpoch * batchSize,
      to: Math.min(SAMPLES, (inEpoch + 1) * batchSize),
    };
  }

  #drawWall(): void {
    const { canvas, train } = this;
    const { palette } = this.colors;
    if (!canvas || !train || !palette) return;
    const { epoch, from, to } = this.#taken;
    const states = new Array<SampleState>(SAMPLES).fill('waiting');
    for (let position = 0; position < to; position++) {
      states[shuffled(position, SAMPLES, this.values.seed, epoch)] = position < from ? 'used' : 'lit';
    }
    this.#wall.draw(canvas, train, palette, (sample) => states[sample] ?? 'waiting');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#drawWall();
  }

  protected override render(): TemplateResult {
    const { t, shared, formats: f } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderTransport(t.step.batch, t.step.epoch, { more: shared.transport.more(f.integer(this.values.epochs)) })}
        </div>
        ${this.renderRunProgress(t.training)}
        <div class="knobs">
          ${this.control('batchSize', f.integer)} ${this.control('learningRate', f.significant)} ${this.control('epochs', f.integer)}
          ${this.control('seed', String, t.seedError)}
        </div>`,
      html`${this.#renderWall()}
        ${this.without('sums') ? '' : this.#renderSums()} ${this.without('runs') ? '' : this.#renderRuns()}`,
    );
  }

  #renderWall(): TemplateResult {
    const { t, formats: f } = this;
    const { from, to } = this.#taken;
    const counts = { waiting: SAMPLES - to, used: from, lit: to - from };
    return stepSection(
      'samples',
      undefined,
      t.wall,
      this.train
        ? html`<canvas class="wall" role="img" data-samples=${to} aria-label=${t.wallText(f.integer(SAMPLES), f.integer(from), f.integer(to - from))}></canvas>
            <p class="keys">${(['lit', 'used', 'waiting'] as const).map(
              (name) => html`<span><i class=${name}></i>${t.keys[name]} <b>${f.integer(counts[name])}</b></span>`,
            )}</p>`
        : html`<p class="soft">${t.loading}</p>`,
    );
  }

  #renderSums(): TemplateResult {
    const { t, formats: f, values } = this;
    const { batchSize, epochs } = values;
    const row = (name: string, images: number): TemplateResult => {
      const perEpoch = Math.ceil(images / batchSize);
      return html`<tr><th scope="row">${name}</th><td class="numeric">${f.integer(images)}</td>
        <td class="numeric strong" data-per-epoch=${images}>${f.integer(perEpoch)}</td>
        <td class="numeric">${f.integer(images - (perEpoch - 1) * batchSize)}</td><td class="numeric">${f.integer(perEpoch * epochs)}</td></tr>`;
    };
    const { columns } = t;
    return stepSection(
      'sums',
      undefined,
      t.sums,
      html`<table class="sums">
        <thead><tr><th scope="col">${columns.set}</th><th scope="col" class="numeric">${columns.images}</th><th scope="col" class="numeric">${columns.perEpoch}</th>
          <th scope="col" class="numeric">${columns.last}</th><th scope="col" class="numeric">${columns.all}</th></tr></thead>
        <tbody>${row(t.sets.here, SAMPLES)}${row(t.sets.mnist, MNIST_IMAGES)}</tbody>
      </table>`,
    );
  }

  #renderRuns(): TemplateResult {
    const { t, shared, formats: f, colors, runs } = this;
    const now = this.#curve();
    const running = this.runState !== 'complete' && now.x.length > 0;
    const all = [...runs, ...(running ? [now] : [])];
    const images = Math.max(SAMPLES * this.values.epochs, ...all.map(({ x }) => x.at(-1) ?? 0));
    const top = Math.max(2.4, ...all.flatMap(({ y }) => y));
    const latest = this.runState === 'complete' ? runs.at(-1) : undefined;
    const marks: PlaneMark[] = [
      ...runs.map(
        (run): PlaneMark => ({
          kind: 'path',
          x: run.x,
          y: run.y,
          dots: true,
          width: run === latest ? 2.5 : 1.5,
          color: run === latest ? 'accent' : 'inkSoft',
          label: t.label(f.integer(run.batchSize)),
        }),
      ),
      ...(running ? [{ kind: 'path', ...now, dots: true, width: 2.5, color: 'accent' } as const] : []),
    ];
    const list = runs.map((run) => t.curveRun(f.integer(run.batchSize), f.decimal(run.y.at(-1) ?? 0, 3))).join(' ');
    const { runColumns: columns } = t;
    return stepSection(
      'runs',
      undefined,
      t.runs,
      html`<div class="plots"><slope-plane data-later .heading=${t.curve} .summary=${t.curveSummary(list)}
          .xAxis=${{ label: t.curveX, min: 0, max: images * 1.06, format: f.integer }} .yAxis=${{ label: t.curveY, min: 0, max: top }}
          .marks=${marks} .readout=${(x: number, y: number) => t.readout(f.integer(x), f.decimal(y, 2))}
          .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        ${
          runs.length
            ? html`<div class="scroll" tabindex="0" role="group" aria-label=${t.runs}><table class="runs-table">
                <thead><tr><th scope="col">${columns.batch}</th><th scope="col" class="numeric">${columns.rate}</th><th scope="col" class="numeric">${columns.updates}</th>
                  <th scope="col" class="numeric">${columns.accuracy}</th><th scope="col" class="numeric">${columns.seconds}</th></tr></thead>
                <tbody>${runs.map(
                  (
                    run,
                  ) => html`<tr data-run><th scope="row">${f.integer(run.batchSize)}</th><td class="numeric">${f.significant(run.learningRate)}</td>
                    <td class="numeric">${f.integer(run.updates)}</td><td class="numeric">${f.percent(run.accuracy, 1)}</td>
                    <td class="numeric">${f.decimal(run.seconds, 1)} s</td></tr>`,
                )}</tbody>
              </table></div>`
            : html`<p class="hint">${t.noRuns}</p>`
        }</div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-batches': SlopeBatches;
  }
}
