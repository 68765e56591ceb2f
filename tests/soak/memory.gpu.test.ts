// Long use costs no memory: 10,000 steps and 1,000 plan builds leave the heap and the number of GPU buffers where they were.

import { expect, onTestFinished, test } from 'vitest';
import { cdp } from 'vitest/browser';
import * as f from '../../engine/functional/index.ts';
import { dense } from '../../engine/nn/layers.ts';
import { sgd } from '../../engine/nn/optimizers.ts';
import { sequential } from '../../engine/nn/sequential.ts';
import { createWebGpuExecutor } from '../../engine/webgpu/executor.ts';
import { loadTraining, packedDigits, type Setup } from '../training/fixtures.ts';

const setup: Setup = {
  layers: [dense(4, { activation: 'relu' }), dense(10, { activation: 'softmax' })],
  dataset: packedDigits(64, 16),
  batchSize: 8,
  optimizer: sgd(),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  seed: 1,
};

/** Buffers made and not destroyed since the counting began. */
function countLiveBuffers() {
  const live = new WeakSet<GPUBuffer>();
  let count = 0;
  const { createBuffer } = GPUDevice.prototype;
  const { destroy } = GPUBuffer.prototype;
  GPUDevice.prototype.createBuffer = function (descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    live.add(buffer);
    count++;
    return buffer;
  };
  GPUBuffer.prototype.destroy = function () {
    if (live.delete(this)) count--;
    return destroy.call(this);
  };
  onTestFinished(() => {
    GPUDevice.prototype.createBuffer = createBuffer;
    GPUBuffer.prototype.destroy = destroy;
  });
  return () => count;
}

/** Bytes of the JavaScript heap after a full collection. */
async function heapBytes(): Promise<number> {
  const session = cdp() as unknown as { send(method: string): Promise<{ usedSize: number }> };
  // Finalizers run after a collection, and what they release goes with the next.
  for (let i = 0; i < 2; i++) {
    await session.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;

test('10,000 steps leave heap and GPU buffers flat', async () => {
  const buffers = countLiveBuffers();
  const { session, loaded } = await loadTraining(await createWebGpuExecutor(), setup);
  const steps = async (count: number) => {
    for (let done = 0; done < count; done += 50) await loaded.run(50);
  };
  await steps(1000);
  const [heapBefore, buffersBefore] = [await heapBytes(), buffers()];
  await steps(10_000);
  const [heapAfter, buffersAfter] = [await heapBytes(), buffers()];
  console.info(
    `10,000 steps: heap ${kilobytes(heapBefore)} → ${kilobytes(heapAfter)}, GPU buffers ${buffersBefore} → ${buffersAfter}`,
  );
  expect(buffersAfter).toBe(buffersBefore);
  expect(heapAfter - heapBefore).toBeLessThan(200 * 1024);
  session.destroy();
  expect(buffers()).toBe(0);
}, 60_000);

test('a fit of 10,000 steps, and then another, leave nothing behind but their histories', async () => {
  const buffers = countLiveBuffers();
  const model = sequential(setup.layers, { inputShape: [16], seed: 1 });
  const { dataset, loss } = setup;
  const train = async () => {
    const run = model.fit(dataset, { epochs: 1250, batchSize: 8, loss, backend: 'webgpu' });
    const { steps } = await run.finished;
    await run.released;
    return steps.length;
  };
  await train();
  const [heapBefore, buffersBefore] = [await heapBytes(), buffers()];
  expect(await train()).toBe(10_000);
  const [heapAfter, buffersAfter] = [await heapBytes(), buffers()];
  console.info(
    `fit, 10,000 steps: heap ${kilobytes(heapBefore)} → ${kilobytes(heapAfter)}, GPU buffers ${buffersBefore} → ${buffersAfter}`,
  );
  expect(buffersAfter).toBe(buffersBefore);
  expect(heapAfter - heapBefore).toBeLessThan(300 * 1024);
  model.dispose();
  await expect.poll(buffers).toBe(0);
}, 60_000);

test('1,000 plans built and given back leave heap and GPU buffers flat', async () => {
  const buffers = countLiveBuffers();
  const executor = await createWebGpuExecutor();
  const build = async (count: number) => {
    for (let i = 0; i < count; i++) {
      const { session } = await loadTraining(executor, setup);
      session.destroy();
    }
  };
  // Enough for the compiler to be done with what runs here.
  await build(200);
  const [heapBefore, buffersBefore] = [await heapBytes(), buffers()];
  await build(1000);
  const [heapAfter, buffersAfter] = [await heapBytes(), buffers()];
  console.info(
    `1,000 plan builds: heap ${kilobytes(heapBefore)} → ${kilobytes(heapAfter)}, GPU buffers ${buffersBefore} → ${buffersAfter}`,
  );
  expect(buffersAfter).toBe(buffersBefore);
  expect(heapAfter - heapBefore).toBeLessThan(500 * 1024);
}, 60_000);

test('12,000 eager ops whose handles are dropped, in no scope: the collector gives their memory back', async () => {
  f.useBackend('webgpu');
  const buffers = countLiveBuffers();
  const ops = async (count: number) => {
    let x = f.tensor(new Float32Array(256).fill(0.5));
    for (let i = 0; i < count; i++) {
      x = f.tanh(f.mul(x, 1.01));
      if (i % 100 === 99) await x.data();
      if (i % 1000 === 999) await heapBytes();
    }
    return x.data();
  };
  await ops(1000);
  const [heapBefore, buffersBefore] = [await heapBytes(), buffers()];
  await ops(6000);
  const [heapAfter, buffersAfter] = [await heapBytes(), buffers()];
  console.info(
    `12,000 eager ops: heap ${kilobytes(heapBefore)} → ${kilobytes(heapAfter)}, GPU buffers ${buffersBefore} → ${buffersAfter}`,
  );
  // Buffers wait in a pool between two collections: no more than one collection's worth.
  expect(buffersAfter).toBeLessThanOrEqual(buffersBefore * 1.5);
  expect(heapAfter - heapBefore).toBeLessThan(500 * 1024);
}, 60_000);
