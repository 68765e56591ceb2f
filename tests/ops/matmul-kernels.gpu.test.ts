// Every kernel of the matrix product against f64, at sizes around its tiles, in every layout, with every epilogue.

import { expect, test } from 'vitest';
import { hash } from '../../engine/graph/shuffle.ts';
import { chooseVariant, productCall, variantsFor } from '../../engine/ops/matmul-choice.ts';
import type { ProductShape, VariantName } from '../../engine/ops/matmul-kernels.ts';
import { requestTestDevice, runKernel } from '../gpu.ts';

const gpu = { software: false, subgroups: true };
const software = { software: true, subgroups: true };

const values = (length: number, seed: number) =>
  Float32Array.from({ length }, (_, i) => hash(i, seed) / 2 ** 31 - 1) as Float32Array<ArrayBuffer>;

interface Extras {
  readonly bias?: boolean;
  readonly activation?: number;
  readonly derivative?: number;
}

const activations = [(x: number) => x, (x: number) => Math.max(0, x), (x: number) => 1 / (1 + Math.exp(-x)), Math.tanh];
const derivatives = [() => 1, (y: number) => (y > 0 ? 1 : 0), (y: number) => y * (1 - y), (y: number) => 1 - y * y];

/** Runs one variant; beyond the product's end lies NaN, as another tensor's memory may hold. */
async function compare(name: VariantName, shape: ProductShape, traits: typeof gpu, extras: Extras = {}) {
  const { m, n, k, transposeA, transposeB } = shape;
  const { bias: addBias = false, activation = 0, derivative = 0 } = extras;
  const columnSums = transposeA && !transposeB;
  const padded = (data: Float32Array) => {
    const whole = new Float32Array(Math.ceil(data.length / 4) * 4 + 64).fill(Number.NaN);
    whole.set(data);
    return whole;
  };
  const [a, b, bias, activated] = [values(m * k, 1), values(k * n, 2), values(n, 3), values(m * n, 4)];
  const call = productCall(
    shape,
    {
      bindings: {
        a: 'unused',
        b: 'unused',
        bias: 'unused',
        activated: 'unused',
        product: 'unused',
        column_sums: 'unused',
      },
      overrides: {
        M: m,
        N: n,
        K: k,
        TRANSPOSE_A: transposeA,
        TRANSPOSE_B: transposeB,
        ADD_BIAS: addBias,
        ACTIVATION: activation,
        DERIVATIVE: derivative,
        COLUMN_SUMS: columnSums,
      },
    },
    traits,
    name,
  );
  const bindings: Record<string, Float32Array<ArrayBuffer>> = {
    a: padded(a),
    b: padded(b),
    bias: padded(bias),
    activated: padded(activated),
    product: padded(new Float32Array(m * n)),
    column_sums: padded(new Float32Array(n)),
  };
  const written: Partial<typeof bindings> = await runKernel(await requestTestDevice(), call.kernel, {
    ...call,
    bindings,
  });
  const expected = new Float64Array(m * n);
  const sums = new Float64Array(n);
  for (let row = 0; row < m; row++)
    for (let column = 0; column < n; column++) {
      let total = addBias ? bias[column]! : 0;
      for (let p = 0; p < k; p++) {
        total += a[transposeA ? p * m + row : row * k + p]! * b[transposeB ? column * k + p : p * n + column]!;
      }
      expected[row * n + column] =
        activations[activation]!(total) * derivatives[derivative]!(activated[row * n + column]!);
    }
  for (let p = 0; p < k; p++)
    for (let column = 0; column < n; column++) sums[column] = sums[column]! + b[p * n + column]!;
  const tolerance = { rtol: 1e-4, atol: 2e-5 * Math.sqrt(k) };
  expect(written.product!.subarray(0, m * n)).toBeAllClose(expected, tolerance);
  expect(written.product!.subarray(m * n).every(Number.isNaN), 'nothing is written beyond the end').toBe(true);
  if (columnSums) expect(written.column_sums!.subarray(0, n)).toBeAllClose(sums, tolerance);
}

