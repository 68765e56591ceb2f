// Step 5 on screen: the knobs of training, the curves of loss and accuracy, the values of every epoch.

import { html, nothing, type TemplateResult } from 'lit';
import type { History } from '../../../engine/index.ts';
import { stepSection, type View } from '../../base/view.ts';
import type { LineSeries } from '../../charts/line-chart.ts';
import type { MnistMessages } from './messages.en.ts';

/** Points per epoch of the line behind the curves: beyond that, neighbouring batches are averaged, or noise fills the chart. */
const BATCH_POINTS = 25;

/** The history in columns, as charts want it: x in epochs, null where a series has no value. */
export interface Curves {
  readonly x: readonly number[];
  readonly loss: readonly LineSeries[];
  readonly accuracy: readonly LineSeries[];
}

interface Column {
  batch: (number | null)[];
  training: (number | null)[];
  validation: (number | null)[];
}

export function curvesOf(history: History | undefined, stepsPerEpoch: number, names: ChartNames): Curves {
  const steps = history?.steps ?? [];
  const epochs = new Map(history?.epochs.map((row) => [row.step, row]));
  const group = Math.ceil(stepsPerEpoch / BATCH_POINTS);
  const x: number[] = [];
  const loss: Column = { batch: [], training: [], validation: [] };
  const accuracy: Column = { batch: [], training: [], validation: [] };
  let from = 0;
  for (const [index, row] of steps.entries()) {
    const epoch = epochs.get(row.step);
    // The first batch stands alone: its loss is that of the untrained network.
    if (index > 0 && index + 1 - from < group && !epoch && index !== steps.length - 1) continue;
    const batches = steps.slice(from, index + 1);
    from = index + 1;
    x.push(row.step / stepsPerEpoch);
    loss.batch.push(mean(batches.map((batch) => batch.loss)));
    accuracy.batch.push(mean(batches.map((batch) => batch.metrics.accuracy ?? Number.NaN)));
    loss.training.push(finite(epoch?.loss));
    accuracy.training.push(finite(epoch?.metrics.accuracy));
    loss.validation.push(finite(epoch?.validation?.loss));
    accuracy.validation.push(finite(epoch?.validation?.metrics.accuracy));
  }
  return { x, loss: seriesOf(loss, names), accuracy: seriesOf(accuracy, names) };
}

const mean = (values: readonly number[]): number | null => finite(values.reduce((a, b) => a + b, 0) / values.length);

export interface ChartNames {
  readonly batch: string;
  readonly training: string;
  readonly validation: string;
}

const seriesOf = (column: Column, names: ChartNames): LineSeries[] => [
  { name: names.batch, values: column.batch, color: 'ruleStrong', background: true },
  { name: names.training, values: column.training, color: 'ink', points: true },
  { name: names.validation, values: column.validation, color: 'accent', dashed: true, points: true },
];

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

export interface TrainOptions {
  readonly controls: unknown;
  readonly curves: Curves;
  readonly epochs: number;
  readonly history: History | undefined;
  readonly saveCsv: () => void;
}

export function trainStep(view: View<MnistMessages>, options: TrainOptions): TemplateResult {
  const { t, shared, f, palette } = view;
  const { controls, curves, epochs, history, saveCsv } = options;
  const chart = (
    heading: string,
    series: readonly LineSeries[],
    top: number,
    limit: number,
    format: (value: number) => string,
    formatTick: (value: number) => string,
  ): TemplateResult =>
    html`<slope-line-chart .heading=${heading} .x=${curves.x} .series=${series} .xRange=${[0, epochs]}
      .yRange=${[0, top]} .yLimits=${[0, limit]} .format=${format} .formatTick=${formatTick} .formatX=${f.significant} .xLabel=${shared.chart.epoch}
      .palette=${palette} .words=${shared.chart}></slope-line-chart>`;
  return stepSection(
    'train',
    5,
    t.steps.train,
    html`<div class="knobs">${controls}</div>
      <div class="charts">
        ${chart(t.train.loss, curves.loss, 2.5, Number.POSITIVE_INFINITY, (value) => f.measured(value, 3), f.tick)}
        ${chart(t.train.accuracy, curves.accuracy, 1, 1, (value) => f.percent(value, 1), f.shortPercent)}
      </div>
      <p class="hint">${t.train.validation}</p>
      ${history?.epochs.length ? epochTable(view, history, saveCsv) : nothing}`,
  );
}

function epochTable({ t, shared, f }: View<MnistMessages>, history: History, saveCsv: () => void): TemplateResult {
  const words = t.train;
  const heads = [words.epoch, words.lossShort, words.accuracyShort, words.valLoss, words.valAccuracy, words.seconds];
  const number = (value: number | undefined, digits: number): string =>
    value === undefined ? '–' : Number.isFinite(value) ? f.measured(value, digits) : 'NaN';
  return html`<details class="epochs">
    <summary>${words.table}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${words.table}>
      <table>
        <thead><tr>${heads.map((head) => html`<th scope="col" class="numeric">${head}</th>`)}</tr></thead>
        <tbody>
          ${history.epochs.map(
            (row) => html`<tr><th scope="row" class="numeric">${row.epoch + 1}</th>
              <td class="numeric">${number(row.loss, 4)}</td><td class="numeric">${number(row.metrics.accuracy, 4)}</td>
              <td class="numeric">${number(row.validation?.loss, 4)}</td><td class="numeric">${number(row.validation?.metrics.accuracy, 4)}</td>
              <td class="numeric">${number(row.seconds, 2)}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>
    <button type="button" class="small" @click=${saveCsv}>${shared.csv}</button>
  </details>`;
}
