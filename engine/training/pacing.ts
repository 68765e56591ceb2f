// How many steps go into one submit: enough to hide the cost of a submit, few enough that the page stays alive.

import type { MetricsRow } from '../graph/step-state.ts';
import type { LoadedProgram } from '../plan/executor.ts';

/** A submit aims at this long: under a frame, and far under any watchdog. */
const targetMs = 8;
/** Dispatches in one submit, beyond which a GPU may seem to hang; and steps, as two submits in flight share the ring's rows. */
const most = 512;

/** Steps that one submit may hold. */
export const stepLimit = (dispatchCount: number) => Math.max(1, Math.floor(most / Math.max(1, dispatchCount)));

/** Runs `steps` steps, one submit after another, and returns their rows. */
export async function runSteps(program: LoadedProgram, steps: number): Promise<MetricsRow[]> {
  const rows: MetricsRow[] = [];
  const limit = stepLimit(program.dispatchCount);
  while (rows.length < steps) rows.push(...(await program.run(Math.min(limit, steps - rows.length))));
  return rows;
}

/** Adapts the steps per submit to the time they take. Results never depend on it. */
export class Pacing {
  /** The most steps of a submit. */
  readonly limit: number;
  readonly #fixed: boolean;
  #steps: number;
  #lastFinished = 0;

  /** @param fixed always this many steps, for tests and benchmarks. */
  constructor(dispatchCount: number, fixed?: number) {
    this.limit = stepLimit(dispatchCount);
    this.#fixed = fixed !== undefined;
    this.#steps = Math.min(fixed ?? 1, most);
  }

  get steps(): number {
    return this.#steps;
  }

  /** A submit of `steps` steps was begun at `started` and has finished. */
  finished(steps: number, started: number): void {
    if (this.#fixed) return;
    const now = performance.now();
    // With two submits in flight the second waits for the first: count from whichever is later.
    const elapsed = Math.max(0.01, now - Math.max(started, this.#lastFinished));
    this.#lastFinished = now;
    const wanted = Math.min((targetMs / elapsed) * steps, this.#steps * 2, this.limit);
    // Dispatches of whole steps do 1, 2, 4, … of them: a power of two is a single one.
    this.#steps = 2 ** Math.max(0, Math.floor(Math.log2(wanted)));
  }
}
