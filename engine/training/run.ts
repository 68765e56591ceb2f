// A training run: submits steps, follows their metrics, pauses, steps, survives a lost device and a diverged loss.

import type { Dataset } from '../graph/dataset.ts';
import { clockAtStart, type Knobs, type MetricsRow } from '../graph/step-state.ts';
import {
  type BackendInfo,
  DeviceLostError,
  type Executor,
  type LoadedProgram,
  type Snapshot,
} from '../plan/executor.ts';
import type { Callbacks } from './callbacks.ts';
import { diagnose, isFiniteRow } from './diagnosis.ts';
import type { Combination, EpochRow, History, StepRow } from './history.ts';
import { Pacing, runSteps } from './pacing.ts';
import { Progress } from './progress.ts';
import { hasFiniteParameters, Snapshots } from './snapshots.ts';

export type RunState = 'preparing' | 'running' | 'paused' | 'completed' | 'stopped' | 'diverged' | 'failed';

export type TrainingEvent =
  | { readonly type: 'ready'; readonly backend: BackendInfo }
  | { readonly type: 'state'; readonly state: RunState }
  | { readonly type: 'steps'; readonly rows: readonly StepRow[] }
  | { readonly type: 'epoch'; readonly row: EpochRow }
  | { readonly type: 'diverged'; readonly step: number; readonly message: string }
  | { readonly type: 'device-lost'; readonly message: string }
  | { readonly type: 'device-restored'; readonly step: number }
  /** After `rewind` or `stepBack`: the history ends with this step. */
  | { readonly type: 'rewound'; readonly step: number }
  | { readonly type: 'complete' };

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

const maxInFlight = 2;
/** Lost devices without a step between them, after which the run gives up. */
const maxLosses = 3;

/** An iterable of events; iterating is optional, the run goes on by itself. A run that diverged goes on iterating: it may rewind. */
export class TrainingRun implements AsyncIterable<TrainingEvent> {
  /** Fulfilled when the run is over and its memory on the device given back. */
  readonly released: Promise<void>;

  readonly #plan: RunPlan;
  readonly #knobs: Knobs;
  readonly #progress: Progress;
  readonly #snapshots: Snapshots;
  readonly #listeners = new Set<(event: TrainingEvent) => void>();
  #outcome = new Outcome<History>();
  #state: RunState = 'preparing';
  #backend: BackendInfo | undefined;
  #epochs: number;
  #loaded: Loaded | undefined;
  /** Rests after its preparation. */
  #pauseWanted: boolean;
  /** The step that single steps go up to while the run is paused. */
  #target = 0;
  /** Calls of `rewind` and `stepBack` that the loop has not answered. */
  readonly #rewinds: { readonly back: boolean; readonly answer: () => void }[] = [];
  /** Epochs that ended and whose hooks have not been called. */
  readonly #ended: EpochRow[] = [];
  readonly #awaitsEpochs: boolean;
  #begun = false;
  /** The step at which a number was found not to be finite, until it has been looked into. */
  #divergedAt: number | undefined;
  /** Counts restores: what was submitted before one is of no interest after it. */
  #path = 0;
  #lossesInARow = 0;
  readonly #alarm = new Alarm();
  #stopListening: () => void = () => {};
  #seconds = 0;
  #lastArrival = 0;
  /** The dataset with examples that arrived since the run began. */
  #grown: Dataset | undefined;

  constructor(plan: RunPlan) {
    this.#plan = plan;
    this.#knobs = { ...plan.knobs };
    this.#epochs = plan.epochs;
    this.#pauseWanted = plan.paused;
    this.#awaitsEpochs = plan.callbacks.some(({ onEpochEnd }) => onEpochEnd);
    this.#progress = new Progress(plan.metrics, plan.validationMetrics ?? plan.metrics);
    this.#snapshots = new Snapshots((snapshot) => plan.kept(snapshot));
    const stop = () => this.stop();
    plan.signal?.addEventListener('abort', stop);
    if (plan.signal?.aborted) this.stop();
    this.released = this.#train().finally(() => plan.signal?.removeEventListener('abort', stop));
  }

  get state(): RunState {
    return this.#state;
  }

  /** One row per step and per epoch so far. */
  get history(): History {
    return this.#progress.history;
  }

  /**
   * Fulfilled with the history when the run completes, is stopped, or diverges; rejected when it fails.
   * After a rewind it stands for the rest of the run.
   */
  get finished(): Promise<History> {
    return this.#outcome.promise;
  }

