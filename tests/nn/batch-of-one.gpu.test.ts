// A batch of one example: the gradient of a bias is then a view of what the next product reads, and both are in one buffer.

import { expect, test } from 'vitest';
import { dense, sequential } from '../../engine/index.ts';

const examples = 4;
const inputs = Float32Array.from({ length: examples * 6 }, (_, i) => Math.sin(i));
const tensor = (shape: readonly number[], data: Float32Array) =>
  ({ shape, encoding: 'f32', data, scale: 1, offset: 0 }) as const;

async function losses(backend: 'cpu' | 'webgpu', units: number, optimizer: 'adam' | 'sgd'): Promise<number[]> {
  const model = sequential(
    [dense(units, { activation: 'relu' }), dense(units, { activation: 'relu' }), dense(10, { activation: 'softmax' })],
    { inputShape: [6], seed: 1 },
  );
  const dataset = { inputs: tensor([examples, 6], inputs), targets: tensor([examples], Float32Array.of(1, 2, 3, 4)) };
  const { steps } = await model.fit(dataset, {
    backend,
    optimizer,
    loss: 'sparseCategoricalCrossentropy',
    batchSize: 1,
    epochs: 3,
    shuffle: false,
  }).finished;
  model.dispose();
  return steps.map(({ loss }) => loss);
}

test.each([
  [4, 'adam'],
  [64, 'adam'],
  [4, 'sgd'],
  [300, 'sgd'],
] as const)('trains alike on both executors: %i units, %s', async (units, optimizer) => {
  const onCpu = await losses('cpu', units, optimizer);
  expect(onCpu).toHaveLength(3 * examples);
  expect(await losses('webgpu', units, optimizer)).toBeAllClose(onCpu, { rtol: 1e-4, atol: 1e-5 });
});
