// The CPU executor in its worker, and with its threads: the same bits as in the page's thread.

import { expect, test } from 'vitest';
import { createCpuExecutor } from '../../engine/cpu/executor.ts';
import { createCpuWorkerExecutor } from '../../engine/cpu/worker-executor.ts';
import { dense } from '../../engine/nn/layers.ts';
import { adam } from '../../engine/nn/optimizers.ts';
import { packedDigits, type Setup, trainingRows } from '../training/fixtures.ts';

const small: Setup = {
  layers: [dense(8, { activation: 'tanh' }), dense(10, { activation: 'softmax' })],
  dataset: packedDigits(100, 64),
  batchSize: 32,
  optimizer: adam(),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  seed: 3,
};

/** Trained by loops of its own, which the page recognises and the worker runs. */
const chain: Setup = {
  ...small,
  layers: [dense(4, { activation: 'relu' }), dense(1)],
  loss: 'meanSquaredError',
  metrics: ['meanAbsoluteError'],
};

for (const [name, setup] of Object.entries({ small, chain })) {
  test(`a program that was sent to the worker trains as one that was not: ${name}`, async () => {
    const worker = await createCpuWorkerExecutor('a test');
    expect(await trainingRows(worker, setup, 12, 4)).toEqual(await trainingRows(createCpuExecutor('f32'), setup, 12));
    worker.destroy();
  });
}

/** Large enough for the kernels, and for parts that are worth a thread. */
const large: Setup = {
  ...small,
  layers: [
    dense(100, { activation: 'relu' }),
    dense(100, { activation: 'relu' }),
    dense(10, { activation: 'softmax' }),
  ],
  dataset: packedDigits(600),
  batchSize: 256,
};

test('threads do not change a bit', async () => {
  expect(crossOriginIsolated, 'there are threads').toBe(true);
  const worker = await createCpuWorkerExecutor('a test');
  // The page's own thread may not wait for others, and has no helpers.
  const alone = await trainingRows(createCpuExecutor('f32', 'a test', 'always'), large, 20);
  for (const stepsPerSubmit of [1, 7, 20]) {
    expect((await trainingRows(worker, large, 20, stepsPerSubmit)).slice(0, 20)).toEqual(alone);
  }
  worker.destroy();
});

test('images of more than one part arrive whole', async () => {
  const long: Setup = { ...small, dataset: packedDigits(12_000), batchSize: 4000 };
  const worker = await createCpuWorkerExecutor('a test');
  expect(await trainingRows(worker, long, 3)).toEqual(await trainingRows(createCpuExecutor('f32'), long, 3));
  worker.destroy();
});
