// The trainings among the bench's workloads, for the visitor's own machine: the same shapes, through the engine's public API.

import { f32Tensor } from '../../../datasets/packed.ts';
import { Random } from '../../../datasets/random.ts';
import {
  adam,
  type Backend,
  type Dataset,
  dense,
  type LossName,
  rmsprop,
  sequential,
  sgd,
  type TrainingRun,
} from '../../../engine/index.ts';

export interface OwnWorkload {
  readonly workload: string;
  readonly variant: string;
  readonly inputs: number;
  readonly layers: readonly {
    readonly units: number;
    readonly activation: 'linear' | 'relu' | 'tanh' | 'sigmoid' | 'softmax';
  }[];
  readonly loss: LossName;
  readonly optimizer: 'sgd' | 'adam' | 'rmsprop';
  readonly learningRate: number;
  readonly batchSize: number;
  readonly examples: number;
}

const digits = (batchSize: number): OwnWorkload => ({
  workload: 'W4',
  variant: `batch ${batchSize}`,
  inputs: 784,
  layers: [
    { units: 100, activation: 'relu' },
    { units: 100, activation: 'relu' },
    { units: 10, activation: 'softmax' },
  ],
  loss: 'sparseCategoricalCrossentropy',
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize,
  examples: 2048,
});

export const ownWorkloads: readonly OwnWorkload[] = [
  {
    workload: 'W2',
    variant: 'loss read every step',
    inputs: 1,
    layers: [{ units: 1, activation: 'linear' }],
    loss: 'meanSquaredError',
    optimizer: 'sgd',
    learningRate: 0.1,
    batchSize: 200,
    examples: 200,
  },
  {
    workload: 'W3',
    variant: 'loss read every 50',
    inputs: 2,
    layers: [
      { units: 8, activation: 'tanh' },
      { units: 8, activation: 'tanh' },
      { units: 1, activation: 'sigmoid' },
    ],
    loss: 'binaryCrossentropy',
    optimizer: 'sgd',
    learningRate: 0.03,
    batchSize: 32,
    examples: 256,
  },
  digits(64),
  digits(512),
  digits(2048),
  {
    workload: 'W5',
    variant: 'MSE and MAE',
    inputs: 13,
    layers: [
      { units: 64, activation: 'relu' },
      { units: 64, activation: 'relu' },
      { units: 1, activation: 'linear' },
    ],
    loss: 'meanSquaredError',
    optimizer: 'rmsprop',
    learningRate: 0.001,
    batchSize: 10,
    examples: 400,
  },
];

/** Rows of noise with answers of the right sort: how fast a step is does not depend on what is learned. */
function dataOf({ inputs, examples, loss }: OwnWorkload): Dataset {
  const random = new Random(1);
  const classes = loss === 'sparseCategoricalCrossentropy';
  const answer = (): number =>
    classes ? random.integer(0, 10) : loss === 'binaryCrossentropy' ? random.integer(0, 2) : random.normal();
  // The same noise over and over: 1.6 million numbers of their own hold the page up for 50 ms.
  const noise = Float32Array.from({ length: Math.min(16_384, examples * inputs) }, () => random.uniform());
  const values = new Float32Array(examples * inputs);
  for (let at = 0; at < values.length; at += noise.length) values.set(noise.subarray(0, values.length - at), at);
  return {
    inputs: f32Tensor([examples, inputs], values),
    targets: f32Tensor(classes ? [examples] : [examples, 1], Float32Array.from({ length: examples }, answer)),
  };
}

/** A run that waits for its steps to be asked for, and what gives its memory back. */
export function startRun(workload: OwnWorkload, backend: Backend): { run: TrainingRun; end: () => void } {
  const { inputs, layers, loss, optimizer, learningRate, batchSize } = workload;
  const model = sequential(
    layers.map(({ units, activation }) => dense(units, { activation })),
    { inputShape: [inputs], seed: 1 },
  );
  const optimizers = { sgd, adam, rmsprop } as const;
  const run = model.fit(dataOf(workload), {
    backend,
    optimizer: optimizers[optimizer]({ learningRate }),
    loss,
    ...(workload.workload === 'W5' && { metrics: ['meanAbsoluteError'] as const }),
    batchSize,
    epochs: 1e6,
    shuffle: false,
    paused: true,
  });
  run.finished.catch(() => {});
  return {
    run,
    end: () => {
      run.stop();
      model.dispose();
    },
  };
}
