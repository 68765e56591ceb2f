// Training trajectories on the GPU: equal to the f64 executor's, and to themselves whatever the steps per submit.

import { expect, test } from 'vitest';
import { dense } from '../../engine/nn/layers.ts';
import { adam } from '../../engine/nn/optimizers.ts';
import { createWebGpuExecutor } from '../../engine/webgpu/executor.ts';
import { oracle, packedDigits, type Setup, trainingRows } from './fixtures.ts';

const mnistLike: Setup = {
  layers: [
    dense(100, { activation: 'relu' }),
    dense(100, { activation: 'relu' }),
    dense(10, { activation: 'softmax' }),
  ],
  dataset: packedDigits(300),
  batchSize: 64,
  optimizer: adam(),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  seed: 5,
};

test('the first 20 losses equal the f64 executor to 1e-4 relative', async () => {
  const expected = await trainingRows(oracle(), mnistLike, 20);
  const ours = await trainingRows(await createWebGpuExecutor(), mnistLike, 20);
  for (const [i, row] of ours.entries()) {
    const want = expected[i]!;
    expect(
      Math.abs(row.loss - want.loss) / want.loss,
      `step ${row.step}: ${row.loss} against ${want.loss}`,
    ).toBeLessThan(1e-4);
    expect(row).toMatchObject({ step: want.step, epoch: want.epoch, count: want.count });
    expect(row.metrics[0]).toBeCloseTo(want.metrics[0]!, 5);
  }
});

test('the curve is the same bit for bit with 1, 7 and 64 steps per submit', async () => {
  const executor = await createWebGpuExecutor();
  const whole = await trainingRows(executor, mnistLike, 64, 64);
  for (const stepsPerSubmit of [1, 7]) {
    expect(await trainingRows(executor, mnistLike, 64, stepsPerSubmit)).toEqual(whole);
  }
});
