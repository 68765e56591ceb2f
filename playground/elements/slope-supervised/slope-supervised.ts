// `<slope-supervised>`: learning from examples. One town, one network, and two heads for it: which kind of home, at what price.

import { type CSSResultGroup, html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
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
import { epochCurves } from '../../charts/epoch-curves.ts';
import { gridPoints, type PlaneGrid } from '../../charts/grid.ts';
import type { GroundLayer, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import { probabilityBars } from '../../charts/probability-bars.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { variables } from '../../controls/variables.ts';
import { parseHome, type SupervisedSettings, supervisedDefinition } from './definition.ts';
import { answersOf, DISTANCE, datasetOf, type Home, inputsOf, isWrong, type Question, SIZE, town } from './homes.ts';
import type { SupervisedMessages } from './messages.en.ts';
import { supervisedStyles } from './styles.ts';
import '../../charts/line-chart.ts';
import '../../charts/plane.ts';

const EPOCHS_PER_SECOND = 40;
const LOOK_EVERY_MS = 60;
const CELLS = 32;
/** Rows of each table. */
const ROWS = 5;
/** The end of the scale on which a price is shown. */
const DEAREST = 700;

const frame = { columns: CELLS, rows: CELLS, x: SIZE, y: DISTANCE } as const;
const gridInputs = (() => {
  const points = gridPoints(frame);
  const cells = Array.from({ length: CELLS * CELLS }, (_, i) => ({
    size: points[2 * i] ?? 0,
    distance: points[2 * i + 1] ?? 0,
  }));
  return inputsOf(cells);
})();

interface Look {
  /** On the grid, for every home of the town, and for the one asked about. */
  readonly grid: PlaneGrid;
  readonly homes: Float32Array;
  readonly asked: number;
}

/**
 * @element slope-supervised
 * @attr preset - `kind` (default), `price`, `few`, `few-prices`
 * @attr question - `kind`, `price`
 * @attr examples - how many homes come with their answer
 * @attr home - the home asked about: square metres and kilometres, `90,8`
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr without-presets, without-tables - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeSupervised extends TrainingExperiment<SupervisedSettings, SupervisedMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, supervisedStyles];

  static override get definition(): typeof supervisedDefinition {
    return supervisedDefinition;
  }

  @state() private look: Look | undefined;
  #homes: readonly Home[] = [];
  #data: { readonly key: string; readonly train: Dataset; readonly unseen: Dataset } | undefined;
  readonly #looks = new Looks(this, {
    everyMs: LOOK_EVERY_MS,
    model: () => this.model,
    look: (model) => this.#look(model),
  });

  constructor() {
    super();
    this.addEventListener('slope-step', () => this.#looks.soon());
  }

  // ---- Data and model

  #split() {
    const { question, examples, seed } = this.values;
    const key = `${question} ${examples} ${seed}`;
    if (this.#data?.key !== key) {
      this.#homes = town(seed);
      this.#data = {
        key,
        train: datasetOf(this.#homes.slice(0, examples), question),
        unseen: datasetOf(this.#homes.slice(examples), question),
      };
    }
    return this.#data;
  }

  protected override get trainingData(): Dataset {
    return this.#split().train;
  }

  /** The body is the same for both questions; only the last layer, the head, differs. */
  protected override createModel(): Sequential {
    const { question, seed } = this.values;
    const body = [dense(8, { activation: 'tanh' }), dense(8, { activation: 'tanh' })];
    const head = question === 'kind' ? dense(2, { activation: 'softmax' }) : dense(1);
    return sequential([...body, head], { inputShape: [2], seed });
  }

  protected override fitOptions(): FitOptions {
    const { question, learningRate } = this.values;
    return {
      optimizer: adam({ learningRate }),
      loss: question === 'kind' ? 'sparseCategoricalCrossentropy' : 'meanSquaredError',
      validationData: this.#split().unseen,
    };
  }

  protected override get fullPace(): Pace {
    return { steps: this.stepsPerEpoch, perSecond: EPOCHS_PER_SECOND };
  }

  protected override settingsChanged(changed: readonly KeyOf<SupervisedSettings>[]): void {
    super.settingsChanged(changed);
    this.dataReady();
    if (changed.includes('home')) this.#looks.soon();
  }

  protected override modelChanged(): void {
    this.look = undefined;
    this.#looks.now();
  }

  protected override weightsChanged(): void {
    this.#looks.soon();
  }

  get #asked(): { readonly size: number; readonly distance: number } {
    const [size = 90, distance = 8] = parseHome(this.values.home) ?? [];
    return { size, distance };
  }

  /** The whole plane, all homes and the one asked about, in one question to the engine. */
  async #look(model: Sequential): Promise<void> {
    const { question, backend } = this.values;
    const rest = inputsOf([...this.#homes, this.#asked]);
    const inputs = new Float32Array(gridInputs.length + rest.length);
    inputs.set(gridInputs);
    inputs.set(rest, gridInputs.length);
    const answers = answersOf(await model.predict(inputs, { backend }), question);
    if (model === this.model) {
      const cells = CELLS * CELLS;
      this.look = {
        grid: { ...frame, values: answers.subarray(0, cells) },
        homes: answers.slice(cells, -1),
        asked: answers.at(-1) ?? 0,
      };
    }
  }

  protected override describeEpoch(row: EpochRow, epoch: number): string {
    const { integer, decimal } = this.formats;
    return this.t.announce(integer(epoch), integer(this.epochsInAll), decimal(row.validation?.loss ?? row.loss, 3));
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { question, examples, learningRate, batchSize, epochs, seed } = this.values;
    const { supervisedCode } = await import('../../code/supervised.ts');
    return supervisedCode(language, { question, examples, learningRate, batchSize, epochs, seed });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderTransport(t.step.update, t.step.epoch)}
        </div>
        ${this.renderRunProgress(t.progress)}`,
      html`<div class="stage">${this.#renderTown()} <div class="side">${this.#renderAnswer()} ${this.#renderScore()}</div></div>
        ${this.without('tables') ? '' : html`<div class="lower">${this.#renderTables()}</div>`}`,
    );
  }

  #wrong(from: number, to: number): number[] {
    const { look } = this;
    if (!look) return [];
    const { question } = this.values;
    const numbers = this.#homes.map((_, i) => i).slice(from, to);
    return numbers.filter((i) => isWrong(this.#homes[i] as Home, look.homes[i] ?? 0, question));
  }

  #renderTown(): TemplateResult {
    const { t, shared, formats: f, colors } = this;
    const { question, examples } = this.values;
    const { size, distance } = this.#asked;
    const words = t.plot;
    const wrong = this.#wrong(examples, this.#homes.length).length;
    return stepSection(
      'plot',
      undefined,
      words.title,
      html`<slope-plane .summary=${words.summary(f.integer(examples), f.integer(wrong), f.integer(this.#homes.length - examples))}
          .xAxis=${{ label: words.size, min: SIZE[0], max: SIZE[1] }} .yAxis=${{ label: words.distance, min: DISTANCE[0], max: DISTANCE[1] }}
          .ground=${this.#ground()} .marks=${this.#marks()}
          .handles=${[{ id: 'home', x: size, y: distance, name: words.home, knob: true }]}
          @plane-move=${(event: CustomEvent<PlaneMove>) => this.#moveHome(event.detail)}
          .readout=${(x: number, y: number) => words.readout(f.integer(x), f.decimal(y, 1))}
          .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        <p class="hint">${words.legend} ${question === 'kind' ? words.legendKind : words.legendPrice}.</p>`,
    );
  }

  #moveHome({ x, y, done }: PlaneMove): void {
    const clamp = (value: number, [min, max]: readonly [number, number]): number => Math.min(max, Math.max(min, value));
    const home = `${Math.round(clamp(x, SIZE))},${Math.round(clamp(y, DISTANCE) * 10) / 10}`;
    this.change({ home }, done ? 'push' : 'replace');
  }

  #ground(): GroundLayer[] {
    const { look, formats: f } = this;
    if (!look) return [];
    if (this.values.question === 'kind') {
      return [
        { kind: 'heat', grid: look.grid, range: [0, 1], colors: 'classes' },
        { kind: 'contours', grid: look.grid, levels: [0.5], color: 'ink', width: 1.5 },
      ];
    }
    return [
      { kind: 'heat', grid: look.grid, range: [0, DEAREST], colors: 'loss' },
      {
        kind: 'contours',
        grid: look.grid,
        levels: [100, 200, 300, 400, 500, 600],
        color: 'inkFaint',
        format: (level) => this.t.euros(f.integer(level)),
      },
    ];
  }

  #marks(): PlaneMark[] {
    const { question, examples } = this.values;
    const homes = this.#homes;
    const wrong = new Set(this.#wrong(0, homes.length));
    const points = (numbers: readonly number[], hollow: boolean, size: number): PlaneMark => ({
      kind: 'points',
      x: numbers.map((i) => homes[i]?.size ?? 0),
      y: numbers.map((i) => homes[i]?.distance ?? 0),
      ...(question === 'kind' ? { classes: numbers.map((i) => homes[i]?.kind ?? 0) } : { color: 'ink' as const }),
      hollow,
      size,
      ringed: new Set(numbers.flatMap((i, at) => (hollow && wrong.has(i) ? [at] : []))),
    });
    const all = homes.map((_, i) => i);
    const parts = [
      { numbers: all.slice(examples), hollow: true },
      { numbers: all.slice(0, examples), hollow: false },
    ];
    if (question === 'kind') return parts.map(({ numbers, hollow }) => points(numbers, hollow, 3.6));
    // A dot's area grows with the price, in steps of 80 thousand.
    const sizes = [1.8, 2.6, 3.3, 4, 4.7, 5.4, 6, 6.6];
    return parts.flatMap(({ numbers, hollow }) =>
      sizes.map((size, step) =>
        points(
          numbers.filter((i) => Math.min(sizes.length - 1, Math.floor((homes[i]?.price ?? 0) / 80)) === step),
          hollow,
          size,
        ),
      ),
    );
  }

  #renderAnswer(): TemplateResult {
    const { t, formats: f, look } = this;
    const words = t.answer;
    const { question } = this.values;
    const { size, distance } = this.#asked;
    const asked = look?.asked ?? 0;
    const price = t.euros(f.integer(Math.max(0, asked)));
    const result =
      question === 'kind'
        ? html`<p class="big" data-answer>${look ? t.kinds[asked > 0.5 ? 1 : 0] : '–'}</p>
            ${probabilityBars({
              label: words.bars,
              classNames: t.kinds,
              probabilities: look && [1 - asked, asked],
              format: (share) => f.percent(share, 0),
            })}`
        : html`<p class="big" data-answer>${look ? price : '–'}</p>
            <div class="money" role="img" aria-label=${words.priceAlt(price)}><span ${variables({ '--share': Math.min(1, Math.max(0, asked / DEAREST)) })}></span></div>`;
    return stepSection(
      'answer',
      undefined,
      question === 'kind' ? words.title : words.titlePrice,
      html`<p class="small-text soft">${words.asked(f.integer(size), f.decimal(distance, 1))}
          ${this.stepsDone === 0 ? words.waiting : ''}</p>
        <div class="result">${result}</div>
        ${this.control('question')}
        <p class="anatomy"><span>${words.body}</span><b data-head>${words.head[question]}</b></p>
        <div class="knobs">
          ${this.control('examples', f.integer)} ${this.control('epochs', f.integer)}
          ${this.control('seed', String, (text) => {
            const { min, max } = this.definition.settings.seed;
            return t.numberError(text, f.integer(min), f.integer(max));
          })}
          ${this.control('backend')}
        </div>`,
    );
  }

  #meanError(from: number, to: number): number {
    const { look } = this;
    const homes = this.#homes.slice(from, to);
    const total = homes.reduce((sum, { price }, i) => sum + Math.abs(price - (look?.homes[from + i] ?? 0)), 0);
    return total / Math.max(1, homes.length);
  }

  #renderScore(): TemplateResult {
    const { t, shared, formats: f, colors, history, look } = this;
    const { question, examples } = this.values;
    const all = this.#homes.length;
    const unseen = f.integer(all - examples);
    const error = (from: number, to: number): string => t.euros(f.integer(this.#meanError(from, to)));
    const curves = epochCurves(history, { training: t.series.training, validation: t.series.validation });
    const sentences =
      question === 'kind'
        ? [
            t.score.kind(f.integer(this.#wrong(examples, all).length), unseen),
            t.score.seen.kind(f.integer(this.#wrong(0, examples).length), f.integer(examples)),
          ]
        : [t.score.price(error(examples, all), unseen), t.score.seen.price(error(0, examples))];
    return html`<div class="step">
      <p class="score"><b data-score>${look ? sentences[0] : '–'}</b><span class="soft small-text">${look ? sentences[1] : ''}</span></p>
      <slope-line-chart .heading=${t.loss[question]} .x=${curves.x} .series=${curves.series} .xRange=${[0, Math.max(1, this.epochsInAll)]}
        .yRange=${[0, 1]} .format=${(value: number) => f.decimal(value, 3)} .formatTick=${f.tick} .formatX=${f.significant} .xLabel=${shared.chart.epoch}
        .palette=${colors.palette} .words=${shared.chart}></slope-line-chart>
    </div>`;
  }

  #renderTables(): TemplateResult {
    const { t, formats: f, look } = this;
    const words = t.table;
    const { question, examples } = this.values;
    const cell = (home: Home, column: Question): string =>
      column === 'kind' ? (t.kinds[home.kind] ?? '') : t.euros(f.integer(home.price));
    const numbers = { kind: '', price: 'numeric' } as const;
    const column = (name: Question): string => `${numbers[name]} ${question === name ? 'looked' : 'ignored'}`;
    const answer = (i: number): string => {
      const value = look?.homes[i];
      if (value === undefined) return '–';
      return question === 'kind' ? (t.kinds[value > 0.5 ? 1 : 0] ?? '') : t.euros(f.integer(Math.max(0, value)));
    };
    const places = (home: Home) =>
      html`<td class="numeric">${f.integer(home.size)}</td><td class="numeric">${f.decimal(home.distance, 1)}</td>`;
    const heads = html`<th scope="col" class="numeric">${words.size}</th><th scope="col" class="numeric">${words.distance}</th>`;
    return stepSection(
      'looks',
      undefined,
      words.title,
      html`<div class="tables">
        <table data-examples><caption>${words.examples}</caption>
          <thead><tr>${heads}
            ${(['kind', 'price'] as const).map(
              (name) =>
                html`<th scope="col" class=${column(name)}>${words[name]}<span class="why">${question === name ? words.looked : words.ignored}</span></th>`,
            )}</tr></thead>
          <tbody>${this.#homes.slice(0, Math.min(ROWS, examples)).map(
            (home) => html`<tr>${places(home)}
              ${(['kind', 'price'] as const).map((name) => html`<td class=${column(name)}>${cell(home, name)}</td>`)}</tr>`,
          )}</tbody></table>
        <table data-unseen><caption>${words.unseen}</caption>
          <thead><tr>${heads}<th scope="col" class=${numbers[question]}>${words.answer}</th>
            <th scope="col" class=${numbers[question]}>${words.truth}</th></tr></thead>
          <tbody>${this.#homes.slice(-ROWS).map((home, row) => {
            const i = this.#homes.length - ROWS + row;
            const off = look && isWrong(home, look.homes[i] ?? 0, question);
            return html`<tr>${places(home)}<td class="${numbers[question]} ${off ? 'off' : ''}">${answer(i)}</td>
              <td class="${numbers[question]} soft">${cell(home, question)}</td></tr>`;
          })}</tbody></table>
      </div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-supervised': SlopeSupervised;
  }
}
