// Steps made whole, many in one dispatch or one in two, give the curve of the f64 executor, whatever the steps per submit.

import { expect, test } from 'vitest';
import type { Dataset } from '../../engine/graph/dataset.ts';
import { hash } from '../../engine/graph/shuffle.ts';
import { dense } from '../../engine/nn/layers.ts';
import { adagrad, adam, rmsprop, sgd } from '../../engine/nn/optimizers.ts';
import { denseChainOf } from '../../engine/plan/dense-chain.ts';
import { sharedDevice } from '../../engine/webgpu/device.ts';
import { createWebGpuExecutor } from '../../engine/webgpu/executor.ts';
import { loadTraining, oracle, packedDigits, type Setup, trainingRows } from './fixtures.ts';

/** `targetColumns` columns of targets: what `target` says, plus the number of the column. */
function points(count: number, width: number, target: (x: readonly number[]) => number, targetColumns = 1): Dataset {
  const inputs = Float32Array.from({ length: count * width }, (_, i) => hash(i, 5) / 2 ** 31 - 1);
  const targets = Float32Array.from({ length: count * targetColumns }, (_, i) => {
    const row = Math.floor(i / targetColumns);
    return target(Array.from(inputs.subarray(row * width, (row + 1) * width))) + (i % targetColumns);
  });
  const column = (data: Float32Array, columns: number) => ({
    shape: [count, columns],
    encoding: 'f32' as const,
    data,
    scale: 1,
    offset: 0,
  });
  return { inputs: column(inputs, width), targets: column(targets, targetColumns) };
}

const neuron: Setup = {
  layers: [dense(1)],
  dataset: points(200, 1, ([x = 0]) => 3 * x + 1),
  batchSize: 200,
  optimizer: sgd({ learningRate: 0.1 }),
  loss: 'meanSquaredError',
  metrics: ['meanAbsoluteError'],
  seed: 3,
};

/** 75 examples in batches of 32: the last batch of an epoch is short. */
const network: Setup = {
  layers: [dense(8, { activation: 'tanh' }), dense(8, { activation: 'relu' }), dense(1, { activation: 'sigmoid' })],
  dataset: points(75, 2, ([x = 0, y = 0]) => Number(x * y > 0)),
  batchSize: 32,
  optimizer: adam({ learningRate: 0.03 }),
  loss: 'binaryCrossentropy',
  metrics: ['accuracy'],
  seed: 4,
};

const momentum: Setup = {
  ...network,
  layers: [dense(5, { activation: 'sigmoid' }), dense(1, { activation: 'tanh' })],
  optimizer: sgd({ learningRate: 0.05, momentum: 0.9, nesterov: true }),
  loss: 'huber',
  metrics: [],
};

/** As the lecture's regression network: widths that are no multiples of four, short batches, a metric. */
const regression: Setup = {
  layers: [dense(20, { activation: 'relu' }), dense(16, { activation: 'relu' }), dense(1)],
  dataset: points(43, 13, (x) => x.reduce((sum, value, i) => sum + (i % 3) * value, 0)),
  batchSize: 10,
  optimizer: rmsprop({ learningRate: 0.01 }),
  loss: 'meanSquaredError',
  metrics: ['meanAbsoluteError'],
  seed: 5,
};

const weighted = (x: readonly number[]) => x.reduce((sum, value, i) => sum + (i % 3) * value, 0);

/** The lecture's regression network: at most twelve rows of layers this wide are worked on by columns. */
const columns: Setup = {
  ...regression,
  layers: [dense(64, { activation: 'relu' }), dense(64, { activation: 'relu' }), dense(1)],
  optimizer: rmsprop({ learningRate: 0.001 }),
};

/** More than 32 units and a last layer of several, none of them a multiple of anything. */
const ragged: Setup = {
  ...columns,
  layers: [dense(37, { activation: 'tanh' }), dense(41, { activation: 'sigmoid' }), dense(11, { activation: 'tanh' })],
  dataset: points(31, 5, weighted, 11),
  batchSize: 7,
  optimizer: adam({ learningRate: 0.01 }),
};

/** Too many multiplications for one workgroup. */
const large: Setup = {
  ...regression,
  layers: [dense(70, { activation: 'tanh' }), dense(70, { activation: 'relu' }), dense(1)],
  dataset: points(100, 13, (x) => x.reduce((sum, value, i) => sum + (i % 3) * value, 0)),
  batchSize: 30,
  optimizer: rmsprop({ learningRate: 0.001 }),
};

