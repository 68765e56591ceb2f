// The loops for small chains give the losses of the node-by-node run in f64.

import { expect, test } from 'vitest';
import { createCpuExecutor } from '../../engine/cpu/executor.ts';
import type { Dataset } from '../../engine/graph/dataset.ts';
import { hash } from '../../engine/graph/shuffle.ts';
import { dense } from '../../engine/nn/layers.ts';
import { adam, rmsprop, sgd } from '../../engine/nn/optimizers.ts';
import { loadTraining, oracle, type Setup, trainingRows } from '../training/fixtures.ts';
import '../close.ts';

function points(count: number, width: number, target: (x: readonly number[]) => number): Dataset {
  const inputs = Float32Array.from({ length: count * width }, (_, i) => hash(i, 5) / 2 ** 31 - 1);
  const targets = Float32Array.from({ length: count }, (_, row) =>
    target(Array.from(inputs.subarray(row * width, (row + 1) * width))),
  );
  const column = (data: Float32Array, columns: number) => ({
    shape: [count, columns],
    encoding: 'f32' as const,
    data,
    scale: 1,
    offset: 0,
  });
  return { inputs: column(inputs, width), targets: column(targets, 1) };
}

const line: Setup = {
  layers: [dense(1)],
  dataset: points(50, 1, ([x = 0]) => 3 * x + 1),
  batchSize: 50,
  optimizer: sgd({ learningRate: 0.1 }),
  loss: 'meanSquaredError',
  metrics: [],
  seed: 3,
};

/** 75 examples in batches of 32: the last batch of an epoch is short. */
const network: Setup = {
  layers: [dense(7, { activation: 'tanh' }), dense(6, { activation: 'relu' }), dense(1, { activation: 'sigmoid' })],
  dataset: points(75, 2, ([x = 0, y = 0]) => Number(x * y > 0)),
  batchSize: 32,
  optimizer: adam({ learningRate: 0.03 }),
  loss: 'binaryCrossentropy',
  metrics: ['accuracy'],
  seed: 4,
};

const houses: Setup = {
  layers: [dense(9, { activation: 'sigmoid' }), dense(1)],
  dataset: points(40, 13, ([x = 0, y = 0]) => 3 * x + y),
  batchSize: 10,
  optimizer: rmsprop({ learningRate: 0.01 }),
  loss: 'meanSquaredError',
  metrics: ['meanAbsoluteError'],
  seed: 5,
};

/** Larger chains have loops where there are no kernels. */
const loops = () => createCpuExecutor('f32', 'A test.', 'never');

for (const [name, setup] of Object.entries({
  line,
  'line with a metric': { ...line, metrics: houses.metrics },
  network,
  houses,
})) {
  test(`${name}: the losses and metrics of the f64 executor`, async () => {
    const { loaded } = await loadTraining(loops(), setup);
    expect(loaded).toMatchObject({ means: 'loops' });
    const expected = await trainingRows(oracle(), setup, 40);
    const ours = await trainingRows(loops(), setup, 40, 7);
    expect(ours.map(({ step, epoch, count }) => [step, epoch, count])).toEqual(
      expected.map(({ step, epoch, count }) => [step, epoch, count]),
    );
    for (const values of [
      (row: (typeof ours)[number]) => row.loss,
      (row: (typeof ours)[number]) => row.metrics[0] ?? 0,
    ]) {
      expect(ours.map(values)).toBeAllClose(expected.map(values), { rtol: 2e-4, atol: 1e-6 });
    }
  });
}
