// `<slope-validation>`: points to learn from and points kept back, two losses that part, early stopping, and a leak.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  adam,
  type Dataset,
  dense,
  type EarlyStopping,
  type EpochRow,
  earlyStopping,
  type FitOptions,
  type Sequential,
  sequential,
} from '../../../engine/index.ts';
import { Looks } from '../../base/looks.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { type Pace, TrainingExperiment } from '../../base/training-experiment.ts';
import { epochCurves } from '../../charts/epoch-curves.ts';
import { gridPoints, type PlaneGrid } from '../../charts/grid.ts';
import type { LineSeries } from '../../charts/line-chart.ts';
import type { GroundLayer, PlaneMark } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { type SplitPoints, scored, splitPoints } from './data.ts';
import { type ValidationSettings, validationDefinition } from './definition.ts';
import type { ValidationMessages } from './messages.en.ts';
import { validationStyles } from './styles.ts';
import '../../charts/line-chart.ts';
import '../../charts/plane.ts';

const EPOCHS_PER_SECOND = 50;
const LOOK_EVERY_MS = 80;
const GRID = { columns: 44, rows: 36, x: [-2, 3], y: [-1.6, 2.1] } as const;

interface Score {
  readonly loss: number;
  readonly accuracy: number;
}

/**
 * @element slope-validation
 * @attr preset - `overfits` (default), `stops-early`, `small`, `leak`, `few-to-learn`, `few-to-check`
 * @attr validation-share - of the points, 0.05 to 0.9
 * @attr units - neurons of each of the two hidden layers
 * @attr patience - epochs without a better validation loss before it stops; 0 for never
 * @attr leak - `none`, or `copies` of validation points in the training set
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr without-presets, without-table - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeValidation extends TrainingExperiment<ValidationSettings, ValidationMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, validationStyles];

  static override get definition(): typeof validationDefinition {
    return validationDefinition;
  }

  @state() private map: PlaneGrid | undefined;
  @state() private fresh: readonly { readonly epoch: number; readonly score: Score }[] = [];
  #points: SplitPoints = splitPoints(2, 0.3, 'none');
  #stopping: EarlyStopping | undefined;
  readonly #looks = new Looks(this, {
    everyMs: LOOK_EVERY_MS,
    model: () => this.model,
    look: (model) => this.#look(model),
  });

  // ---- Model

  protected override get trainingData(): Dataset {
    return this.#points.training;
  }

  protected override createModel(): Sequential {
    const { units, seed } = this.values;
    return sequential(
      [dense(units, { activation: 'relu' }), dense(units, { activation: 'relu' }), dense(1, { activation: 'sigmoid' })],
      { inputShape: [2], seed },
    );
  }

  protected override fitOptions(): FitOptions {
    const { learningRate, patience } = this.values;
    this.#stopping = patience ? earlyStopping({ patience, restoreBestWeights: true }) : undefined;
    return {
      optimizer: adam({ learningRate }),
      loss: 'binaryCrossentropy',
      metrics: ['accuracy'],
      validationData: this.#points.validation,
      ...(this.#stopping && { callbacks: this.#stopping }),
    };
  }

  protected override rebuild(): void {
    const { seed, share, leak } = this.values;
    this.#points = splitPoints(seed, share, leak);
    this.#stopping = undefined;
    this.fresh = [];
    super.rebuild();
  }

  protected override get fullPace(): Pace {
    return { steps: this.stepsPerEpoch, perSecond: EPOCHS_PER_SECOND };
  }

  protected override settingsChanged(changed: readonly KeyOf<ValidationSettings>[]): void {
    super.settingsChanged(changed);
    this.dataReady();
  }

  protected override modelChanged(): void {
    this.map = undefined;
    this.#looks.soon();
  }

  protected override weightsChanged(): void {
    this.#looks.soon();
  }

  /** The map, and how the network does on points that nobody has: both in one question to the engine. */
  async #look(model: Sequential): Promise<void> {
    const places = gridPoints(GRID);
    const { fresh } = this.#points;
    const asked = new Float32Array(places.length + fresh.inputs.data.length);
    asked.set(places);
    asked.set(fresh.inputs.data, places.length);
    const epoch = this.history?.epochs.length ?? 0;
    const said = await model.predict(asked, { backend: this.values.backend });
    if (model !== this.model) return;
    this.map = { ...GRID, values: said.subarray(0, places.length / 2) };
    const score = scored(said.subarray(places.length / 2), fresh);
    // Early stopping puts older weights back: then the last score is that of the epoch it went back to.
    if (epoch > 0) this.fresh = [...this.fresh.filter((one) => one.epoch < epoch), { epoch, score }];
  }

  protected override describeEpoch(row: EpochRow, epoch: number): string {
    const { integer, decimal } = this.formats;
    return this.t.announce(
      integer(epoch),
      integer(this.epochsInAll),
      decimal(row.loss, 3),
      decimal(row.validation?.loss ?? 0, 3),
    );
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { share, units, patience, learningRate, batchSize, epochs, seed } = this.values;
    const { validationCode } = await import('../../code/validation.ts');
    return validationCode(language, { share, units, patience, learningRate, batchSize, epochs, seed });
  }

  // ---- Picture

  get #best(): EpochRow | undefined {
    const rows = (this.history?.epochs ?? []).filter(({ validation }) => validation);
    return rows.reduce<EpochRow | undefined>(
      (best, row) => (best?.validation && row.validation && best.validation.loss <= row.validation.loss ? best : row),
      undefined,
    );
  }

  protected override render(): TemplateResult {
    const { t, shared, formats: f } = this;
    const perEpoch = this.stepsPerEpoch;
    const keptCount = this.#points.kept.filter(Boolean).length;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderRunButtons({
            more: shared.transport.more(f.integer(this.values.epochs)),
            steps: [
              { label: t.step.epoch, run: () => this.step(perEpoch - (this.stepsDone % perEpoch)) },
              { label: t.step.update, run: () => this.step() },
            ],
          })}
        </div>
        ${this.renderRunProgress(t.training)}
        <div class="knobs">
          ${this.control('share', (value) => t.points(f.percent(value, 0), f.integer(keptCount)))} ${this.control('units', f.integer)}
          ${this.control('patience', (value) => (value ? t.epochs(f.integer(value)) : t.never))} ${this.control('leak')}
          ${this.control('epochs', f.integer)} ${this.control('seed', String, t.seedError)}
        </div>`,
      html`<div class="plots">${this.#renderMap()} ${this.#renderCurves()}</div>`,
    );
  }

  #ground: { readonly of: PlaneGrid; readonly layers: readonly GroundLayer[] } | undefined;

  #renderMap(): TemplateResult {
    const { t, shared, formats: f, colors, map } = this;
    const words = t.map;
    const { points, kept, leaked } = this.#points;
    if (map && this.#ground?.of !== map) {
      this.#ground = {
        of: map,
        layers: [
          { kind: 'heat', grid: map, range: [0, 1], colors: 'classes' },
          { kind: 'contours', grid: map, levels: [0.5], width: 2 },
        ],
      };
    }
    const marks: PlaneMark[] = [
      {
        kind: 'points',
        x: points.x1,
        y: points.x2,
        classes: points.labels,
        hollow: kept.map(Number),
        size: 4,
        ...(leaked.size && { ringed: leaked }),
      },
    ];
    const keptCount = kept.filter(Boolean).length;
    return html`<div><slope-plane .heading=${words.title} .summary=${words.summary(f.integer(kept.length - keptCount), f.integer(keptCount))}
        .xAxis=${{ label: words.x1, min: GRID.x[0], max: GRID.x[1] }} .yAxis=${{ label: words.x2, min: GRID.y[0], max: GRID.y[1] }}
        .ground=${map ? (this.#ground?.layers ?? []) : []} .marks=${marks} .format=${f.decimal} .palette=${colors.palette}
        .words=${shared.plane}></slope-plane>
      <p class="keys"><span><i class="filled"></i>${words.training}</span><span><i></i>${words.validation}</span>${
        leaked.size ? html`<span><i class="leaked"></i>${words.leaked}</span>` : nothing
      }</p></div>`;
  }

  #renderCurves(): TemplateResult {
    const { t, shared, formats: f, colors, history } = this;
    const curves = epochCurves(history, shared.chart);
    const byEpoch = new Map(this.fresh.map(({ epoch, score }) => [epoch, score.loss]));
    const series: LineSeries[] = [
      ...curves.series,
      {
        name: t.curves.fresh,
        values: curves.x.map((epoch) => byEpoch.get(epoch) ?? null),
        color: 'class1',
        width: 1.5,
      },
    ];
    return html`<div><slope-line-chart .heading=${t.curves.title} .x=${curves.x} .series=${series} .xRange=${[0, Math.max(1, this.epochsInAll)]}
        .yRange=${[0, 1]} .format=${(value: number) => f.measured(value, 3)} .formatTick=${f.tick} .formatX=${f.significant}
        .xLabel=${shared.chart.epoch} .palette=${colors.palette} .words=${shared.chart}></slope-line-chart>
      <p class="verdict" role="status" data-verdict>${this.#renderVerdict()}</p>
      ${this.without('table') ? nothing : this.#renderTable()}</div>`;
  }

  #renderVerdict(): unknown {
    const { t, formats: f } = this;
    const words = t.verdict;
    const best = this.#best;
    const { leaked } = this.#points;
    if (!best?.validation) return words.none;
    const epochs = this.history?.epochs.length ?? 0;
    const since = epochs - 1 - best.epoch;
    const stopped = this.#stopping?.stoppedEpoch;
    const end =
      stopped !== undefined
        ? words.stopped(f.integer(stopped + 1), f.integer((this.#stopping?.best?.epoch ?? 0) + 1))
        : since > 10
          ? words.since(f.integer(since))
          : '';
    return html`${words.best(f.integer(best.epoch + 1), f.decimal(best.validation.loss, 3))} ${end}
      ${leaked.size ? html`<b class="bad">${words.leak(f.integer(leaked.size))}</b>` : nothing}`;
  }

  #renderTable(): TemplateResult {
    const { t, formats: f } = this;
    const words = t.table;
    const { training, validation, fresh } = this.#points;
    // What is on screen are the weights in place: after an early stop those of the best epoch.
    const back = this.#stopping?.stoppedEpoch === undefined ? undefined : this.#stopping.best?.epoch;
    const row = back === undefined ? this.history?.epochs.at(-1) : this.history?.epochs[back];
    const count = (data: Dataset): string => f.integer(data.targets.shape[0] ?? 0);
    const line = (name: 'training' | 'validation' | 'fresh', data: Dataset, score: Score | undefined): TemplateResult =>
      html`<tr class=${name}><th scope="row">${words[name]}</th><td class="numeric">${count(data)}</td>
        <td class="numeric" data-right=${name}>${score ? f.percent(score.accuracy, 1) : '–'}</td>
        <td class="numeric">${score ? f.measured(score.loss, 3) : '–'}</td></tr>`;
    const scoreOf = (scores: EpochRow['validation']): Score | undefined =>
      scores && { loss: scores.loss, accuracy: scores.metrics.accuracy ?? 0 };
    return html`<table class="scores">
      <caption>${words.caption}</caption>
      <thead><tr><th scope="col">${words.part}</th><th scope="col" class="numeric">${words.count}</th>
        <th scope="col" class="numeric">${words.accuracy}</th><th scope="col" class="numeric">${words.loss}</th></tr></thead>
      <tbody>${line('training', training, row && scoreOf(row))}${line('validation', validation, scoreOf(row?.validation))}
        ${line('fresh', fresh, this.fresh.at(-1)?.score)}</tbody>
    </table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-validation': SlopeValidation;
  }
}
