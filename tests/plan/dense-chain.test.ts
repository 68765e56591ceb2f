// Chains of dense layers are recognised whether their batch is gathered or the whole dataset read where it lies.

import { expect, test } from 'vitest';
import { dense, l2, sgd } from '../../engine/index.ts';
import { planMetrics } from '../../engine/nn/metrics.ts';
import { trainingProgram } from '../../engine/nn/programs.ts';
import { denseChainOf } from '../../engine/plan/dense-chain.ts';
import { architectureOf } from '../training/fixtures.ts';

const column = (shape: readonly number[]) => {
  const data = new Float32Array(shape.reduce((size, n) => size * n, 1));
  return { shape, encoding: 'f32', data, scale: 1, offset: 0 } as const;
};
const dataset = { inputs: column([50, 2]), targets: column([50]) };

const chainOf = (layer = dense(1), options: { shuffle?: boolean; globalClipNorm?: number } = {}) => {
  const { shuffle = true, globalClipNorm = 0 } = options;
  const metrics = planMetrics(['mae'], dataset.targets);
  const step = {
    batchSize: 50,
    loss: 'mse',
    metrics,
    optimizer: sgd({ globalClipNorm }),
    shuffle,
    capacity: 50,
  } as const;
  return denseChainOf(trainingProgram(architectureOf([layer], [2]), dataset, step));
};

test('a chain is found in both forms of a batch', () => {
  expect(chainOf()).toMatchObject({ batchSize: 50, shuffle: true, metrics: ['absoluteError'] });
  expect(chainOf(dense(1), { shuffle: false })).toMatchObject({ batchSize: 50, shuffle: false });
});

test('clipping, penalties and class weights are more than a chain', () => {
  expect(chainOf(dense(1), { globalClipNorm: 1 })).toBeUndefined();
  expect(chainOf(dense(1, { kernelRegularizer: l2() }))).toBeUndefined();
});
