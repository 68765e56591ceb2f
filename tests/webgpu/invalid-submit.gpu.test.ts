// A submit that the device finds invalid is an error with the program's name: not zeros, and not only a line in the console.

import { expect, onTestFinished, test } from 'vitest';
import * as f from '../../engine/functional/index.ts';
import { grad, tensor, useBackend } from '../../engine/functional/index.ts';
import { dense } from '../../engine/nn/layers.ts';
import { sequential } from '../../engine/nn/sequential.ts';
import { packedDigits } from '../training/fixtures.ts';

/** From now on the next buffer with this label is destroyed behind the engine's back: whatever uses it is not valid. */
function breakNext(label: string): void {
  const { createBuffer } = GPUDevice.prototype;
  const restore = () => {
    GPUDevice.prototype.createBuffer = createBuffer;
  };
  onTestFinished(restore);
  GPUDevice.prototype.createBuffer = function (descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    if (descriptor.label === label) {
      restore();
      queueMicrotask(() => buffer.destroy());
    }
    return buffer;
  };
}

function build() {
  const model = sequential([dense(10, { activation: 'softmax' })], { inputShape: [784], seed: 1 });
  onTestFinished(() => model.dispose());
  return model;
}
const options = { loss: 'sparseCategoricalCrossentropy', backend: 'webgpu', batchSize: 16 } as const;

test('a training step: the run fails with the message, and has no rows of zeros', async () => {
  const model = build();
  breakNext('gradients');
  const run = model.fit(packedDigits(64), { ...options, epochs: 5 });
  await expect(run.finished).rejects.toThrow(/^training step: .*gradients.*destroyed/s);
  expect(run.state).toBe('failed');
  expect(run.history.steps).toEqual([]);
  // The weights are untouched, and the model trains again.
  const again = model.fit(packedDigits(64), options);
  expect((await again.finished).steps).toHaveLength(4);
});

test('an evaluation and a prediction', async () => {
  const model = build();
  breakNext('ring');
  await expect(model.evaluate(packedDigits(64), options)).rejects.toThrow(/^evaluation: .*ring.*destroyed/s);
  breakNext('input');
  await expect(model.predict(new Float32Array(784), { backend: 'webgpu' })).rejects.toThrow(
    /^prediction: .*input.*destroyed/s,
  );
});

test('weights that cannot be read back are no zeros', async () => {
  const model = build();
  await model.predict(new Float32Array(784), { backend: 'webgpu' });
  breakNext('readback');
  await expect(model.getWeights()).rejects.toThrow();
  const [kernel] = await model.getWeights();
  expect(kernel!.data.some((weight) => weight !== 0)).toBe(true);
});

test('an eager op, and what is computed of it', async () => {
  useBackend('webgpu');
  breakNext('output');
  const x = f.gelu(tensor([1, 2, 3, 4, 5, 6, 7]));
  const y = f.mul(x, 2);
  await expect(x.data()).rejects.toThrow(/^computation: .*output.*destroyed/s);
  await expect(y.data()).rejects.toThrow(/^computation: /);
  expect(await grad((at: f.Tensor) => f.sum(f.square(at)))(tensor([1, 2])).data()).toEqual(Float32Array.of(2, 4));
});
