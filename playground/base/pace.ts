// How a run advances when it does not go as fast as it can: so many steps, so many times a second.

import type { TrainingRun } from '../../engine/index.ts';
import type { Speed } from '../controls/transport.ts';

export interface Pace {
  readonly steps: number;
  readonly perSecond: number;
}

export const paces: Readonly<Record<Exclude<Speed, 'full'>, Pace>> = {
  slow: { steps: 1, perSecond: 12 },
  slowest: { steps: 1, perSecond: 1 },
};

/** Steps a paused run at a pace until it is stopped. */
export class PacedSteps {
  #timer = 0;

  start(run: TrainingRun, { steps, perSecond }: Pace): void {
    this.stop();
    // A machine that is slower than the pace must not owe steps: a pause would then come late.
    let busy = false;
    const advance = async (): Promise<void> => {
      if (busy || run.state !== 'paused') return;
      busy = true;
      await run.step(steps);
      busy = false;
    };
    this.#timer = window.setInterval(() => void advance(), 1000 / perSecond);
    void advance();
  }

  stop(): void {
    window.clearInterval(this.#timer);
    this.#timer = 0;
  }
}
