// `<slope-regression>`: a network learns the price of houses, in the lecture's six steps, beside two rules that need no network.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  adam,
  type Dataset,
  dense,
  type EpochRow,
  type FitOptions,
  type NamedTensor,
  rmsprop,
  type Sequential,
  sequential,
  sgd,
} from '../../../engine/index.ts';
import { Looks } from '../../base/looks.ts';
import { type KeyOf, parseSetting } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { type Pace, TrainingExperiment } from '../../base/training-experiment.ts';
import { stepSection } from '../../base/view.ts';
import { epochCurves } from '../../charts/epoch-curves.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { textField } from '../../controls/fields.ts';
import { parseUnits, type RegressionSettings, regressionDefinition } from './definition.ts';
import { evaluateStep } from './evaluate-view.ts';
import { type Houses, type HouseTable, loadHouses } from './houses.ts';
import type { RegressionMessages } from './messages.en.ts';
import { buildStep, prepareStep } from './setup-view.ts';
import { regressionStyles } from './styles.ts';
import '../../charts/line-chart.ts';

const EPOCHS_PER_SECOND = 60;
/** The scatter is drawn anew at most this often while training goes on. */
const LOOK_EVERY_MS = 200;

interface Best {
  readonly epoch: number;
  readonly error: number;
  readonly weights: readonly NamedTensor[];
}

