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
import { softmax } from '../../engine/ops/softmax.ts';
import { sum } from '../../engine/ops/sum.ts';
import { unary } from '../../engine/ops/unary.ts';
import type { Case } from './harness.ts';
import { positive, shapeOf, shown, some } from './shapes.ts';
import { uniform } from './values.ts';

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

export const secondDerivatives: readonly Case[] = [
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
