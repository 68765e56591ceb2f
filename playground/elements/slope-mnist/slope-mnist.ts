// `<slope-mnist>`: a network learns to read handwritten digits, in the lecture's six steps; then it reads yours.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { adam, type Dataset, type FitOptions, type Sequential, sgd } from '../../../engine/index.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { TrainingExperiment } from '../../base/training-experiment.ts';
import type { View } from '../../base/view.ts';
import type { ClassificationProgram, CodeLanguage } from '../../code/classification.ts';
import { downloadText } from '../../controls/download.ts';
import { type DecodedImage, MnistData } from './data.ts';
import { type MnistSettings, mnistDefinition } from './definition.ts';
import type { DigitDrawn, DigitPad } from './digit-pad.ts';
import { DrawingReader } from './drawing-reader.ts';
import { drawStep } from './drawing-view.ts';
import type { Evaluation } from './evaluation.ts';
import { type EvaluationState, evaluateStep, initialEvaluationState } from './evaluation-view.ts';
import { parseLayers } from './layers.ts';
import type { MnistMessages } from './messages.en.ts';
import { CLASSES, convolutionNetwork, denseNetwork } from './network.ts';
import { buildStep, initStep, prepareStep, retrieveStep, wallDigits } from './setup-view.ts';
import { SizeResults } from './size-study.ts';
import { sizesStep } from './sizes-view.ts';
import { mnistStyles } from './styles.ts';
import { TestReader } from './test-reader.ts';
import { curvesOf, trainStep } from './training-view.ts';
import '../../charts/line-chart.ts';
import '../../charts/pixel-image.ts';
import './digit-pad.ts';

/**
 * @element slope-mnist
 * @attr preset - `lecture` (default), `quick`, `small`, `fashion`, `cnn`, `no-hidden-layer`, `diverges`
 * @attr data - `mnist`, `fashion` (clothes), `digits` (8×8)
 * @attr network - `dense`, or `cnn`: the next lecture's convolutions
 * @attr training-images - 100 to 60000
 * @attr layers - neurons per hidden layer, for example `100,100`
 * @attr activation - `relu`, `tanh`, `sigmoid`, `linear`
 * @attr optimizer - `adam`, `sgd`
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr src - address of another MNIST manifest
 * @attr without-presets, without-init, without-retrieve, without-prepare, without-build, without-settings, without-evaluate, without-sizes, without-draw
 * @slot - Shown where scripts do not run: a picture, a table, a link.
 * @slot caption - A caption under the figure.
 * @csspart step - Each of the numbered parts; also `init`, `retrieve`, `prepare`, `build`, `train`, `evaluate`, `sizes`, `draw`.
 */
