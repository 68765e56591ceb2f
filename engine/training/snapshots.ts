// The last state of a run that is known to be good: taken about once a second, kept for lost devices and rewinds.

import type { LoadedProgram, Snapshot } from '../plan/executor.ts';

const everyMs = 1000;

/** A snapshot is good when its parameters are finite and so are the losses of all steps up to it. */
export class Snapshots {
  #last: Snapshot | undefined;
  /** Finite, but the rows of its steps have not all come back. */
  #candidate: Snapshot | undefined;
  #reading: Promise<Snapshot> | undefined;
  #takenAt = 0;
  readonly #kept: (snapshot: Snapshot) => void;

  /** @param kept called with each snapshot that is found good */
  constructor(kept: (snapshot: Snapshot) => void) {
    this.#kept = kept;
  }

  get last(): Snapshot | undefined {
    return this.#last;
  }

  /** Whether it is time for the next one. */
  get due(): boolean {
    return !this.#reading && performance.now() - this.#takenAt > everyMs;
  }

  /** Reads the state after all that was submitted so far. One at a time: waits for the one under way. */
  async read(program: LoadedProgram): Promise<Snapshot> {
    while (this.#reading) await this.#reading.catch(() => {});
    const reading = program.snapshot();
    this.#reading = reading;
    try {
      return await reading;
    } finally {
      this.#takenAt = performance.now();
      this.#reading = undefined;
    }
  }

  /** Keeps the snapshot as soon as the rows up to its step are in; `arrived` of them are. */
  keep(snapshot: Snapshot, arrived: number): void {
    this.#candidate = snapshot;
    this.confirm(arrived);
  }

  /** The losses of all steps up to `arrived` were finite. */
  confirm(arrived: number): void {
    const candidate = this.#candidate;
    if (!candidate || candidate.clock.step > arrived) return;
    this.#candidate = undefined;
    this.#last = candidate;
    this.#kept(candidate);
  }

  /** The run left the path that the candidate lies on. */
  dropCandidate(): void {
    this.#candidate = undefined;
  }
}

/** Adam's second moment may overflow and training still go on: only the parameters count. */
export const hasFiniteParameters = ({ parameters }: Snapshot): boolean => parameters.every(Number.isFinite);
