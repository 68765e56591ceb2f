// Reads the digit on the pad; while one reading is under way, only the newest picture waits.

import type { Sequential } from '../../../engine/index.ts';

export interface Drawing {
  readonly pixels: Float32Array;
  readonly probabilities: Float32Array | undefined;
  /** The label, for an image taken from the test set. */
  readonly truth: number | undefined;
}

export class DrawingReader {
  readonly #model: () => Sequential | undefined;
  readonly #changed: () => void;
  /** The model that is being asked: a question to one that was thrown away may never be answered. */
  #asked: Sequential | undefined;
  drawing: Drawing | undefined;

  constructor(model: () => Sequential | undefined, changed: () => void) {
    this.#model = model;
    this.#changed = changed;
  }

  /** Another picture, or none; the bars of the one before stay until this one is read. */
  show(pixels: Float32Array | undefined, truth?: number): void {
    this.drawing = pixels && { pixels, truth, probabilities: this.drawing?.probabilities };
    this.#changed();
    void this.read();
  }

  async read(): Promise<void> {
    const model = this.#model();
    const { drawing } = this;
    if (!model || !drawing || this.#asked === model) return;
    this.#asked = model;
    try {
      const probabilities = await model.predict(drawing.pixels);
      if (this.drawing && model === this.#model()) {
        this.drawing = { ...this.drawing, probabilities };
        this.#changed();
      }
    } catch (error) {
      console.warn(error);
    } finally {
      if (this.#asked === model) this.#asked = undefined;
    }
    if (this.drawing && (this.drawing.pixels !== drawing.pixels || model !== this.#model())) void this.read();
  }
}