export class SlopeMnist extends TrainingExperiment<MnistSettings, MnistMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, mnistStyles];

  static override get definition(): typeof mnistDefinition {
    return mnistDefinition;
  }

  @state() private evaluation: Evaluation | undefined;
  @state() private evaluationState: EvaluationState = initialEvaluationState;
  @state() private neurons: readonly Float32Array[] = [];
  @query('slope-digit-pad') private readonly pad!: DigitPad | null;

  /** Two charts of a thousand points, a matrix and a gallery: a dozen pictures a second leave the machine to the training. */
  protected override readonly restBetweenDrawsMs = 80;
  readonly #data = new MnistData(
    this,
    () => this.values.data,
    () => this.#dataChanged(),
  );
  readonly #sizes = new SizeResults(() => this.requestUpdate());
  readonly #reader = new TestReader(
    {
      model: () => this.model,
      test: () => (this.without('evaluate') ? undefined : this.#data.test),
      pixels: () => this.#data.pixels,
      running: () => this.runState === 'running',
      step: () => this.stepsDone,
    },
    ({ evaluation, neurons }) => {
      this.evaluation = evaluation;
      this.neurons = neurons;
    },
  );
  #wall: readonly DecodedImage[] = [];
  /** Images that the present run learns from; more may have arrived since. */
  #imagesInRun: number | undefined;
  /** Start with what is here although more images are wanted. */
  #startWithPart = false;
  readonly #pen = new DrawingReader(
    () => this.model,
    () => this.requestUpdate(),
  );

  // ---- Data

  protected override get trainingData(): Dataset | undefined {
    const { train, test } = this.#data;
    if (!train || !test) return undefined;
    const wanted = Math.min(this.values.images, train.total);
    if (this.#imagesInRun !== undefined) return this.#shaped(train.dataset(this.#imagesInRun));
    if (train.available < wanted && !(this.#startWithPart && train.available > 0)) return undefined;
    return this.#shaped(train.dataset(wanted));
  }

  /** Convolutions want images with rows, columns and one channel; neurons want pixels in a row. */
  #shaped(dataset: Dataset): Dataset {
    if (this.values.network !== 'cnn') return dataset;
    const { side } = this.#data.facts;
    return { ...dataset, inputs: { ...dataset.inputs, shape: [dataset.inputs.shape[0] ?? 0, side, side, 1] } };
  }

  /** Whether its images are MNIST's. */
  get readsMnist(): boolean {
    return this.values.data === 'mnist';
  }

  /** Training image `index` as the network sees it, once it has arrived; `slope-data` (not bubbling) tells when more have. */
  trainingImage(index: number): DecodedImage | undefined {
    return this.#data.trainImage(index);
  }

  #dataChanged(): void {
    this.dispatchEvent(new Event('slope-data'));
    if (this.#wall.length === 0) this.#wall = wallDigits(this.#data);
    const { failure } = this.#data;
    if (failure) this.emit('error', { type: failure.kind, message: failure.message });
    if (this.trainingData) this.dataReady();
    if (!this.evaluation && this.runState !== 'running') void this.#reader.read();
    this.requestUpdate();
  }

  #trainOnPart(): void {
    this.#startWithPart = true;
    this.playWhenReady = true;
    this.dataReady();
  }

  #startOverWithAll(): void {
    this.rebuild();
    this.play();
  }

  // ---- Model

  get #units(): readonly number[] {
    return parseLayers(this.values.layers).units ?? [];
  }

  protected override createModel(): Sequential {
    const { activation, seed, network } = this.values;
    const { side } = this.#data.facts;
    return network === 'cnn' ? convolutionNetwork(side, seed) : denseNetwork(side, this.#units, activation, seed);
  }

  protected override fitOptions(): FitOptions {
    const { optimizer, learningRate } = this.values;
    const test = this.#data.test;
    this.#imagesInRun = Math.min(this.#data.available, this.values.images);
    return {
      optimizer: optimizer === 'adam' ? adam({ learningRate }) : sgd({ learningRate }),
      loss: 'sparseCategoricalCrossentropy',
      metrics: ['accuracy'],
      ...(test && { validationData: this.#shaped(test) }),
    };
  }

  protected override rebuild(): void {
    this.#imagesInRun = undefined;
    this.#startWithPart = false;
    super.rebuild();
  }

  protected override settingsChanged(changed: readonly KeyOf<MnistSettings>[]): void {
    if (changed.includes('data') && this.hasUpdated) {
      this.#wall = [];
      this.#pen.show(undefined);
      void this.#data.open();
    }
    if (changed.some((key) => ['data', 'network', 'layers', 'activation', 'seed', 'backend'].includes(key))) {
      this.#sizes.clear();
    }
    super.settingsChanged(changed);
    if (this.trainingData) this.dataReady();
  }

  /** A rate that works with each optimizer: what suits Adam is a hundred times too small for plain gradient descent. */
  protected override get calmLearningRate(): number {
    return this.values.optimizer === 'sgd' ? 0.1 : super.calmLearningRate;
  }

  protected override modelChanged(): void {
    this.evaluation = undefined;
    this.evaluationState = { ...initialEvaluationState, display: this.evaluationState.display };
    this.neurons = [];
    void this.#pen.read();
    void this.#reader.read();
  }

  protected override weightsChanged(): void {
    void this.#pen.read();
    void this.#reader.read();
  }

  // ---- How much data it needs

  async #measureSizes(): Promise<void> {
    const { train, test } = this.#data;
    if (!train || !test || this.#sizes.measuring) return;
    this.pause();
    this.dismiss('sizes');
    const { seed, backend } = this.values;
    try {
      await this.#sizes.measure({
        available: train.available,
        model: () => this.createModel(),
        training: (images) => this.#shaped(train.dataset(images)),
        test: this.#shaped(test),
        seed,
        backend,
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.notify({ id: 'sizes', kind: 'warning', text: () => this.t.sizes.failed(message) });
    }
  }

  #keepResult(): void {
    const accuracy = this.history?.epochs.at(-1)?.validation?.metrics.accuracy;
    const images = this.#imagesInRun;
    if (accuracy !== undefined && images !== undefined) this.#sizes.keep(images, accuracy);
  }

  constructor() {
    super();
    this.addEventListener('slope-complete', () => this.#keepResult());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.stop();
  }

  // ---- Drawing

  readonly #drawn = (event: CustomEvent<DigitDrawn>): void => {
    this.#pen.show(event.detail.pixels ?? undefined);
  };

  #takeSample(): void {
    const test = this.#data.test;
    if (!test) return;
    const index = Math.floor(Math.random() * (test.inputs.shape[0] ?? 1));
    this.pad?.clear();
    // The pad reports its clearing with the next frame, and would take the sample away again.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.#pen.show(this.#data.testImage(index), test.targets.data[index]);
      }),
    );
  }

  // ---- Code

  /** The program that rebuilds exactly what is on screen. */
  async toCode(language: CodeLanguage): Promise<string> {
    const { values } = this;
    const program: ClassificationProgram = {
      units: this.#units,
      activation: values.activation,
      optimizer: values.optimizer,
      learningRate: values.learningRate,
      batchSize: values.batchSize,
      epochs: values.epochs,
      seed: values.seed,
      images: Math.min(values.images, this.#data.total),
      allImages: this.#data.total,
      data: values.data,
      network: values.network,
    };
    const { classificationCode } = await import('../../code/classification.ts');
    return classificationCode(language, program);
  }

  // ---- Picture

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#wall.length === 0) this.#wall = wallDigits(this.#data);
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const part = (name: string, content: () => unknown): unknown => (this.without(name) ? nothing : content());
    const setup = ['init', 'retrieve', 'prepare', 'build'].some((name) => !this.without(name));
    return this.renderFigure(
      this.#renderControls(),
      html`<div class="steps ${this.values.data}">
          ${
            setup
              ? html`<div class="column setup">
                  ${part('init', () => this.#renderInit(view))} ${part('retrieve', () => this.#renderRetrieve(view))}
                  ${part('prepare', () => prepareStep(view, this.#data, this.#wall, this.#shortNames))} ${part('build', () => this.#renderBuild(view))}
                </div>`
              : nothing
          }
          <div class="column">
            ${this.#renderTrain(view)}
            ${part('evaluate', () =>
              evaluateStep(view, {
                classNames: this.#classNames,
                shortNames: this.#shortNames,
                evaluation: this.evaluation,
                state: this.evaluationState,
                change: (patch) => {
                  this.evaluationState = { ...this.evaluationState, ...patch };
                },
                image: (index) => this.#data.testImage(index),
                neurons: this.neurons,
                neuronsAreClasses: this.#units.length === 0,
              }),
            )}
            ${part('sizes', () => this.#renderSizes(view))}
          </div>
          ${this.values.data === 'mnist' ? part('draw', () => html`<div class="wide">${this.#renderDraw(view)}</div>`) : nothing}
        </div>`,
    );
  }

  #renderControls(): TemplateResult {
    const { t, shared } = this;
    return html`<div class="run-row">
        ${this.renderTransport(t.step.batch, t.step.epoch, { ready: this.runState !== 'loading' || this.#data.available > 0, more: shared.transport.more(this.formats.integer(this.values.epochs)) })}
      </div>
      ${this.renderRunProgress(t.steps.train, this.#runFacts())}`;
  }

  /** How fast, and how well so far: on a telephone the curves are out of sight of the button that starts them. */
  #runFacts(): string[] {
    const { t, shared, formats, history } = this;
    const facts: string[] = [];
    const rate = this.runState === 'running' ? this.rate.stepsPerSecond : undefined;
    const accuracy = history?.epochs.at(-1)?.validation?.metrics.accuracy;
    if (accuracy !== undefined) facts.push(t.train.validated(formats.percent(accuracy, 1)));
    if (rate) facts.push(shared.progress.speed(formats.integer(roundTo2(rate * this.values.batchSize))));
    return facts;
  }

  #control(key: KeyOf<MnistSettings>, format?: (value: number) => string): TemplateResult {
    return this.control(key, format, (text) => this.#fieldError(key, text));
  }

  /** What is wrong with a text that was left in a field. */
  #fieldError(key: KeyOf<MnistSettings>, text: string): string {
    const errors = this.t.fieldErrors;
    if (key === 'layers') {
      const { problem } = parseLayers(text);
      return problem ? errors.layers(problem, this.values.layers) : '';
    }
    const setting = this.definition.settings[key];
    if (setting.kind !== 'number') return '';
    return errors.number(text, this.formats.integer(setting.min), this.formats.integer(setting.max));
  }

  #renderInit(view: View<MnistMessages>): TemplateResult {
    const { backends, backendInfo, values } = this;
    return initStep(view, {
      seedField: this.#control('seed', String),
      backendControl: this.#control('backend'),
      backends,
      inUse: backendInfo,
      chosen: values.backend === 'auto' ? backends?.preferred : values.backend,
      reason: this.cpuReason,
    });
  }

  #renderRetrieve(view: View<MnistMessages>): TemplateResult {
    const { t, formats } = this;
    const { failure, available, total } = this.#data;
    const kept = failure && available > 0 ? t.data.kept(formats.integer(available)) : '';
    return retrieveStep(view, {
      data: this.#data,
      set: this.values.data,
      setControl: this.#control('data'),
      imagesControl: this.#control('images', (images) => formats.integer(Math.min(images, this.#data.total))),
      failure: failure && t.data.error(failure.kind, failure.details, formats) + kept,
      retry: () => void this.#data.open(),
      offer: this.#data.test && {
        available,
        wanted: Math.min(this.values.images, total),
        used: this.#imagesInRun,
        startNow: () => this.#trainOnPart(),
        startOver: () => this.#startOverWithAll(),
      },
    });
  }

  #renderBuild(view: View<MnistMessages>): TemplateResult {
    const { activation } = this.values;
    const convolutions = this.values.network === 'cnn';
    return buildStep(view, {
      networkControl: this.#control('network'),
      layersField: convolutions ? nothing : this.#control('layers'),
      activationControl: convolutions ? nothing : this.#control('activation'),
      pixels: this.#data.pixels,
      summary: convolutions ? this.model?.summary() : undefined,
      activationName: this.t.settings.activation?.options?.[activation] ?? activation,
      units: this.#units,
      parameterCount: this.model?.parameterCount ?? 0,
    });
  }

  #renderTrain(view: View<MnistMessages>): TemplateResult {
    const { shared, formats, history } = this;
    const names = { batch: shared.chart.batch, training: shared.chart.training, validation: shared.chart.validation };
    const controls = this.without('settings')
      ? nothing
      : [
          this.#control('optimizer'),
          this.#control('learningRate', formats.significant),
          this.#control('batchSize', formats.integer),
          this.#control('epochs', formats.integer),
        ];
    return trainStep(view, {
      controls,
      curves: curvesOf(history, this.stepsPerEpoch, names),
      epochs: this.epochsInAll,
      history,
      saveCsv: () => downloadText('slope-mnist.csv', 'text/csv', this.toCSV()),
    });
  }

  /** Digits are their own names; clothes have some in each language. */
  get #classNames(): readonly string[] {
    return this.values.data === 'fashion' ? this.t.clothes.names : digitNames;
  }

  get #shortNames(): readonly string[] {
    return this.values.data === 'fashion' ? this.t.clothes.short : digitNames;
  }

  #renderSizes(view: View<MnistMessages>): TemplateResult {
    const ready = this.#data.test !== undefined && this.#data.available > 0;
    return sizesStep(view, {
      results: this.#sizes.results,
      now: this.#sizes.now,
      total: this.#data.total,
      measure: ready ? () => void this.#measureSizes() : undefined,
      stop: () => this.#sizes.stop(),
    });
  }

  #renderDraw(view: View<MnistMessages>): TemplateResult {
    return drawStep(view, {
      classNames: this.#classNames,
      drawing: this.#pen.drawing,
      trained: this.stepsDone > 0,
      drawn: this.#drawn,
      clear: () => this.pad?.clear(),
      undo: () => this.pad?.undo(),
      sample: this.#data.test && (() => this.#takeSample()),
    });
  }
}

const digitNames = Array.from({ length: CLASSES }, (_, digit) => String(digit));

/** Two significant digits: a rate that changes ten times a second cannot be read to the last digit. */
const roundTo2 = (value: number): number => Number(value.toPrecision(2));

declare global {
  interface HTMLElementTagNameMap {
    'slope-mnist': SlopeMnist;
  }
}
