// The lecture's experiments on generated data reach its numbers, on the CPU.

import { expect, test } from 'vitest';
import { descentTable } from '../../bench/lecture/gd-table.ts';
import { descentLosses, grad1 } from '../../bench/lecture/grad1.ts';
import { grad1b } from '../../bench/lecture/grad1b.ts';
import { leastSquares } from '../../bench/lecture/least-squares.ts';
import { linr1 } from '../../bench/lecture/linr1.ts';
import { passes, withPowers } from '../../bench/lecture/logr1.ts';
import { awayFromF64, fitPolynomial } from '../../bench/lecture/polr1.ts';
import {
  gradientDescent,
  gradientDescentTable,
  logisticRegression,
  polynomialRegression,
} from '../../bench/lecture/presets.ts';
import { f32Tensor } from '../../datasets/packed.ts';
import { missed, rowsOf } from './options.ts';

test('the slide’s table of gradient descent comes out to the printed digit, all 55 numbers', async () => {
  expect(gradientDescentTable.rows.flatMap((row) => row.slice(1))).toHaveLength(55);
  expect(await descentTable('cpu')).toEqual(gradientDescentTable.rows);
});

test('GRAD1 ends at the loss 1 − r²', async () => {
  expect(missed(await rowsOf(grad1, { seeds: 3 }))).toEqual([]);
});

test('GRAD1: the way that is left shrinks by 1 − 2η with every step', async () => {
  for (const { training } of gradientDescent.trainings) {
    const { losses, least } = await descentLosses(1, training, 'cpu');
    const above = losses.map((loss) => loss - least);
    const shrink = 1 - 2 * training.optimizer.learningRate;
    for (let step = 1; step < 10; step++) expect(above[step]! / above[step - 1]!).toBeCloseTo(shrink ** 2, 3);
  }
});

test('GRAD1b is down after 20 updates; the losses of its batches jitter about 1 − r² as means of ten squares do', async () => {
  expect(missed(await rowsOf(grad1b))).toEqual([]);
});

test('LINR1: the normal equation in f32 gives θ̂ to 1e-4', async () => {
  expect(missed(await rowsOf(linr1))).toEqual([]);
});

test('least squares in double precision finds the numbers that made the points, and refuses dependent columns', () => {
  const rows = Array.from({ length: 9 }, (_, i) => [1, i, i * i]);
  const theta = leastSquares(
    rows,
    rows.map(([one, x, square]) => 3 * one! - 2 * x! + 0.5 * square!),
  );
  for (const [i, value] of [3, -2, 0.5].entries()) expect(theta[i]).toBeCloseTo(value, 12);
  expect(() =>
    leastSquares(
      rows.map(([one]) => [one!, 2 * one!]),
      rows.map(() => 1),
    ),
  ).toThrow('depend');
});

test('POLR1: on Chebyshev polynomials, degree 24 stays right in f32', async () => {
  for (const seed of [1, 2, 3]) {
    const { fit, coefficients } = awayFromF64(await fitPolynomial(seed, 24, 'cpu'));
    expect(Math.max(fit, coefficients)).toBeLessThan(polynomialRegression.expected.away.tolerance);
  }
});

test('POLR1: a higher degree always fits its own points better, and fresh points worse in the end', async () => {
  const fits = [];
  for (const degree of [1, 6, 24]) fits.push(await fitPolynomial(4, degree, 'cpu'));
  const [stiff, right, wild] = fits;
  expect(right!.train).toBeLessThan(stiff!.train);
  expect(wild!.train).toBeLessThan(right!.train);
  expect(right!.validation).toBeLessThan(Math.min(stiff!.validation, wild!.validation));
});

test('LOGR1: powers stand column beside column', () => {
  const tensor = f32Tensor([2, 2], Float32Array.of(2, 3, -1, 5));
  const powered = withPowers({ inputs: tensor, targets: tensor }, [1, 2, 3]);
  expect(powered.inputs.shape).toEqual([2, 6]);
  expect(Array.from(powered.inputs.data)).toEqual([2, 3, 4, 9, 8, 27, -1, 5, 1, 25, -1, 125]);
});

test('LOGR1: squares and cubes bend the boundary to where students pass', async () => {
  const [linear, bent] = logisticRegression.models;
  const before = await passes(1, linear, 'cpu');
  const after = await passes(1, bent, 'cpu');
  expect(before.accuracy).toBeGreaterThan(0.86);
  expect(after.accuracy).toBeGreaterThan(before.accuracy);
});
