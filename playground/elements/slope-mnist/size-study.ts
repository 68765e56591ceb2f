// Accuracy against training-set size: a new network per size, one after the other, beside the visitor's own runs.

import { gatherDataset } from '../../../datasets/packed.ts';
import { adam, type Dataset, type Sequential, type TrainingRun } from '../../../engine/index.ts';

/** How many images were learned from, and the share of test images read right after that. */
export interface SizeResult {
  readonly images: number;
  readonly accuracy: number;
  /** A run that the visitor made, with settings of its own. */
  readonly own: boolean;
}

const sizes = [100, 300, 1000, 3000, 10_000, 30_000, 60_000];
const BATCH = 128;
/** Each size gets about so many updates: the data is to make the difference, not the patience. */
const UPDATES = 470;
/** Few images are repeated up to about so many: hundreds of epochs of one batch would be mostly their beginnings and ends. */
const REPEATED = 3000;

export interface Measured {
  readonly available: number;
  readonly model: () => Sequential;
  readonly training: (images: number) => Dataset;
  readonly test: Dataset;
  readonly seed: number;
  readonly backend: 'auto' | 'webgpu' | 'cpu';
}

/** One row of networks, until they are through or it is stopped. */
class SizeStudy {
  /** The size that is being trained on. */
  now: number | undefined;
  #run: TrainingRun | undefined;
  #stopped = false;

  stop(): void {
    this.#stopped = true;
    this.#run?.stop();
  }

  async measure(options: Measured, found: (result: SizeResult) => void, began: () => void): Promise<void> {
    const { available, test, seed, backend } = options;
    const wanted = [...new Set([...sizes.filter((size) => size < available), available])].filter(
      (size) => size <= available,
    );
    for (const images of wanted) {
      if (this.#stopped) break;
      this.now = images;
      began();
      const model = options.model();
      const batchSize = Math.min(BATCH, images);
      const copies = Math.max(1, Math.floor(REPEATED / images));
      const order = Uint32Array.from({ length: images * copies }, (_, i) => i % images);
      const training = options.training(images);
      this.#run = model.fit(copies > 1 ? gatherDataset(training, order) : training, {
        epochs: Math.max(1, Math.round((UPDATES * batchSize) / (images * copies))),
        batchSize,
        optimizer: adam(),
        loss: 'sparseCategoricalCrossentropy',
        metrics: ['accuracy'],
        seed,
        backend,
      });
      await this.#run.finished;
      if (!this.#stopped) {
        const { metrics } = await model.evaluate(test, {
          loss: 'sparseCategoricalCrossentropy',
          metrics: ['accuracy'],
          backend,
        });
        if (!this.#stopped) found({ images, accuracy: metrics.accuracy ?? 0, own: false });
      }
      model.dispose();
    }
    this.now = undefined;
  }
}

/** The dots: those that were measured, and the visitor's own runs. */
export class SizeResults {
  readonly #changed: () => void;
  #study: SizeStudy | undefined;
  results: readonly SizeResult[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The size that is being measured. */
  get now(): number | undefined {
    return this.#study?.now;
  }

  get measuring(): boolean {
    return this.#study !== undefined;
  }

  /** Measures anew; rejects with what went wrong, unless it was stopped meanwhile. */
  async measure(options: Measured): Promise<void> {
    const study = new SizeStudy();
    this.#study = study;
    this.results = this.results.filter(({ own }) => own);
    try {
      await study.measure(
        options,
        (result) => {
          if (this.#study === study) this.results = [...this.results, result];
        },
        this.#changed,
      );
    } catch (error) {
      if (this.#study === study) throw error;
    } finally {
      this.#study = undefined;
      this.#changed();
    }
  }

  stop(): void {
    this.#study?.stop();
    this.#changed();
  }

  /** Other networks: what these did says nothing of them. */
  clear(): void {
    this.#study?.stop();
    this.results = [];
  }

  /** A run of the visitor's that ended is a dot, too. */
  keep(images: number, accuracy: number): void {
    const others = this.results.filter((result) => !(result.own && result.images === images));
    this.results = [...others, { images, accuracy, own: true }];
    this.#changed();
  }
}
