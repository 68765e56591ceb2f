// One example through the engine: what every neuron says, the loss, one update; and from the update the gradients.
//
// The weights before and after one step of plain gradient descent differ by exactly η times the gradient, so the figure shows the
// gradients that the engine computed, not a second calculation of its own.

import { f32Tensor } from '../../../datasets/packed.ts';
import { type Dataset, type NamedTensor, type Sequential, sgd } from '../../../engine/index.ts';
import type { TableName } from './definition.ts';

export interface Example {
  readonly x: readonly [number, number];
  readonly y: 0 | 1;
}

const truths: Record<TableName, (a: number, b: number) => boolean> = {
  xor: (a, b) => a !== b,
  and: (a, b) => a === 1 && b === 1,
  or: (a, b) => a === 1 || b === 1,
};

export const examplesOf = (table: TableName): readonly Example[] =>
  (
    [
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ] as const
  ).map((x) => ({ x, y: truths[table](x[0], x[1]) ? 1 : 0 }));

export const datasetOf = (examples: readonly Example[]): Dataset => ({
  inputs: f32Tensor([examples.length, 2], Float32Array.from(examples.flatMap(({ x }) => x))),
  targets: f32Tensor(
    [examples.length, 1],
    Float32Array.from(examples, ({ y }) => y),
  ),
});

/** The network's numbers: w1 [2, hidden], b1 [hidden], w2 [hidden, 1], b2 [1]. */
export interface Numbers {
  readonly w1: Float32Array;
  readonly b1: Float32Array;
  readonly w2: Float32Array;
  readonly b2: Float32Array;
}

export function numbersOf(tensors: readonly NamedTensor[]): Numbers {
  const [w1, b1, w2, b2] = tensors.map(({ data }) => data);
  const none = new Float32Array(0);
  return { w1: w1 ?? none, b1: b1 ?? none, w2: w2 ?? none, b2: b2 ?? none };
}

/** Everything that happened to one example. */
export interface Pass {
  readonly kind: 'pass';
  readonly index: number;
  readonly round: number;
  readonly example: Example;
  readonly learningRate: number;
  readonly before: Numbers;
  readonly after: Numbers;
  readonly gradient: Numbers;
  readonly hidden: Float32Array;
  readonly answer: number;
  readonly loss: number;
  /** What the network says of all four examples, before and after the update. */
  readonly answers: readonly [before: Float32Array, after: Float32Array];
}

export type Backend = 'auto' | 'webgpu' | 'cpu';

export async function passExample(
  model: Sequential,
  examples: readonly Example[],
  {
    example,
    index,
    round,
    learningRate,
    backend,
  }: Pick<Pass, 'example' | 'index' | 'round' | 'learningRate'> & { backend: Backend },
): Promise<Pass> {
  const all = Float32Array.from(examples.flatMap(({ x }) => x));
  const answersBefore = await model.predict(all, { backend });
  const layers = await model.predictLayers(Float32Array.from(example.x), { backend });
  const before = numbersOf(await model.getWeights());
  const run = model.fit(datasetOf([example]), {
    epochs: 1,
    batchSize: 1,
    loss: 'binaryCrossentropy',
    optimizer: sgd({ learningRate }),
    backend,
  });
  const history = await run.finished;
  const after = numbersOf(await model.getWeights());
  const answersAfter = await model.predict(all, { backend });
  const difference = (a: Float32Array, b: Float32Array): Float32Array =>
    a.map((value, i) => (value - (b[i] ?? 0)) / learningRate);
  return {
    kind: 'pass',
    example,
    index,
    round,
    learningRate,
    before,
    after,
    gradient: {
      w1: difference(before.w1, after.w1),
      b1: difference(before.b1, after.b1),
      w2: difference(before.w2, after.w2),
      b2: difference(before.b2, after.b2),
    },
    hidden: layers[0] ?? new Float32Array(0),
    answer: layers[1]?.[0] ?? 0,
    loss: history.steps.at(-1)?.loss ?? Number.NaN,
    answers: [answersBefore, answersAfter],
  };
}

/** Whole rounds without looking: the mean loss of each. */
export async function passRounds(
  model: Sequential,
  examples: readonly Example[],
  rounds: number,
  learningRate: number,
  backend: Backend,
): Promise<number[]> {
  const run = model.fit(datasetOf(examples), {
    epochs: rounds,
    batchSize: 1,
    shuffle: false,
    loss: 'binaryCrossentropy',
    optimizer: sgd({ learningRate }),
    backend,
  });
  return (await run.finished).epochs.map(({ loss }) => loss);
}
