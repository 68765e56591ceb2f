// Hooks into a run: what a caller may do when it begins, after steps, after each epoch, and when it ends.

import type { EpochRow, History, StepRow } from './history.ts';
import type { TrainingRun } from './run.ts';

/**
 * All hooks are optional; each gets the run, which it may stop. With `onEpochEnd` no step of the next epoch begins before the
 * hook has answered, so that what it does there does not depend on the device's speed. A hook that throws fails the run.
 */
export interface Callbacks {
  /** The programs are on their device. Not called again after a lost device. */
  onBegin?(run: TrainingRun): void | Promise<void>;
  /** Rows of steps that came back together; training goes on meanwhile. */
  onStep?(rows: readonly StepRow[], run: TrainingRun): void;
  onEpochEnd?(row: EpochRow, run: TrainingRun): void | Promise<void>;
  /** The run completed or was stopped; its weights may still be changed by `run.restore`. */
  onEnd?(history: History, run: TrainingRun): void | Promise<void>;
}
