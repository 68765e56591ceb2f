// The CPU executor in its worker: the same bits as in the page's thread.

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

test('a program that was sent to the worker trains as one that was not', async () => {
  const worker = await createCpuWorkerExecutor('a test');
  expect(await trainingRows(worker, small, 12, 4)).toEqual(await trainingRows(createCpuExecutor('f32'), small, 12));
  worker.destroy();
});
