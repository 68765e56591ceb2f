// Early stopping: ends a run whose monitored quantity has not improved for some epochs, as Keras's EarlyStopping.

import type { Snapshot } from '../plan/executor.ts';
import type { Callbacks } from './callbacks.ts';
import type { EpochRow } from './history.ts';

export interface EarlyStoppingOptions {
  /** `loss`, a metric, or one of them over the validation data: `val_loss`, `val_accuracy`. Default `val_loss`. */
  readonly monitor?: string;
  /** Epochs without improvement before the run stops. Default 0: the first one ends it. */
  readonly patience?: number;
  /** What counts as an improvement must be more than this. Default 0. */
  readonly minDelta?: number;
  /** Whether less or more is better. Default `auto`: more for accuracy, precision, recall and R², less for all else. */
  readonly mode?: 'auto' | 'min' | 'max';
  /** At the end, go back to the weights of the best epoch. Default false, as in Keras. */
  readonly restoreBestWeights?: boolean;
  /** Epochs before the first that counts. Default 0. */
  readonly startFromEpoch?: number;
}

export interface EarlyStopping extends Callbacks {
  /** The best epoch so far, counted from 0, and its value. */
  readonly best: { readonly epoch: number; readonly value: number } | undefined;
  /** The epoch after which the run was stopped; undefined if it was not. */
  readonly stoppedEpoch: number | undefined;
}

const moreIsBetter = /accuracy|precision|recall|r2/i;

/**
 * A callback for `fit`. Epochs without a validation (`validationFrequency`) are passed over when a validation value is monitored.
 * One object serves one run.
 * @throws RangeError at the first epoch when the monitored quantity does not exist, naming those that do.
 */
export function earlyStopping({
  monitor = 'val_loss',
  patience = 0,
  minDelta = 0,
  mode = 'auto',
  restoreBestWeights = false,
  startFromEpoch = 0,
}: EarlyStoppingOptions = {}): EarlyStopping {
  const sign = mode === 'max' || (mode === 'auto' && moreIsBetter.test(monitor)) ? -1 : 1;
  let best: { epoch: number; value: number } | undefined;
  let snapshot: Snapshot | undefined;
  let waited = 0;
  let stoppedEpoch: number | undefined;
  return {
    get best() {
      return best;
    },
    get stoppedEpoch() {
      return stoppedEpoch;
    },
    onEpochEnd: async (row, run) => {
      const value = monitored(row, monitor);
      if (value === undefined || row.epoch < startFromEpoch) return;
      if (!best || sign * (best.value - value) > Math.abs(minDelta)) {
        best = { epoch: row.epoch, value };
        waited = 0;
        if (restoreBestWeights) snapshot = await run.snapshot();
      } else if (++waited >= patience) {
        stoppedEpoch = row.epoch;
        run.stop();
      }
    },
    onEnd: (_history, run) => {
      if (snapshot) run.restore(snapshot);
    },
  };
}

/** The value of this epoch; undefined where there was no validation. */
function monitored(row: EpochRow, monitor: string): number | undefined {
  const ofValidation = monitor.startsWith('val_');
  const scores = ofValidation ? row.validation : row;
  if (!scores) return undefined;
  const name = ofValidation ? monitor.slice(4) : monitor;
  const value = name === 'loss' ? scores.loss : scores.metrics[name];
  if (value === undefined) {
    const names = ['loss', ...Object.keys(row.metrics)];
    throw new RangeError(
      `earlyStopping: "${monitor}" is not measured; there are ${names.join(', ')}, and val_ of them`,
    );
  }
  return value;
}
