// The history of a run: plain data, one row per step and one per epoch.

import type { MetricsRow } from '../graph/step-state.ts';

export interface StepRow {
  /** 1 for the first step. */
  readonly step: number;
  /** 0 for the first epoch. */
  readonly epoch: number;
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
}

export interface Scores {
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
}

/** Means over an epoch's examples; the validation scores are those at its end. */
export interface EpochRow extends Scores {
  readonly epoch: number;
  /** Steps done at its end. */
  readonly step: number;
  readonly validation?: Scores;
  /** Since the run began, pauses left out. */
  readonly seconds: number;
}

export interface History {
  readonly steps: StepRow[];
  readonly epochs: EpochRow[];
}

/** One object for all rows without metrics: a million of them a second would be garbage. */
const noMetrics: Readonly<Record<string, number>> = Object.freeze({});

const named = (names: readonly string[], values: readonly number[]): Readonly<Record<string, number>> =>
  names.length === 0 ? noMetrics : Object.fromEntries(names.map((name, i) => [name, values[i] ?? Number.NaN]));

/** What the device's sums say: the metrics by name, from the means of the columns that it carries. */
export interface Combination {
  readonly names: readonly string[];
  readonly columns: readonly string[];
  combine(means: readonly number[]): number[];
}

/** Nothing of the step is NaN or infinite: neither its loss nor the parameters after it. */
export const isFiniteRow = ({ loss, finite }: MetricsRow): boolean => finite && Number.isFinite(loss);

export const stepRow = ({ step, epoch, loss, metrics }: MetricsRow, { names, combine }: Combination): StepRow => ({
  step,
  epoch,
  loss,
  metrics: named(names, combine(metrics)),
});

/** Of the means of batches, each weighted by its examples. */
export function meanScores(rows: readonly MetricsRow[], { names, columns, combine }: Combination): Scores {
  const count = rows.reduce((total, row) => total + row.count, 0);
  const mean = (value: (row: MetricsRow) => number) =>
    rows.reduce((total, row) => total + value(row) * row.count, 0) / count;
  return {
    loss: mean((row) => row.loss),
    metrics: named(names, combine(columns.map((_, i) => mean((row) => row.metrics[i] ?? Number.NaN)))),
  };
}

/**
 * The epochs as columns, named as in Keras: `{ loss, accuracy, val_loss, val_accuracy }`. Epochs without a validation
 * (`validationFrequency`) leave no entry, as in Keras.
 */
export function historyColumns({ epochs }: History): Record<string, number[]> {
  const columns: Record<string, number[]> = {};
  const add = (prefix: string, { loss, metrics }: Scores) => {
    for (const [name, value] of [['loss', loss] as const, ...Object.entries(metrics)]) {
      columns[prefix + name] ??= [];
      columns[prefix + name]?.push(value);
    }
  };
  for (const row of epochs) {
    add('', row);
    if (row.validation) add('val_', row.validation);
  }
  return columns;
}
