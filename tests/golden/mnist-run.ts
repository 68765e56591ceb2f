// The run that is compared with the MNIST golden, the same on both executors.

import { expect } from 'vitest';
import type { Dataset } from '../../engine/graph/dataset.ts';
import { adam, dense, sequential } from '../../engine/index.ts';
import golden from './mnist.json';

/** Trains the golden's steps and compares every loss, every accuracy, and the weights at the end. */
export async function compareWithMnistGolden(train: Dataset, backend: 'webgpu' | 'cpu'): Promise<void> {
  const model = sequential(
    [dense(100, { activation: 'relu' }), dense(100, { activation: 'relu' }), dense(10, { activation: 'softmax' })],
    { inputShape: [784], seed: golden.seed },
  );
  const run = model.fit(train, {
    backend,
    paused: true,
    batchSize: golden.batchSize,
    optimizer: adam({ learningRate: golden.learningRate }),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  await run.step(golden.steps);
  run.stop();
  const { steps } = await run.finished;
  expect(run.backend?.executor).toBe(backend);
  expect(train.inputs.shape[0]).toBe(golden.examples);
  expect(steps.map(({ loss }) => loss)).toBeAllClose(golden.losses, { rtol: 1e-4, atol: 0 });
  // One image of the batch may sit on the border between two classes.
  expect(steps.map(({ metrics }) => metrics.accuracy!)).toBeAllClose(golden.accuracies, { rtol: 0, atol: 0.0021 });
  const norms = (await model.getWeights()).map(({ data }) => Math.hypot(...data));
  // Adam turns the sign of a gradient near zero into a whole step: biases differ more than losses.
  expect(norms).toBeAllClose(golden.norms, { rtol: 5e-4, atol: 0 });
  model.dispose();
}
