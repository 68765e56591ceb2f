// What a run hands to the device: steps, validations, knobs, and examples that arrive while it goes on.

import type { Dataset } from '../graph/dataset.ts';
import { clockAtStart, type Knobs, type MetricsRow } from '../graph/step-state.ts';
import { type Pacing, runSteps } from './pacing.ts';
import type { Loaded } from './run-plan.ts';

export class Submits {
  readonly knobs: Knobs;
  /** Time spent on steps, as far as their rows have come back. */
  seconds = 0;
  #lastArrival = 0;
  /** Of submits as long as the pacing wants them, but for the first ones: single steps say nothing of the rate. */
  readonly #full = { submits: 0, steps: 0, seconds: 0 };
  /** The dataset with examples that arrived since the run began. */
  #grown: Dataset | undefined;

  constructor(knobs: Knobs) {
    this.knobs = { ...knobs };
  }

  /** Steps per second, once training has gone on undisturbed for half a second. */
  get rate(): number | undefined {
    const { steps, seconds } = this.#full;
    return seconds > 0.5 ? steps / seconds : undefined;
  }

  /** Examples have arrived since the run began, or may wait for the next epoch. */
  get hasGrown(): boolean {
    return this.#grown !== undefined;
  }

  addExamples(dataset: Dataset): void {
    this.#grown = dataset;
  }

  /** What a program on a new device must be told. */
  begin({ training, validation }: Loaded): void {
    training.setKnobs(this.knobs);
    validation?.program.setKnobs(validation.knobs);
    if (this.#grown) this.#write(training, this.#grown, 0);
  }

  async run({ training }: Loaded, pacing: Pacing, steps: number): Promise<MetricsRow[]> {
    const started = performance.now();
    const isFull = steps === pacing.steps;
    const rows = await training.run(steps);
    pacing.finished(steps, started);
    const now = performance.now();
    const seconds = (now - Math.max(started, this.#lastArrival)) / 1000;
    this.seconds += seconds;
    this.#lastArrival = now;
    if (isFull && this.#full.submits++ >= 20) {
      this.#full.steps += steps;
      this.#full.seconds += seconds;
    }
    return rows;
  }

  validate({ validation }: Loaded): Promise<MetricsRow[]> | undefined {
    if (!validation) return undefined;
    validation.program.setClock(clockAtStart());
    return runSteps(validation.program, validation.batches);
  }

  /** Examples that arrived during the epoch join the next one. */
  admitExamples({ training }: Loaded): void {
    const count = this.#grown?.inputs.shape[0] ?? 0;
    if (!this.#grown || count <= this.knobs.exampleCount) return;
    this.#write(training, this.#grown, this.knobs.exampleCount);
    this.knobs.exampleCount = count;
    training.setKnobs(this.knobs);
  }

  #write(training: Loaded['training'], { inputs, targets }: Dataset, from: number): void {
    const count = inputs.shape[0] ?? 0;
    for (const [name, { data }] of Object.entries({ inputs, targets })) {
      const first = (data.length / count) * from;
      training.writeData(name, data.subarray(first), first * data.BYTES_PER_ELEMENT);
    }
  }
}
