// The functional API on the CPU: what the functions mean, in NumPy's and JAX's terms.

import { beforeAll, describe, expect, test } from 'vitest';
import type { Tensor } from '../../engine/functional/index.ts';
import * as f from '../../engine/functional/index.ts';

beforeAll(() => f.useBackend('cpu'));

const values = async (x: Tensor) => [...(await x.data())];

describe('tensors', () => {
  test('take numbers, nested arrays, and flat values with a shape', async () => {
    expect(f.tensor(3).shape).toEqual([]);
    const matrix = f.tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(matrix.shape).toEqual([2, 3]);
    expect([matrix.rank, matrix.size]).toEqual([2, 6]);
    expect(await values(f.tensor(new Float32Array([1, 2, 3, 4]), [2, 2]))).toEqual([1, 2, 3, 4]);
    expect(f.tensor([[], []]).shape).toEqual([2, 0]);
    expect(await f.tensor(7).item()).toBe(7);
  });

  test('keep a copy of what they are made of', async () => {
    const data = new Float32Array([1, 2]);
    const x = f.tensor(data);
    data.fill(9);
    expect(await values(x)).toEqual([1, 2]);
  });

  test('refuse ragged arrays, a wrong number of values, and item() of many', async () => {
    expect(() => f.tensor([[1, 2], [3]])).toThrow(/ragged.*\[2×2\]/);
    expect(() => f.tensor([1, [2]])).toThrow(/ragged/);
    expect(() => f.tensor([1, 2, 3], [2, 2])).toThrow(/3 values do not fill the shape \[2×2\]/);
    await expect(f.tensor([1, 2]).item()).rejects.toThrow(/\[2\] has 2 elements/);
  });
});

