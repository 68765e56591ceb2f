// A convolutional network with dropout and normalization trains on the GPU as in double precision.

import { expect, test } from 'vitest';
import { adam, conv2d, dense, dropout, flatten, l2, maxPooling2d, normalization } from '../../engine/index.ts';
import { createWebGpuExecutor } from '../../engine/webgpu/executor.ts';
import { oracle, packedDigits, type Setup, trainingRows } from '../training/fixtures.ts';

test('15 steps of convolution, pooling, dropout and normalization equal the f64 executor', async () => {
  const digits = packedDigits(60, 144);
  const dataset = { ...digits, inputs: { ...digits.inputs, shape: [60, 12, 12, 1] } };
  const setup: Setup = {
    layers: [
      normalization().adapt(dataset),
      conv2d(4, 3, { activation: 'relu', padding: 'same', kernelRegularizer: l2(0.001) }),
      maxPooling2d(2),
      dropout(0.2),
      conv2d(6, 3, { activation: 'relu' }),
      maxPooling2d(2),
      flatten(),
      dense(10, { activation: 'softmax' }),
    ],
    dataset,
    batchSize: 16,
    optimizer: adam({ learningRate: 0.005, globalClipNorm: 1 }),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy', 'gradientNorm'],
    seed: 3,
  };
  const expected = await trainingRows(oracle(), setup, 15);
  const ours = await trainingRows(await createWebGpuExecutor(), setup, 15);
  for (const read of [(row: (typeof ours)[0]) => row.loss, (row: (typeof ours)[0]) => row.metrics[1]!]) {
    expect(ours.map(read)).toBeAllClose(expected.map(read), { rtol: 1e-3, atol: 1e-5 });
  }
  expect(ours.at(-1)!.loss).toBeLessThan(ours[0]!.loss);
});
