// Losses that are the mean over a row of a function of prediction and target; each line gives value and slope.

import { dispatch } from '../../shaders/kernel.ts';
import rowLossKernel from '../../shaders/row_loss.wgsl';
import { type GraphNode, inputOf, type RowLossFunction } from '../graph/node.ts';
import { formatShape, ShapeError, sameShape, sizeOf } from '../graph/shape.ts';
import { type FloatArray, type KernelCall, makeNode, type OpDefinition, workgroupsFor } from './definition.ts';

interface Formula {
  readonly value: (p: number, t: number) => number;
  readonly slope: (p: number, t: number) => number;
}

const sigmoidOf = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
/** Targets 0 and 1 as −1 and 1. */
const side = (t: number) => 2 * t - 1;

/** In the order of the switch in `shaders/row_loss.wgsl`. */
export const rowLossFormulas: Readonly<Record<RowLossFunction, Formula>> = {
  squaredError: { value: (p, t) => (p - t) ** 2, slope: (p, t) => 2 * (p - t) },
  absoluteError: { value: (p, t) => Math.abs(p - t), slope: (p, t) => Math.sign(p - t) },
  huber: {
    value: (p, t) => (Math.abs(p - t) <= 1 ? 0.5 * (p - t) ** 2 : Math.abs(p - t) - 0.5),
    slope: (p, t) => Math.max(-1, Math.min(1, p - t)),
  },
  sigmoidCrossEntropy: {
    value: (p, t) => Math.max(p, 0) - p * t + Math.log1p(Math.exp(-Math.abs(p))),
    slope: (p, t) => sigmoidOf(p) - t,
  },
  hinge: { value: (p, t) => Math.max(0, 1 - side(t) * p), slope: (p, t) => (side(t) * p < 1 ? -side(t) : 0) },
  perceptron: { value: (p, t) => Math.max(0, -side(t) * p), slope: (p, t) => (side(t) * p <= 0 ? -side(t) : 0) },
};

const codes = Object.keys(rowLossFormulas) as RowLossFunction[];

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
  gradient: (node, cotangent) => {
    const [predictions, targets] = [inputOf(node, 0), inputOf(node, 1)];
    const attributes = { function: node.attributes.function };
    return [
      makeNode('rowLossGradient', rowLossGradientOp, [predictions, targets, cotangent], predictions.shape, attributes),
      undefined,
    ];
  },
  reference: (node, [predictions, targets], losses) => {
    const { value } = rowLossFormulas[node.attributes.function];
    const width = sizeOf(inputOf(node, 0).shape.slice(1));
    for (let row = 0; row < losses.length; row++) {
      let total = 0;
      for (let i = row * width; i < (row + 1) * width; i++) total += value(predictions?.[i] ?? 0, targets?.[i] ?? 0);
      losses[row] = total / width;
    }
  },
  kernels: (node) => [rowLossCall(node.attributes.function, inputOf(node, 0), inputOf(node, 1), { losses: node })],
};

export const rowLossGradientOp: OpDefinition<'rowLossGradient'> = {
  reference: (node, [predictions, targets, cotangent], gradient) => {
    const { slope } = rowLossFormulas[node.attributes.function];
    const width = sizeOf(node.shape.slice(1));
    for (let i = 0; i < gradient.length; i++) {
      const weight = ((cotangent as FloatArray)[Math.floor(i / width)] as number) / width;
      gradient[i] = weight * slope(predictions?.[i] ?? 0, targets?.[i] ?? 0);
    }
  },
  kernels: (node) => [rowLossCall(node.attributes.function, inputOf(node, 0), inputOf(node, 1), { gradient: node })],
};
