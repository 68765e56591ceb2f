// A training run: what a program and a visitor do with it, and the loop that submits steps as long as it has leave to.

import type { Dataset } from '../graph/dataset.ts';
import { type BackendInfo, DeviceLostError, type Snapshot } from '../plan/executor.ts';
import type { RunState, TrainingEvent } from './events.ts';
import type { History } from './history.ts';
import { Pacing } from './pacing.ts';
import { Returns } from './returns.ts';
import type { Loaded, RunPlan } from './run-plan.ts';
import { Outcome } from './signals.ts';
import { Standing } from './standing.ts';
import { Submits } from './submits.ts';

const maxInFlight = 2;
/** Lost devices without a step between them, after which the run gives up. */
const maxLosses = 3;

/** An iterable of events; iterating is optional, the run goes on by itself. A run that diverged goes on iterating: it may rewind. */
export class TrainingRun implements AsyncIterable<TrainingEvent> {
  /** Fulfilled when the run is over and its memory on the device given back. */
  readonly released: Promise<void>;

  readonly #plan: RunPlan;
  readonly #standing: Standing;
  readonly #submits: Submits;
  readonly #returns: Returns;
  #outcome = new Outcome<History>();
  #backend: BackendInfo | undefined;
  #epochs: number;
  #loaded: Loaded | undefined;
  /** Calls of `rewind` and `stepBack` that the loop has not answered. */
  readonly #rewinds: { readonly back: boolean; readonly answer: () => void }[] = [];
  #begun = false;
  #stopListening: () => void = () => {};

  constructor(plan: RunPlan) {
    this.#plan = plan;
    this.#standing = new Standing(plan.paused);
    this.#submits = new Submits(plan.knobs);
    this.#returns = new Returns(plan, this.#standing, this);
    this.#epochs = plan.epochs;
    const stop = () => this.stop();
    plan.signal?.addEventListener('abort', stop);
    if (plan.signal?.aborted) this.stop();
    this.released = this.#train().finally(() => plan.signal?.removeEventListener('abort', stop));
  }

  get state(): RunState {
    return this.#standing.state;
  }

