// How a run stands: its state, who hears of changes, and how far it may go before it rests.

import { Events, type RunState } from './events.ts';
import { Alarm } from './signals.ts';

export class Standing {
  readonly events = new Events();
  /** Wakes the run where it rests. */
  readonly alarm = new Alarm();
  /** The step that single steps go up to while the run is paused. */
  target = 0;
  /** Rests after its preparation. */
  #pauseWanted: boolean;
  #state: RunState = 'preparing';

  constructor(paused: boolean) {
    this.#pauseWanted = paused;
  }

  get state(): RunState {
    return this.#state;
  }

  get isOver(): boolean {
    return this.#state === 'completed' || this.#state === 'stopped' || this.#state === 'failed';
  }

  become(state: RunState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.events.emit({ type: 'state', state });
  }

  /** The run is prepared: it goes on or rests, as was asked for meanwhile. */
  begin(): void {
    if (this.#state === 'preparing') this.become(this.#pauseWanted ? 'paused' : 'running');
  }

  play(): void {
    this.#pauseWanted = false;
    if (this.#state !== 'paused') return;
    this.become('running');
    this.alarm.ring();
  }

  /** @param submitted the step at which it rests */
  pause(submitted: number): void {
    this.#pauseWanted = true;
    if (this.#state !== 'running') return;
    this.target = submitted;
    this.become('paused');
  }

  stop(): void {
    if (this.isOver) return;
    this.become('stopped');
    this.alarm.ring();
  }

  /** Steps that may be submitted after `submitted` of them, at most `most` at once. */
  leave(submitted: number, most: number): number {
    if (this.#state === 'running') return most;
    return this.#state === 'paused' ? Math.min(this.target - submitted, most) : 0;
  }

  /** Resolves once `condition` holds after some event, or when the run rests for good. */
  until(condition: () => boolean): Promise<void> {
    return this.events.until(() => condition() || this.isOver || this.#state === 'diverged');
  }
}
