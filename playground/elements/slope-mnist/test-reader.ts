// Reads the test images with the network as it is: after an epoch where there is time for it, and whenever the run rests.

import type { Dataset, Sequential } from '../../../engine/index.ts';
import { type Evaluation, evaluatePredictions, neuronImage } from './evaluation.ts';
import { CLASSES, predictAll } from './network.ts';

/** Reading all test images may take this share of the time while training goes on. */
const SHARE = 0.2;

/** What there is to read, at the moment it is asked for. */
export interface ReaderSources {
  readonly model: () => Sequential | undefined;
  readonly test: () => Dataset | undefined;
  readonly pixels: () => number;
  readonly running: () => boolean;
  /** Updates that the model has had. */
  readonly step: () => number;
}

export interface TestReading {
  readonly evaluation: Evaluation;
  /** What each neuron of the first layer looks for, as images. */
  readonly neurons: readonly Float32Array[];
}

export class TestReader {
  readonly #sources: ReaderSources;
  readonly #found: (reading: TestReading) => void;
  /** The model whose answers are being read: a question to one that was thrown away may never be answered. */
  #reading: Sequential | undefined;
  /** The model that was last read. */
  #read: Sequential | undefined;
  #again = false;
  #endedAt = 0;
  #took = 0;

  constructor(sources: ReaderSources, found: (reading: TestReading) => void) {
    this.#sources = sources;
    this.#found = found;
  }

  /** While training goes on, only as often as it costs little. */
  async read(): Promise<void> {
    const { model: modelNow, test: testNow, pixels, running, step: stepNow } = this.#sources;
    const model = modelNow();
    const test = testNow();
    if (!model || !test) return;
    if (this.#reading === model) {
      this.#again = true;
      return;
    }
    const rested = performance.now() - this.#endedAt;
    if (running() && this.#read === model && rested < this.#took / SHARE) return;
    this.#reading = model;
    this.#again = false;
    const step = stepNow();
    const started = performance.now();
    try {
      // Nobody who pressed Train waits for the untrained network to be judged.
      const wanted = (): boolean => model === modelNow() && !(step === 0 && running());
      const probabilities = await predictAll(model, test, pixels(), wanted);
      const [kernel] = await model.getWeights();
      if (!probabilities || model !== modelNow()) return;
      // A dense kernel is [pixels, neurons], a convolution's [rows, columns, 1, filters]: the last axis counts the images.
      const units = kernel?.shape.at(-1) ?? 0;
      this.#read = model;
      this.#found({
        evaluation: evaluatePredictions(probabilities, test.targets.data, CLASSES, step),
        neurons: kernel
          ? Array.from({ length: units }, (_, unit) =>
              neuronImage(kernel.data, kernel.data.length / units, units, unit),
            )
          : [],
      });
    } catch (error) {
      // The run reports a lost device itself; what could not be read now is read after the next epoch.
      if (model === modelNow() && !running()) console.warn(error);
    } finally {
      if (this.#reading === model) this.#reading = undefined;
      this.#endedAt = performance.now();
      this.#took = this.#endedAt - started;
    }
    if (this.#again) void this.read();
  }
}
