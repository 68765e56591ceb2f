// A training run: submits steps, follows their metrics, pauses, steps, survives a lost device and a diverged loss.

import type { Dataset } from '../graph/dataset.ts';
import { clockAtStart, type Knobs, type MetricsRow } from '../graph/step-state.ts';
import type { BackendInfo, Executor, LoadedProgram, Snapshot } from '../plan/executor.ts';
import { type EpochRow, type History, meanScores, type StepRow, stepRow } from './history.ts';
import { Pacing } from './pacing.ts';

export type RunState = 'preparing' | 'running' | 'paused' | 'completed' | 'stopped' | 'diverged' | 'failed';

export type TrainingEvent =
  | { readonly type: 'ready'; readonly backend: BackendInfo }
  | { readonly type: 'state'; readonly state: RunState }
  | { readonly type: 'steps'; readonly rows: readonly StepRow[] }
  | { readonly type: 'epoch'; readonly row: EpochRow }
  | { readonly type: 'diverged'; readonly step: number; readonly message: string }
  | { readonly type: 'device-lost'; readonly message: string }
  | { readonly type: 'device-restored'; readonly step: number }
  | { readonly type: 'complete' };

/** The two programs of a run on one executor. */
export interface Loaded {
  readonly executor: Executor;
  readonly training: LoadedProgram;
  readonly validation?: { readonly program: LoadedProgram; readonly knobs: Knobs; readonly batches: number };
}

/** What a model gives its run. */
export interface RunPlan {
  /** Puts the programs on a device; `snapshot` holds the parameters to start from after a loss. */
  load(snapshot?: Snapshot): Promise<Loaded>;
  readonly knobs: Knobs;
  readonly betas: readonly [number, number];
  readonly batchSize: number;
  readonly epochs: number;
  readonly metricNames: readonly string[];
  readonly paused: boolean;
  readonly stepsPerSubmit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with the last weights on the device when the run rests. */
  rested(): void;
}

const snapshotEveryMs = 1000;
const maxInFlight = 2;

/** An iterable of events; iterating is optional, the run goes on by itself. */
export class TrainingRun implements AsyncIterable<TrainingEvent> {
  readonly history: History = { steps: [], epochs: [] };
  /** Fulfilled with the history when the run completes, stops or diverges for good; rejected when it fails. */
  readonly finished: Promise<History>;

  readonly #plan: RunPlan;
  readonly #knobs: Knobs;
  readonly #listeners = new Set<(event: TrainingEvent) => void>();
  #state: RunState = 'preparing';
  #backend: BackendInfo | undefined;
  #epochs: number;
  /** Steps submitted, in all and in the epoch that submits have reached. */
  #submitted = 0;
  #submittedInEpoch = 0;
  #epoch = 0;
  /** Single steps allowed while paused. */
  #allowance = 0;
  #wake: () => void = () => {};
  #epochRows: MetricsRow[] = [];
  #lastGood: Snapshot | undefined;
  #lastSnapshotAt = 0;
  #snapshotting: Promise<void> | undefined;
  #loaded: Loaded | undefined;
  #seconds = 0;
  /** The dataset with examples that arrived since the run began. */
  #grown: Dataset | undefined;

  constructor(plan: RunPlan) {
    this.#plan = plan;
    this.#knobs = { ...plan.knobs };
    this.#epochs = plan.epochs;
    if (plan.paused) this.#state = 'preparing';
    plan.signal?.addEventListener('abort', () => this.stop());
    this.finished = this.#train();
    // A caller who only iterates hears of the failure there.
    this.finished.catch(() => {});
  }

  get state(): RunState {
    return this.#state;
  }

  /** Where the run trains; undefined until it is ready. */
  get backend(): BackendInfo | undefined {
    return this.#backend;
  }

