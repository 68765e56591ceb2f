// Ops at the edges of what f32 holds: large and tiny numbers, equal ones, infinities and NaN.

import { describe, expect, test } from 'vitest';
import type { BinaryFunction, RowLossFunction, UnaryFunction } from '../../engine/graph/node.ts';
import { binary, power } from '../../engine/ops/binary.ts';
import { cholesky } from '../../engine/ops/cholesky.ts';
import { fill } from '../../engine/ops/leaves.ts';
import { categoricalCrossEntropy, logSoftmax } from '../../engine/ops/log-softmax.ts';
import { max } from '../../engine/ops/max.ts';
import { rowLoss } from '../../engine/ops/row-loss.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { softmaxCrossEntropy } from '../../engine/ops/softmax-cross-entropy.ts';
import { sum } from '../../engine/ops/sum.ts';
import { unary } from '../../engine/ops/unary.ts';
import { where } from '../../engine/ops/where.ts';
import { type Case, runCases } from './harness.ts';
import type { Tensor } from './values.ts';

const vector = (...values: number[]): Tensor => ({ shape: [values.length], values: Float32Array.from(values) });
const table = (rows: number, ...values: number[]): Tensor => ({
  shape: [rows, values.length / rows],
  values: Float32Array.from(values),
});
const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/** ±1e-30, ±100 and what lies between and beyond. */
const edges = vector(
  ...[0, 1e-30, 1e-7, 1e-3, 0.5, 1, 3, 10, 15, 17, 50, 87, 100, 1e4, 1e10].flatMap((v) => (v === 0 ? [0] : [v, -v])),
);
const all = { kinked: true } as const;

const anywhere: readonly UnaryFunction[] = [
  'negate',
  'abs',
  'square',
  'exp',
  'sign',
  'relu',
  'leakyRelu',
  'sigmoid',
  'tanh',
  'softplus',
  'gelu',
  'step',
];
const comparing: readonly BinaryFunction[] = [
  'maximum',
  'minimum',
  'equal',
  'greater',
  'greaterEqual',
  'less',
  'lessEqual',
];
const rowLosses: readonly RowLossFunction[] = [
  'squaredError',
  'absoluteError',
  'huber',
  'sigmoidCrossEntropy',
  'hinge',
  'perceptron',
];

