// An experiment that trains a model with the engine: what it shows of its run, in buttons, a bar, spoken epochs and a file.

import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { EpochRow } from '../../engine/index.ts';
import { progressBar } from '../controls/progress.ts';
import { csvTable } from '../formats/csv.ts';
import type { ExperimentMessages } from './definition.ts';
import type { ButtonOptions } from './experiment.ts';
import type { SettingsSchema } from './settings.ts';
import { TrainingRunner } from './training-runner.ts';
import type { TrainingSettings } from './training-settings.ts';

export type { Pace } from './pace.ts';
export { type Backend, type TrainingSettings, trainingSettings } from './training-settings.ts';

/** Screen readers hear of an epoch at most this often. */
const ANNOUNCE_EVERY_MS = 4000;

/**
 * @fires slope-step - New updates were made, at most once a frame; detail `{ step, epoch, loss, metrics }`.
 * @fires slope-epoch - An epoch ended; detail is its row of the history.
 * @fires slope-diverged - The loss stopped being a number; detail `{ step }`.
 * @fires slope-complete - All epochs are done.
 * @fires slope-device-lost - The graphics device was taken away.
 * @fires slope-device-restored - Training goes on with a new one; detail `{ step }`.
 */
export abstract class TrainingExperiment<
  S extends SettingsSchema & TrainingSettings,
  M extends ExperimentMessages,
> extends TrainingRunner<S, M> {
  @state() protected announcement = '';
  #announcedAt = 0;

  protected override announceEpoch(row: EpochRow, epoch: number): void {
    const now = performance.now();
    if (epoch < this.epochsInAll && now - this.#announcedAt < ANNOUNCE_EVERY_MS) return;
    this.#announcedAt = now;
    this.announcement = this.describeEpoch(row, epoch);
  }

  /** An epoch in a sentence: by its accuracy here; experiments that predict numbers say their error. */
  protected describeEpoch(row: EpochRow, epoch: number): string {
    const { integer, percent } = this.formats;
    const accuracy = row.validation?.metrics.accuracy ?? row.metrics.accuracy ?? 0;
    return this.shared.progress.announce(integer(epoch), integer(this.epochsInAll), percent(accuracy));
  }

  /** The buttons of a run whose steps are one update and one epoch, in this lesson's words. */
  protected renderTransport(update: string, epoch: string, options: Partial<ButtonOptions> = {}): TemplateResult {
    const perEpoch = this.stepsPerEpoch;
    return this.renderRunButtons({
      steps: [
        { label: update, run: () => this.step() },
        { label: epoch, run: () => this.step(perEpoch - (this.stepsDone % perEpoch)) },
      ],
      ...options,
    });
  }

  /** The same with steps of this lesson's own. */
  protected renderRunButtons(options: ButtonOptions): TemplateResult {
    return this.renderButtons({
      started: this.stepsDone > 0,
      newSeed: () => this.newSeed(),
      speed: { value: this.speed, changed: (speed) => this.setSpeed(speed) },
      ...options,
    });
  }

  /** How far the run is, in a bar and in words; `facts` are this experiment's own. */
  protected renderRunProgress(label: string, facts: readonly string[] = []): TemplateResult {
    const { shared, formats } = this;
    const done = this.stepsDone;
    const left = this.stepsLeft;
    const epoch = Math.min(this.epochsInAll, Math.floor(done / this.stepsPerEpoch));
    const seconds = this.runState === 'running' ? this.rate.secondsLeft(left) : undefined;
    return html`<div class="run-progress">
      ${progressBar(label, this.run ? done : 0, done + left)}
      <p class="small-text number" data-state=${this.runState}><b>${this.stateText}</b>
        <span>${shared.progress.epoch(formats.integer(epoch), formats.integer(this.epochsInAll))}</span>
        ${facts.map((fact) => html`<span>${fact}</span>`)}
        ${seconds === undefined ? '' : html`<span>${shared.progress.left(formats.duration(seconds))}</span>`}</p>
    </div>`;
  }

  /** Says epochs, not steps, to screen readers. */
  protected override renderFigure(controls: unknown, parts: unknown, announcement = this.announcement): TemplateResult {
    return super.renderFigure(controls, parts, announcement);
  }

  /** The epochs as CSV. */
  toCSV(): string {
    const rows = (this.history?.epochs ?? []).map((row) => [
      row.epoch + 1,
      row.step,
      row.loss,
      row.metrics.accuracy,
      row.validation?.loss,
      row.validation?.metrics.accuracy,
      row.seconds,
    ]);
    return csvTable(['epoch', 'step', 'loss', 'accuracy', 'val_loss', 'val_accuracy', 'seconds'], rows, this.locale);
  }
}
