// Metrics: which row values the device sums for them, and what the host makes of the sums.

import type { PackedTensor } from '../graph/dataset.ts';
import type { GraphNode } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { maxMetrics } from '../graph/step-state.ts';
import { binary, multiply, subtract } from '../ops/binary.ts';
import { fill, reshape } from '../ops/leaves.ts';
import { rowLoss } from '../ops/row-loss.ts';
import { accuracy } from '../ops/softmax-cross-entropy.ts';
import { unary } from '../ops/unary.ts';
import type { Activation } from './layers.ts';
import { asRows, type Predictions } from './losses.ts';

/**
 * `precision` and `recall` are of class 1 of a model with one output, at 0.5 of a sigmoid or 0 of a score; 0 when nothing counts.
 * `r2Score` is 1 − Σ(error²)/Σ(deviation²) over the whole dataset. `gradientNorm` is the norm of all gradients together before
 * clipping; only training has it. `mse`, `mae` and `rmse` are other names, which the history keeps.
 */
export type Metric =
  | 'accuracy'
  | 'precision'
  | 'recall'
  | 'meanSquaredError'
  | 'mse'
  | 'meanAbsoluteError'
  | 'mae'
  | 'rootMeanSquaredError'
  | 'rmse'
  | 'r2Score'
  | 'gradientNorm';

/** Row values whose mean a step carries. */
type Column =
  | 'hit'
  | 'truePositive'
  | 'saidPositive'
  | 'isPositive'
  | 'squaredError'
  | 'absoluteError'
  | 'gradientNorm';

type Means = Readonly<Record<Column, number>>;

/** What the sums of a step, or of an epoch, say. */
export interface MetricPlan {
  readonly names: readonly Metric[];
  readonly columns: readonly Column[];
  /** The metrics, in the order of `names`, from the columns' means. */
  combine(means: readonly number[]): number[];
}

interface Formula {
  readonly columns: readonly Column[];
  readonly value: (means: Means, variance: number) => number;
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const mse: Formula = { columns: ['squaredError'], value: (means) => means.squaredError };
const mae: Formula = { columns: ['absoluteError'], value: (means) => means.absoluteError };
const rmse: Formula = { columns: ['squaredError'], value: (means) => Math.sqrt(means.squaredError) };

const formulas: Readonly<Record<Metric, Formula>> = {
  accuracy: { columns: ['hit'], value: (means) => means.hit },
  precision: {
    columns: ['truePositive', 'saidPositive'],
    value: (means) => ratio(means.truePositive, means.saidPositive),
  },
  recall: { columns: ['truePositive', 'isPositive'], value: (means) => ratio(means.truePositive, means.isPositive) },
  meanSquaredError: mse,
  mse,
  meanAbsoluteError: mae,
  mae,
  rootMeanSquaredError: rmse,
  rmse,
  r2Score: { columns: ['squaredError'], value: (means, variance) => 1 - means.squaredError / variance },
  gradientNorm: { columns: ['gradientNorm'], value: (means) => means.gradientNorm },
};

/** With both kinds of positives counted, hits need no column of their own: 1 − said − is + 2·both. */
const accuracyOfCounts: Formula = {
  columns: ['truePositive', 'saidPositive', 'isPositive'],
  value: (means) => 1 - means.saidPositive - means.isPositive + 2 * means.truePositive,
};

/**
 * The columns that these metrics need.
 * @throws RangeError when a metric is unknown, or when they are more than a step carries.
 */
export function planMetrics(names: readonly Metric[], targets: PackedTensor): MetricPlan {
  const counted = names.includes('precision') && names.includes('recall');
  const wanted = names.map((name) => {
    const formula = name === 'accuracy' && counted ? accuracyOfCounts : formulas[name];
    if (!formula) throw new RangeError(`metrics: "${name}" is unknown; there are ${Object.keys(formulas).join(', ')}`);
    return formula;
  });
  const columns = [...new Set(wanted.flatMap((formula) => formula.columns))];
  if (columns.length > maxMetrics) {
    throw new RangeError(
      `metrics: ${names.join(', ')} need ${columns.length} sums; a step carries ${maxMetrics} beside the loss. Ask for fewer.`,
    );
  }
  const variance = names.includes('r2Score') ? varianceOf(targets) : Number.NaN;
  return {
    names,
    columns,
    combine: (means) => {
      const byColumn = Object.fromEntries(columns.map((column, i) => [column, means[i] ?? Number.NaN])) as Means;
      return wanted.map(({ value }) => value(byColumn, variance));
    },
  };
}

/** Mean over the targets' columns of their variance (divided by n). */
function varianceOf({ shape, data, scale }: PackedTensor): number {
  const width = sizeOf(shape.slice(1));
  const rows = shape[0] ?? 0;
  let total = 0;
  for (let column = 0; column < width; column++) {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += (data[row * width + column] ?? 0) / rows;
    for (let row = 0; row < rows; row++) total += ((data[row * width + column] ?? 0) - mean) ** 2;
  }
  return (total * scale * scale) / (rows * width);
}

/** The rows of one column, [B]. @throws TypeError when the model's outputs do not have such a metric. */
export function columnRows(
  column: Column,
  predictions: Predictions,
  targets: GraphNode,
  gradientNorm?: GraphNode,
): GraphNode {
  const { activation, logits, outputs } = predictions;
  const rows = outputs.shape.slice(0, 1);
  switch (column) {
    case 'squaredError':
    case 'absoluteError':
      return rowLoss(column, outputs, asRows(targets, outputs));
    case 'gradientNorm':
      if (!gradientNorm) throw new TypeError('gradientNorm: there are gradients in training only');
      return multiply(fill(rows, 1), gradientNorm);
    case 'hit':
      if (activation === 'softmax') return accuracy(logits, targets);
      return reshape(binary('equal', saidPositive(activation, outputs), asRows(targets, outputs)), rows);
    default: {
      if (sizeOf(outputs.shape.slice(1)) !== 1) {
        throw new TypeError(
          'precision and recall in training are of a model with one output; for several classes take confusionMatrix()',
        );
      }
      const said = saidPositive(activation, outputs);
      const is = asRows(targets, outputs);
      return reshape({ saidPositive: said, isPositive: is, truePositive: multiply(said, is) }[column], rows);
    }
  }
}

/** 1 where a probability is over 0.5, or a score over 0. */
export const saidPositive = (activation: Activation, outputs: GraphNode) =>
  unary('step', activation === 'sigmoid' ? subtract(outputs, fill([], 0.5)) : outputs);
