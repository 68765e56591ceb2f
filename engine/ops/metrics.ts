// Metrics of whole datasets as graphs: confusion matrix, precision, recall, and the errors of a regression.

import type { GraphNode } from '../graph/node.ts';
import { formatShape, ShapeError, sameShape } from '../graph/shape.ts';
import { binary, divide, multiply, subtract } from './binary.ts';
import { fill, reshape } from './leaves.ts';
import { matmul } from './matmul.ts';
import { oneHot } from './one-hot.ts';
import { slice } from './slice.ts';
import { mean, sum } from './sum.ts';
import { square, unary } from './unary.ts';

/**
 * Counts [classes, classes]: row = true class, column = predicted class. labels, predictions [n]; `weights` [n] count
 * rows more than once or, with 0, not at all. Exact below 2²⁴ rows. @throws ShapeError naming both shapes.
 */
export function confusionMatrix(
  labels: GraphNode,
  predictions: GraphNode,
  classes: number,
  weights?: GraphNode,
): GraphNode {
  checkSame('confusionMatrix', labels, predictions);
  const actual = oneHot(labels, classes);
  const counted = weights ? multiply(actual, reshape(weights, [...weights.shape, 1])) : actual;
  return matmul(counted, oneHot(predictions, classes), { transposeA: true });
}

/** Precision and recall of each class [classes], from a confusion matrix; 0 where nothing was predicted or present. */
export function precisionAndRecall(confusion: GraphNode): {
  readonly precision: GraphNode;
  readonly recall: GraphNode;
} {
  const [classes = 0] = confusion.shape;
  const hits = slice(reshape(confusion, [classes * classes]), [0], [classes], [classes + 1]);
  const shareOf = (axis: number) =>
    divide(hits, binary('maximum', reshape(sum(confusion, [axis]), [classes]), fill([], 1e-9)));
  return { precision: shareOf(0), recall: shareOf(1) };
}

/** The errors of a regression over all elements, scalars. R² = 1 − Σ(t − p)² / Σ(t − t̄)². @throws ShapeError */
export function regressionErrors(predictions: GraphNode, targets: GraphNode) {
  checkSame('regressionErrors', predictions, targets);
  const scalar = (x: GraphNode) => reshape(x, []);
  const errors = subtract(predictions, targets);
  const squares = square(errors);
  const meanSquaredError = scalar(mean(squares));
  const spread = sum(square(subtract(targets, mean(targets))));
  return {
    meanAbsoluteError: scalar(mean(unary('abs', errors))),
    meanSquaredError,
    rootMeanSquaredError: unary('sqrt', meanSquaredError),
    rSquared: scalar(subtract(fill([], 1), divide(sum(squares), spread))),
  };
}

function checkSame(op: string, a: GraphNode, b: GraphNode): void {
  if (!sameShape(a.shape, b.shape)) {
    throw new ShapeError(`${op}: ${formatShape(a.shape)} and ${formatShape(b.shape)} must be the same`);
  }
}
