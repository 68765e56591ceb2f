// Where a run stands: steps handed to the device, rows that came back, and both put back to where a snapshot was taken.

import type { Clock, MetricsRow } from '../graph/step-state.ts';
import { type Combination, type EpochRow, type History, meanScores, type StepRow, stepRow } from './history.ts';

export class Progress {
  readonly history: History = { steps: [], epochs: [] };
  /** Steps handed to the device, in all and in the epoch that they have reached. */
  submitted = 0;
  submittedInEpoch = 0;
  epoch = 0;
  readonly #metrics: Combination;
  readonly #validationMetrics: Combination;
  /** Sums as they came: a mean over an epoch is made of them. Epochs of one step need none. */
  readonly #rows: MetricsRow[] = [];
  /** Rows of the epoch whose end has not come back yet; fewer than its batches when the run resumed within it. */
  #epochRows: MetricsRow[] = [];
  #batchesArrived = 0;
  /** Steps done before the run began: it resumed. */
  #first = 0;

  constructor(metrics: Combination, validationMetrics: Combination) {
    this.#metrics = metrics;
    this.#validationMetrics = validationMetrics;
  }

  /** Steps whose rows have come back. */
  get arrived(): number {
    return this.history.steps.at(-1)?.step ?? this.#first;
  }

  /** `steps` more were handed to the device; true when they reach the end of an epoch. */
  submit(steps: number, stepsPerEpoch: number): boolean {
    this.submitted += steps;
    this.submittedInEpoch += steps;
    const epochs = Math.floor(this.submittedInEpoch / stepsPerEpoch);
    this.epoch += epochs;
    this.submittedInEpoch %= stepsPerEpoch;
    return epochs > 0;
  }

  /** Rows came back, with the validation's if an epoch ends with them: what they add to the history. */
  arrive(
    rows: readonly MetricsRow[],
    scores: readonly MetricsRow[] | undefined,
    stepsPerEpoch: number,
    seconds: number,
  ): { readonly steps: StepRow[]; readonly epochs: EpochRow[] } {
    const steps = rows.map((row) => stepRow(row, this.#metrics));
    this.history.steps.push(...steps);
    const epochs: EpochRow[] = [];
    // A tiny model on the CPU ends a million epochs of one batch a second: they are their steps, and nothing is averaged.
    const epochsAreSteps = stepsPerEpoch === 1 && this.#epochRows.length === 0 && !scores;
    if (epochsAreSteps) {
      for (const { step, epoch, loss, metrics } of steps) epochs.push({ epoch, step, loss, metrics, seconds });
    } else this.#rows.push(...rows);
    for (const row of epochsAreSteps ? [] : rows) {
      this.#epochRows.push(row);
      if (++this.#batchesArrived < stepsPerEpoch) continue;
      this.#batchesArrived = 0;
      epochs.push({
        epoch: row.epoch,
        step: row.step,
        ...meanScores(this.#epochRows.splice(0), this.#metrics),
        ...(scores && row === rows.at(-1) && { validation: meanScores(scores, this.#validationMetrics) }),
        seconds,
      });
    }
    this.history.epochs.push(...epochs);
    return { steps, epochs };
  }

  /** Goes on after `clock.step` steps of an earlier run. */
  resume(clock: Clock): void {
    this.#first = clock.step;
    this.restore(clock);
  }

  /** Back to the end of step `clock.step`; what came after is forgotten. */
  restore({ step, epoch, batch }: Clock): void {
    this.forgetAfter(step);
    this.submitted = step;
    this.submittedInEpoch = batch;
    this.epoch = epoch;
    this.#rows.length = this.#rows.findLastIndex((row) => row.step <= step) + 1;
    this.#epochRows = batch === 0 ? [] : this.#rows.slice(-batch);
    this.#batchesArrived = batch;
  }

  /** Takes the rows of later steps out of the history. */
  forgetAfter(step: number): void {
    const { steps, epochs } = this.history;
    steps.length = steps.findLastIndex((row) => row.step <= step) + 1;
    epochs.length = epochs.findLastIndex((row) => row.step <= step) + 1;
  }
}