const setups = {
  neuron,
  logistic: {
    ...network,
    layers: [dense(1, { activation: 'sigmoid' })],
    optimizer: adam({ learningRate: 0.05 }),
  },
  'neuron with momentum': { ...neuron, batchSize: 64, optimizer: rmsprop({ learningRate: 0.01, momentum: 0.5 }) },
  'neuron with Adagrad': { ...neuron, optimizer: adagrad({ learningRate: 0.1 }) },
  network,
  momentum,
  regression,
  'regression with momentum': { ...regression, optimizer: rmsprop({ learningRate: 0.001, momentum: 0.9 }) },
  'regression with Adagrad': { ...regression, optimizer: adagrad({ learningRate: 0.05 }) },
  columns,
  'columns with momentum': { ...columns, optimizer: sgd({ learningRate: 0.001, momentum: 0.9, nesterov: true }) },
  'columns with Adagrad': { ...columns, optimizer: adagrad({ learningRate: 0.01 }) },
  'columns, two states': { ...columns, optimizer: rmsprop({ learningRate: 0.0005, momentum: 0.9 }) },
  'columns, ragged': ragged,
  'columns, two layers': {
    ...columns,
    layers: [dense(24, { activation: 'relu' }), dense(1)],
    dataset: points(25, 40, weighted),
    batchSize: 12,
  },
  // A single layer, that lies by units.
  'columns, one turned layer': { ...ragged, layers: [dense(24)], dataset: points(25, 100, weighted, 24) },
  'columns, one layer of many': { ...ragged, layers: [dense(33)], dataset: points(25, 6, weighted, 33) },
  large,
  'large with Adam': { ...large, optimizer: adam({ learningRate: 0.001 }) },
  'large with momentum': { ...large, optimizer: sgd({ learningRate: 0.001, momentum: 0.9 }) },
} satisfies Record<string, Setup>;

for (const [name, setup] of Object.entries(setups)) {
  const dispatches = name.startsWith('large') ? 2 : 1;
  test(`${name}: ${dispatches === 1 ? 'many steps a dispatch' : 'two dispatches a step'}, and the losses of the f64 executor`, async () => {
    const executor = await createWebGpuExecutor();
    const { loaded } = await loadTraining(executor, setup);
    expect(loaded.dispatchCount).toBe(dispatches);
    const expected = await trainingRows(oracle(), setup, 40);
    const ours = await trainingRows(executor, setup, 40);
    expect(ours.map(({ step, epoch, count }) => [step, epoch, count])).toEqual(
      expected.map(({ step, epoch, count }) => [step, epoch, count]),
    );
    expect(ours.map(({ loss }) => loss)).toBeAllClose(
      expected.map(({ loss }) => loss),
      { rtol: 1e-4 },
    );
    expect(ours.flatMap(({ metrics }) => metrics)).toBeAllClose(
      expected.flatMap(({ metrics }) => metrics),
      { rtol: 1e-4 },
    );
  });

  test(`${name}: the same bits with 1, 7 and 64 steps per submit`, async () => {
    const executor = await createWebGpuExecutor();
    const whole = await trainingRows(executor, setup, 64, 64);
    for (const stepsPerSubmit of [1, 7]) expect(await trainingRows(executor, setup, 64, stepsPerSubmit)).toEqual(whole);
  });
}

/** What a GPU would get, with its 64 threads a workgroup. */
async function asOnGpu<Result>(run: () => Promise<Result>): Promise<Result> {
  const traits: { software: boolean } = (await sharedDevice()).traits;
  const before = traits.software;
  traits.software = false;
  try {
    return await run();
  } finally {
    traits.software = before;
  }
}

const upright = { ...ragged, layers: [dense(33, { activation: 'relu' }), dense(11)] };
const turned = { ...columns, layers: [dense(37, { activation: 'tanh' }), dense(9, { activation: 'relu' }), dense(1)] };
const onGpu = { network, 'columns, upright': upright, 'columns, turned': turned };

test.for(Object.entries(onGpu))('%s as on a GPU: the losses of the f64 executor', ([, setup]) =>
  asOnGpu(async () => {
    const executor = await createWebGpuExecutor();
    const { loaded } = await loadTraining(executor, setup);
    expect(loaded.dispatchCount).toBe(1);
    const [expected, ours] = [await trainingRows(oracle(), setup, 40), await trainingRows(executor, setup, 40, 13)];
    expect(ours.map(({ loss }) => loss)).toBeAllClose(
      expected.map(({ loss }) => loss),
      { rtol: 1e-4 },
    );
  }),
);

test('classes and packed images are no chain: they are left to the plan', async () => {
  const { program } = await loadTraining(oracle(), {
    ...neuron,
    layers: [dense(10, { activation: 'softmax' })],
    dataset: packedDigits(64),
    batchSize: 32,
    loss: 'sparseCategoricalCrossentropy',
    metrics: [],
  });
  expect(denseChainOf(program)).toBeUndefined();
});
