// Losses that are the mean over a row of a function of prediction and target; each line gives value and slope.

import { inputOf, type RowLossFunction } from '../../graph/node.ts';
import { sizeOf } from '../../graph/shape.ts';
import type { FloatArray, Reference } from '../reference.ts';
import { sigmoidOf } from './unary.ts';

interface Formula {
  readonly value: (p: number, t: number) => number;
  readonly slope: (p: number, t: number) => number;
}

/** Targets 0 and 1 as −1 and 1. */
const side = (t: number) => 2 * t - 1;

/** Value and slope of each loss, for one prediction p and its target t. */
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

export const rowLoss: Reference<'rowLoss'> = (node, [predictions, targets], losses) => {
  const { value } = rowLossFormulas[node.attributes.function];
  const width = sizeOf(inputOf(node, 0).shape.slice(1));
  for (let row = 0; row < losses.length; row++) {
    let total = 0;
    for (let i = row * width; i < (row + 1) * width; i++) total += value(predictions?.[i] ?? 0, targets?.[i] ?? 0);
    losses[row] = total / width;
  }
};

export const rowLossGradient: Reference<'rowLossGradient'> = (node, [predictions, targets, cotangent], gradient) => {
  const { slope } = rowLossFormulas[node.attributes.function];
  const width = sizeOf(node.shape.slice(1));
  for (let i = 0; i < gradient.length; i++) {
    const weight = ((cotangent as FloatArray)[Math.floor(i / width)] as number) / width;
    gradient[i] = weight * slope(predictions?.[i] ?? 0, targets?.[i] ?? 0);
  }
};
