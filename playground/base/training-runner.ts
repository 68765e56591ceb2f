// The life of an experiment's run: one run at a time, its history, its speed, who sees it, and what may go wrong with it.

import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type {
  BackendInfo,
  Dataset,
  EpochRow,
  FitOptions,
  History,
  Sequential,
  TrainingEvent,
  TrainingRun,
} from '../../engine/index.ts';
import type { Speed } from '../controls/transport.ts';
import { type Backends, missingReason, pageBackends } from './backends.ts';
import type { ExperimentMessages } from './definition.ts';
import { Experiment } from './experiment.ts';
import { JoinedHistory } from './joined-history.ts';
import { lossRise } from './loss-rise.ts';
import { type Pace, PacedSteps, paces } from './pace.ts';
import type { KeyOf, SettingsSchema, Values } from './settings.ts';
import { StepRate } from './step-rate.ts';
import { type Speech, TrainingNotices } from './training-notices.ts';
import type { TrainingSettings } from './training-settings.ts';
import type { Divergence, Rates, TrainingTrouble } from './training-trouble.ts';
import type { Sight } from './visibility.ts';

/** A loss so many times that of the first update is not worth going on from. */
const SPOILED = 3;

export abstract class TrainingRunner<
  S extends SettingsSchema & TrainingSettings,
  M extends ExperimentMessages,
