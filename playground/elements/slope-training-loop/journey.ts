// One update of a real run, with what can be seen at every box of the loop: the engine trains, this only looks before and after.

import { unpackExample } from '../../../datasets/packed.ts';
import {
  type Dataset,
  dense,
  type Sequential,
  sequential,
  sgd,
  shuffled,
  type TrainingRun,
} from '../../../engine/index.ts';
import { argmax } from '../../charts/probability-bars.ts';

export const HIDDEN = 16;
const CLASSES = 10;

export interface JourneyOptions {
  readonly training: Dataset;
  readonly validation: Dataset;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
  readonly backend: 'auto' | 'webgpu' | 'cpu';
}

export interface Update {
  /** Counted from 1. */
  readonly step: number;
  readonly epoch: number;
  /** Which training images the batch is made of. */
  readonly samples: readonly number[];
  /** What the model said of the first of them, before the update. */
  readonly probabilities: Float32Array;
  readonly truth: number;
  readonly said: number;
  /** Mean loss of the batch, and share of it read right. */
  readonly loss: number;
  readonly accuracy: number;
  /** Length of the gradient over all weights. */
  readonly gradientNorm: number;
  /** One weight of the last layer, followed through the whole run. */
  readonly weight: { readonly before: number; readonly gradient: number; readonly after: number };
  /** By how much all weights moved. */
  readonly moved: { readonly mean: number; readonly most: number };
  /** After the last batch of an epoch. */
  readonly validated: { readonly loss: number; readonly accuracy: number } | undefined;
}

export class Journey {
  readonly updates: Update[] = [];
  readonly stepsPerEpoch: number;
  readonly parameterCount: number;
  readonly #options: JourneyOptions;
  readonly #model: Sequential;
  readonly #run: TrainingRun;
  #learningRate: number;
  #weights: Float32Array | undefined;
  /** The followed weight, as its place among all. */
  #followed: number | undefined;

  constructor(options: JourneyOptions) {
    const { training, validation, learningRate, batchSize, epochs, seed, backend } = options;
    this.#options = options;
    this.#learningRate = learningRate;
    this.#model = sequential([dense(HIDDEN, { activation: 'relu' }), dense(CLASSES, { activation: 'softmax' })], {
      inputShape: [64],
      seed,
    });
    this.parameterCount = this.#model.parameterCount;
    this.#run = this.#model.fit(training, {
      optimizer: sgd({ learningRate }),
      loss: 'sparseCategoricalCrossentropy',
      metrics: ['accuracy'],
      validationData: validation,
      batchSize,
      epochs,
      seed,
      backend,
      paused: true,
    });
    // A run that is thrown away half-way rejects nothing that anyone waits for.
    this.#run.finished.catch(() => {});
    this.stepsPerEpoch = Math.ceil((training.inputs.shape[0] ?? 0) / batchSize);
  }

  get stepsInAll(): number {
    return this.stepsPerEpoch * this.#options.epochs;
  }

  set learningRate(value: number) {
    this.#learningRate = value;
    this.#run.learningRate = value;
  }

  /** The images of the batch that is next, in the engine's own order. */
  #samples(step: number): number[] {
    const { training, batchSize, seed } = this.#options;
    const count = training.inputs.shape[0] ?? 0;
    const epoch = Math.floor(step / this.stepsPerEpoch);
    const from = (step % this.stepsPerEpoch) * batchSize;
    const length = Math.min(batchSize, count - from);
    return Array.from({ length }, (_, i) => shuffled(from + i, count, seed, epoch));
  }

  async #allWeights(): Promise<Float32Array> {
    const weights = await this.#model.getWeights();
    const all = new Float32Array(this.parameterCount);
    let at = 0;
    for (const { data } of weights) {
      all.set(data, at);
      at += data.length;
    }
    return all;
  }

  /** The next update; undefined when the loss is no number any more. */
  async update(): Promise<Update | undefined> {
    const { training, backend } = this.#options;
    const step = this.updates.length;
    const samples = this.#samples(step);
    const first = samples[0] ?? 0;
    const before = this.#weights ?? (await this.#allWeights());
    const probabilities = await this.#model.predict(unpackExample(training.inputs, first), { backend });
    const rate = this.#learningRate;
    await this.#run.step();
    if (this.#run.state === 'failed') await this.#run.finished;
    if (this.#run.state === 'diverged') return undefined;
    const after = await this.#allWeights();
    this.#weights = after;
    const row = this.#run.history.steps.at(-1);
    // Plain descent moves each weight by −η times its gradient, so the way back is a division.
    const gradientOf = (i: number): number => (rate ? ((before[i] ?? 0) - (after[i] ?? 0)) / rate : 0);
    let [squares, sum, most] = [0, 0, 0];
    for (let i = 0; i < after.length; i++) {
      const move = Math.abs((after[i] ?? 0) - (before[i] ?? 0));
      squares += gradientOf(i) ** 2;
      sum += move;
      most = Math.max(most, move);
    }
    this.#followed ??= this.#steepest(gradientOf);
    const at = this.#followed;
    const lastOfEpoch = (step + 1) % this.stepsPerEpoch === 0;
    const scores = lastOfEpoch ? await this.#validated(Math.floor(step / this.stepsPerEpoch)) : undefined;
    const update: Update = {
      step: step + 1,
      epoch: Math.floor(step / this.stepsPerEpoch),
      samples,
      probabilities,
      truth: training.targets.data[first] ?? 0,
      said: argmax(probabilities),
      loss: row?.loss ?? Number.NaN,
      accuracy: row?.metrics.accuracy ?? 0,
      gradientNorm: Math.sqrt(squares),
      weight: { before: before[at] ?? 0, gradient: gradientOf(at), after: after[at] ?? 0 },
      moved: { mean: sum / after.length, most },
      validated: scores,
    };
    this.updates.push(update);
    return Number.isFinite(update.loss) ? update : undefined;
  }

  /** Of the last layer's weights the one with the largest gradient at the first update: something happens to it. */
  #steepest(gradientOf: (i: number) => number): number {
    const kernel = this.parameterCount - CLASSES - HIDDEN * CLASSES;
    let best = kernel;
    for (let i = kernel; i < this.parameterCount - CLASSES; i++) {
      if (Math.abs(gradientOf(i)) > Math.abs(gradientOf(best))) best = i;
    }
    return best;
  }

  /** The epoch's row comes a moment after its last step: validation is work, too. */
  async #validated(epoch: number): Promise<Update['validated']> {
    const until = performance.now() + 10_000;
    while (!this.#run.history.epochs[epoch] && performance.now() < until) {
      await new Promise((done) => setTimeout(done, 5));
    }
    const scores = this.#run.history.epochs[epoch]?.validation;
    return scores && { loss: scores.loss, accuracy: scores.metrics.accuracy ?? 0 };
  }

  dispose(): void {
    this.#run.stop();
    this.#model.dispose();
  }
}