  /** One row per step and per epoch so far. */
  get history(): History {
    return this.#returns.progress.history;
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
    return Math.ceil(this.#submits.knobs.exampleCount / this.#plan.batchSize);
  }

  get totalSteps(): number {
    return this.#returns.progress.submitted + this.#stepsLeft;
  }

  get #stepsLeft(): number {
    const { epoch, submittedInEpoch } = this.#returns.progress;
    return Math.max(0, (this.#epochs - epoch) * this.stepsPerEpoch - submittedInEpoch);
  }

  get epochs(): number {
    return this.#epochs;
  }

  /** May be raised or lowered while the run goes on. */
  set epochs(epochs: number) {
    this.#epochs = epochs;
    this.#standing.alarm.ring();
  }

  get learningRate(): number {
    return this.#submits.knobs.learningRate;
  }

  /** Takes effect with the next submit. */
  set learningRate(learningRate: number) {
    this.#submits.knobs.learningRate = learningRate;
    this.#loaded?.training.setKnobs(this.#submits.knobs);
  }

  play(): void {
    this.#standing.play();
  }

  pause(): void {
    this.#standing.pause(this.#returns.progress.submitted);
  }

  /** Trains `count` steps and pauses; resolves when their metrics have arrived. Rejected when the run fails. */
  async step(count = 1): Promise<void> {
    const { progress } = this.#returns;
    const standing = this.#standing;
    this.pause();
    standing.target = Math.max(standing.target, progress.submitted) + count;
    const wanted = Math.min(standing.target, this.totalSteps);
    standing.alarm.ring();
    await standing.until(() => progress.arrived >= wanted);
    if (this.state === 'failed') await this.finished;
  }

  /** Ends the run for good; the weights stay. */
  stop(): void {
    this.#standing.stop();
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
    if (this.#standing.isOver) return Promise.resolve();
    return new Promise((answer) => {
      this.#rewinds.push({ back, answer });
      this.#standing.alarm.ring();
    });
  }

  /** Weights, optimizer state and clock after all steps that were submitted so far; when the run is over, its last ones. */
  async snapshot(): Promise<Snapshot> {
    const { snapshots } = this.#returns;
    if (this.#loaded) return snapshots.read(this.#loaded.training);
    if (!snapshots.last) throw new Error('The run has no state yet: wait until it is ready.');
    return snapshots.last;
  }

  /** For hooks: weights and optimizer state of a snapshot again. The history stays; training, if any follows, goes on. */
  restore(snapshot: Snapshot): void {
    const { snapshots } = this.#returns;
    const clock = snapshots.last?.clock ?? snapshot.clock;
    this.#loaded?.training.restore({ ...snapshot, clock });
    snapshots.replaceLast({ ...snapshot, clock });
  }

  /**
   * More examples arrived: `dataset` begins with those that the run has, and counts from the next epoch on.
   * The run must have been given that `capacity`.
   */
  addExamples(dataset: Dataset): void {
    this.#submits.addExamples(dataset);
  }

  /** Calls `listener` with every event from now on; returns the way to stop it. */
  subscribe(listener: (event: TrainingEvent) => void): () => void {
    return this.#standing.events.subscribe(listener);
  }

  async *[Symbol.asyncIterator](): AsyncIterator<TrainingEvent> {
    yield* this.#standing.events.iterate(this.released);
    await this.finished;
  }

  /** The whole run. Never rejects: what goes wrong is the outcome. */
  async #train(): Promise<void> {
    const standing = this.#standing;
    try {
      while (!standing.isOver) {
        try {
          if (!this.#loaded) await this.#prepare();
          if (!this.#begun) {
            this.#begun = true;
            for (const { onBegin } of this.#plan.callbacks) await onBegin?.(this);
          }
          await this.#work();
        } catch (error) {
          // What a stopped run had in flight may fail: nobody waits for it.
          if (!standing.isOver) await this.#recover(error);
        }
      }
      for (const { onEnd } of this.#plan.callbacks) await onEnd?.(this.history, this);
      standing.events.emit({ type: 'complete' });
      this.#outcome.fulfil(this.history);
    } catch (error) {
      this.#outcome = this.#outcome.next();
      this.#outcome.reject(error);
      standing.become('failed');
    } finally {
      this.#stopListening();
      const { rate } = this.#submits;
      if (rate && !this.#plan.stepsPerSubmit) this.#loaded?.executor.observed?.(rate);
      this.#loaded?.training.destroy();
      this.#loaded?.validation?.program.destroy();
      this.#loaded = undefined;
      for (const { answer } of this.#rewinds.splice(0)) answer();
    }
  }

  /** Programs on a device, at the last good snapshot or at the start. */
  async #prepare(): Promise<void> {
    const loaded = await this.#plan.load();
    const { info, loss } = loaded.executor;
    const restored = this.#returns.snapshots.last;
    this.#loaded = loaded;
    this.#backend = info;
    this.#submits.begin(loaded);
    this.#returns.begin(loaded);
    // A run at rest hears of the loss at once, not with its next step.
    this.#stopListening();
    this.#stopListening = loss.listen(() => this.#standing.alarm.ring());
    const { events } = this.#standing;
    events.emit({ type: 'ready', backend: info });
    if (restored) events.emit({ type: 'device-restored', step: restored.clock.step });
  }

  /** Submits while there is leave to; returns when the run is over, throws when the device is gone. */
  async #work(): Promise<void> {
    const loaded = this.#loaded;
    if (!loaded) return;
    const standing = this.#standing;
    const returns = this.#returns;
    if (!returns.snapshots.last) await returns.takeSnapshot(loaded);
    standing.begin();
    const pacing = new Pacing(loaded.training.dispatchCount, this.#plan.stepsPerSubmit);
    const { loss } = loaded.executor;
    const inFlight: Promise<void>[] = [];
    const settle = async () => {
      while (inFlight.length > 0) await inFlight.shift();
    };
    while (!standing.isOver) {
      if (loss.message !== undefined) throw new Error(loss.message);
      if (this.#rewinds.length > 0) {
        await settle();
        this.#rewindNow(loaded);
        continue;
      }
      if (returns.divergedAt !== undefined) {
        await settle();
        await returns.explain(loaded, returns.divergedAt, this.learningRate);
        this.#outcome.fulfil(this.history);
        continue;
      }
      if (returns.ended.length > 0) {
        await settle();
        await this.#endEpochs();
        continue;
      }
      const steps = this.#stepsAllowed(pacing);
      if (steps > 0) {
        inFlight.push(this.#submit(loaded, pacing, steps, inFlight.at(-1)));
        const { validation } = loaded;
        // A long validation takes several submits, and no step may come between them.
        if (validation && validation.batches > pacing.limit) await settle();
        // The hooks of an epoch come before the next one's first step.
        if (returns.awaitsEpochs && returns.progress.submittedInEpoch === 0) await settle();
        if (inFlight.length >= maxInFlight) await inFlight.shift();
        if (returns.snapshots.due) returns.takeSnapshot(loaded).catch(() => {});
        continue;
      }
      await settle();
      if (returns.ended.length > 0) continue;
      if (standing.state !== 'diverged') {
        await returns.takeSnapshot(loaded);
        if (this.#hasWork(pacing)) continue;
        if (this.#stepsLeft === 0) {
          standing.become('completed');
          return;
        }
      }
      await standing.alarm.heard();
    }
    await settle();
    await returns.takeSnapshot(loaded);
  }

  async #endEpochs(): Promise<void> {
    for (const row of this.#returns.ended.splice(0)) {
      for (const { onEpochEnd } of this.#plan.callbacks) if (!this.#standing.isOver) await onEpochEnd?.(row, this);
    }
  }

  #hasWork(pacing: Pacing): boolean {
    return (
      this.#standing.isOver ||
      this.#rewinds.length > 0 ||
      this.#returns.divergedAt !== undefined ||
      this.#stepsAllowed(pacing) > 0
    );
  }

  /** Steps of the next submit: none beyond the epoch's end where validation or new examples come in. */
  #stepsAllowed(pacing: Pacing): number {
    const leave = this.#standing.leave(this.#returns.progress.submitted, pacing.steps);
    return Math.max(0, Math.min(leave, this.#stepsToEpochEnd ?? leave, this.#stepsLeft));
  }

  /** Steps to the next end of an epoch at which something is done, if anything is. */
  get #stepsToEpochEnd(): number | undefined {
    const { epoch, submittedInEpoch } = this.#returns.progress;
    const untilEpoch = this.stepsPerEpoch - submittedInEpoch;
    if (this.#submits.hasGrown || this.#returns.awaitsEpochs) return untilEpoch;
    if (!this.#loaded?.validation) return undefined;
    const { validationFrequency } = this.#plan;
    return untilEpoch + (validationFrequency - 1 - (epoch % validationFrequency)) * this.stepsPerEpoch;
  }

  /**
   * Hands `steps` steps to the device, and a validation if they end an epoch; resolves when their rows are taken in, after those of
   * the submit `before`.
   */
  #submit(loaded: Loaded, pacing: Pacing, steps: number, before: Promise<void> | undefined): Promise<void> {
    const { stepsPerEpoch } = this;
    const { progress } = this.#returns;
    const submits = this.#submits;
    const rows = submits.run(loaded, pacing, steps);
    const epochEnds = progress.submit(steps, stepsPerEpoch);
    const validates = epochEnds && progress.epoch % this.#plan.validationFrequency === 0;
    const validation = validates ? submits.validate(loaded) : undefined;
    if (epochEnds) submits.admitExamples(loaded);
    return this.#returns.take([rows, validation, before], stepsPerEpoch, () => submits.seconds);
  }

  #rewindNow({ training }: Loaded): void {
    const { progress, snapshots } = this.#returns;
    const standing = this.#standing;
    for (const { back, answer } of this.#rewinds.splice(0)) {
      const snapshot = back ? snapshots.before(progress.arrived) : snapshots.last;
      if (snapshot) {
        this.#returns.goBack(training, snapshot);
        this.#returns.divergedAt = undefined;
        const { step } = snapshot.clock;
        standing.target = step;
        this.#outcome = this.#outcome.next();
        standing.become('paused');
        standing.events.emit({ type: 'rewound', step });
      }
      answer();
    }
  }

  /** After a lost device the programs are prepared anew, from the last snapshot. @throws the error when it was no loss. */
  async #recover(error: unknown): Promise<void> {
    const message = error instanceof DeviceLostError ? error.message : await this.#loaded?.executor.loss.soon();
    if (message === undefined) throw error;
    const standing = this.#standing;
    const returns = this.#returns;
    this.#loaded = undefined;
    returns.leavePath();
    // What the lost device still had in flight is done again: a paused run goes back up to where it was.
    standing.target = Math.max(standing.target, returns.progress.submitted);
    standing.events.emit({ type: 'device-lost', message });
    if (++returns.lossesInARow > maxLosses) {
      throw new Error(
        `The GPU was lost ${returns.lossesInARow} times without a step between. Reload the page, or train on the CPU.`,
      );
    }
  }
}