> extends Experiment<S, M> {
  @state() protected backends: Backends | undefined;
  @state() protected speed: Speed = 'full';

  protected model: Sequential | undefined;
  protected run: TrainingRun | undefined;
  /** The executor in use, known once a run has started. */
  protected backendInfo: BackendInfo | undefined;
  protected readonly rate = new StepRate();
  /** Play was pressed before there was anything to train on. */
  protected playWhenReady = false;
  readonly #speech = (): Speech => ({ locale: this.locale, shared: this.shared, formats: this.formats });
  readonly #notices = new TrainingNotices(this.#speech, () => this.change({ backend: 'cpu' } as Partial<Values<S>>));
  readonly #joined = new JoinedHistory();
  readonly #paced = new PacedSteps();
  #playOncePrepared = false;
  #held: Exclude<Sight, 'seen'> | undefined;
  #devicesLost = 0;
  /** It was said that this model's loss has risen. */
  #riseSaid = false;

  // ---- What an experiment provides

  /** The data to train on, or undefined while it is still loading. */
  protected abstract get trainingData(): Dataset | undefined;
  protected abstract createModel(): Sequential;
  /** Loss, metrics, optimizer and validation data; the rest comes from the settings. */
  protected abstract fitOptions(): FitOptions;
  /** A new, untrained model is in place. */
  protected abstract modelChanged(): void;
  /** The weights changed and there is time to look at them: an epoch ended, or the run stopped in any way. */
  protected abstract weightsChanged(): void;
  /** Tells those who do not see the curves. */
  protected abstract announceEpoch(row: EpochRow, epoch: number): void;

  protected get training(): Readonly<Values<TrainingSettings>> {
    return this.values as unknown as Values<TrainingSettings>;
  }

  /** Everything this model went through, in one row of steps and epochs. */
  protected get history(): History | undefined {
    return this.#joined.with(this.run?.history);
  }

  protected get stepsDone(): number {
    return this.history?.steps.at(-1)?.step ?? 0;
  }

  /** Epochs that this model will have seen at the end: those of earlier runs included. */
  protected get epochsInAll(): number {
    return this.#joined.epochsBefore + (this.run?.epochs ?? this.training.epochs);
  }

  protected get stepsPerEpoch(): number {
    const count = this.trainingData?.inputs.shape[0] ?? 0;
    return this.run?.stepsPerEpoch ?? Math.max(1, Math.ceil(count / Math.min(this.training.batchSize, count || 1)));
  }

  /** Updates until the last epoch is done. */
  protected get stepsLeft(): number {
    const { run } = this;
    return run ? run.totalSteps - (run.history.steps.at(-1)?.step ?? 0) : this.stepsPerEpoch * this.training.epochs;
  }

  // ---- Transport

  override play(): void {
    if (this.runState === 'running' || this.runState === 'diverged' || this.runState === 'failed') return;
    if (this.runState === 'complete') {
      // A run that completed is over; the next one goes on from its weights, as a second `fit` does.
      this.#joined.keep(this.run?.history);
      this.run = undefined;
    }
    const run = this.#ensureRun();
    if (!run) {
      this.playWhenReady = true;
      this.requestUpdate();
      return;
    }
    this.dismiss('resumed');
    this.runState = 'running';
    this.rate.restart();
    if (run.state === 'preparing') this.#playOncePrepared = true;
    else this.#advance(run);
  }

  #advance(run: TrainingRun): void {
    this.#playOncePrepared = false;
    const pace = this.speed === 'full' ? this.fullPace : paces[this.speed];
    if (pace) this.#paced.start(run, pace);
    else run.play();
  }

  override pause(): void {
    this.playWhenReady = false;
    this.#held = undefined;
    this.#halt();
    if (this.runState === 'running') this.runState = 'paused';
    this.requestUpdate();
  }

  override step(count = 1): void {
    if (this.runState === 'running' || this.runState === 'diverged' || this.runState === 'failed') return;
    const run = this.#ensureRun();
    if (!run || this.runState === 'complete') return;
    this.runState = 'paused';
    void run.step(count);
  }

  override reset(): void {
    if (this.runState === 'loading') return;
    this.dismiss('rebuilt', 'diverged', 'failed', 'device', 'resumed');
    this.rebuild();
  }

  /** Goes on from the same weights with what `trainingData` is now: the points were edited, the network stays. */
  protected refit(): void {
    const { runState } = this;
    if (runState === 'loading' || !this.run) return;
    this.#halt();
    this.#joined.keep(this.run.history);
    this.run.stop();
    this.run = undefined;
    this.dismiss('diverged', 'failed');
    this.runState = this.stepsDone > 0 ? 'paused' : 'ready';
    if (runState === 'running') this.play();
    this.requestUpdate();
  }

  protected setSpeed(speed: Speed): void {
    const running = this.runState === 'running';
    if (running) this.pause();
    this.speed = speed;
    if (running) this.play();
  }

  // ---- The model and its run

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void pageBackends().then((backends) => {
      this.backends = backends;
      this.#checkBackend();
    });
  }

  protected override settingsChanged(changed: readonly KeyOf<S>[]): void {
    const rebuilding = changed.filter((key) => this.definition.settings[key]?.rebuilds);
    if (rebuilding.length || !this.model) {
      const started = this.stepsDone > 0;
      this.dismiss('diverged', 'failed', 'device', 'resumed');
      this.rebuild();
      const names = (): string => rebuilding.map((key) => this.t.settings[key]?.label ?? key).join(', ');
      if (started) this.notify({ id: 'rebuilt', kind: 'info', text: () => this.shared.notices.rebuilt(names()) });
    }
    if (changed.includes('backend' as KeyOf<S>)) this.#checkBackend();
    if (!this.run) return;
    this.run.learningRate = this.training.learningRate;
    if (changed.includes('epochs' as KeyOf<S>) && this.runState !== 'complete') this.run.epochs = this.training.epochs;
  }

  /** A new model from the settings; the run that was going on is over. */
  protected rebuild(): void {
    this.#halt();
    this.run?.stop();
    this.run = undefined;
    this.#joined.forget();
    this.dismiss('risen');
    this.#riseSaid = false;
    this.model?.dispose();
    this.model = this.createModel();
    this.rate.restart();
    this.runState = this.trainingData ? 'ready' : 'loading';
    this.modelChanged();
    this.requestUpdate();
  }

  /** Called by the experiment when its data has arrived. */
  protected dataReady(): void {
    if (this.runState === 'loading') {
      this.runState = 'ready';
      this.emit('ready');
    }
    if (this.playWhenReady) {
      this.playWhenReady = false;
      this.play();
    }
    this.requestUpdate();
  }

  #ensureRun(): TrainingRun | undefined {
    if (this.run) return this.run;
    const data = this.trainingData;
    if (!data || !this.model) return undefined;
    const { batchSize, epochs, seed, backend } = this.training;
    this.run = this.model.fit(data, { ...this.fitOptions(), batchSize, epochs, seed, backend, paused: true });
    this.#devicesLost = 0;
    void this.#listen(this.run);
    return this.run;
  }

  async #listen(run: TrainingRun): Promise<void> {
    // The history is read from the iterator and from `finished`; a run that fails rejects both.
    run.finished.catch(() => {});
    try {
      for await (const event of run) {
        if (run !== this.run) return;
        this.#handle(event, run);
      }
    } catch (error) {
      if (run === this.run) this.#failed(error);
    }
  }

  #handle(event: TrainingEvent, run: TrainingRun): void {
    switch (event.type) {
      case 'ready':
        this.backendInfo = event.backend;
        this.requestUpdate();
        break;
      case 'steps':
        this.rate.add(this.stepsDone);
        this.drawSoon(() => {
          this.emit('step', this.history?.steps.at(-1));
          this.#watchLoss();
        });
        if (run.state === 'paused') this.weightsChanged();
        break;
      case 'epoch':
        this.dismiss('resumed', 'rebuilt');
        this.announceEpoch(event.row, event.row.epoch + 1 + this.#joined.epochsBefore);
        this.emit('epoch', event.row);
        this.weightsChanged();
        this.drawSoon();
        break;
      case 'state':
        if (event.state === 'paused' && this.#playOncePrepared) this.#advance(run);
        else if (event.state === 'paused' && this.runState !== 'running' && this.stepsDone) this.weightsChanged();
        this.requestUpdate();
        break;
      case 'rewound':
        this.weightsChanged();
        this.drawSoon();
        break;
      case 'device-lost':
        this.#deviceLost(event.message);
        break;
      case 'device-restored':
        this.#deviceRestored(event.step);
        break;
      case 'diverged':
        this.#diverged(event);
        break;
      case 'complete':
        this.#halt();
        // Stopped, but still this one: by a callback of its own, as early stopping does.
        if (run.state !== 'completed' && run.state !== 'stopped') break;
        this.runState = 'complete';
        this.weightsChanged();
        this.emit('complete');
        break;
      default:
        event satisfies never;
    }
  }

  // ---- Pace and sight

  /** Full speed of a figure that is to be watched, not waited for; undefined is as fast as it goes. */
  protected get fullPace(): Pace | undefined {
    return undefined;
  }

  #halt(): void {
    this.#paced.stop();
    this.#playOncePrepared = false;
    if (this.run?.state === 'running') this.run.pause();
  }

  protected override sightChanged(sight: Sight): void {
    if (sight !== 'seen') {
      if (this.runState !== 'running') return;
      this.pause();
      this.#held = sight;
      this.requestUpdate();
      return;
    }
    const held = this.#held;
    this.#held = undefined;
    if (!held || this.runState !== 'paused') return;
    this.play();
    this.notify({ id: 'resumed', kind: 'info', text: () => this.shared.notices.resumed[held] });
  }

  /** The state in words, with the reason where the figure paused itself. */
  protected get stateText(): string {
    if (this.#held) return this.shared.state[this.#held];
    if (this.playWhenReady) return this.shared.state.waiting;
    if (this.runState === 'running' && this.run?.state === 'preparing') return this.shared.state.preparing;
    return this.shared.state[this.runState];
  }

  // ---- What may go wrong

  #checkBackend(): void {
    const { backends } = this;
    if (!backends) return;
    this.dismiss('backend');
    if (this.training.backend !== 'webgpu' || backends.webgpu.available) return;
    this.notify(this.#notices.webGpuMissing());
    this.emit('error', { type: 'no-webgpu', message: backends.webgpu.reason });
  }

  /** Why training runs on the CPU although nobody chose it; undefined when it does not. */
  protected get cpuReason(): string | undefined {
    const { backends } = this;
    if (!backends || this.training.backend !== 'auto' || backends.preferred === 'webgpu') return undefined;
    return this.shared.notices.onCpu[backends.webgpu.available ? 'software' : missingReason()];
  }

  #deviceLost(message: string): void {
    this.#devicesLost++;
    this.notify(this.#notices.deviceLost(this.#devicesLost > 1));
    this.emit('device-lost', { message });
  }

  #deviceRestored(step: number): void {
    if (this.#devicesLost < 2) this.notify(this.#notices.deviceRestored(step));
    this.rate.restart();
    this.emit('device-restored', { step });
  }

  /** What is said when training goes wrong is fetched then; nothing comes of it when another run has begun meanwhile. */
  async #inTrouble(say: (trouble: TrainingTrouble, rates: Rates) => void): Promise<void> {
    const { run } = this;
    const rates = { learningRate: this.training.learningRate, calm: this.calmLearningRate };
    const { TrainingTrouble } = await import('./training-trouble.ts');
    if (run === this.run) say(new TrainingTrouble(this.#speech), rates);
  }

  #diverged(divergence: Divergence): void {
    this.#halt();
    const told = this.#inTrouble((trouble, rates) => {
      this.dismiss('risen');
      this.runState = 'diverged';
      this.notify(trouble.diverged(divergence, rates, () => void this.rewind(rates.calm)));
      this.emit('diverged', { step: divergence.step });
    });
    told.catch((error) => this.#failed(error));
  }

  /** Says once that the loss is far above where it began; takes it back when the loss is below that again. */
  #watchLoss(): void {
    const rise = lossRise(this.history?.steps ?? [], { ...this.training, stepsPerEpoch: this.stepsPerEpoch });
    if (!rise) this.dismiss('risen');
    if (!rise?.isFar || this.#riseSaid) return;
    this.#riseSaid = true;
    const told = this.#inTrouble((trouble, rates) => {
      if (this.run?.state === 'diverged') return;
      this.notify(trouble.risen(rise, rates, () => this.#startAgain(rates.calm)));
    });
    // It is advice: where it cannot be fetched, training goes on without.
    told.catch(() => {});
  }

  #startAgain(learningRate: number): void {
    this.change({ learningRate } as Partial<Values<S>>);
    this.rebuild();
    this.play();
  }

  /** A learning rate that is known to work: the default, or a hundredth of one that was still too high. */
  protected get calmLearningRate(): number {
    const { default: usual } = this.definition.settings.learningRate;
    const { learningRate } = this.training;
    return learningRate > usual ? usual : Number((learningRate / 100).toPrecision(1));
  }

  /** Back to the last weights that were finite, with a smaller learning rate, and on. */
  protected async rewind(learningRate: number): Promise<void> {
    const { run } = this;
    if (!run) return;
    const before = run.history.steps.slice();
    try {
      await run.rewind();
    } catch (error) {
      this.#failed(error);
      return;
    }
    if (run !== this.run) return;
    this.dismiss('diverged');
    this.runState = 'paused';
    this.change({ learningRate } as Partial<Values<S>>);
    // A snapshot from the middle of the explosion is finite and still past help: then the way back is the whole way.
    // What its weights are worth is said by the loss of the step after it; there is none where that was the last straw.
    const { length } = run.history.steps;
    const [first, next] = [before[0], before[length]];
    if (length > 0 && !(first && next && next.loss <= SPOILED * first.loss)) this.rebuild();
    this.play();
  }

  #failed(error: unknown): void {
    this.#halt();
    this.runState = 'failed';
    this.report(error);
  }

  /** Loss and metrics of the present weights on the validation data, or on the training data where there is none. */
  async evaluate(): ReturnType<Sequential['evaluate']> {
    const { validationData, loss, metrics } = this.fitOptions();
    const data = validationData ?? this.trainingData;
    if (!this.model || !data) throw new Error('The data is still loading; wait for the event slope-ready.');
    return this.model.evaluate(data, { ...(loss && { loss }), ...(metrics && { metrics }) });
  }
}
