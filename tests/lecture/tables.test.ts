// The lecture's experiments on Iris, houses and small digits reach its numbers, on the CPU.

import { expect, test } from 'vitest';
import { loadHouses, price, splitHouses } from '../../bench/lecture/bhpd.ts';
import { digits } from '../../bench/lecture/classifier.ts';
import { mean } from '../../bench/lecture/experiment.ts';
import { experiments } from '../../bench/lecture/experiments.ts';
import { leastSquares } from '../../bench/lecture/least-squares.ts';
import { experimentNames } from '../../bench/lecture/names.ts';
import { per57 } from '../../bench/lecture/per57.ts';
import { housePrices } from '../../bench/lecture/presets.ts';
import { unpackExample } from '../../datasets/packed.ts';
import type { Dataset } from '../../engine/index.ts';
import { datasets, missed, rowsOf } from './options.ts';

test('the command runs the experiments in the order of their names', () => {
  expect(Object.keys(experiments)).toEqual([...experimentNames]);
});

test('PER57: the perceptron parts setosa within 10 epochs, and cannot part virginica', async () => {
  expect(missed(await rowsOf(per57))).toEqual([]);
});

/** The mean absolute error on the test houses, in double precision. */
function leastSquaresError({ train, test }: { readonly train: Dataset; readonly test: Dataset }): number {
  const rowsOfHouses = ({ inputs }: Dataset) =>
    Array.from({ length: inputs.shape[0]! }, (_, row) => [1, ...unpackExample(inputs, row)]);
  const theta = leastSquares(rowsOfHouses(train), train.targets.data);
  const errors = rowsOfHouses(test).map((house, row) =>
    Math.abs(house.reduce((price, value, j) => price + value * theta[j]!, 0) - test.targets.data[row]!),
  );
  return mean(errors);
}

test('BHPD1: the network beats the line on Boston, and the best weights come back', async () => {
  const split = splitHouses(await loadHouses('boston', datasets), 1);
  const network = await price(housePrices.bhpd1.training, split, { backend: 'cpu', seed: 1, epochs: 30 });
  const line = await price(housePrices.linear.training, split, { backend: 'cpu', seed: 1 });
  expect(network.parameterCount).toBe(housePrices.bhpd1.parameterCount);
  expect(network.last).toBeLessThan(3);
  expect(network.restored).toBeCloseTo(network.best, 4);
  expect(line.last).toBeCloseTo(leastSquaresError(split), 2);
});

test('8×8 digits: after half of its epochs the lecture’s network reads 96 of 100', async () => {
  const rows = await rowsOf(digits, { seeds: 1, epochs: 15 });
  expect(rows.map(({ quantity }) => quantity)).toEqual(['mean test accuracy']);
  expect(rows[0]!.ours).toBeGreaterThan(0.96);
}, 30_000);
