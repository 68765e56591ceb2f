// Losses by their Keras names, as row values that the end of a step averages.

import type { GraphNode, RowLossFunction } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { argmax } from '../ops/argmax.ts';
import { reshape } from '../ops/leaves.ts';
import { categoricalCrossEntropy } from '../ops/log-softmax.ts';
import { rowLoss } from '../ops/row-loss.ts';
import { softmaxCrossEntropy } from '../ops/softmax-cross-entropy.ts';
import type { Activation } from './layers.ts';

/**
 * `sparseCategoricalCrossentropy`: softmax, targets are class labels [B]. `binaryCrossentropy`: sigmoid, targets 0 or 1.
 * `hinge` max(0, 1 − ±y) and `perceptron` max(0, −±y): scores, targets 0 or 1. `huber`: δ = 1. `mse` and `mae` are other names.
 */
export type LossName =
  | 'sparseCategoricalCrossentropy'
  | 'binaryCrossentropy'
  | 'meanSquaredError'
  | 'mse'
  | 'meanAbsoluteError'
  | 'mae'
  | 'huber'
  | 'hinge'
  | 'perceptron';

/** A loss of its own: bundled only where it is imported. */
export interface LossFunction {
  readonly name: string;
  /** The loss of each row, [B]. */
  rows(predictions: Predictions, targets: GraphNode): GraphNode;
  /** The targets as class labels [B], for accuracy, where they are not. */
  labels?(targets: GraphNode): GraphNode;
}

export type Loss = LossName | LossFunction;

/** What a model gives to its loss: its last layer before and after the activation. */
export interface Predictions {
  readonly activation: Activation;
  readonly logits: GraphNode;
  readonly outputs: GraphNode;
}

const rowFunctions: Readonly<Record<Exclude<LossName, 'sparseCategoricalCrossentropy'>, RowLossFunction>> = {
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

function wantActivation(loss: string, wanted: Activation, { activation }: Predictions): void {
  if (activation !== wanted) throw new TypeError(`${loss} wants ${wanted} in the last layer, not ${activation}`);
}

/**
 * Cross-entropy against one-hot targets, or any shares that sum to 1: [B, n]. Computed from logits, stable at any of them.
 * Given as `loss: categoricalCrossentropy`.
 */
export const categoricalCrossentropy: LossFunction = {
  name: 'categoricalCrossentropy',
  rows: (predictions, targets) => {
    wantActivation('categoricalCrossentropy', 'softmax', predictions);
    return categoricalCrossEntropy(predictions.logits, targets);
  },
  labels: (targets) => reshape(argmax(targets, [1]), targets.shape.slice(0, 1)),
};

/**
 * The loss of each row, [B]. Cross-entropies are computed from logits, so they want a last layer with softmax
 * (categorical) or sigmoid (binary), and are stable at any logit.
 * @throws TypeError when the last activation does not fit or the loss is unknown; ShapeError when the targets do not fit.
 */
export function lossRows(loss: Loss, predictions: Predictions, targets: GraphNode): GraphNode {
  if (typeof loss !== 'string') return loss.rows(predictions, targets);
  if (loss === 'sparseCategoricalCrossentropy') {
    wantActivation(loss, 'softmax', predictions);
    return softmaxCrossEntropy(predictions.logits, targets);
  }
  if (loss === 'binaryCrossentropy') wantActivation(loss, 'sigmoid', predictions);
  const rowFunction = rowFunctions[loss];
  if (!rowFunction) throw new TypeError(`loss: "${loss}" is unknown`);
  const said = loss === 'binaryCrossentropy' ? predictions.logits : predictions.outputs;
  return rowLoss(rowFunction, said, asRows(targets, said));
}
