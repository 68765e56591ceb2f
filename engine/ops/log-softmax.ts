// Logarithm of the softmax over the last axis, and cross-entropy with one-hot or soft targets.

import type { GraphNode } from '../graph/node.ts';
import { formatShape, ShapeError, sameShape } from '../graph/shape.ts';
import { multiply, subtract } from './binary.ts';
import { makeNode, type OpDefinition } from './definition.ts';
import { reshape } from './leaves.ts';
import { rowsOf, softmaxCalls } from './softmax.ts';
import { sum } from './sum.ts';
import { negate, unary } from './unary.ts';

/** x − log Σ exp(x) over the last axis; never −∞ for finite x. @throws ShapeError for a scalar. */
export const logSoftmax = (x: GraphNode): GraphNode =>
  makeNode('logSoftmax', logSoftmaxOp, [rowsOf('logSoftmax', x)], x.shape, {});

/** −Σ targets · log softmax(logits) for each row: logits, targets [B, n] → [B]. @throws ShapeError naming both shapes. */
export function categoricalCrossEntropy(logits: GraphNode, targets: GraphNode): GraphNode {
  if (!sameShape(logits.shape, targets.shape) || logits.shape.length !== 2) {
    throw new ShapeError(
      `categoricalCrossEntropy: logits ${formatShape(logits.shape)} and targets ${formatShape(targets.shape)} must both be [rows×classes]`,
    );
  }
  return negate(reshape(sum(multiply(targets, logSoftmax(logits)), [1]), logits.shape.slice(0, 1)));
}

export const logSoftmaxOp: OpDefinition<'logSoftmax'> = {
  // dx = dy − softmax(x)·Σ dy
  gradient: (node, dy) => [subtract(dy, multiply(unary('exp', node), sum(dy, [node.shape.length - 1])))],
  kernels: (node, traits) => softmaxCalls(node, true, traits),
};
