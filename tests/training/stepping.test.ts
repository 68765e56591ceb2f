// A paused run takes single steps, as many as are asked for.

import { expect, test } from 'vitest';
import { dense, sequential, sgd } from '../../engine/index.ts';
import { packedDigits } from './fixtures.ts';

test('a step asked for right after the last one is taken', async () => {
  const model = sequential([dense(10, { activation: 'softmax' })], { inputShape: [784] });
  const run = model.fit(packedDigits(20), {
    epochs: 3,
    batchSize: 20,
    optimizer: sgd(),
    loss: 'sparseCategoricalCrossentropy',
    backend: 'cpu',
    paused: true,
  });
  for (let step = 1; step <= 3; step++) {
    await run.step();
    // Gives the run time to begin the snapshot that it takes when it rests.
    await model.getWeights();
    expect(run.history.steps).toHaveLength(step);
  }
  expect((await run.finished).epochs).toHaveLength(3);
});
