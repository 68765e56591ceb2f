// An experiment that is a journey: play goes from station to station at a steady pace until the last one.

import type { ExperimentMessages } from './definition.ts';
import { Experiment } from './experiment.ts';
import type { SettingsSchema } from './settings.ts';

export abstract class JourneyExperiment<S extends SettingsSchema, M extends ExperimentMessages> extends Experiment<
  S,
  M
> {
  /** How long it stays at a station. */
  protected abstract readonly stationMs: number;
  #timer = 0;

  /** Before play: back to the first station, where the journey has ended. */
  protected abstract startAgain(): void;
  /** On to the next station; says whether that is the last one. */
  protected abstract travel(): boolean;
  /** To where the present situation begins. */
  protected abstract goHome(): void;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  override play(): void {
    if (this.runState === 'running' || this.runState === 'loading') return;
    this.startAgain();
    this.runState = 'running';
    window.clearInterval(this.#timer);
    this.#timer = window.setInterval(() => this.#next(), this.stationMs);
  }

  override pause(): void {
    window.clearInterval(this.#timer);
    if (this.runState === 'running') this.runState = 'paused';
  }

  override step(): void {
    if (this.runState === 'running' || this.runState === 'loading') return;
    this.runState = 'paused';
    this.#next();
  }

  override reset(): void {
    if (this.runState === 'loading') return;
    window.clearInterval(this.#timer);
    this.goHome();
    this.runState = 'ready';
  }

  #next(): void {
    if (!this.travel()) return;
    window.clearInterval(this.#timer);
    this.runState = 'complete';
    this.emit('complete');
  }
}
