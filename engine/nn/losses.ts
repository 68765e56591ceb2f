// Losses and metrics by their Keras names, as row values that the end of a step averages.

import type { GraphNode, RowLossFunction } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { binary, subtract } from '../ops/binary.ts';
import { fill, reshape } from '../ops/leaves.ts';
import { rowLoss } from '../ops/row-loss.ts';
import { accuracy, softmaxCrossEntropy } from '../ops/softmax-cross-entropy.ts';
import { unary } from '../ops/unary.ts';
import type { Activation } from './layers.ts';

export type Loss =
  | 'sparseCategoricalCrossentropy'
  | 'binaryCrossentropy'
  | 'meanSquaredError'
  | 'meanAbsoluteError'
  | 'huber'
  | 'hinge'
  | 'perceptron';

export type Metric = 'accuracy' | 'meanSquaredError' | 'meanAbsoluteError';

/** What a model gives to its loss: its last layer before and after the activation. */
export interface Predictions {
  readonly activation: Activation;
  readonly logits: GraphNode;
  readonly outputs: GraphNode;
}

const rowFunctions: Readonly<Record<Exclude<Loss, 'sparseCategoricalCrossentropy'>, RowLossFunction>> = {
  binaryCrossentropy: 'sigmoidCrossEntropy',
  meanSquaredError: 'squaredError',
  meanAbsoluteError: 'absoluteError',
  huber: 'huber',
  hinge: 'hinge',
  perceptron: 'perceptron',
};

const asRows = (targets: GraphNode, like: GraphNode) =>
  sizeOf(targets.shape) === sizeOf(like.shape) ? reshape(targets, like.shape) : targets;

/**
 * The loss of each row, [B]. Cross-entropies are computed from logits, so they want a last layer with softmax
 * (sparse categorical, labels [B]) or sigmoid (binary, targets 0 or 1), and are stable at any logit.
 * @throws TypeError when the last activation does not fit; ShapeError when the targets do not.
 */
export function lossRows(loss: Loss, { activation, logits, outputs }: Predictions, targets: GraphNode): GraphNode {
  if (loss === 'sparseCategoricalCrossentropy') {
    if (activation !== 'softmax') {
      throw new TypeError(`sparseCategoricalCrossentropy wants softmax in the last layer, not ${activation}`);
    }
    return softmaxCrossEntropy(logits, targets);
  }
  if (loss === 'binaryCrossentropy' && activation !== 'sigmoid') {
    throw new TypeError(`binaryCrossentropy wants sigmoid in the last layer, not ${activation}`);
  }
  const predictions = loss === 'binaryCrossentropy' ? logits : outputs;
  return rowLoss(rowFunctions[loss], predictions, asRows(targets, predictions));
}

/** The metric of each row, [B]. Accuracy compares classes, or a probability (a score) with 0.5 (with 0). */
export function metricRows(
  metric: Metric,
  { activation, logits, outputs }: Predictions,
  targets: GraphNode,
): GraphNode {
  if (metric !== 'accuracy') return rowLoss(rowFunctions[metric], outputs, asRows(targets, outputs));
  if (activation === 'softmax') return accuracy(logits, targets);
  const said = unary('step', activation === 'sigmoid' ? subtract(outputs, fill([], 0.5)) : outputs);
  const right = binary('equal', said, asRows(targets, said));
  // One output per row: as a column [B, 1] it is the row value.
  return reshape(right, right.shape.slice(0, 1));
}
