// What a model gives its run: programs, data, numbers, and where to begin.

import type { Knobs } from '../graph/step-state.ts';
import type { Executor, LoadedProgram, Snapshot } from '../plan/executor.ts';
import type { Callbacks } from './callbacks.ts';
import type { Combination } from './history.ts';

/** The two programs of a run on one executor. */
export interface Loaded {
  readonly executor: Executor;
  readonly training: LoadedProgram;
  readonly validation?: {
    readonly program: LoadedProgram;
    readonly knobs: Knobs;
    readonly batches: number;
  };
}

/** What a model gives its run. */
export interface RunPlan {
  /** Puts the programs on a device; after a lost one, with the last weights that `kept` was given. */
  load(): Promise<Loaded>;
  readonly knobs: Knobs;
  readonly betas: readonly [number, number];
  readonly batchSize: number;
  readonly epochs: number;
  readonly metrics: Combination;
  readonly validationMetrics?: Combination | undefined;
  /** Validation after each so many epochs. */
  readonly validationFrequency: number;
  readonly callbacks: readonly Callbacks[];
  /** Where an earlier run was saved: this one goes on from there. */
  readonly start?: Snapshot | undefined;
  readonly paused: boolean;
  readonly stepsPerSubmit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with every good snapshot: about once a second, and whenever the run rests. */
  kept(snapshot: Snapshot): void;
}
