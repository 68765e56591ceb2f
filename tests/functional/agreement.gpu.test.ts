// Compiled and op-by-op execution agree on the GPU, and both agree with the CPU.

import { afterEach, expect, test } from 'vitest';
import type { Tensor } from '../../engine/functional/index.ts';
import * as f from '../../engine/functional/index.ts';
import { hash } from '../../engine/graph/shuffle.ts';
import { sharedDevice } from '../../engine/webgpu/device.ts';

afterEach(() => f.useBackend('webgpu'));

/** Reproducible values in (-2, 2). */
const random = (shape: readonly number[], key: number): Float32Array =>
  Float32Array.from({ length: shape.reduce((n, size) => n * size, 1) }, (_, i) => (hash(i, key) / 2 ** 32) * 4 - 2);

interface Case {
  readonly name: string;
  readonly shapes: readonly (readonly number[])[];
  readonly fn: (...args: Tensor[]) => Tensor;
  /** A named fusion computes some of it in one kernel, which may contract a product and a sum. */
  readonly ulps?: number;
}

const cases: Case[] = [
  { name: 'polynomial', shapes: [[100]], fn: (x) => f.add(f.mul(x, f.add(f.mul(x, 0.5), 1)), 2) },
  { name: 'broadcast arithmetic', shapes: [[7, 1], [5]], fn: (a, b) => f.div(f.sub(a, b), f.add(f.square(b), 1)) },
  {
    name: 'softmax of a product',
    shapes: [
      [6, 8],
      [8, 5],
    ],
    fn: (a, b) => f.softmax(f.matmul(a, b)),
  },
  { name: 'logSoftmax, mean', shapes: [[33, 10]], fn: (x) => f.mean(f.logSoftmax(x), 0) },
  { name: 'reductions', shapes: [[4, 9, 3]], fn: (x) => f.sub(f.max(x, [0, 2]), f.mean(x, [0, 2])) },
  { name: 'norm', shapes: [[300]], fn: (x) => f.sqrt(f.sum(f.square(x))) },
  { name: 'activations', shapes: [[64]], fn: (x) => f.add(f.gelu(x), f.mul(f.softplus(x), f.sigmoid(f.neg(x)))) },
  { name: 'choice', shapes: [[50], [50]], fn: (a, b) => f.where(f.greater(a, b), f.exp(a), f.tanh(b)) },
  {
    name: 'shapes',
    shapes: [
      [4, 6],
      [3, 8],
    ],
    fn: (a, b) =>
      f.matmul(
        f.concatenate([f.transpose(a), f.slice(f.transpose(a), [0, 0], [1, 4])]),
        f.reshape(f.slice(b, [0, 0], [1, 8]), [4, 2]),
      ),
  },
  {
    name: 'gradient of a softmax loss',
    shapes: [
      [5, 4],
      [8, 5],
    ],
    fn: (w, x) => f.grad((at: Tensor) => f.neg(f.mean(f.max(f.logSoftmax(f.matmul(x, at)), 1))))(w),
  },
  {
    name: 'dense layer',
    shapes: [[16, 12], [12, 8], [8]],
    fn: (x, w, b) => f.relu(f.add(f.matmul(x, w), b)),
    ulps: 4,
  },
  {
    name: 'gradient of a dense network',
    shapes: [
      [12, 8],
      [16, 12],
      [8, 1],
    ],
    fn: (w, x, v) => f.grad((at: Tensor) => f.mean(f.square(f.matmul(f.tanh(f.matmul(x, at)), v))))(w),
    ulps: 16,
  },
];

/** Distance in units in the last place of the larger magnitude, against the largest of the whole result. */
function worstUlps(a: Float32Array, b: Float32Array): number {
  const scale = Math.max(...a.map(Math.abs), Number.MIN_VALUE);
  const ulp = 2 ** (Math.floor(Math.log2(scale)) - 23);
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!))) / ulp;
}

for (const { name, shapes, fn, ulps } of cases) {
  const promise = ulps ? `within ${ulps} ulp of the largest value` : 'bit for bit';
  test(`${name}: compiled and op by op agree ${promise}, and with the CPU to 1e-4`, async () => {
    const inputs = () => shapes.map((shape, i) => f.tensor(random(shape, i + 1), shape));
    f.useBackend('webgpu');
    const eager = await fn(...inputs()).data();
    const compiled = await f
      .compile(fn)(...inputs())
      .data();
    f.useBackend('cpu');
    const cpu = await fn(...inputs()).data();
    if (ulps) {
      const worst = worstUlps(eager, compiled);
      console.info(`${name}: ${worst.toFixed(2)} ulp`);
      expect(worst).toBeLessThanOrEqual(ulps);
    } else expect(new Uint32Array(compiled.buffer)).toEqual(new Uint32Array(eager.buffer));
    expect(eager).toBeAllClose(cpu, { rtol: 1e-4, atol: 1e-4 });
    expect(eager.some((value) => value !== 0)).toBe(true);
  });
}

test('tensors move between the executors when they meet', async () => {
  f.useBackend('cpu');
  const x = f.tensor([1, 2, 3]);
  const y = f.mul(x, 2);
  f.useBackend('webgpu');
  const z = f.add(y, f.tensor([10, 20, 30]));
  expect([...(await z.data())]).toEqual([12, 24, 36]);
});

test('a lost device takes its tensors along, and says so; new ones go to a new device', async () => {
  f.useBackend('webgpu');
  const x = f.tensor([1, 2, 3]);
  await x.data();
  (await sharedDevice()).gpu.destroy();
  await expect(x.data()).rejects.toThrow(/GPU was lost.*make it again from its data/);
  await expect.poll(async () => [...(await f.square(f.tensor([2, 3])).data())]).toEqual([4, 9]);
  await expect(f.square(x).data()).rejects.toThrow(/GPU was lost/);
});

test('a scope gives its buffers back: a hundred rounds need no more memory than one', async () => {
  f.useBackend('webgpu');
  const round = () =>
    f.scope(() => {
      let x = f.tensor(random([1000], 3));
      for (let i = 0; i < 10; i++) x = f.tanh(f.mul(x, 1.1));
      return f.sum(x);
    });
  const first = await round().item();
  const created: number[] = [];
  const original = GPUDevice.prototype.createBuffer;
  GPUDevice.prototype.createBuffer = function (descriptor) {
    if (descriptor.label === 'tensor') created.push(descriptor.size);
    return original.call(this, descriptor);
  };
  try {
    for (let i = 0; i < 100; i++) expect(await round().item()).toBe(first);
  } finally {
    GPUDevice.prototype.createBuffer = original;
  }
  // The scalars returned wait for the garbage collector; the rest is used again.
  expect(created.filter((size) => size > 16)).toEqual([]);
});
