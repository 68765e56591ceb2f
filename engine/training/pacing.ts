// How many steps go into one submit: enough to hide the cost of a submit, few enough that the page stays alive.

/** A submit aims at this long: under a frame, and far under any watchdog. */
const targetMs = 8;
/** Dispatches in one submit; beyond it a GPU may seem to hang, and little is gained. */
const maxDispatches = 512;
/** Rows of the ring that one submit may fill: two are in flight. */
const maxSteps = 512;

/** Adapts the steps per submit to the time they take. Results never depend on it. */
export class Pacing {
  readonly #limit: number;
  #steps = 1;
  #lastFinished = 0;

  /** @param fixed always this many steps, for tests and benchmarks. */
  constructor(dispatchCount: number, fixed?: number) {
    this.#limit = Math.max(1, Math.min(maxSteps, Math.floor(maxDispatches / Math.max(1, dispatchCount))));
    if (fixed !== undefined) {
      this.#steps = Math.min(fixed, maxSteps);
      this.#limit = 0;
    }
  }

  get steps(): number {
    return this.#steps;
  }

  /** A submit of `steps` steps was begun at `started` and has finished. */
  finished(steps: number, started: number): void {
    if (this.#limit === 0) return;
    const now = performance.now();
    // With two submits in flight the second waits for the first: count from whichever is later.
    const elapsed = Math.max(0.01, now - Math.max(started, this.#lastFinished));
    this.#lastFinished = now;
    const wanted = Math.round((targetMs / elapsed) * steps);
    this.#steps = Math.max(1, Math.min(wanted, this.#steps * 2, this.#limit));
  }
}
