// What comes back of a run: rows for the history, states for snapshots, and whether all of it is finite.

import { clockAtStart, type MetricsRow } from '../graph/step-state.ts';
import type { Snapshot } from '../plan/executor.ts';
import { type EpochRow, isFiniteRow } from './history.ts';
import { Progress } from './progress.ts';
import type { TrainingRun } from './run.ts';
import type { Loaded, RunPlan } from './run-plan.ts';
import { hasFiniteParameters, Snapshots } from './snapshots.ts';
import type { Standing } from './standing.ts';

export class Returns {
  readonly progress: Progress;
  readonly snapshots: Snapshots;
  /** Epochs that ended and whose hooks have not been called. */
  readonly ended: EpochRow[] = [];
  /** There are such hooks. */
  readonly awaitsEpochs: boolean;
  /** The step at which a number was found not to be finite, until it has been looked into. */
  divergedAt: number | undefined;
  /** Lost devices since a step came back. */
  lossesInARow = 0;
  readonly #plan: RunPlan;
  readonly #standing: Standing;
  readonly #run: TrainingRun;
  /** Counts restores: what was submitted before one is of no interest after it. */
  #path = 0;

  constructor(plan: RunPlan, standing: Standing, run: TrainingRun) {
    this.#plan = plan;
    this.#standing = standing;
    this.#run = run;
    this.awaitsEpochs = plan.callbacks.some(({ onEpochEnd }) => onEpochEnd);
    this.progress = new Progress(plan.metrics, plan.validationMetrics ?? plan.metrics);
    this.snapshots = new Snapshots((snapshot) => plan.kept(snapshot));
  }

  /**
   * Takes in a submit's rows, then its epoch's end with the rows of its validation. Never rejects unheard: who waits for it hears, and
   * nobody does when another submit failed before it.
   * @param seconds of training up to then
   */
  take(
    coming: readonly [Promise<MetricsRow[]>, Promise<MetricsRow[]> | undefined, Promise<void> | undefined],
    stepsPerEpoch: number,
    seconds: () => number,
  ): Promise<void> {
    const taken = this.#take(Promise.all(coming), stepsPerEpoch, seconds, this.#path);
    taken.catch(() => {});
    return taken;
  }

  async #take(
    coming: Promise<[MetricsRow[], MetricsRow[] | undefined, unknown]>,
    stepsPerEpoch: number,
    seconds: () => number,
    path: number,
  ): Promise<void> {
    const [arrived, scores] = await coming;
    if (path !== this.#path || this.#standing.state === 'diverged') return;
    this.lossesInARow = 0;
    const bad = arrived.findIndex((row) => !isFiniteRow(row));
    // A step that spoiled the parameters has a loss of its own still.
    const good = arrived.slice(0, bad === -1 ? undefined : bad + Number(Number.isFinite(arrived[bad]?.loss)));
    const { steps, epochs } = this.progress.arrive(good, scores, stepsPerEpoch, seconds());
    this.snapshots.confirm(this.progress.arrived);
    const { events } = this.#standing;
    if (steps.length > 0) {
      events.emit({ type: 'steps', rows: steps });
      for (const { onStep } of this.#plan.callbacks) onStep?.(steps, this.#run);
    }
    for (const row of epochs) events.emit({ type: 'epoch', row });
    if (this.awaitsEpochs) this.ended.push(...epochs);
    const firstBad = arrived[bad];
    if (firstBad) this.#diverge(firstBad.step);
  }

  /** Keeps the latest state if it is finite. Training is not held up. */
  async takeSnapshot({ training }: Loaded): Promise<void> {
    const path = this.#path;
    const snapshot = await this.snapshots.read(training);
    if (path !== this.#path || this.#standing.state === 'diverged') return;
    if (hasFiniteParameters(snapshot)) this.snapshots.keep(snapshot, this.progress.arrived);
    else this.#diverge(snapshot.clock.step);
  }

  /** A number of `step`, or of one before it, is not finite. */
  #diverge(step: number): void {
    if (this.#standing.isOver) return;
    this.divergedAt = step;
    this.#standing.become('diverged');
    this.#standing.alarm.ring();
  }

  /** Looks for the op at fault, and leaves the weights at the last good snapshot. */
  async explain({ training }: Loaded, found: number, learningRate: number): Promise<void> {
    const good = this.snapshots.last;
    // Fetched by the runs that diverge.
    const { diagnose } = await import('./diagnosis.ts');
    const divergence = await diagnose(training, good, found, learningRate);
    if (good) training.restore(good);
    this.divergedAt = undefined;
    // A ReLU swallows NaN, and losses behind it look finite: they mean nothing.
    this.progress.forgetAfter(divergence.step);
    this.#standing.events.emit(divergence);
  }

  /** What is under way is of no interest any more. */
  leavePath(): void {
    this.#path++;
  }

  /** Puts programs and history to where the run begins: the last good snapshot, an earlier run's end, or the start. */
  begin({ training }: Loaded): void {
    const { last } = this.snapshots;
    const { start, betas } = this.#plan;
    if (last) this.goBack(training, last);
    else if (start) {
      training.restore(start);
      this.progress.resume(start.clock);
      this.#standing.target = start.clock.step;
    } else training.setClock(clockAtStart(...betas));
  }

  /** Puts programs and history back to where the snapshot was taken. */
  goBack(training: Loaded['training'], snapshot: Snapshot): void {
    this.leavePath();
    this.ended.length = 0;
    this.snapshots.dropCandidate();
    this.snapshots.forgetFrom(snapshot.clock.step + 1);
    training.restore(snapshot);
    this.progress.restore(snapshot.clock);
  }
}
