// One optimizer's way down, taken by the engine: a model of one neuron, a run that is stepped, the parameters after each step.

import { type Series, seriesDataset } from '../../../datasets/synthetic.ts';
import {
  adam,
  type BackendInfo,
  dense,
  type Optimizer,
  rmsprop,
  type Sequential,
  sequential,
  sgd,
  type TrainingRun,
} from '../../../engine/index.ts';
import type { Theta } from './surface.ts';

export type Walker = 'sgd' | 'momentum' | 'rmsprop' | 'adam';
export const racers: readonly Walker[] = ['sgd', 'momentum', 'rmsprop', 'adam'];

export const optimizers: Readonly<Record<Walker, (learningRate: number) => Optimizer>> = {
  sgd: (learningRate) => sgd({ learningRate }),
  momentum: (learningRate) => sgd({ learningRate, momentum: 0.9 }),
  rmsprop: (learningRate) => rmsprop({ learningRate }),
  adam: (learningRate) => adam({ learningRate }),
};

/** What one step saw and did: loss and gradient where it stood, before it moved. */
export interface WalkRow {
  /** Steps before this one. */
  readonly step: number;
  readonly theta: Theta;
  readonly loss: number;
  /** What the step subtracted, divided by η: for plain descent this is the gradient. */
  readonly gradient: Theta;
}

export interface WalkOptions {
  readonly walker: Walker;
  readonly series: Series;
  readonly start: Theta;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly backend: 'auto' | 'webgpu' | 'cpu';
  readonly steps: number;
}

export class Walk {
  readonly walker: Walker;
  readonly rows: WalkRow[] = [];
  /** Where it stands: the start, then one place per step. */
  readonly path: Theta[];
  readonly #model: Sequential;
  readonly #run: TrainingRun;
  #learningRate: number;

  constructor({ walker, series, start, learningRate, batchSize, seed, backend, steps }: WalkOptions) {
    this.walker = walker;
    // The engine counts in f32; the path starts where the model really starts.
    this.path = [[Math.fround(start[0]), Math.fround(start[1])]];
    this.#learningRate = learningRate;
    this.#model = sequential([dense(1)], { inputShape: [1], seed });
    const slots = this.#model.layout.slots;
    this.#model.setWeights(
      slots.map(({ name, shape }) => ({
        name,
        shape,
        data: Float32Array.of(name.endsWith('bias') ? start[0] : start[1]),
      })),
    );
    const count = series.x.length;
    const full = batchSize >= count;
    this.#run = this.#model.fit(seriesDataset(series), {
      // Steps are asked for one by one; the number of epochs only must not end them.
      epochs: Math.ceil((steps + 1) / Math.ceil(count / batchSize)) + 1,
      batchSize: Math.min(batchSize, count),
      optimizer: optimizers[walker](learningRate),
      loss: 'meanSquaredError',
      // Kept in order, a full batch adds up the same way at every step.
      shuffle: !full,
      seed,
      backend,
      paused: true,
    });
  }

  get head(): Theta {
    return this.path.at(-1) ?? [0, 0];
  }

  get backend(): BackendInfo | undefined {
    return this.#run.backend;
  }

  set learningRate(value: number) {
    this.#learningRate = value;
    this.#run.learningRate = value;
  }

  /** One update. @returns false when the loss is no number any more. */
  async step(): Promise<boolean> {
    const before = this.head;
    const rate = this.#learningRate;
    await this.#run.step();
    if (this.#run.state === 'failed') await this.#run.finished;
    if (this.#run.state === 'diverged') return false;
    const weights = await this.#model.getWeights();
    const read = (ending: string): number => weights.find(({ name }) => name.endsWith(ending))?.data[0] ?? Number.NaN;
    const after: Theta = [read('bias'), read('kernel')];
    const loss = this.#run.history.steps.at(-1)?.loss ?? Number.NaN;
    const gradient: Theta = [(before[0] - after[0]) / rate, (before[1] - after[1]) / rate];
    this.rows.push({ step: this.rows.length, theta: before, loss, gradient });
    this.path.push(after);
    return after.every(Number.isFinite);
  }

  dispose(): void {
    this.#model.dispose();
  }
}
