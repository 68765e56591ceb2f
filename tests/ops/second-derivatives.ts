// Cases of gradients as ops: what a gradient of a gradient needs.

import fc from 'fast-check';
import { vectorJacobianProduct } from '../../engine/autodiff.ts';
import type { GraphNode } from '../../engine/graph/node.ts';
import type { Shape } from '../../engine/graph/shape.ts';
import { multiply } from '../../engine/ops/binary.ts';
import { conv2d } from '../../engine/ops/conv2d.ts';
import { fill } from '../../engine/ops/leaves.ts';
import { logSoftmax } from '../../engine/ops/log-softmax.ts';
import { matmul } from '../../engine/ops/matmul.ts';
import { maxPool } from '../../engine/ops/max-pool.ts';
import { rowLoss } from '../../engine/ops/row-loss.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { softmaxCrossEntropy } from '../../engine/ops/softmax-cross-entropy.ts';
import { sum } from '../../engine/ops/sum.ts';
import { unary } from '../../engine/ops/unary.ts';
import type { Case } from './harness.ts';
import { positive, shapeOf, shown, some } from './shapes.ts';
import { indices, uniform } from './values.ts';

/** The gradient of Σ y² / 2 to the input at `position`: a function that itself has a gradient in every input. */
function gradientOf(y: GraphNode, inputs: readonly GraphNode[], position: number): GraphNode {
  const half = multiply(fill([], 0.5), sum(unary('square', y)));
  const [gradient] = vectorJacobianProduct([half], [fill(half.shape, 1)], [inputs[position]!]);
  return gradient!;
}

const secondOrder = (
  name: string,
  shapes: readonly Shape[],
  op: (...nodes: GraphNode[]) => GraphNode,
  i: number,
  terms = 4,
): Case[] =>
  shapes.map((_, position) => ({
    name: `gradient of ${name} ${shown(...shapes)} to input ${position}`,
    inputs: shapes.map((shape, k) => uniform(shape, i + k, -1, 1)),
    build: (...nodes) => gradientOf(op(...nodes), nodes, position),
    terms,
    asHardware: name === 'matmul',
    atol: 1e-4,
  }));

const square = fc.tuple(positive, positive, positive).filter(([m, k, n]) => m * k * n <= 5000);

/** The gradient of Σ c·L² / 2 to the predictions, L the row losses: it depends on predictions and on the cotangents. */
const ofRows = (
  name: string,
  predictions: Case['inputs'][number],
  targets: Case['inputs'][number],
  rows: (p: GraphNode, t: GraphNode) => GraphNode,
): Case => ({
  name: `gradient of ${name} ${shown(predictions.shape)}`,
  inputs: [predictions, targets],
  build: (p, t) => gradientOf(rows(p!, t!), [p!], 0),
  differentiate: [0],
  terms: 100,
  atol: 1e-4,
});

const rowLosses = ['squaredError', 'absoluteError', 'huber', 'sigmoidCrossEntropy', 'hinge', 'perceptron'] as const;

export const secondDerivatives: readonly Case[] = [
  ...rowLosses.flatMap((name) =>
    some(shapeOf(1, 3, positive), 6).map((shape, i) => {
      const classes = ['sigmoidCrossEntropy', 'hinge', 'perceptron'].includes(name);
      const targets = classes ? indices(shape, i + 1, 2) : uniform(shape, i + 1);
      return ofRows(name, uniform(shape, i), targets, (p, t) => rowLoss(name, p, t));
    }),
  ),
  ...some(shapeOf(2, 2, positive), 15).map((shape, i) =>
    ofRows('softmaxCrossEntropy', uniform(shape, i), indices([shape[0]!], i + 1, shape[1]!), softmaxCrossEntropy),
  ),
  ...(['sigmoid', 'tanh', 'relu', 'softplus', 'gelu', 'exp'] as const).flatMap((name) =>
    some(shapeOf(1, 2, positive), 8).flatMap((shape, i) => secondOrder(name, [shape], (x) => unary(name, x!), i)),
  ),
  ...some(shapeOf(2, 2, positive), 20).flatMap((shape, i) => [
    ...secondOrder('softmax', [shape], (x) => softmax(x!), i),
    ...secondOrder('logSoftmax', [shape], (x) => logSoftmax(x!), i, 1000),
  ]),
  ...some(square, 10).flatMap(([m, k, n], i) =>
    secondOrder(
      'matmul',
      [
        [m, k],
        [k, n],
      ],
      (a, b) => matmul(a!, b!),
      i,
      Math.max(m, k, n) ** 2,
    ),
  ),
  ...some(fc.tuple(fc.constantFrom(3, 5, 8), fc.constantFrom(1, 3, 4), fc.constantFrom(1, 2)), 15).flatMap(
    ([edge, channels, stride], i) => [
      ...secondOrder(
        'conv2d',
        [
          [2, edge, edge, channels],
          [3, 3, channels, 5],
        ],
        (x, w) => conv2d(x!, w!, { strides: stride, padding: 'same' }),
        i,
        500,
      ),
      ...secondOrder(
        'maxPool',
        [[2, edge, edge, channels]],
        (x) => maxPool(x!, 2, { strides: stride, padding: 'same' }),
        i,
      ),
    ],
  ),
];
