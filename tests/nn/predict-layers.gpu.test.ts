// What every neuron says: the figures that draw a network's insides read it.

import { expect, test } from 'vitest';
import { dense, sequential } from '../../engine/index.ts';

const inputs = Float32Array.from({ length: 10 }, (_, i) => Math.sin(i));
const model = () =>
  sequential(
    [dense(4, { activation: 'relu' }), dense(3, { activation: 'tanh' }), dense(2, { activation: 'softmax' })],
    {
      inputShape: [2],
      seed: 5,
    },
  );

test.each(['cpu', 'webgpu'] as const)('every layer answers, and the last one as predict does: %s', async (backend) => {
  const network = model();
  const layers = await network.predictLayers(inputs, { backend });
  expect(layers.map(({ length }) => length)).toEqual([20, 15, 10]);
  expect(layers[2]).toBeAllClose(await network.predict(inputs, { backend }));
  const [kernel, bias] = await network.getWeights();
  const first = Array.from({ length: 20 }, (_, i) => {
    const [row, unit] = [Math.floor(i / 4), i % 4];
    const sum =
      inputs[2 * row]! * kernel!.data[unit]! + inputs[2 * row + 1]! * kernel!.data[4 + unit]! + bias!.data[unit]!;
    return Math.max(0, sum);
  });
  expect(layers[0]).toBeAllClose(first);
  network.dispose();
});

test('a prediction and a run that begin together share one set of weights', async () => {
  const network = model();
  const dataset = {
    inputs: { shape: [5, 2], encoding: 'f32' as const, data: inputs, scale: 1, offset: 0 },
    targets: { shape: [5], encoding: 'f32' as const, data: new Float32Array([0, 1, 0, 1, 1]), scale: 1, offset: 0 },
  };
  const before = network.predict(inputs, { backend: 'cpu' });
  const run = network.fit(dataset, { epochs: 20, loss: 'sparseCategoricalCrossentropy', backend: 'cpu' });
  await run.finished;
  const after = await network.predict(inputs, { backend: 'cpu' });
  expect(Array.from(after)).not.toEqual(Array.from(await before));
});
