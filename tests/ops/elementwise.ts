// Cases of ops that work element by element.

import fc from 'fast-check';
import type { BinaryFunction, UnaryFunction } from '../../engine/graph/node.ts';
import { binary, power } from '../../engine/ops/binary.ts';
import { dropout } from '../../engine/ops/dropout.ts';
import { fill } from '../../engine/ops/leaves.ts';
import { unary } from '../../engine/ops/unary.ts';
import { clamp, where } from '../../engine/ops/where.ts';
import type { Case } from './harness.ts';
import { broadcastPair, shapeOf, shown, some } from './shapes.ts';
import { indices, type Tensor, uniform } from './values.ts';

const anyRange: readonly [number, number] = [-3, 3];
const unaryRanges: Readonly<Record<UnaryFunction, readonly [number, number]>> = {
  negate: anyRange,
  abs: anyRange,
  square: anyRange,
  sqrt: [0.1, 4],
  exp: anyRange,
  log: [0.1, 4],
  sign: anyRange,
  reciprocal: [0.3, 3],
  relu: anyRange,
  leakyRelu: anyRange,
  sigmoid: [-8, 8],
  tanh: anyRange,
  softplus: [-8, 8],
  gelu: anyRange,
  step: anyRange,
};

const unaryCases = Object.entries(unaryRanges).flatMap(([name, [low, high]]) =>
  some(shapeOf(0, 4), 50).map(
    (shape, i): Case => ({
      name: `${name} ${shown(shape)}`,
      inputs: [uniform(shape, i, low, high)],
      build: (x) => unary(name as UnaryFunction, x!),
    }),
  ),
);

const comparisons: readonly string[] = ['equal', 'greater', 'greaterEqual', 'less', 'lessEqual'];
const binaryRanges: Partial<Record<BinaryFunction, readonly [number, number, number, number]>> = {
  divide: [-3, 3, 0.5, 2.5],
  power: [0.2, 2, -2, 2],
};
const binaryNames: readonly BinaryFunction[] = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'power',
  'maximum',
  'minimum',
  'equal',
  'greater',
  'greaterEqual',
  'less',
  'lessEqual',
];

const binaryCases = binaryNames.flatMap((name) =>
  some(broadcastPair, 60).map(([a, b], i): Case => {
    const [lowA, highA, lowB, highB] = binaryRanges[name] ?? [-3, 3, -3, 3];
    const compares = comparisons.includes(name);
    return {
      name: `${name} ${shown(a, b)}`,
      // Whole numbers make some values equal.
      inputs: compares
        ? [indices(a, i, 3), indices(b, i + 1, 3)]
        : [uniform(a, i, lowA, highA), uniform(b, i + 1, lowB, highB)],
      build: (x, y) => binary(name, x!, y!),
      differentiate: compares ? [] : [0, 1],
    };
  }),
);

const constantPowers = [-3, -2, -1, 0, 1, 2, 3, 4].flatMap((exponent) =>
  some(shapeOf(1, 2), 15).map(
    (shape, i): Case => ({
      name: `power ${exponent} of any sign ${shown(shape)}`,
      inputs: [awayFromZero(uniform(shape, i, -2, 2))],
      build: (x) => power(x!, fill([], exponent)),
      // Differences of x⁻³ near 0 are as steep as they are inexact.
      atol: 1e-4,
    }),
  ),
);

function awayFromZero({ shape, values }: Tensor): Tensor {
  return { shape, values: values.map((v) => v + Math.sign(v) * 0.3) };
}

const whereCases = some(fc.tuple(broadcastPair, fc.boolean()), 120).map(
  ([[a, b], conditionLikeA], i): Case => ({
    name: `where ${shown(conditionLikeA ? a : b, a, b)}`,
    inputs: [indices(conditionLikeA ? a : b, i, 2), uniform(a, i + 1), uniform(b, i + 2)],
    build: (condition, x, y) => where(condition!, x!, y!),
    differentiate: [1, 2],
  }),
);

const clampCases = some(shapeOf(0, 3), 60).map(
  (shape, i): Case => ({
    name: `clamp ${shown(shape)}`,
    inputs: [uniform(shape, i)],
    build: (x) => clamp(x!, -0.7, 0.9),
  }),
);

const dropoutCases = some(fc.tuple(shapeOf(0, 3), fc.constantFrom(0.1, 0.5, 0.9), fc.nat(9)), 80).map(
  ([shape, rate, stream], i): Case => ({
    name: `dropout ${rate} stream ${stream} ${shown(shape)}`,
    inputs: [uniform(shape, i)],
    build: (x) => dropout(x!, rate, stream),
  }),
);

/** More than 65,535 workgroups of 64. */
const beyond = 65_536 * 64 + 3;
const largeCases: Case[] = [
  { name: 'relu of 4 M', inputs: [uniform([beyond], 1)], build: (x) => unary('relu', x!), differentiate: [] },
  {
    name: 'add of 4 M and a row',
    inputs: [uniform([2 ** 20 + 1, 4], 1), uniform([4], 2)],
    build: (x, y) => binary('add', x!, y!),
    differentiate: [],
  },
  { name: 'dropout of 4 M', inputs: [uniform([beyond], 1)], build: (x) => dropout(x!, 0.5, 1), differentiate: [] },
];

export const elementwise: readonly Case[] = [
  ...unaryCases,
  ...binaryCases,
  ...constantPowers,
  ...whereCases,
  ...clampCases,
  ...dropoutCases,
  ...largeCases,
];
