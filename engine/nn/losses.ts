// Losses by their Keras names, as row values that the end of a step averages.

import type { GraphNode, RowLossFunction } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { reshape } from '../ops/leaves.ts';
import { rowLoss } from '../ops/row-loss.ts';
import { softmaxCrossEntropy } from '../ops/softmax-cross-entropy.ts';
import type { Activation } from './layers.ts';

export type Loss =
  | 'sparseCategoricalCrossentropy'
  | 'binaryCrossentropy'
  | 'meanSquaredError'
  | 'mse'
  | 'meanAbsoluteError'
  | 'mae'
  | 'huber'
  | 'hinge'
  | 'perceptron';

/** What a model gives to its loss: its last layer before and after the activation. */
export interface Predictions {
  readonly activation: Activation;
  readonly logits: GraphNode;
  readonly outputs: GraphNode;
}

const rowFunctions: Readonly<Record<Exclude<Loss, 'sparseCategoricalCrossentropy'>, RowLossFunction>> = {
  binaryCrossentropy: 'sigmoidCrossEntropy',
  meanSquaredError: 'squaredError',
  mse: 'squaredError',
  meanAbsoluteError: 'absoluteError',
  mae: 'absoluteError',
  huber: 'huber',
  hinge: 'hinge',
  perceptron: 'perceptron',
};

/** Targets in the shape of the predictions, where they have as many values: labels [B] beside outputs [B, 1]. */
export const asRows = (targets: GraphNode, like: GraphNode) =>
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
