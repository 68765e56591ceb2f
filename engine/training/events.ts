// What a run tells while it goes on, and who listens.

import type { BackendInfo, Origin } from '../plan/executor.ts';
import type { EpochRow, StepRow } from './history.ts';
import { Alarm } from './signals.ts';

export type RunState = 'preparing' | 'running' | 'paused' | 'completed' | 'stopped' | 'diverged' | 'failed';

export type TrainingEvent =
  | { readonly type: 'ready'; readonly backend: BackendInfo }
  | { readonly type: 'state'; readonly state: RunState }
  | { readonly type: 'steps'; readonly rows: readonly StepRow[] }
  | { readonly type: 'epoch'; readonly row: EpochRow }
  | {
      readonly type: 'diverged';
      readonly step: number;
      /** A sentence for people, which names the origin. */
      readonly message: string;
      /** Undefined when it was not found: the learning rate was changed meanwhile, or the weights were not finite to begin with. */
      readonly origin?: Origin;
    }
  | { readonly type: 'device-lost'; readonly message: string }
  | { readonly type: 'device-restored'; readonly step: number }
  /** After `rewind` or `stepBack`: the history ends with this step. */
  | { readonly type: 'rewound'; readonly step: number }
  | { readonly type: 'complete' };

export class Events {
  readonly #listeners = new Set<(event: TrainingEvent) => void>();

  /** Calls `listener` with every event from now on; returns the way to stop it. */
  subscribe(listener: (event: TrainingEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: TrainingEvent): void {
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

  /** Resolves once `condition` holds, now or after some event. */
  async until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve) => {
      const unsubscribe = this.subscribe(() => {
        if (!condition()) return;
        unsubscribe();
        resolve();
      });
    });
  }

  /** The events from now on, until `end` is fulfilled and all have been taken. */
  async *iterate(end: Promise<void>): AsyncGenerator<TrainingEvent, void, undefined> {
    const queue: TrainingEvent[] = [];
    const alarm = new Alarm();
    let over = false;
    const unsubscribe = this.subscribe((event) => {
      queue.push(event);
      alarm.ring();
    });
    void end.then(() => {
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
    } finally {
      unsubscribe();
    }
  }
}
