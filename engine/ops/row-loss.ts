// Losses that are the mean over a row of a function of prediction and target.

import { dispatch } from '../../shaders/kernel.ts';
import rowLossKernel from '../../shaders/row_loss.wgsl';
import { type GraphNode, inputOf, type RowLossFunction } from '../graph/node.ts';
import { formatShape, ShapeError, sameShape, sizeOf } from '../graph/shape.ts';
import { type KernelCall, makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { rowLossGradient } from './row-loss-gradient.ts';

/** In the order of the switch in `shaders/row_loss.wgsl`. */
const codes: readonly RowLossFunction[] = [
  'squaredError',
  'absoluteError',
  'huber',
  'sigmoidCrossEntropy',
  'hinge',
  'perceptron',
];

/** The number of a function in the kernels' switches. */
export const rowLossCode = (name: RowLossFunction): number => codes.indexOf(name);

/** Mean over each row of f(prediction, target). predictions, targets [B, …] → [B]. @throws ShapeError */
export function rowLoss(name: RowLossFunction, predictions: GraphNode, targets: GraphNode): GraphNode {
  if (!sameShape(predictions.shape, targets.shape) || predictions.shape.length === 0) {
    throw new ShapeError(
      `${name}: predictions ${formatShape(predictions.shape)} and targets ${formatShape(targets.shape)} must have one shape`,
    );
  }
  return makeNode('rowLoss', rowLossOp, [predictions, targets], predictions.shape.slice(0, 1), { function: name });
}

/** One pass that writes the losses, their gradient, or both. */
export function rowLossCall(
  name: RowLossFunction,
  predictions: GraphNode,
  targets: GraphNode,
  outputs: { readonly losses?: GraphNode; readonly gradient?: GraphNode },
): KernelCall {
  const rows = predictions.shape[0] ?? 0;
  return dispatch(rowLossKernel, {
    bindings: {
      predictions,
      targets,
      cotangent: outputs.gradient ? inputOf(outputs.gradient, 2) : targets,
      losses: outputs.losses ?? 'unused',
      gradient: outputs.gradient ?? 'unused',
    },
    overrides: {
      ROWS: rows,
      WIDTH: sizeOf(predictions.shape.slice(1)),
      FUNCTION: codes.indexOf(name),
      WRITE_LOSS: outputs.losses !== undefined,
      WRITE_GRADIENT: outputs.gradient !== undefined,
    },
    workgroups: workgroupsFor(rows, 64),
  });
}

export const rowLossOp: OpDefinition<'rowLoss'> = {
  gradient: (node, cotangent) => [
    rowLossGradient(node.attributes.function, inputOf(node, 0), inputOf(node, 1), cotangent),
    undefined,
  ],
  kernels: (node) => [rowLossCall(node.attributes.function, inputOf(node, 0), inputOf(node, 1), { losses: node })],
};
