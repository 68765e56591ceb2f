// `tune` measures every product kernel that fits, keeps the fastest, and knows it the next time.

import { beforeEach, expect, test } from 'vitest';
import { variantsFor } from '../../engine/ops/matmul-choice.ts';
import { tune } from '../../engine/webgpu/tune.ts';

const shape = { m: 64, n: 48, k: 32, transposeA: false, transposeB: false };

beforeEach(() => localStorage.clear());

test('the fastest of all kernels is taken, and remembered per adapter and class of shapes', {
  timeout: 60_000,
}, async () => {
  const [first] = await tune([shape]);
  const times = Object.entries(first!.microseconds);
  expect(times.map(([name]) => name).sort()).toEqual(variantsFor(shape, { software: true, subgroups: true }).sort());
  expect(first!.microseconds[first!.fastest]).toBe(Math.min(...times.map(([, time]) => time)));
  const [again] = await tune([{ ...shape, m: 66 }]);
  expect(again).toMatchObject({ fastest: first!.fastest, microseconds: {} });
});
