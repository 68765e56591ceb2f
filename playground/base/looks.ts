// Looking into a model while it trains: one question at a time, no oftener than an eye can follow, and none to a model that is gone.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Sequential } from '../../engine/index.ts';

export interface LooksOptions {
  /** The shortest time between two looks. */
  readonly everyMs: number;
  readonly model: () => Sequential | undefined;
  /** Asks the model and shows what it says, unless another took its place meanwhile. */
  readonly look: (model: Sequential) => Promise<void>;
}

export class Looks implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: LooksOptions;
  /** The model that is being asked: a question to one that was thrown away may never be answered. */
  #looking: Sequential | undefined;
  #again = false;
  #lookedAt = 0;
  #timer = 0;

  constructor(host: ReactiveControllerHost & Element, options: LooksOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    window.clearTimeout(this.#timer);
  }

  /** As soon as it is time for the next look. */
  soon(): void {
    this.#after(Math.max(0, this.#options.everyMs - (performance.now() - this.#lookedAt)));
  }

  /** Without waiting: the picture on screen is of something else. */
  now(): void {
    this.#after(0);
  }

  #after(milliseconds: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#look(), milliseconds);
  }

  async #look(): Promise<void> {
    const model = this.#options.model();
    if (!model || !this.#host.isConnected) return;
    if (this.#looking === model) {
      this.#again = true;
      return;
    }
    this.#looking = model;
    this.#again = false;
    try {
      await this.#options.look(model);
    } catch (error) {
      // A model that was replaced meanwhile cannot answer.
      if (model === this.#options.model()) console.warn(error);
    } finally {
      if (this.#looking === model) this.#looking = undefined;
      this.#lookedAt = performance.now();
    }
    if (this.#again) this.soon();
  }
}