/** What one workgroup owns of the product, [rows, columns], and how many k it takes at once. */
const tiles: Readonly<Record<VariantName, readonly [number, number, number]>> = {
  small: [8, 8, 1],
  direct: [32, 32, 4],
  quads: [32, 64, 4],
  quadsLarge: [32, 32, 4],
  tiled: [64, 64, 16],
  tiledLarge: [128, 64, 16],
};

/**
 * A tile ± 1, and several tiles with an edge; of A·B also one of everything, whole tiles, primes, and logits. Sizes that a kernel
 * wants as fours go by fours. No more: a pipeline takes long to build on a software adapter.
 */
function sizesOf(name: VariantName, transposeA: boolean, transposeB: boolean): ProductShape[] {
  const [rows, columns, slice] = tiles[name];
  const shape = (m: number, n: number, k: number): ProductShape => ({ m, n, k, transposeA, transposeB });
  const fits = (one: ProductShape) => variantsFor(one, gpu).includes(name);
  const least = [shape(1, 1, 1), shape(4, 4, 1), shape(1, 4, 4)].find(fits);
  if (!least) return [];
  const { m, n, k } = least;
  const around = [
    shape(rows - m, columns + n, 2 * slice - k),
    shape(rows + m, columns - n, 2 * slice + k),
    shape(2 * rows + m, 2 * columns - n, slice + k),
  ];
  if (transposeA || transposeB) return around;
  return [...around, least, shape(rows, columns, slice), shape(13, 17, 31), shape(100, 10, 31)].filter(fits);
}

const layouts = { A·B: [false, false], Aᵀ·B: [true, false], A·Bᵀ: [false, true], Aᵀ·Bᵀ: [true, true] } as const;
const timeout = 120_000;

for (const name of Object.keys(tiles) as VariantName[])
  for (const [layout, [transposeA, transposeB]] of Object.entries(layouts)) {
    const shapes = sizesOf(name, transposeA, transposeB);
    if (shapes.length === 0) continue;
    test(`${layout} by ${name}, ${shapes.length} sizes`, { timeout }, async () => {
      for (const shape of shapes) {
        await compare(name, shape, gpu);
        if (name === 'quads') await compare(name, shape, software);
      }
    });
  }

test('every kernel has products around its tile in every layout that it takes', () => {
  const counts = (name: VariantName) => Object.values(layouts).map(([a, b]) => sizesOf(name, a, b).length);
  for (const name of Object.keys(tiles) as VariantName[]) {
    expect(counts(name), name).toEqual(['direct', 'quadsLarge'].includes(name) ? [5, 3, 3, 0] : [7, 3, 3, 3]);
  }
});

test('bias and activation, and derivative, in the epilogue of every kernel', { timeout }, async () => {
  const shape = { m: 33, n: 20, k: 12, transposeA: false, transposeB: false };
  for (const name of variantsFor(shape, gpu)) {
    for (const activation of [1, 2, 3]) await compare(name, shape, gpu, { bias: true, activation });
    await compare(name, shape, gpu, { derivative: 2 });
  }
});

test('the table gives a GPU tiles where they fill it, and a software adapter quads', () => {
  const shape = (m: number, n: number, k: number) => ({ m, n, k, transposeA: false, transposeB: false });
  expect(chooseVariant(shape(2048, 2048, 2048), gpu)).toBe('tiledLarge');
  expect(chooseVariant(shape(512, 512, 512), gpu)).toBe('tiled');
  expect(chooseVariant(shape(512, 100, 784), gpu)).toBe('direct');
  expect(chooseVariant(shape(512, 10, 100), gpu)).toBe('small');
  expect(chooseVariant(shape(512, 10, 100), software)).toBe('quads');
  expect(chooseVariant(shape(64, 100, 784), software)).toBe('quadsLarge');
  expect(chooseVariant(shape(512, 10, 100), { software: true, subgroups: false })).toBe('small');
});