describe('functions', () => {
  test('broadcast as NumPy does, with numbers as scalars', async () => {
    const x = f.tensor([
      [1, 2],
      [3, 4],
    ]);
    expect(await values(f.add(x, f.tensor([10, 20])))).toEqual([11, 22, 13, 24]);
    expect(await values(f.sub(1, x))).toEqual([0, -1, -2, -3]);
    expect(await values(f.mul(f.tensor([[1], [2]]), f.tensor([3, 4])))).toEqual([3, 4, 6, 8]);
    expect(await values(f.pow(x, 2))).toEqual([1, 4, 9, 16]);
    expect(() => f.add(x, f.tensor([1, 2, 3]))).toThrow(/add: \[2×2\] and \[3\] do not broadcast/);
  });

  test('reduce over one axis, several, or all, and keep dimensions when asked', async () => {
    const x = f.tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(f.sum(x).shape).toEqual([]);
    expect(await values(f.sum(x, 0))).toEqual([5, 7, 9]);
    expect(f.mean(x, -1, { keepDims: true }).shape).toEqual([2, 1]);
    expect(await values(f.mean(x, [0, 1]))).toEqual([3.5]);
    expect(await values(f.max(x, 1))).toEqual([3, 6]);
    expect(await values(f.min(x))).toEqual([1]);
    expect(await values(f.argmax(x, 1))).toEqual([2, 2]);
  });

  test('reshape, transpose, slice, join, pick', async () => {
    const x = f.tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(f.reshape(x, [3, -1]).shape).toEqual([3, 2]);
    expect(await values(f.transpose(x))).toEqual([1, 4, 2, 5, 3, 6]);
    expect(await values(f.slice(x, [0, 1], [2, 2]))).toEqual([2, 3, 5, 6]);
    expect(await values(f.concatenate([x, f.tensor([[7, 8, 9]])]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await values(f.take(x, f.tensor([1, 0, 1])))).toEqual([4, 5, 6, 1, 2, 3, 4, 5, 6]);
    expect(await values(f.oneHot(f.tensor([2, 0]), 3))).toEqual([0, 0, 1, 1, 0, 0]);
    expect(await values(f.where(f.greater(x, 3), x, 0))).toEqual([0, 0, 0, 4, 5, 6]);
    expect(await values(f.clip(x, 2, 5))).toEqual([2, 2, 3, 4, 5, 5]);
  });

  test('matmul takes matrices, vectors and batches', async () => {
    const a = f.tensor([
      [1, 2],
      [3, 4],
    ]);
    const v = f.tensor([1, 10]);
    expect(await values(f.matmul(a, a))).toEqual([7, 10, 15, 22]);
    expect(f.matmul(a, v).shape).toEqual([2]);
    expect(await values(f.matmul(a, v))).toEqual([21, 43]);
    expect(await values(f.matmul(v, a))).toEqual([31, 42]);
    expect(f.matmul(v, v).shape).toEqual([]);
    expect(await f.matmul(v, v).item()).toBe(101);
    const many = f.tensor([
      [
        [1, 0],
        [0, 1],
      ],
      [
        [2, 0],
        [0, 2],
      ],
    ]);
    expect(await values(f.matmul(many, a))).toEqual([1, 2, 3, 4, 2, 4, 6, 8]);
    expect(() => f.matmul(a, f.tensor([[1, 2, 3]]))).toThrow(/inner dimensions 2 and 1 differ/);
    expect(() => f.matmul(a, 2)).toThrow(/use mul/);
  });

  test('solve a linear system by Cholesky', async () => {
    const a = f.tensor([
      [4, 2],
      [2, 3],
    ]);
    const x = f.choleskySolve(a, f.tensor([[2], [1]]));
    expect(await x.data()).toBeAllClose([0.5, 0]);
  });
});

describe('images and chance', () => {
  const image = f.tensor(
    Array.from({ length: 9 }, (_, i) => i + 1),
    [1, 3, 3, 1],
  );

  test('conv2d slides filters over images, whole windows or padded', async () => {
    const sums = f.tensor([1, 1, 1, 1], [2, 2, 1, 1]);
    expect(await values(f.conv2d(image, sums))).toEqual([12, 16, 24, 28]);
    expect(f.conv2d(image, sums, { padding: 'same', strides: 2 }).shape).toEqual([1, 2, 2, 1]);
    expect(() => f.conv2d(image, f.tensor([1, 1], [1, 1, 2, 1]))).toThrow(/conv2d.*1 and 2 channels differ/);
    const slope = f.grad((w: Tensor) => f.sum(f.conv2d(image, w)))(sums);
    expect(await values(slope)).toEqual([12, 16, 24, 28]);
  });

  test('maxPool2d takes the largest of each window, and only that has a slope', async () => {
    expect(await values(f.maxPool2d(image, 2, { strides: 1 }))).toEqual([5, 6, 8, 9]);
    expect(f.maxPool2d(image).shape).toEqual([1, 1, 1, 1]);
    const slope = f.grad((x: Tensor) => f.sum(f.maxPool2d(x)))(image);
    expect(await values(slope)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
  });

  test('dropout zeroes a share, keeps the mean, and repeats itself by its seed', async () => {
    const ones = f.tensor(new Float32Array(10_000).fill(1));
    const dropped = await values(f.dropout(ones, 0.25, 7));
    expect(new Set(dropped)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
    const kept = dropped.filter((value) => value !== 0).length;
    expect(Math.abs(kept - 7500)).toBeLessThan(150);
    expect(await values(f.dropout(ones, 0.25, 7))).toEqual(dropped);
    expect(await values(f.dropout(ones, 0.25, 8))).not.toEqual(dropped);
    expect(await values(f.grad((x: Tensor) => f.sum(f.dropout(x, 0.25, 7)))(ones))).toEqual(dropped);
    expect(() => f.dropout(ones, 1)).toThrow(/rate 1/);
  });
});

describe('grad', () => {
  test('is the derivative by the first argument, or another', async () => {
    const fn = (x: Tensor, y: Tensor) => f.sum(f.mul(f.square(x), y));
    const x = f.tensor([1, 2, 3]);
    const y = f.tensor([4, 5, 6]);
    expect(await values(f.grad(fn)(x, y))).toEqual([8, 20, 36]);
    expect(await values(f.grad(fn, { argument: 1 })(x, y))).toEqual([1, 4, 9]);
    const [value, gradient] = f.valueAndGrad(fn)(x, y);
    expect(await value.item()).toBe(78);
    expect(await values(gradient)).toEqual([8, 20, 36]);
  });

  test('goes through trees of tensors, and closes over tensors', async () => {
    const scale = f.tensor(3);
    const loss = ({ w, b }: { w: Tensor; b: Tensor }, xs: readonly Tensor[]) =>
      f.mul(scale, f.sum(f.add(f.mul(w, xs[0]!), b)));
    const gradient = f.grad(loss)({ w: f.tensor([1, 1]), b: f.tensor(0) }, [f.tensor([5, 7])]);
    expect(await values(gradient.w)).toEqual([15, 21]);
    expect(await gradient.b.item()).toBe(6);
  });

  test('of a number is a scalar; of a gradient is the second derivative, and so on', async () => {
    const cube = (x: Tensor) => f.mul(x, f.mul(x, x));
    const x = f.tensor(2);
    expect(await f.grad(cube)(x).item()).toBe(12);
    expect(await f.grad(f.grad(cube))(x).item()).toBe(12);
    expect(
      await f
        .grad(f.grad(f.grad(cube)))(x)
        .item(),
    ).toBe(6);
  });

  test('takes what the function closes over as constant, also when that depends on the same tensor', async () => {
    // d/dx [ x · d/dy (x·y) at y = 1 ] = d/dx x² = 2x, though y's function closes over x.
    const fn = (x: Tensor) => f.mul(x, f.grad((y: Tensor) => f.mul(x, y))(f.tensor(1)));
    expect(await f.grad(fn)(f.tensor(5)).item()).toBe(10);
    // The inner derivative is by the inner variable only: d/dz (z·x) at z = x is x, not 2x.
    const inner = (x: Tensor) => f.grad((z: Tensor) => f.mul(z, x))(x);
    expect(
      await f
        .grad((x: Tensor) => inner(x))(f.tensor(3))
        .item(),
    ).toBe(1);
  });

  test('a Hessian-vector product of a small loss equals the Hessian times the vector', async () => {
    // softplus(w·x) summed over examples: H = Σ s(1 − s) x xᵀ.
    const data = [
      [1, 2],
      [-1, 0.5],
      [0.3, -2],
    ];
    const xs = f.tensor(data);
    const loss = (w: Tensor) => f.sum(f.softplus(f.matmul(xs, w)));
    const hvp = (w: Tensor, v: Tensor) => f.grad((at: Tensor) => f.sum(f.mul(f.grad(loss)(at), v)))(w);
    const [w, v] = [
      [0.2, -0.4],
      [1, -3],
    ] as const;
    const expected = [0, 0];
    for (const x of data) {
      const s = 1 / (1 + Math.exp(-(x[0]! * w[0] + x[1]! * w[1])));
      const along = x[0]! * v[0] + x[1]! * v[1];
      x.forEach((xi, i) => {
        expected[i] = expected[i]! + s * (1 - s) * xi * along;
      });
    }
    expect(await hvp(f.tensor([...w]), f.tensor([...v])).data()).toBeAllClose(expected);
    expect(
      await f
        .compile(hvp)(f.tensor([...w]), f.tensor([...v]))
        .data(),
    ).toBeAllClose(expected);
  });

  test('refuses a function whose value is no single number', () => {
    expect(() => f.grad((x: Tensor) => f.square(x))(f.tensor([1, 2]))).toThrow(/one number, not \[2\]/);
  });

  test('gives zeros for what the value does not depend on', async () => {
    expect(await values(f.grad((_x: Tensor, y: Tensor) => f.sum(y))(f.tensor([1, 2]), f.tensor([3])))).toEqual([0, 0]);
  });
});

describe('compile', () => {
  test('traces once for each form of its arguments', async () => {
    let traces = 0;
    const fn = f.compile((x: Tensor, factor: Tensor | number) => {
      traces++;
      return { scaled: f.mul(x, factor), total: f.sum(x) };
    });
    const first = fn(f.tensor([1, 2]), 3);
    expect(await values(first.scaled)).toEqual([3, 6]);
    expect(await first.total.item()).toBe(3);
    expect(await values(fn(f.tensor([4, 5]), 10).scaled)).toEqual([40, 50]);
    expect(traces).toBe(1);
    await fn(f.tensor([1, 2, 3]), 3).total.data();
    expect(traces).toBe(2);
    await fn(f.tensor([1, 2]), 3).total.data();
    expect(traces).toBe(2);
  });

  test('other values than tensors and numbers are constants of the trace', async () => {
    const fn = f.compile((x: Tensor, kind: 'sum' | 'max') => (kind === 'sum' ? f.sum(x) : f.max(x)));
    const x = f.tensor([1, 5, 2]);
    expect([await fn(x, 'sum').item(), await fn(x, 'max').item()]).toEqual([8, 5]);
  });

  test('composes: compiled in compiled, gradients inside, gradients of compiled', async () => {
    const square = f.compile((x: Tensor) => f.mul(x, x));
    const slope = f.compile((x: Tensor) => f.grad((y: Tensor) => f.sum(square(y)))(x));
    expect(await values(slope(f.tensor([1, 2, 3])))).toEqual([2, 4, 6]);
    expect(await values(f.grad((x: Tensor) => f.sum(slope(x)))(f.tensor([1, 2, 3])))).toEqual([2, 2, 2]);
  });

  test('trains: a compiled step of gradient descent finds a line', async () => {
    const xs = f.tensor([0, 1, 2, 3]);
    const ys = f.tensor([1, 3, 5, 7]);
    const loss = ({ w, b }: { w: Tensor; b: Tensor }) => f.mean(f.square(f.sub(f.add(f.mul(w, xs), b), ys)));
    const step = f.compile((p: { w: Tensor; b: Tensor }, rate: number) => {
      const g = f.grad(loss)(p);
      return { w: f.sub(p.w, f.mul(rate, g.w)), b: f.sub(p.b, f.mul(rate, g.b)) };
    });
    let p = { w: f.tensor(0), b: f.tensor(0) };
    for (let i = 0; i < 300; i++) p = step(p, 0.1);
    expect([await p.w.item(), await p.b.item()]).toBeAllClose([2, 1], { rtol: 1e-3 });
  });

  test('has no numbers inside, and says so; a tensor that escapes is refused', async () => {
    let escaped: Tensor | undefined;
    const fn = f.compile((x: Tensor) => {
      escaped = x;
      return f.neg(x);
    });
    await fn(f.tensor(1)).data();
    await expect(escaped?.data()).rejects.toThrow(/no numbers yet/);
    expect(() => f.compile((x: Tensor) => f.add(x, escaped!))(f.tensor(1))).toThrow(/function had ended|two traced/);
  });
});

describe('scope', () => {
  test('keeps what it returns and gives the rest back', async () => {
    let inner: Tensor | undefined;
    const kept = f.scope(() => {
      inner = f.tensor([1, 2]);
      return { doubled: f.mul(inner, 2) };
    });
    expect(await values(kept.doubled)).toEqual([2, 4]);
    await expect(inner?.data()).rejects.toThrow(/scope of this tensor has ended/);
    expect(() => f.add(inner!, 1)).toThrow(/scope of this tensor has ended/);
  });

  test('takes async functions: what is made of its tensors after an await belongs to it', async () => {
    let late: Tensor | undefined;
    const total = await f.scope(async () => {
      const x = f.tensor([1, 2, 3]);
      await x.data();
      late = f.square(x);
      return f.sum(late);
    });
    expect(await total.item()).toBe(14);
    await expect(late?.data()).rejects.toThrow(/scope/);
  });

  test('ends when its function throws', async () => {
    let inner: Tensor | undefined;
    expect(() =>
      f.scope(() => {
        inner = f.tensor(1);
        throw new Error('no');
      }),
    ).toThrow('no');
    await expect(inner?.data()).rejects.toThrow(/scope/);
  });
});
