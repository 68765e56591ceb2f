// A training run: submits steps, follows their metrics, pauses, steps, survives a lost device and a diverged loss.

import type { Dataset } from '../graph/dataset.ts';
import { clockAtStart, type MetricsRow } from '../graph/step-state.ts';
import { type BackendInfo, DeviceLostError, type Snapshot } from '../plan/executor.ts';
import { Events, type RunState, type TrainingEvent } from './events.ts';
import { type EpochRow, type History, isFiniteRow } from './history.ts';
import { Pacing } from './pacing.ts';
import { Progress } from './progress.ts';
import type { Loaded, RunPlan } from './run-plan.ts';
import { Alarm, Outcome } from './signals.ts';
import { hasFiniteParameters, Snapshots } from './snapshots.ts';
import { Submits } from './submits.ts';

const maxInFlight = 2;
/** Lost devices without a step between them, after which the run gives up. */
const maxLosses = 3;

/** An iterable of events; iterating is optional, the run goes on by itself. A run that diverged goes on iterating: it may rewind. */
export class TrainingRun implements AsyncIterable<TrainingEvent> {
  /** Fulfilled when the run is over and its memory on the device given back. */
  readonly released: Promise<void>;

  readonly #plan: RunPlan;
  readonly #submits: Submits;
  readonly #progress: Progress;
  readonly #snapshots: Snapshots;
  readonly #events = new Events();
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

  constructor(plan: RunPlan) {
    this.#plan = plan;
    this.#submits = new Submits(plan.knobs);
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
    return Math.ceil(this.#submits.knobs.exampleCount / this.#plan.batchSize);
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
    return this.#submits.knobs.learningRate;
  }

  /** Takes effect with the next submit. */
  set learningRate(learningRate: number) {
    this.#submits.knobs.learningRate = learningRate;
    this.#loaded?.training.setKnobs(this.#submits.knobs);
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
    this.#submits.addExamples(dataset);
  }

  /** Calls `listener` with every event from now on; returns the way to stop it. */
  subscribe(listener: (event: TrainingEvent) => void): () => void {
    return this.#events.subscribe(listener);
  }

  async *[Symbol.asyncIterator](): AsyncIterator<TrainingEvent> {
    yield* this.#events.iterate(this.released);
    await this.finished;
  }

  #isOver(): boolean {
    return this.#state === 'completed' || this.#state === 'stopped' || this.#state === 'failed';
  }

  #setState(state: RunState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#events.emit({ type: 'state', state });
  }

  /** Resolves once `condition` holds after some event, or when the run rests for good. */
  async #until(condition: () => boolean): Promise<void> {
    await this.#events.until(() => condition() || this.#isOver() || this.#state === 'diverged');
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
      this.#events.emit({ type: 'complete' });
      this.#outcome.fulfil(this.history);
    } catch (error) {
      this.#outcome = this.#outcome.next();
      this.#outcome.reject(error);
      this.#setState('failed');
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
    const snapshot = this.#snapshots.last;
    this.#loaded = loaded;
    this.#backend = loaded.executor.info;
    const [beta1, beta2] = this.#plan.betas;
    this.#submits.begin(loaded);
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
    this.#events.emit({ type: 'ready', backend: loaded.executor.info });
    if (snapshot) this.#events.emit({ type: 'device-restored', step: snapshot.clock.step });
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
        inFlight.push(this.#submit(loaded, pacing, steps, inFlight.at(-1)));
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
    if (this.#submits.hasGrown || this.#awaitsEpochs) return untilEpoch;
    if (!this.#loaded?.validation) return undefined;
    const { validationFrequency } = this.#plan;
    return untilEpoch + (validationFrequency - 1 - (epoch % validationFrequency)) * this.stepsPerEpoch;
  }

  /**
   * Hands `steps` steps to the device, and a validation if they end an epoch; resolves when their rows are taken in, after those of
   * the submit `before`.
   */
  #submit(loaded: Loaded, pacing: Pacing, steps: number, before?: Promise<void>): Promise<void> {
    const { stepsPerEpoch } = this;
    const rows = this.#submits.run(loaded, pacing, steps);
    const epochEnds = this.#progress.submit(steps, stepsPerEpoch);
    const validates = epochEnds && this.#progress.epoch % this.#plan.validationFrequency === 0;
    const validation = validates ? this.#submits.validate(loaded) : undefined;
    if (epochEnds) this.#submits.admitExamples(loaded);
    const taken = this.#takeIn(Promise.all([rows, validation, before]), stepsPerEpoch, this.#path);
    // Rejections are met where the promise is awaited, or not at all when another came first.
    taken.catch(() => {});
    return taken;
  }

  /** Takes in a submit's rows, then its epoch's end. */
  async #takeIn(
    coming: Promise<[MetricsRow[], MetricsRow[] | undefined, unknown]>,
    stepsPerEpoch: number,
    path: number,
  ): Promise<void> {
    const [arrived, scores] = await coming;
    if (path !== this.#path || this.#state === 'diverged') return;
    this.#lossesInARow = 0;
    const bad = arrived.findIndex((row) => !isFiniteRow(row));
    // A step that spoiled the parameters has a loss of its own still.
    const good = arrived.slice(0, bad === -1 ? undefined : bad + Number(Number.isFinite(arrived[bad]?.loss)));
    const { steps, epochs } = this.#progress.arrive(good, scores, stepsPerEpoch, this.#submits.seconds);
    this.#snapshots.confirm(this.#progress.arrived);
    if (steps.length > 0) {
      this.#events.emit({ type: 'steps', rows: steps });
      for (const { onStep } of this.#plan.callbacks) onStep?.(steps, this);
    }
    for (const row of epochs) this.#events.emit({ type: 'epoch', row });
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
    // Fetched by the runs that diverge.
    const { diagnose } = await import('./diagnosis.ts');
    const { step, message } = await diagnose(training, good, found, this.learningRate);
    if (good) training.restore(good);
    this.#divergedAt = undefined;
    // A ReLU swallows NaN, and losses behind it look finite: they mean nothing.
    this.#progress.forgetAfter(step);
    this.#events.emit({ type: 'diverged', step, message });
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
        this.#events.emit({ type: 'rewound', step });
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
    this.#events.emit({ type: 'device-lost', message });
    if (++this.#lossesInARow > maxLosses) {
      throw new Error(
        `The GPU was lost ${this.#lossesInARow} times without a step between. Reload the page, or train on the CPU.`,
      );
    }
  }
}