  /** Where the run trains; undefined until it is ready. */
  get backend(): BackendInfo | undefined {
    return this.#backend;
  }

  get stepsPerEpoch(): number {
    return Math.ceil(this.#knobs.exampleCount / this.#plan.batchSize);
  }

  get totalSteps(): number {
    return this.#progress.submitted + this.#stepsLeft;
  }

  get #stepsLeft(): number {
    const { epoch, submittedInEpoch } = this.#progress;
    return Math.max(0, (this.#epochs - epoch) * this.stepsPerEpoch - submittedInEpoch);
  }

  get epochs(): number {
    return this.#epochs;
  }

  /** May be raised or lowered while the run goes on. */
  set epochs(epochs: number) {
    this.#epochs = epochs;
    this.#alarm.ring();
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
    this.#pauseWanted = false;
    if (this.#state !== 'paused') return;
    this.#setState('running');
    this.#alarm.ring();
  }

  pause(): void {
    this.#pauseWanted = true;
    if (this.#state !== 'running') return;
    this.#target = this.#progress.submitted;
    this.#setState('paused');
  }

  /** Trains `count` steps and pauses; resolves when their metrics have arrived. Rejected when the run fails. */
  async step(count = 1): Promise<void> {
    this.pause();
    this.#target = Math.max(this.#target, this.#progress.submitted) + count;
    const wanted = Math.min(this.#target, this.totalSteps);
    this.#alarm.ring();
    await this.#until(() => this.#progress.arrived >= wanted);
  }

  /** Ends the run for good; the weights stay. */
  stop(): void {
    if (this.#isOver()) return;
    this.#setState('stopped');
    this.#alarm.ring();
  }

  /** Back to the last good snapshot: its weights, its step; the run is paused there. Steps are repeated bit for bit. */
  rewind(): Promise<void> {
    return this.#askBack(false);
  }

  /**
   * Back to the last snapshot before the present step, and paused there; nothing happens where there is none. A run keeps the
   * state of each rest, so `step()` after `step()` can be taken back one by one: the last 64 of them, or as many as fit 64 MiB
   * (parameters and optimizer state), and of a run that never rests about one a second.
   */
  stepBack(): Promise<void> {
    return this.#askBack(true);
  }

  #askBack(back: boolean): Promise<void> {
    if (this.#isOver()) return Promise.resolve();
    return new Promise((answer) => {
      this.#rewinds.push({ back, answer });
      this.#alarm.ring();
    });
  }

  /** Weights, optimizer state and clock after all steps that were submitted so far; when the run is over, its last ones. */
  async snapshot(): Promise<Snapshot> {
    const loaded = this.#loaded;
    if (loaded) return this.#snapshots.read(loaded.training);
    const { last } = this.#snapshots;
    if (!last) throw new Error('The run has no state yet: wait until it is ready.');
    return last;
  }

  /** For hooks: weights and optimizer state of a snapshot again. The history stays; training, if any follows, goes on. */
  restore(snapshot: Snapshot): void {
    const clock = this.#snapshots.last?.clock ?? snapshot.clock;
    this.#loaded?.training.restore({ ...snapshot, clock });
    this.#snapshots.replaceLast({ ...snapshot, clock });
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
    const alarm = new Alarm();
    let over = false;
    const unsubscribe = this.subscribe((event) => {
      queue.push(event);
      alarm.ring();
    });
    void this.released.then(() => {
      over = true;
      alarm.ring();
    });
    try {
      while (true) {
        const event = queue.shift();
        if (event) yield event;
        else if (over) break;
        else await alarm.heard();
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
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        // A fault of the listener's: it is reported as uncaught, and training goes on.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  #setState(state: RunState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#emit({ type: 'state', state });
  }

  /** Resolves once `condition` holds after some event, or when the run rests for good. */
  async #until(condition: () => boolean): Promise<void> {
    const done = () => condition() || this.#isOver() || this.#state === 'diverged';
    if (!done()) {
      await new Promise<void>((resolve) => {
        const unsubscribe = this.subscribe(() => {
          if (!done()) return;
          unsubscribe();
          resolve();
        });
      });
    }
    if (this.#state === 'failed') await this.finished;
  }

  /** The whole run. Never rejects: what goes wrong is the outcome. */
  async #train(): Promise<void> {
    try {
      while (!this.#isOver()) {
        try {
          if (!this.#loaded) await this.#prepare();
          if (!this.#begun) {
            this.#begun = true;
            for (const { onBegin } of this.#plan.callbacks) await onBegin?.(this);
          }
          await this.#work();
        } catch (error) {
          // What a stopped run had in flight may fail: nobody waits for it.
          if (!this.#isOver()) await this.#recover(error);
        }
      }
      for (const { onEnd } of this.#plan.callbacks) await onEnd?.(this.history, this);
      this.#emit({ type: 'complete' });
      this.#outcome.fulfil(this.history);
    } catch (error) {
      this.#outcome = this.#outcome.next();
      this.#outcome.reject(error);
      this.#setState('failed');
    } finally {
      this.#stopListening();
      this.#loaded?.training.destroy();
      this.#loaded?.validation?.program.destroy();
      this.#loaded = undefined;
      for (const { answer } of this.#rewinds.splice(0)) answer();
    }
  }

  /** Programs on a device, at the last good snapshot or at the start. */
  async #prepare(): Promise<void> {
    const loaded = await this.#plan.load();
    const snapshot = this.#snapshots.last;
    this.#loaded = loaded;
    this.#backend = loaded.executor.info;
    const [beta1, beta2] = this.#plan.betas;
    loaded.training.setKnobs(this.#knobs);
    loaded.validation?.program.setKnobs(loaded.validation.knobs);
    if (this.#grown) this.#writeExamples(loaded, this.#grown, 0);
    const { start } = this.#plan;
    if (snapshot) this.#goBack(loaded, snapshot);
    else if (start) {
      loaded.training.restore(start);
      this.#progress.resume(start.clock);
      this.#target = start.clock.step;
    } else loaded.training.setClock(clockAtStart(beta1, beta2));
    // A run at rest hears of the loss at once, not with its next step.
    this.#stopListening();
    this.#stopListening = loaded.executor.loss.listen(() => this.#alarm.ring());
    this.#emit({ type: 'ready', backend: loaded.executor.info });
    if (snapshot) this.#emit({ type: 'device-restored', step: snapshot.clock.step });
  }

  /** Submits while there is leave to; returns when the run is over, throws when the device is gone. */
  async #work(): Promise<void> {
    const loaded = this.#loaded;
    if (!loaded) return;
    if (!this.#snapshots.last) await this.#takeSnapshot(loaded);
    if (this.#state === 'preparing') this.#setState(this.#pauseWanted ? 'paused' : 'running');
    const pacing = new Pacing(loaded.training.dispatchCount, this.#plan.stepsPerSubmit);
    const { loss } = loaded.executor;
    const inFlight: Promise<void>[] = [];
    const settle = async () => {
      while (inFlight.length > 0) await inFlight.shift();
    };
    while (!this.#isOver()) {
      if (loss.message !== undefined) throw new Error(loss.message);
      if (this.#rewinds.length > 0) {
        await settle();
        this.#rewindNow(loaded);
        continue;
      }
      if (this.#divergedAt !== undefined) {
        await settle();
        await this.#explain(loaded, this.#divergedAt);
        continue;
      }
      if (this.#ended.length > 0) {
        await settle();
        await this.#endEpochs();
        continue;
      }
      const steps = this.#stepsAllowed(pacing);
      if (steps > 0) {
        inFlight.push(this.#submit(loaded, pacing, steps));
        const { validation } = loaded;
        // A long validation takes several submits, and no step may come between them.
        if (validation && validation.batches > pacing.limit) await settle();
        // The hooks of an epoch come before the next one's first step.
        if (this.#awaitsEpochs && this.#progress.submittedInEpoch === 0) await settle();
        if (inFlight.length >= maxInFlight) await inFlight.shift();
        if (this.#snapshots.due) this.#takeSnapshot(loaded).catch(() => {});
        continue;
      }
      await settle();
      if (this.#ended.length > 0) continue;
      if (this.#state !== 'diverged') {
        await this.#takeSnapshot(loaded);
        if (this.#hasWork(pacing)) continue;
        if (this.#stepsLeft === 0) {
          this.#setState('completed');
          return;
        }
      }
      await this.#alarm.heard();
    }
    await settle();
    await this.#takeSnapshot(loaded);
  }

  async #endEpochs(): Promise<void> {
    for (const row of this.#ended.splice(0)) {
      for (const { onEpochEnd } of this.#plan.callbacks) if (!this.#isOver()) await onEpochEnd?.(row, this);
    }
  }

  #hasWork(pacing: Pacing): boolean {
    return (
      this.#isOver() || this.#rewinds.length > 0 || this.#divergedAt !== undefined || this.#stepsAllowed(pacing) > 0
    );
  }

  /** Steps of the next submit: none beyond the epoch's end where validation or new examples come in. */
  #stepsAllowed(pacing: Pacing): number {
    const leave =
      this.#state === 'running'
        ? pacing.steps
        : this.#state === 'paused'
          ? Math.min(this.#target - this.#progress.submitted, pacing.steps)
          : 0;
    return Math.max(0, Math.min(leave, this.#stepsToEpochEnd ?? leave, this.#stepsLeft));
  }

  /** Steps to the next end of an epoch at which something is done, if anything is. */
  get #stepsToEpochEnd(): number | undefined {
    const { epoch, submittedInEpoch } = this.#progress;
    const untilEpoch = this.stepsPerEpoch - submittedInEpoch;
    if (this.#grown || this.#awaitsEpochs) return untilEpoch;
    if (!this.#loaded?.validation) return undefined;
    const { validationFrequency } = this.#plan;
    return untilEpoch + (validationFrequency - 1 - (epoch % validationFrequency)) * this.stepsPerEpoch;
  }

  /** Hands `steps` steps to the device, and a validation if they end an epoch; resolves when their rows are taken in. */
  #submit(loaded: Loaded, pacing: Pacing, steps: number): Promise<void> {
    const started = performance.now();
    const rows = loaded.training.run(steps).then((arrived) => {
      pacing.finished(steps, started);
      const now = performance.now();
      this.#seconds += (now - Math.max(started, this.#lastArrival)) / 1000;
      this.#lastArrival = now;
      return arrived;
    });
    const { stepsPerEpoch } = this;
    const epochEnds = this.#progress.submit(steps, stepsPerEpoch);
    const validates = epochEnds && this.#progress.epoch % this.#plan.validationFrequency === 0;
    const validation = validates ? this.#validate(loaded) : undefined;
    if (epochEnds) this.#admitExamples(loaded);
    const taken = this.#takeIn(rows, validation, stepsPerEpoch, this.#path);
    // Rejections are met where the promise is awaited, or not at all when another came first.
    taken.catch(() => {});
    return taken;
  }

  #validate({ validation }: Loaded): Promise<MetricsRow[]> | undefined {
    if (!validation) return undefined;
    validation.program.setClock(clockAtStart());
    return runSteps(validation.program, validation.batches);
  }

  /** Examples that arrived during the epoch join the next one. */
  #admitExamples(loaded: Loaded): void {
    const count = this.#grown?.inputs.shape[0] ?? 0;
    if (!this.#grown || count <= this.#knobs.exampleCount) return;
    this.#writeExamples(loaded, this.#grown, this.#knobs.exampleCount);
    this.#knobs.exampleCount = count;
    loaded.training.setKnobs(this.#knobs);
  }

  #writeExamples({ training }: Loaded, { inputs, targets }: Dataset, from: number): void {
    const count = inputs.shape[0] ?? 0;
    for (const [name, { data }] of Object.entries({ inputs, targets })) {
      const first = (data.length / count) * from;
      training.writeData(name, data.subarray(first), first * data.BYTES_PER_ELEMENT);
    }
  }

  /** Takes in a submit's rows, then its epoch's end. */
  async #takeIn(
    rows: Promise<MetricsRow[]>,
    validation: Promise<MetricsRow[]> | undefined,
    stepsPerEpoch: number,
    path: number,
  ): Promise<void> {
    const [arrived, scores] = await Promise.all([rows, validation]);
    if (path !== this.#path || this.#state === 'diverged') return;
    this.#lossesInARow = 0;
    const bad = arrived.findIndex((row) => !isFiniteRow(row));
    const good = bad === -1 ? arrived : arrived.slice(0, bad);
    const { steps, epochs } = this.#progress.arrive(good, scores, stepsPerEpoch, this.#seconds);
    this.#snapshots.confirm(this.#progress.arrived);
    if (steps.length > 0) {
      this.#emit({ type: 'steps', rows: steps });
      for (const { onStep } of this.#plan.callbacks) onStep?.(steps, this);
    }
    for (const row of epochs) this.#emit({ type: 'epoch', row });
    if (this.#awaitsEpochs) this.#ended.push(...epochs);
    const firstBad = arrived[bad];
    if (firstBad) this.#diverge(firstBad.step);
  }

  /** Keeps the latest state if it is finite. Training is not held up. */
  async #takeSnapshot({ training }: Loaded): Promise<void> {
    const path = this.#path;
    const snapshot = await this.#snapshots.read(training);
    if (path !== this.#path || this.#state === 'diverged') return;
    if (hasFiniteParameters(snapshot)) this.#snapshots.keep(snapshot, this.#progress.arrived);
    else this.#diverge(snapshot.clock.step);
  }

  /** A number of `step`, or of one before it, is not finite. */
  #diverge(step: number): void {
    if (this.#isOver()) return;
    this.#divergedAt = step;
    this.#setState('diverged');
    this.#alarm.ring();
  }

  /** Looks for the op at fault, and leaves the weights at the last good snapshot. */
  async #explain({ training }: Loaded, found: number): Promise<void> {
    const good = this.#snapshots.last;
    const diagnosis = good && (await diagnose(training, good, found));
    if (good) training.restore(good);
    this.#divergedAt = undefined;
    const step = diagnosis?.step ?? found;
    // A ReLU swallows NaN, and losses behind it look finite: they mean nothing.
    this.#progress.forgetAfter(step);
    const message = good
      ? `The numbers are no longer finite at step ${step}${diagnosis ? `: first in ${diagnosis.op}` : ''}. The learning rate ${this.learningRate} is probably too high: rewind to step ${good.clock.step}, lower it and go on.`
      : 'The weights were not finite before the first step: reset them.';
    this.#emit({ type: 'diverged', step, message });
    this.#outcome.fulfil(this.history);
  }

  #rewindNow(loaded: Loaded): void {
    for (const { back, answer } of this.#rewinds.splice(0)) {
      const snapshot = back ? this.#snapshots.before(this.#progress.arrived) : this.#snapshots.last;
      if (snapshot) {
        this.#goBack(loaded, snapshot);
        const { step } = snapshot.clock;
        this.#target = step;
        this.#divergedAt = undefined;
        this.#outcome = this.#outcome.next();
        this.#setState('paused');
        this.#emit({ type: 'rewound', step });
      }
      answer();
    }
  }

  /** Puts programs and history back to where the snapshot was taken. */
  #goBack({ training }: Loaded, snapshot: Snapshot): void {
    this.#path++;
    this.#ended.length = 0;
    this.#snapshots.dropCandidate();
    this.#snapshots.forgetFrom(snapshot.clock.step + 1);
    training.restore(snapshot);
    this.#progress.restore(snapshot.clock);
  }

  /** After a lost device the programs are prepared anew, from the last snapshot. @throws the error when it was no loss. */
  async #recover(error: unknown): Promise<void> {
    const message = error instanceof DeviceLostError ? error.message : await this.#loaded?.executor.loss.soon();
    if (message === undefined) throw error;
    this.#loaded = undefined;
    this.#path++;
    // What the lost device still had in flight is done again: a paused run goes back up to where it was.
    this.#target = Math.max(this.#target, this.#progress.submitted);
    this.#emit({ type: 'device-lost', message });
    if (++this.#lossesInARow > maxLosses) {
      throw new Error(
        `The GPU was lost ${this.#lossesInARow} times without a step between. Reload the page, or train on the CPU.`,
      );
    }
  }
}

/** A promise with its handles; a rejection that nobody awaits is no error. */
class Outcome<T> {
  readonly promise: Promise<T>;
  #settled = false;
  #resolve: (value: T) => void = () => {};
  #reject: (error: unknown) => void = () => {};

  constructor() {
    this.promise = new Promise<T>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.promise.catch(() => {});
  }

  fulfil(value: T): void {
    this.#settled = true;
    this.#resolve(value);
  }

  reject(error: unknown): void {
    this.#settled = true;
    this.#reject(error);
  }

  /** Itself while it is open, else a new one. */
  next(): Outcome<T> {
    return this.#settled ? new Outcome<T>() : this;
  }
}

/** Wakes one sleeper; one that rings before it sleeps is heard too. */
class Alarm {
  #rung = false;
  #wake: () => void = () => {};

  ring(): void {
    this.#rung = true;
    this.#wake();
  }

  async heard(): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#rung = false;
  }
}