const cases: Readonly<Record<string, readonly Case[]>> = {
  'functions of ±1e-30 to ±1e10, and their slopes': anywhere
    // Their gradients overflow f32 in the middle where f64 does not.
    .map(
      (name): Case => ({
        name,
        inputs: [name === 'gelu' ? vector(...[...edges.values].filter((v) => Math.abs(v) < 1e5)) : edges],
        build: (x) => unary(name, x!),
        ...(name === 'exp' || name === 'square' ? { differentiate: [] } : {}),
        ...all,
      }),
    ),
  'log of 0 is −∞, of a negative number NaN': [
    { name: 'log', inputs: [vector(0, -1, -100, 1e-30, 1, 1e30)], build: (x) => unary('log', x!), differentiate: [] },
  ],
  'square root and reciprocal of small and large numbers': [
    { name: 'sqrt', inputs: [vector(0, 1e-30, 1, 100, 1e30)], build: (x) => unary('sqrt', x!), differentiate: [] },
    {
      name: 'reciprocal',
      inputs: [vector(1e-30, -1e-30, 1, -100, 1e30)],
      build: (x) => unary('reciprocal', x!),
      differentiate: [],
    },
  ],
  'comparisons of equal and of far values': comparing.map(
    (name): Case => ({
      name,
      inputs: [vector(0, 0, 1, 1, -1e30, 1e-30, 100), vector(0, 1e-30, 1, -1, 1e30, 1e-30, -100)],
      build: (a, b) => binary(name, a!, b!),
      ...all,
    }),
  ),
  'powers of negative bases': [-3, -2, -1, 0, 1, 2, 3, 5, 0.5].map(
    (exponent): Case => ({
      name: `x^${exponent}`,
      inputs: [vector(-100, -2, -1, -0.5, 0.5, 1, 2, 100)],
      build: (x) => power(x!, fill([], exponent)),
      ...all,
    }),
  ),
  'zero to positive powers': [0, 1, 2, 3].map(
    (exponent): Case => ({
      name: `0^${exponent}`,
      inputs: [vector(0, 0)],
      build: (x) => power(x!, fill([], exponent)),
      ...all,
    }),
  ),
  'softmax and its logarithm of rows far apart, equal, and far from 0': [softmax, logSoftmax].flatMap((op) =>
    [true, false].map(
      (asHardware): Case => ({
        name: op.name,
        inputs: [table(5, 100, 0, -100, 7, 7, 7, 1e30, 1e30, -1e30, -1e30, -1e30, -1e30, 1e-30, -1e-30, 0)],
        build: (x) => op(x!),
        asHardware,
        ...all,
      }),
    ),
  ),
  'losses of logits and errors of ±100': rowLosses.map(
    (name): Case => ({
      name,
      inputs: [table(2, 100, -100, 0, 1e-30, 1, 100, -100, 0, -1e-30, -1), table(2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0)],
      build: (p, t) => rowLoss(name, p!, t!),
      differentiate: [0],
      ...all,
    }),
  ),
  'cross-entropies of logits of ±100': [
    {
      name: 'softmaxCrossEntropy',
      inputs: [table(3, 100, -100, 0, -100, 100, 0, 5, 5, 5), vector(1, 1, 2)],
      build: (x, labels) => softmaxCrossEntropy(x!, labels!),
      differentiate: [0],
      ...all,
    },
    {
      name: 'categoricalCrossEntropy',
      inputs: [table(3, 100, -100, 0, -100, 100, 0, 5, 5, 5), table(3, 0, 1, 0, 0, 1, 0, 0, 0, 1)],
      build: (x, t) => categoricalCrossEntropy(x!, t!),
      ...all,
    },
  ],
  'equal maxima share the gradient': [
    { name: 'max', inputs: [table(2, 3, 3, 3, 1, 2, 2)], build: (x) => max(x!, [1]), ...all },
  ],
  'NaN is passed on by maxima, relu and sums': [
    { name: 'max', inputs: [vector(1, nan, 2)], build: (x) => max(x!), differentiate: [] },
    {
      name: 'long max',
      inputs: [vector(...Array.from({ length: 99 }, (_, i) => (i === 70 ? nan : i)))],
      build: (x) => max(x!),
      differentiate: [],
      asHardware: true,
    },
    {
      name: 'maximum',
      inputs: [vector(1, nan, nan), vector(nan, 1, nan)],
      build: (a, b) => binary('maximum', a!, b!),
      differentiate: [],
    },
    { name: 'relu', inputs: [vector(nan, -1)], build: (x) => unary('relu', x!), differentiate: [] },
    { name: 'sum', inputs: [vector(1, nan, 2)], build: (x) => sum(x!), differentiate: [] },
    { name: 'power', inputs: [vector(-2)], build: (x) => power(x!, fill([], 0.5)), differentiate: [] },
    { name: 'cholesky', inputs: [table(2, 1, 2, 2, 1)], build: (x) => cholesky(x!), differentiate: [] },
  ],
  'what `where` does not choose does no harm': [
    {
      name: 'where',
      inputs: [vector(1, 0, 1), vector(1, nan, 2), vector(infinity, 3, nan)],
      build: (c, a, b) => where(c!, a!, b!),
      differentiate: [],
    },
  ],
};

describe.for(Object.entries(cases))('%s', ([, list]) => {
  test('on the GPU as on the f64 executor', async () => {
    expect(list).not.toEqual([]);
    await runCases(list);
  });
});
