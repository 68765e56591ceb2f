// States of a run that are known to be good: taken about once a second and at every rest, for lost devices, rewinds and steps back.

import type { LoadedProgram, Snapshot } from '../plan/executor.ts';
import { allFinite } from '../plan/finite.ts';

const everyMs = 1000;
/** What is kept: the latest of these, and in all no more than these bytes, but always the last two. */
const maxCount = 64;
const maxBytes = 64 * 2 ** 20;

/** A snapshot is good when its parameters are finite and so are the losses of all steps up to it. */
export class Snapshots {
  /** Oldest first, one for a step. */
  readonly #good: Snapshot[] = [];
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
    return this.#good.at(-1);
  }

  /** The latest before `step`. */
  before(step: number): Snapshot | undefined {
    return this.#good.findLast((snapshot) => snapshot.clock.step < step);
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
    this.forgetFrom(candidate.clock.step);
    this.#good.push(candidate);
    let bytes = this.#good.reduce((total, snapshot) => total + bytesOf(snapshot), 0);
    while (this.#good.length > 2 && (this.#good.length > maxCount || bytes > maxBytes)) {
      bytes -= bytesOf(this.#good.shift() ?? candidate);
    }
    this.#kept(candidate);
  }

  /** Other weights at the same step. */
  replaceLast(snapshot: Snapshot): void {
    this.#good.splice(-1, 1, snapshot);
    this.#kept(snapshot);
  }

  /** Forgets those of `step` and later ones: the run takes another way from there. */
  forgetFrom(step: number): void {
    while ((this.last?.clock.step ?? -1) >= step) this.#good.pop();
  }

  /** The run left the path that the candidate lies on. */
  dropCandidate(): void {
    this.#candidate = undefined;
  }
}

/** Adam's second moment may overflow and training still go on: only the parameters count. */
export const hasFiniteParameters = ({ parameters }: Snapshot): boolean => allFinite(parameters);

const bytesOf = ({ parameters, state }: Snapshot) => parameters.byteLength + state.byteLength;
