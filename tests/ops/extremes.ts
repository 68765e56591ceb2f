// Cases at both ends: tensors without elements, and more elements than 65,535 workgroups have invocations, for each kernel that is
// dispatched by elements (families hold those of elementwise ops, reductions and products).

import type { RowLossFunction } from '../../engine/graph/node.ts';
import { argmax } from '../../engine/ops/argmax.ts';
import { lowerTriangle } from '../../engine/ops/cholesky.ts';
import { concat } from '../../engine/ops/concat.ts';
import { conv2d } from '../../engine/ops/conv2d.ts';
import { gather } from '../../engine/ops/gather.ts';
import { kMeansAssign } from '../../engine/ops/k-means.ts';
import { max, min } from '../../engine/ops/max.ts';
import { maxPool } from '../../engine/ops/max-pool.ts';
import { confusionMatrix } from '../../engine/ops/metrics.ts';
import { oneHot } from '../../engine/ops/one-hot.ts';
import { rowLoss } from '../../engine/ops/row-loss.ts';
import { scatterAdd } from '../../engine/ops/scatter-add.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { accuracy, softmaxCrossEntropy } from '../../engine/ops/softmax-cross-entropy.ts';
import { mean } from '../../engine/ops/sum.ts';
import { triangularSolve } from '../../engine/ops/triangular-solve.ts';
import { unary } from '../../engine/ops/unary.ts';
import { where } from '../../engine/ops/where.ts';
import type { Case } from './harness.ts';
import { indices, uniform } from './values.ts';

const rowLosses: readonly RowLossFunction[] = [
  'squaredError',
  'absoluteError',
  'huber',
  'sigmoidCrossEntropy',
  'hinge',
  'perceptron',
];

const empty: readonly Case[] = [
  ...rowLosses.flatMap((name) =>
    [[0], [0, 3]].map(
      (shape): Case => ({
        name: `${name} of no rows`,
        inputs: [uniform(shape, 1), uniform(shape, 2)],
        build: (p, t) => rowLoss(name, p!, t!),
        differentiate: [0],
      }),
    ),
  ),
  ...Object.entries({ max, min, mean }).map(
    ([name, op]): Case => ({
      name: `${name} of no rows`,
      inputs: [uniform([0, 5], 1)],
      build: (x) => op(x!, [1]),
    }),
  ),
  {
    name: 'argmax of no rows',
    inputs: [uniform([0, 5], 1)],
    build: (x) => argmax(x!, [1]),
    differentiate: [],
  },
  {
    name: 'confusionMatrix of no rows',
    inputs: [indices([0], 1, 3), indices([0], 2, 3)],
    build: (labels, said) => confusionMatrix(labels!, said!, 3),
    differentiate: [],
  },
];

/** More than 65,535 workgroups of 64. */
const beyond = 65_536 * 64 + 3;

const large: readonly Case[] = [
  {
    name: 'tanh and its gradient of 4 M',
    inputs: [uniform([beyond], 1)],
    build: (x) => unary('tanh', x!),
  },
  {
    name: 'where of 4 M',
    inputs: [indices([beyond], 1, 2), uniform([beyond], 2), uniform([1], 3)],
    build: (condition, x, y) => where(condition!, x!, y!),
    differentiate: [],
  },
  {
    name: 'concat of 4 M and five',
    inputs: [uniform([beyond], 1), uniform([5], 2)],
    build: (a, b) => concat([a!, b!], 0),
    differentiate: [],
  },
  {
    name: 'oneHot to 4 M',
    inputs: [indices([65_537], 1, 66)],
    build: (x) => oneHot(x!, 65),
    differentiate: [],
  },
  {
    name: 'gather to 4 M',
    inputs: [uniform([10, 65], 1), indices([65_537], 2, 11)],
    build: (table, rows) => gather(table!, rows!),
    differentiate: [],
  },
  {
    name: 'scatterAdd to 4 M',
    inputs: [uniform([9, 65], 1), indices([9], 2, 65_537)],
    build: (x, rows) => scatterAdd(x!, rows!, 65_537),
    differentiate: [],
  },
  {
    name: 'lowerTriangle of 4 M',
    inputs: [uniform([2050, 2050], 1)],
    build: (x) => lowerTriangle(x!, 0.5),
    differentiate: [],
  },
  {
    name: 'triangularSolve, 4 M right sides',
    inputs: [{ shape: [1, 1], values: Float32Array.of(2) }, uniform([1, beyond], 1)],
    build: (l, b) => triangularSolve(l!, b!),
    differentiate: [],
  },
  {
    name: 'kMeansAssign of 4 M points',
    inputs: [uniform([beyond, 1], 1), uniform([2, 1], 2)],
    build: (points, centers) => kMeansAssign(points!, centers!),
    differentiate: [],
  },
  {
    name: 'conv2d and its input gradient of 4 M',
    inputs: [uniform([1, 2050, 2050, 1], 1), uniform([1, 1, 1, 1], 2)],
    build: (x, w) => conv2d(x!, w!),
    differentiate: [0],
  },
  {
    name: 'maxPool and its gradient of 4 M',
    inputs: [uniform([1, 2050, 2050, 1], 1)],
    build: (x) => maxPool(x!, 2, { strides: 1 }),
    // Four windows may meet in one place.
    terms: 4,
  },
  {
    name: 'squaredError and its gradient of 4 M rows',
    inputs: [uniform([beyond], 1), uniform([beyond], 2)],
    build: (p, t) => rowLoss('squaredError', p!, t!),
    differentiate: [0],
  },
  {
    name: 'softmaxCrossEntropy and its gradient of 4 M rows',
    inputs: [uniform([beyond, 2], 1), indices([beyond], 2, 2)],
    build: (x, labels) => softmaxCrossEntropy(x!, labels!),
    differentiate: [0],
  },
  {
    name: 'accuracy of 4 M rows',
    inputs: [uniform([beyond, 2], 1), indices([beyond], 2, 2)],
    build: (x, labels) => accuracy(x!, labels!),
    differentiate: [],
  },
  {
    name: 'softmax of 4 M rows',
    inputs: [uniform([beyond, 2], 1)],
    build: (x) => softmax(x!),
    differentiate: [],
  },
];

export const extremes: readonly Case[] = [...empty, ...large];
