// The backward pass of row losses, and its own derivative.

import { type GraphNode, inputOf, type RowLossFunction } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { activationGradient } from './activation-gradient.ts';
import { binary, multiply, subtract } from './binary.ts';
import { makeNode, type OpDefinition } from './definition.ts';
import { fill, reshape } from './leaves.ts';
import { rowLossCall } from './row-loss.ts';
import { sum } from './sum.ts';
import { unary } from './unary.ts';

/** dL/width · f'(p, t), dL the cotangent of the row losses. */
export const rowLossGradient = (
  name: RowLossFunction,
  predictions: GraphNode,
  targets: GraphNode,
  cotangent: GraphNode,
) =>
  makeNode('rowLossGradient', rowLossGradientOp, [predictions, targets, cotangent], predictions.shape, {
    function: name,
  });

/** f'' by the prediction, where it is not 0 everywhere. */
function curvature(name: RowLossFunction, p: GraphNode, t: GraphNode): GraphNode | undefined {
  if (name === 'squaredError') return fill([], 2);
  if (name === 'huber') return binary('lessEqual', unary('abs', subtract(p, t)), fill([], 1));
  return name === 'sigmoidCrossEntropy'
    ? activationGradient('sigmoid', fill(p.shape, 1), unary('sigmoid', p))
    : undefined;
}

export const rowLossGradientOp: OpDefinition<'rowLossGradient'> = {
  // Of u·dL/width·f'(p, t): to p u·dL/width·f'', to dL Σ u·f'/width.
  gradient: (node, u) => {
    const [p, t, cotangent] = [inputOf(node, 0), inputOf(node, 1), inputOf(node, 2)];
    const name = node.attributes.function;
    const bend = curvature(name, p, t);
    const column = p.shape.map((n, axis) => (axis === 0 ? n : 1));
    const axes = p.shape.flatMap((_, axis) => (axis === 0 ? [] : [axis]));
    const weight = fill([], column.reduce((a, b) => a * b, 1) / sizeOf(p.shape));
    const slopes = rowLossGradient(name, p, t, fill(cotangent.shape, 1));
    return [
      bend && multiply(multiply(u, bend), multiply(reshape(cotangent, column), weight)),
      undefined,
      reshape(sum(multiply(u, slopes), axes), cotangent.shape),
    ];
  },
  kernels: (node) => [rowLossCall(node.attributes.function, inputOf(node, 0), inputOf(node, 1), { gradient: node })],
};
