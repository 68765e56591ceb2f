// Plain gradient descent of two weights, taken by the engine one update at a time.

import { dense, type Sequential, sequential, sgd, type TrainingRun } from '../../../engine/index.ts';
import type { Version, Weights } from './houses.ts';

export class Descent {
  readonly path: Weights[];
  readonly version: Version;
  readonly learningRate: number;
  readonly #model: Sequential;
  readonly #run: TrainingRun;

  constructor(version: Version, share: number, updates: number, seed: number) {
    this.version = version;
    this.learningRate = share * version.surface.largestLearningRate;
    this.path = [version.start];
    this.#model = sequential([dense(1, { useBias: false })], { inputShape: [2], seed });
    const [slot] = this.#model.layout.slots;
    if (slot) this.#model.setWeights([{ name: slot.name, shape: slot.shape, data: Float32Array.from(version.start) }]);
    const count = version.dataset.inputs.shape[0] ?? 1;
    this.#run = this.#model.fit(version.dataset, {
      optimizer: sgd({ learningRate: this.learningRate }),
      loss: 'meanSquaredError',
      batchSize: count,
      epochs: updates + 1,
      shuffle: false,
      seed,
      paused: true,
    });
    this.#run.finished.catch(() => {});
  }

  get head(): Weights {
    return this.path.at(-1) ?? this.version.start;
  }

  /** One update. */
  async step(): Promise<void> {
    await this.#run.step();
    if (this.#run.state === 'failed') await this.#run.finished;
    const [weights] = await this.#model.getWeights();
    this.path.push([weights?.data[0] ?? Number.NaN, weights?.data[1] ?? Number.NaN]);
  }

  dispose(): void {
    this.#run.stop();
    this.#model.dispose();
  }
}
