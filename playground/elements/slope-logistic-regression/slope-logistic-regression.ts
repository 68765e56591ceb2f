// `<slope-logistic-regression>`: hours of work and sleep, weighed, added and squeezed into a probability; then a threshold decides.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { type Dataset, dense, type FitOptions, type Sequential, sequential, sgd } from '../../../engine/index.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { type Pace, TrainingExperiment } from '../../base/training-experiment.ts';
import { confusionMatrix } from '../../charts/confusion-matrix.ts';
import { type PlaneGrid, sampleGrid } from '../../charts/grid.ts';
import type { GroundLayer, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { type StudentData, studentData } from './data.ts';
import { type LogisticSettings, logisticDefinition } from './definition.ts';
import type { LogisticMessages } from './messages.en.ts';
import { scoresOf, sigmoid } from './scores.ts';
import { logisticStyles } from './styles.ts';
import '../../charts/plane.ts';

/** Hours that the map shows. */
const WORK = [1.6, 8.4] as const;
const SLEEP = [2.2, 11.8] as const;
/** Students that the matrix writes out. */
const ROWS = 5;

/** The one neuron's numbers, as the engine learned them. */
interface Parameters {
  readonly weights: readonly number[];
  readonly bias: number;
}

/**
 * @element slope-logistic-regression
 * @attr preset - `linear` (default), `nonlinear`, `strict`, `lenient`
 * @attr features - `linear`, `squares`, `cubes`
 * @attr threshold - 0.01 to 0.99
 * @attr students - `training`, `test`, `both`: which are drawn
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr without-presets, without-settings, without-curve, without-matrix, without-table, without-loss
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeLogisticRegression extends TrainingExperiment<LogisticSettings, LogisticMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, logisticStyles];

  static override get definition(): typeof logisticDefinition {
    return logisticDefinition;
  }

  @state() private parameters: Parameters = { weights: [], bias: 0 };
  @state() private term: string | undefined;
  #data: StudentData | undefined;
  #madeOf = '';
  #reading = false;
  #readAgain = false;

  // ---- Data and model

  get #students(): StudentData {
    const { seed, features } = this.values;
    const key = `${seed} ${features}`;
    if (!this.#data || this.#madeOf !== key) {
      this.#data = studentData(seed, features);
      this.#madeOf = key;
    }
    return this.#data;
  }

  protected override get trainingData(): Dataset | undefined {
    return this.#students.training;
  }

  protected override createModel(): Sequential {
    const columns = 2 * this.#students.powers.length;
    return sequential([dense(1, { activation: 'sigmoid', kernelInitializer: 'zeros' })], {
      inputShape: [columns],
      seed: this.values.seed,
    });
  }

  protected override fitOptions(): FitOptions {
    return {
      // Cubes make a long valley: momentum walks it in the time of a lesson.
      optimizer: sgd({ learningRate: this.values.learningRate, momentum: 0.9 }),
      loss: 'binaryCrossentropy',
      metrics: ['accuracy'],
      validationData: this.#students.test,
      shuffle: this.values.batchSize < this.#students.trainingCount,
    };
  }

  /** A few hundred updates last a blink at full speed; watched, they last three seconds. */
  protected override get fullPace(): Pace {
    return { steps: Math.max(1, Math.ceil(this.values.epochs / 80)), perSecond: 25 };
  }

  protected override settingsChanged(changed: readonly KeyOf<LogisticSettings>[]): void {
    super.settingsChanged(changed);
    if (this.runState === 'loading') this.dataReady();
  }

  protected override modelChanged(): void {
    this.parameters = { weights: this.#students.powers.flatMap(() => [0, 0]), bias: 0 };
    if (this.runState === 'loading') this.dataReady();
  }

  protected override weightsChanged(): void {
    void this.#read();
  }

  /** Reads the seven numbers; while one reading is under way, one more waits. */
  async #read(): Promise<void> {
    const { model } = this;
    if (!model) return;
    if (this.#reading) {
      this.#readAgain = true;
      return;
    }
    this.#reading = true;
    this.#readAgain = false;
    try {
      const [kernel, bias] = await model.getWeights();
      if (model === this.model && kernel && bias) {
        this.parameters = { weights: [...kernel.data], bias: bias.data[0] ?? 0 };
      }
    } catch (error) {
      // The run reports a lost device itself.
      if (this.runState !== 'running') console.warn(error);
    } finally {
      this.#reading = false;
    }
    if (this.#readAgain) void this.#read();
  }

  /** t = ΘᵀX + b of a student. */
  #sum(work: number, sleep: number): number {
    const { weights, bias } = this.parameters;
    return this.#students.columns(work, sleep).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias);
  }

  /** Shows which points a symbol of the formula speaks of. */
  highlightTerm(term: string | undefined): void {
    this.term = term;
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { learningRate, batchSize, epochs, seed, threshold } = this.values;
    const { powers } = this.#students;
    const { logisticCode } = await import('./code.ts');
    return logisticCode(language, { learningRate, batchSize, epochs, seed, threshold, powers });
  }

  // ---- Picture

  #ground: { readonly of: Parameters; readonly threshold: number; readonly layers: readonly GroundLayer[] } | undefined;

  /** The same array for the same weights: hovering must not trace contours anew. */
  #groundOf(): readonly GroundLayer[] {
    const { parameters } = this;
    const { threshold } = this.values;
    if (this.#ground?.of === parameters && this.#ground.threshold === threshold) return this.#ground.layers;
    const grid: PlaneGrid = sampleGrid((work, sleep) => sigmoid(this.#sum(work, sleep)), WORK, SLEEP, 72);
    const trained = parameters.weights.some((weight) => weight !== 0);
    const layers: GroundLayer[] = [
      { kind: 'heat', grid, range: [0, 1], colors: 'classes' },
      ...(trained
        ? [
            {
              kind: 'contours' as const,
              grid,
              levels: [0.1, 0.9],
              color: 'inkFaint' as const,
              dash: [3, 3],
              format: (level: number) => this.formats.percent(level, 0),
            },
            { kind: 'contours' as const, grid, levels: [threshold], color: 'ink' as const, width: 2.25 },
          ]
        : []),
    ];
    this.#ground = { of: parameters, threshold, layers };
    return layers;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.parameters.weights.length)
      this.parameters = { weights: this.#students.powers.flatMap(() => [0, 0]), bias: 0 };
  }

  protected override render(): TemplateResult {
    const { students: all, trainingCount } = this.#students;
    const sums = Array.from(all.x1, (work, i) => this.#sum(work, all.x2[i] ?? 0));
    const probabilities = sums.map(sigmoid);
    return this.renderFigure(
      this.#renderControls(),
      html`<div class="main">
          <div class="stack">
            ${this.#renderMap(probabilities)}
            ${this.without('table') ? nothing : this.#renderTable()}
          </div>
          <div class="stack">
            ${this.without('curve') ? nothing : this.#renderCurve(sums)}
            ${this.without('matrix') ? nothing : this.#renderScores(probabilities.slice(trainingCount), all.labels.slice(trainingCount))}
            ${this.without('loss') ? nothing : this.#renderLoss()}
          </div>
        </div>`,
    );
  }

  #renderControls(): TemplateResult {
    const { t, shared, formats: f } = this;
    return html`<div class="run-row">
        ${this.renderRunButtons({
          more: shared.transport.more(f.integer(this.values.epochs)),
          steps: [
            { label: t.step.one, run: () => this.step() },
            { label: t.step.ten, run: () => this.step(10) },
          ],
        })}
      </div>
      ${
        this.without('settings')
          ? nothing
          : html`<div class="knobs">${this.control('features')} ${this.control('threshold', (value) => f.percent(value, value * 100 === Math.round(value * 100) ? 0 : 1))}
              ${this.control('shown')} ${this.control('learningRate', f.significant)} ${this.control('epochs', f.integer)}</div>`
      }
      ${this.renderRunProgress(t.training)}`;
  }

  #renderMap(probabilities: readonly number[]): TemplateResult {
    const { t, shared, formats: f, values, term } = this;
    const words = t.map;
    const { students: all, trainingCount } = this.#students;
    const count = all.labels.length;
    const wrong = new Set<number>();
    for (let i = trainingCount; i < count; i++) {
      if (Number((probabilities[i] ?? 0) >= values.threshold) !== all.labels[i]) wrong.add(i - trainingCount);
    }
    const part = (first: number, end: number, test: boolean): PlaneMark => ({
      kind: 'points',
      x: all.x1.subarray(first, end),
      y: all.x2.subarray(first, end),
      classes: all.labels.subarray(first, end),
      hollow: test,
      size: test ? 3.5 : 2.75,
      opacity: test ? 1 : term === 'y' ? 1 : 0.75,
      ...(test && this.stepsDone > 0 && { ringed: wrong }),
    });
    const marks = [
      ...(values.shown === 'test' ? [] : [part(0, trainingCount, false)]),
      ...(values.shown === 'training' ? [] : [part(trainingCount, count, true)]),
    ];
    return html`<div><slope-plane class="map" .heading=${words.title}
        .summary=${words.summary(f.integer(wrong.size), f.integer(count - trainingCount))}
        .xAxis=${{ label: words.x, min: WORK[0], max: WORK[1] }} .yAxis=${{ label: words.y, min: SLEEP[0], max: SLEEP[1] }}
        .ground=${this.#groundOf()} .marks=${marks}
        .format=${f.decimal} .palette=${this.colors.palette} .words=${shared.plane}
        .readout=${(x: number, y: number) => words.readout(f.decimal(x, 1), f.decimal(y, 1), f.percent(sigmoid(this.#sum(x, y))))}></slope-plane>
      <p class="key"><b class="no">● ${words.legend.fails}</b><b class="yes">▲ ${words.legend.passes}</b>
        ${values.shown === 'test' ? nothing : html`<span>${words.legend.training}</span>`}
        ${values.shown === 'training' ? nothing : html`<span>${words.legend.test}</span><span>${words.legend.ringed}</span>`}</p></div>`;
  }

  #renderCurve(sums: readonly number[]): TemplateResult {
    const { t, shared, formats: f, values } = this;
    const words = t.curve;
    const { students: all, trainingCount } = this.#students;
    const test = sums.slice(trainingCount);
    const labels = all.labels.slice(trainingCount);
    const reach = 9;
    const x = test.map((sum) => Math.max(-reach + 0.2, Math.min(reach - 0.2, sum)));
    // Students stand on the floor or the ceiling, by what really happened; a little apart, so that a crowd looks like one.
    const y = test.map((_, i) => (labels[i] ? 1.06 : -0.06) + (((i * 7) % 10) / 10 - 0.45) * 0.09);
    const at = Math.log(values.threshold / (1 - values.threshold));
    const marks: PlaneMark[] = [
      { kind: 'points', x, y, classes: labels, size: 2.25, opacity: 0.7 },
      {
        kind: 'path',
        x: [-reach, reach],
        y: [values.threshold, values.threshold],
        color: 'inkSoft',
        width: 1.25,
        dash: [5, 4],
      },
      { kind: 'path', x: [at, at], y: [-0.15, 1.15], color: 'inkSoft', width: 1.25, dash: [5, 4] },
      { kind: 'curve', f: sigmoid, color: 'accent', width: this.term === 'sigma' ? 4 : 2.5 },
    ];
    return html`<div><slope-plane class="flat" .heading=${words.title} .summary=${words.summary(f.percent(values.threshold, 0))}
        .xAxis=${{ label: words.x, min: -reach, max: reach }} .yAxis=${{ label: words.y, min: -0.15, max: 1.15, ticks: [0, 0.25, 0.5, 0.75, 1] }}
        .marks=${marks} .handles=${[{ id: 'threshold', x: at, y: values.threshold, name: words.threshold, knob: true }]}
        .format=${f.decimal} .palette=${this.colors.palette} .words=${shared.plane}
        .readout=${(sum: number) => words.readout(f.decimal(sum, 2), f.percent(sigmoid(sum)))}
        @plane-move=${({ detail }: CustomEvent<PlaneMove>) => {
          // By keys the ring moves sideways as well as up and down: the curve ties both together.
          const wanted = detail.byKey && Math.abs(detail.y - values.threshold) < 0.011 ? sigmoid(detail.x) : detail.y;
          const threshold = Number(Math.min(0.99, Math.max(0.01, wanted)).toFixed(3));
          this.change({ threshold }, detail.done ? 'push' : 'replace');
        }}></slope-plane>
      <p class="small-text soft">${words.hint}</p></div>`;
  }

  #renderScores(probabilities: readonly number[], labels: Uint8Array): TemplateResult {
    const { t, shared, formats: f } = this;
    const scores = scoresOf(probabilities, labels, this.values.threshold);
    const words = t.ratios;
    const share = (value: number | undefined): string => (value === undefined ? '–' : f.percent(value));
    const wrong = Math.round((1 - scores.accuracy) * labels.length);
    return html`<h2>${t.matrix.title(f.integer(labels.length))}</h2>
      ${confusionMatrix({
        classNames: t.classes,
        counts: scores.counts,
        normalised: false,
        caption: t.matrix.caption,
        truthLabel: t.matrix.truth,
        readLabel: t.matrix.said,
        cellText: (truth, said, count, total) => t.matrix.cell(truth, said, f.integer(count), f.integer(total)),
        formatCount: f.integer,
        formatShare: (value) => f.percent(value, 0),
      })}
      <dl class="ratios">
        <div><dt>${words.accuracy}</dt><dd data-accuracy>${share(scores.accuracy)}</dd><dd class="why">${words.accuracyAbout}${shared.colon} ${words.wrong(f.integer(wrong), f.integer(labels.length))}</dd></div>
        <div><dt>${words.precision}</dt><dd>${share(scores.precision)}</dd><dd class="why">${words.precisionAbout}</dd></div>
        <div><dt>${words.recall}</dt><dd>${share(scores.recall)}</dd><dd class="why">${words.recallAbout}</dd></div>
      </dl>`;
  }

  /** X̃ as it goes into the neuron, with the weight of each column below it. */
  #renderTable(): TemplateResult {
    const { t, formats: f } = this;
    const words = t.table;
    const { students: all, powers, columns } = this.#students;
    const { weights, bias } = this.parameters;
    const names = powers.flatMap((power) =>
      ['1', '2'].map((index) => html`x<sub>${index}</sub>${power > 1 ? html`<sup>${power}</sup>` : nothing}`),
    );
    const rows = Array.from({ length: ROWS }, (_, i) => columns(all.x1[i] ?? 0, all.x2[i] ?? 0));
    return html`<h2>${words.title(f.integer(names.length))}</h2>
      <div class="matrix-table" tabindex="0" role="group" aria-label=${words.title(f.integer(names.length))}>
        <table>
          <thead><tr><th scope="col">${words.student}</th>${names.map((name) => html`<th scope="col" class="numeric">${name}</th>`)}
            <th scope="col" class="numeric">${words.result}</th></tr></thead>
          <tbody>${rows.map(
            (
              row,
              i,
            ) => html`<tr><th scope="row">${f.integer(i + 1)}</th>${row.map((value) => html`<td class="numeric">${f.decimal(value, 2)}</td>`)}
              <td class="numeric">${all.labels[i]}</td></tr>`,
          )}</tbody>
          <tfoot><tr><th scope="row">${words.weights}</th>${names.map((_, i) => {
            const weight = weights[i] ?? 0;
            return html`<td class="numeric ${weight < 0 ? 'negative' : weight > 0 ? 'positive' : ''}">${f.decimal(weight, 2)}</td>`;
          })}<td></td></tr></tfoot>
        </table>
      </div>
      <p class="small-text soft">${words.bias(f.decimal(bias, 2))}. ${words.about}</p>`;
  }

  #renderLoss(): TemplateResult {
    const { t, shared, formats: f, history } = this;
    const words = t.loss;
    const epochs = history?.epochs ?? [];
    const last = epochs.at(-1);
    const marks: PlaneMark[] = last
      ? [
          {
            kind: 'path',
            x: epochs.map(({ step }) => step),
            y: epochs.map(({ loss }) => loss),
            color: 'ink',
            width: 2,
            label: words.training,
          },
          {
            kind: 'path',
            x: epochs.map(({ step }) => step),
            y: epochs.map(({ validation, loss }) => validation?.loss ?? loss),
            color: 'accent',
            width: 2,
            dash: [6, 4],
            label: words.test,
          },
        ]
      : [];
    return html`<slope-plane class="flat" ?data-later=${!last} .heading=${words.title}
      .summary=${last ? words.summary(f.decimal(last.loss, 3)) : words.nothing}
      .xAxis=${{ label: words.x, min: 0, max: this.stepsPerEpoch * this.epochsInAll * 1.1 }} .yAxis=${{ label: words.y, min: 0, max: 0.75 }}
      .marks=${marks} .format=${f.decimal} .palette=${this.colors.palette} .words=${shared.plane}></slope-plane>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-logistic-regression': SlopeLogisticRegression;
  }
}