  get stepsPerEpoch(): number {
    return Math.ceil(this.#knobs.exampleCount / this.#plan.batchSize);
  }

  get totalSteps(): number {
    return this.#submitted + this.#stepsLeft;
  }

  get #stepsLeft(): number {
    return Math.max(0, (this.#epochs - this.#epoch) * this.stepsPerEpoch - this.#submittedInEpoch);
  }

  get epochs(): number {
    return this.#epochs;
  }

  /** May be raised or lowered while the run goes on. */
  set epochs(epochs: number) {
    this.#epochs = epochs;
    this.#wake();
  }

  get learningRate(): number {
    return this.#knobs.learningRate;
  }

  /** Takes effect with the next submit. */
  set learningRate(learningRate: number) {
    this.#knobs.learningRate = learningRate;
    this.#loaded?.training.setKnobs(this.#knobs);
  }

  play(): void {
    if (this.#state !== 'paused') return;
    this.#setState('running');
    this.#wake();
  }

  pause(): void {
    this.#pauseWanted = true;
    if (this.#state !== 'running') return;
    this.#setState('paused');
  }
  #pauseWanted = false;

  /** Trains `count` steps and pauses; resolves when their metrics have arrived. */
  async step(count = 1): Promise<void> {
    this.pause();
    const wanted = Math.min(this.#submitted + count, this.totalSteps);
    this.#allowance += count;
    this.#wake();
    await this.#until(() => (this.history.steps.at(-1)?.step ?? 0) >= wanted);
  }

  /** Ends the run for good; the weights stay. */
  stop(): void {
    if (this.#isOver()) return;
    this.#setState('stopped');
    this.#wake();
  }

  /** Back to the last snapshot that was finite: its weights, its step; the run is paused there. */
  async rewind(): Promise<void> {
    const snapshot = this.#lastGood;
    if (!snapshot || !this.#loaded || this.#isOver()) return;
    this.#restore(snapshot);
    this.#setState('paused');
    this.#wake();
  }

  /**
   * More examples arrived: `dataset` begins with those that the run has, and counts from the next epoch on.
   * The run must have been given that `capacity`.
   */
  addExamples(dataset: Dataset): void {
    this.#grown = dataset;
  }

  /** Calls `listener` with every event from now on; returns the way to stop it. */
  subscribe(listener: (event: TrainingEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async *[Symbol.asyncIterator](): AsyncIterator<TrainingEvent> {
    const queue: TrainingEvent[] = [];
    let wake = () => {};
    let over = this.#isOver();
    const unsubscribe = this.subscribe((event) => {
      queue.push(event);
      wake();
    });
    const end = () => {
      over = true;
      wake();
    };
    this.finished.then(end, end);
    try {
      while (true) {
        const event = queue.shift();
        if (event) yield event;
        else if (over) break;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
      await this.finished;
    } finally {
      unsubscribe();
    }
  }

  #isOver(): boolean {
    return this.#state === 'completed' || this.#state === 'stopped' || this.#state === 'failed';
  }

  #emit(event: TrainingEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #setState(state: RunState): void {
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'running') this.#pauseWanted = false;
    this.#emit({ type: 'state', state });
  }

  /** Resolves once `condition` holds after some event, or when the run is over. */
  #until(condition: () => boolean): Promise<void> {
    if (condition() || this.#isOver() || this.#state === 'diverged') return Promise.resolve();
    return new Promise((resolve) => {
      const unsubscribe = this.subscribe(() => {
        if (!condition() && !this.#isOver() && this.#state !== 'diverged') return;
        unsubscribe();
        resolve();
      });
    });
  }

  async #train(): Promise<History> {
    try {
      this.#begin(await this.#plan.load());
      await this.#takeSnapshot();
      this.#setState(this.#plan.paused || this.#pauseWanted ? 'paused' : 'running');
      while (!this.#isOver()) {
        try {
          await this.#submitUntilRest();
        } catch (error) {
          await this.#recover(error);
        }
      }
      this.#plan.rested();
      this.#emit({ type: 'complete' });
      return this.history;
    } catch (error) {
      this.#setState('failed');
      throw error;
    }
  }

  #begin(loaded: Loaded): void {
    this.#loaded = loaded;
    this.#backend = loaded.executor.info;
    const [beta1, beta2] = this.#plan.betas;
    loaded.training.setKnobs(this.#knobs);
    loaded.training.setClock(clockAtStart(beta1, beta2));
    loaded.validation?.program.setKnobs(loaded.validation.knobs);
    this.#emit({ type: 'ready', backend: loaded.executor.info });
  }

  /** Submits while there is leave to; returns when the run is over, throws when the device is gone. */
  async #submitUntilRest(): Promise<void> {
    const loaded = this.#loaded;
    if (!loaded) return;
    const pacing = new Pacing(loaded.training.dispatchCount, this.#plan.stepsPerSubmit);
    const inFlight: Promise<void>[] = [];
    const settle = async () => {
      await Promise.all(inFlight.splice(0));
    };
    while (!this.#isOver()) {
      const steps = this.#stepsAllowed(pacing);
      if (steps === 0) {
        await settle();
        if (this.#stepsAllowed(pacing) > 0) continue;
        if (this.#stepsLeft === 0 && this.#state !== 'diverged' && !this.#isOver()) {
          this.#setState('completed');
          return;
        }
        if (this.#isOver()) return;
        // Made before the snapshot, which takes a while: who wakes the run meanwhile must not be missed.
        const woken = new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        await this.#takeSnapshot();
        await woken;
        continue;
      }
      const started = performance.now();
      const rows = loaded.training.run(steps).then((arrived) => {
        pacing.finished(steps, started);
        this.#seconds += (performance.now() - Math.max(started, this.#lastArrival)) / 1000;
        this.#lastArrival = performance.now();
        return arrived;
      });
      this.#allowance = Math.max(0, this.#allowance - steps);
      this.#submitted += steps;
      this.#submittedInEpoch += steps;
      let validation: Promise<MetricsRow[]> | undefined;
      const { stepsPerEpoch } = this;
      if (this.#submittedInEpoch >= stepsPerEpoch) {
        validation = this.#validate(loaded);
        this.#beginEpoch(loaded);
      }
      const arrival = this.#follow(rows, validation, stepsPerEpoch);
      // Rejections are met where the promise is awaited, below or after the loop.
      arrival.catch(() => {});
      inFlight.push(arrival);
      if (inFlight.length >= maxInFlight) await inFlight.shift();
      if (performance.now() - this.#lastSnapshotAt > snapshotEveryMs) void this.#takeSnapshot().catch(() => {});
    }
    await settle();
  }
  #lastArrival = 0;

  /** Steps of the next submit: none beyond the epoch's end, where validation and new examples come in. */
  #stepsAllowed(pacing: Pacing): number {
    const untilEpoch = this.#needsEpochEnd() ? this.stepsPerEpoch - this.#submittedInEpoch : Number.POSITIVE_INFINITY;
    const untilEnd = this.#stepsLeft;
    if (this.#state === 'running') return Math.max(0, Math.min(pacing.steps, untilEpoch, untilEnd));
    if (this.#state === 'paused') return Math.max(0, Math.min(this.#allowance, pacing.steps, untilEpoch, untilEnd));
    return 0;
  }

  #needsEpochEnd(): boolean {
    return this.#loaded?.validation !== undefined || this.#grown !== undefined || this.stepsPerEpoch > 1;
  }

  #validate({ validation }: Loaded): Promise<MetricsRow[]> | undefined {
    if (!validation) return undefined;
    validation.program.setClock(clockAtStart());
    return validation.program.run(validation.batches);
  }

  #beginEpoch(loaded: Loaded): void {
    this.#epoch += Math.floor(this.#submittedInEpoch / this.stepsPerEpoch);
    this.#submittedInEpoch %= this.stepsPerEpoch;
    this.#takeGrown(loaded);
  }

  /** Examples that arrived during the epoch join the next one. */
  #takeGrown({ training }: Loaded, from = this.#knobs.exampleCount): void {
    if (!this.#grown) return;
    const { inputs, targets } = this.#grown;
    const count = inputs.shape[0] ?? 0;
    for (const [name, { data }] of Object.entries({ inputs, targets })) {
      const first = (data.length / count) * from;
      training.writeData(name, data.subarray(first), first * data.BYTES_PER_ELEMENT);
    }
    this.#knobs.exampleCount = count;
    training.setKnobs(this.#knobs);
  }

  /** Takes in a submit's rows, then its epoch's end. */
  async #follow(
    rows: Promise<MetricsRow[]>,
    validation: Promise<MetricsRow[]> | undefined,
    stepsPerEpoch: number,
  ): Promise<void> {
    const [arrived, scores] = await Promise.all([rows, validation]);
    if (this.#state === 'diverged') return;
    const names = this.#plan.metricNames;
    const bad = arrived.findIndex(({ loss }) => !Number.isFinite(loss));
    const good = bad === -1 ? arrived : arrived.slice(0, bad);
    const steps = good.map((row) => stepRow(row, names));
    this.history.steps.push(...steps);
    if (steps.length > 0) this.#emit({ type: 'steps', rows: steps });
    for (const row of good) {
      this.#epochRows.push(row);
      if (this.#epochRows.length < stepsPerEpoch) continue;
      const epoch: EpochRow = {
        epoch: row.epoch,
        step: row.step,
        ...meanScores(this.#epochRows.splice(0), names),
        ...(scores && { validation: meanScores(scores, names) }),
        seconds: this.#seconds,
      };
      this.history.epochs.push(epoch);
      this.#emit({ type: 'epoch', row: epoch });
    }
    const diverged = arrived[bad];
    if (diverged) {
      this.#setState('diverged');
      this.#emit({
        type: 'diverged',
        step: diverged.step,
        message: `The loss is no longer a finite number at step ${diverged.step}. The learning rate ${this.learningRate} is probably too high: rewind, lower it and go on.`,
      });
    }
  }

  /** Keeps the latest finite state, about once a second, without holding training up. */
  #takeSnapshot(): Promise<void> {
    const loaded = this.#loaded;
    if (!loaded) return Promise.resolve();
    this.#snapshotting ??= loaded.training
      .snapshot()
      .then((snapshot) => {
        if (snapshot.parameters.every(Number.isFinite) && this.#state !== 'diverged') this.#lastGood = snapshot;
      })
      .finally(() => {
        this.#lastSnapshotAt = performance.now();
        this.#snapshotting = undefined;
      });
    return this.#snapshotting;
  }

  /** Puts programs and history back to where the snapshot was taken. */
  #restore(snapshot: Snapshot): void {
    this.#loaded?.training.restore(snapshot);
    const { step, epoch, batch } = snapshot.clock;
    const { steps, epochs } = this.history;
    const keptSteps = steps.findLastIndex((row) => row.step <= step) + 1;
    steps.length = keptSteps;
    epochs.length = epochs.findLastIndex((row) => row.step <= step) + 1;
    this.#submitted = step;
    this.#submittedInEpoch = batch;
    this.#epoch = epoch;
    this.#epochRows = batch === 0 ? [] : this.#rowsOfEpoch(steps.slice(-batch));
  }

  /** Rows of the epoch under way, for its means; every full batch weighs the same. */
  #rowsOfEpoch(rows: readonly StepRow[]): MetricsRow[] {
    return rows.map(({ step, epoch, loss, metrics }) => ({
      step,
      epoch,
      loss,
      metrics: this.#plan.metricNames.map((name) => metrics[name] ?? Number.NaN),
      count: this.#plan.batchSize,
    }));
  }

  /** After a lost device: a new one, the programs rebuilt, the last snapshot restored. @throws when it was no loss. */
  async #recover(error: unknown): Promise<void> {
    const message = await Promise.race([
      this.#loaded?.executor.lost,
      new Promise<undefined>((resolve) => setTimeout(resolve, 500)),
    ]);
    const snapshot = this.#lastGood;
    if (message === undefined || !snapshot) throw error;
    const wasRunning = this.#state === 'running';
    this.#emit({ type: 'device-lost', message });
    this.#snapshotting = undefined;
    this.#loaded = undefined;
    const loaded = await this.#plan.load(snapshot);
    this.#takeGrown(loaded, 0);
    this.#begin(loaded);
    this.#restore(snapshot);
    if (wasRunning) this.#setState('running');
    this.#emit({ type: 'device-restored', step: snapshot.clock.step });
  }
}