/**
 * @element slope-regression
 * @attr preset - `ames` (default), `ames-rmsprop`, `boston`, `boston-rmsprop`, `one-neuron`, `raw`
 * @attr data - `ames`, `boston`
 * @attr normalisation - `on`, `off`
 * @attr layers - neurons per hidden layer, for example `32,64,32`
 * @attr optimizer - `adam`, `rmsprop`, `sgd`
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr without-presets, without-data, without-prepare, without-build, without-evaluate, without-predict - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeRegression extends TrainingExperiment<RegressionSettings, RegressionMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, regressionStyles];

  static override get definition(): typeof regressionDefinition {
    return regressionDefinition;
  }

  @state() private houses: Houses | undefined;
  @state() private predictions: Float32Array | undefined;
  @state() private best: Best | undefined;
  @state() private house = 0;
  /** Columns of the chosen house that the visitor changed, in the table's own units. */
  @state() private edits: ReadonlyMap<number, number> = new Map();
  @state() private badEdits: ReadonlyMap<number, string> = new Map();
  @state() private price: number | undefined;

  #loading: HouseTable | undefined;
  readonly #looks = new Looks(this, {
    everyMs: LOOK_EVERY_MS,
    model: () => this.model,
    look: (model) => this.#look(model),
  });

  // ---- Data

  protected override get trainingData(): Dataset | undefined {
    return this.#parts?.train;
  }

  get #parts(): { readonly train: Dataset; readonly test: Dataset } | undefined {
    return this.houses?.[this.values.normalisation === 'on' ? 'normalised' : 'raw'];
  }

  get #width(): number {
    return this.houses?.columns.length ?? (this.values.data === 'ames' ? 13 : 12);
  }

  async #load(): Promise<void> {
    const { data } = this.values;
    if (this.#loading === data) return;
    this.#loading = data;
    this.houses = undefined;
    this.dismiss('loading');
    try {
      const houses = await loadHouses(data);
      if (this.values.data !== data) return;
      this.houses = houses;
      this.house = 0;
      this.edits = new Map();
      this.rebuild();
      this.dataReady();
      this.emit('ready');
    } catch (error) {
      this.#loading = undefined;
      this.reportLoading(
        error,
        (message) => this.t.errors.loading(message),
        () => void this.#load(),
      );
    }
  }

  // ---- Model

  get #units(): readonly number[] {
    return parseUnits(this.values.layers) ?? [];
  }

  protected override createModel(): Sequential {
    const hidden = this.#units.map((units) => dense(units, { activation: 'relu' }));
    return sequential([...hidden, dense(1)], { inputShape: [this.#width], seed: this.values.seed });
  }

  protected override fitOptions(): FitOptions {
    const { optimizer, learningRate } = this.values;
    const test = this.#parts?.test;
    return {
      optimizer: { adam, rmsprop, sgd }[optimizer]({ learningRate }),
      loss: 'meanSquaredError',
      metrics: ['meanAbsoluteError'],
      ...(test && { validationData: test }),
    };
  }

  /** An epoch at a time, so that the weights of the best one can be kept as they were at its end. */
  protected override get fullPace(): Pace {
    return { steps: this.stepsPerEpoch, perSecond: EPOCHS_PER_SECOND };
  }

  protected override settingsChanged(changed: readonly KeyOf<RegressionSettings>[]): void {
    super.settingsChanged(changed);
    if (changed.includes('data') || !this.houses) void this.#load();
    else if (this.trainingData) this.dataReady();
  }

  protected override modelChanged(): void {
    this.best = undefined;
    this.predictions = undefined;
    this.price = undefined;
    this.#looks.now();
  }

  protected override weightsChanged(): void {
    void this.#keepBest();
    if (this.runState === 'running') this.#looks.soon();
    else this.#looks.now();
  }

  /** The weights as they are at the end of an epoch that was better than all before it. */
  async #keepBest(): Promise<void> {
    const { model } = this;
    const row = this.history?.epochs.at(-1);
    const error = row?.validation?.metrics.meanAbsoluteError;
    if (!model || !row || error === undefined || !(error < (this.best?.error ?? Number.POSITIVE_INFINITY))) return;
    if (row.step !== this.stepsDone) return;
    this.best = { epoch: row.epoch, error, weights: this.best?.weights ?? [] };
    const weights = await model.getWeights();
    if (model === this.model && this.best?.epoch === row.epoch) this.best = { epoch: row.epoch, error, weights };
  }

  #restoreBest(): void {
    const { best, model } = this;
    if (!best?.weights.length || !model) return;
    this.pause();
    model.setWeights(best.weights);
    this.notify({ id: 'restored', kind: 'info', text: () => this.t.evaluate.restored });
    this.#looks.now();
  }

  // ---- Predictions

  async #look(model: Sequential): Promise<void> {
    const test = this.#parts?.test;
    if (!test) return;
    const { backend } = this.values;
    const predictions = await model.predict(test.inputs.data as Float32Array, { backend });
    const [price] = await model.predict(this.#houseInputs(), { backend });
    if (model !== this.model) return;
    this.predictions = predictions;
    this.price = price;
  }

  /** The chosen house as the network takes it, with the visitor's changes. */
  #houseInputs(): Float32Array {
    const { houses } = this;
    const width = this.#width;
    const raw = houses?.raw.test.inputs.data ?? [];
    return Float32Array.from({ length: width }, (_, i) => {
      const value = this.edits.get(i) ?? raw[this.house * width + i] ?? 0;
      const column = houses?.columns[i];
      return this.values.normalisation === 'on' && column ? (value - column.mean) / column.std : value;
    });
  }

  #chooseHouse(index: number): void {
    this.house = index;
    this.edits = new Map();
    this.badEdits = new Map();
    this.#looks.now();
  }

  #editHouse(column: number, text: string): void {
    const value = parseSetting(anyNumber, text);
    const bad = new Map(this.badEdits);
    if (typeof value === 'number') {
      bad.delete(column);
      this.edits = new Map(this.edits).set(column, value);
      this.#looks.now();
    } else bad.set(column, text);
    this.badEdits = bad;
  }

  // ---- Reports

  protected override describeEpoch(row: EpochRow, epoch: number): string {
    const { integer } = this.formats;
    const error = row.validation?.metrics.meanAbsoluteError ?? row.metrics.meanAbsoluteError ?? 0;
    return this.t.announce(integer(epoch), integer(this.epochsInAll), this.#money(error));
  }

  #money(value: number): string {
    return this.t.thousands(this.formats.decimal(value, 1));
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { data, normalisation, optimizer, learningRate, batchSize, epochs, seed } = this.values;
    const { housesCode } = await import('../../code/houses.ts');
    return housesCode(language, {
      table: data,
      target: data === 'ames' ? 'Sale_Price' : 'MEDV',
      inputs: this.#width,
      normalised: normalisation === 'on',
      units: this.#units,
      optimizer,
      learningRate,
      batchSize,
      epochs,
      seed,
    });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { view } = this;
    const part = (name: string, content: () => unknown): unknown => (this.without(name) ? nothing : content());
    return this.renderFigure(
      this.#renderControls(),
      html`<div class="steps">
          <div class="column">
            ${part('data', () => this.#renderData())} ${part('prepare', () =>
              prepareStep(view, this.houses?.columns, this.values.normalisation === 'on', this.#field('normalisation')),
            )}
            ${part('build', () =>
              buildStep(view, [this.#width, ...this.#units, 1], this.model?.parameterCount ?? 0, this.#field('layers')),
            )}
          </div>
          <div class="column">
            ${this.#renderTrain()} ${part('evaluate', () =>
              evaluateStep(view, {
                houses: this.houses,
                predictions: this.predictions,
                best: this.best,
                restoreBest: () => this.#restoreBest(),
                house: this.house,
                price: this.edits.size === 0 ? this.price : undefined,
                top: this.values.data === 'ames' ? 500 : 55,
                money: (value) => this.#money(value),
              }),
            )}
            ${part('predict', () => this.#renderPredict())}
          </div>
        </div>`,
    );
  }

  #renderControls(): TemplateResult {
    const { t } = this;
    return html`<div class="run-row">
        ${this.renderTransport(t.step.batch, t.step.epoch)}
      </div>
      ${this.renderRunProgress(t.train.title)}`;
  }

  #field(key: KeyOf<RegressionSettings>, format: (value: number) => string = String): TemplateResult {
    return this.control(key, format, (text) => {
      const setting = this.definition.settings[key];
      if (setting.kind !== 'number') return this.t.errors.layers;
      return this.t.errors.number(text, this.formats.integer(setting.min), this.formats.integer(setting.max));
    });
  }

  #renderData(): TemplateResult {
    const { t, formats: f, houses } = this;
    const words = t.data;
    const count = (part: Dataset | undefined): string => f.integer(part?.inputs.shape[0] ?? 0);
    return stepSection(
      'data',
      1,
      words.title,
      html`${this.#field('data')}
        <p class="small-text soft">${words.about[this.values.data]}</p>
        ${this.values.data === 'boston' ? html`<p class="note small-text">${words.note}</p>` : nothing}
        <p class="small-text number" data-counts>${houses ? words.counts(count(houses.raw.train), count(houses.raw.test)) : this.shared.state.loading}</p>`,
    );
  }

  #renderTrain(): TemplateResult {
    const { t, shared, formats: f, colors, history } = this;
    const chart = (
      heading: string,
      curves: ReturnType<typeof epochCurves>,
      high: number,
      digits: number,
    ): TemplateResult =>
      html`<slope-line-chart .heading=${heading} .x=${curves.x} .series=${curves.series} .xRange=${[0, Math.max(1, this.epochsInAll)]}
        .yRange=${[0, high]} .format=${(value: number) => f.decimal(value, digits)} .formatTick=${f.tick} .formatX=${f.significant}
        .xLabel=${shared.chart.epoch} .palette=${colors.palette} .words=${shared.chart}></slope-line-chart>`;
    const error = epochCurves(history, shared.chart, ({ metrics }) => metrics.meanAbsoluteError);
    const mean = this.houses?.meanError ?? 60;
    return stepSection(
      'train',
      4,
      t.train.title,
      html`<div class="knobs">
          ${this.#field('optimizer')} ${this.#field('learningRate', f.significant)} ${this.#field('batchSize', f.integer)}
          ${this.#field('epochs', f.integer)} ${this.#field('seed', String)} ${this.#field('backend')}
        </div>
        <div class="charts">
          ${chart(t.train.mae, error, mean, 1)}
          ${chart(t.train.mse, epochCurves(history, shared.chart), 2 * mean ** 2, this.values.data === 'ames' ? 0 : 1)}
        </div>
        <p class="hint">${t.train.note}</p>`,
    );
  }

  #renderPredict(): TemplateResult {
    const { t, formats: f, houses } = this;
    const words = t.predict;
    const width = this.#width;
    const count = houses?.raw.test.inputs.shape[0] ?? 0;
    const raw = houses?.raw.test.inputs.data ?? [];
    const realPrice = houses?.raw.test.targets.data[this.house];
    return stepSection(
      'predict',
      6,
      words.title,
      html`<div class="house-head">
          <b>${words.house(f.integer(this.house + 1))}</b>
          <span class="house-actions">
            <button type="button" class="small" ?disabled=${count === 0} @click=${() => this.#chooseHouse((this.house + 1) % Math.max(1, count))}>${words.next}</button>
            <button type="button" class="small" ?disabled=${this.edits.size === 0} @click=${() => this.#chooseHouse(this.house)}>${words.restore}</button>
          </span>
        </div>
        <p class="prices" role="status">
          <span>${words.says} <strong data-price>${this.price === undefined ? '–' : this.#money(this.price)}</strong></span>
          ${
            this.edits.size
              ? html`<span class="soft">${words.changed}</span>`
              : html`<span>${words.really} <strong>${realPrice === undefined ? '–' : this.#money(realPrice)}</strong></span>`
          }
          ${this.stepsDone === 0 ? html`<span class="soft">${words.untrained}</span>` : nothing}
        </p>
        <div class="house">
          ${houses?.columns.map(({ name, unit }, i) => {
            const bad = this.badEdits.get(i);
            const value = this.edits.get(i) ?? raw[this.house * width + i] ?? 0;
            return textField({
              id: `house-${i}`,
              label: unit ? `${name} (${unit})` : name,
              value: bad ?? writeNumber(value),
              inputMode: 'decimal',
              error: bad === undefined ? undefined : words.bad(bad),
              changed: (text, done) => {
                if (done || typeof parseSetting(anyNumber, text) === 'number') this.#editHouse(i, text);
              },
            });
          })}
        </div>`,
    );
  }
}

const anyNumber = {
  kind: 'number',
  attribute: '',
  query: '',
  rebuilds: false,
  default: 0,
  min: -1e7,
  max: 1e7,
} as const;

/** As it can be typed again: no thousands separators. */
const writeNumber = (value: number): string => String(Number(value.toPrecision(6)));

declare global {
  interface HTMLElementTagNameMap {
    'slope-regression': SlopeRegression;
  }
}
