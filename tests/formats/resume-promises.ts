// Saving in the middle of training and going on from the file; the same tests run on both executors.

import { expect, onTestFinished, test } from 'vitest';
import {
  adam,
  cosineDecay,
  type FitOptions,
  load,
  rmsprop,
  type Sequential,
  save,
  sequential,
  sgd,
} from '../../engine/index.ts';
import { dense } from '../../engine/nn/layers.ts';
import { packedDigits } from '../training/fixtures.ts';

const dataset = packedDigits(100, 64);

const build = (seed = 2): Sequential => {
  const layers = [dense(16, { activation: 'relu' }), dense(10, { activation: 'softmax' })];
  const model = sequential(layers, { inputShape: [64], seed });
  onTestFinished(() => model.dispose());
  return model;
};

const optimizers = {
  adam: () => adam({ learningRate: 0.01, schedule: cosineDecay(60) }),
  rmsprop: () => rmsprop({ momentum: 0.5 }),
  'sgd with momentum': () => sgd({ momentum: 0.9 }),
};

export function describeResume(backend: 'webgpu' | 'cpu'): void {
  test.each(Object.entries(optimizers))(
    '%s: a run resumed from a file goes on bit for bit',
    async (_name, optimizer) => {
      const options: FitOptions = {
        epochs: 8,
        batchSize: 16,
        loss: 'sparseCategoricalCrossentropy',
        metrics: ['accuracy'],
        optimizer: optimizer(),
        backend,
      };
      const whole = build().fit(dataset, options);
      await whole.finished;

      const model = build();
      const first = model.fit(dataset, { ...options, paused: true });
      await first.step(17);
      const file = await save(model);
      first.stop();
      await first.finished;

      // The seeds of the order and of the weights come from the file.
      const second = build(99).fit(dataset, { ...options, resume: load(file) });
      const { steps, epochs } = await second.finished;
      expect(steps).toEqual(whole.history.steps.slice(17));
      expect(steps[0]!.step).toBe(18);
      // The epoch under way had rows before the file: its means are of those after.
      expect(epochs.slice(1).map(({ loss }) => loss)).toEqual(whole.history.epochs.slice(3).map(({ loss }) => loss));
    },
  );

  test('a file saved after training holds the weights that predict', async () => {
    const model = build();
    await model.fit(dataset, { batchSize: 16, loss: 'sparseCategoricalCrossentropy', backend }).finished;
    const image = new Float32Array(64).fill(0.5);
    const expected = await model.predict(image);
    const other = build(7);
    other.setWeights(load(await save(model)).weights);
    expect(await other.predict(image, { backend })).toEqual(expected);
  });
}
