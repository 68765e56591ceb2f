// The lecture's experiments on generated data reach its numbers, on the CPU.

import { expect, test } from 'vitest';
import { descentTable } from '../../bench/lecture/gd-table.ts';
import { descentLosses, grad1 } from '../../bench/lecture/grad1.ts';
import { passes, withPowers } from '../../bench/lecture/logr1.ts';
import { gradientDescent, gradientDescentTable, logisticRegression } from '../../bench/lecture/presets.ts';
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
