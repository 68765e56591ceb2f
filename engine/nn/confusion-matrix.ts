// The confusion matrix of a classifier over a dataset, counted on the device, and what follows from it.

import type { Dataset } from '../graph/dataset.ts';
import type { GraphNode } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { argmax } from '../ops/argmax.ts';
import { reshape } from '../ops/leaves.ts';
import { confusionMatrix as count } from '../ops/metrics.ts';
import type { Backend } from '../training/backend.ts';
import { saidPositive } from './metrics.ts';
import type { Sequential } from './sequential.ts';
import { sumOver } from './sum-over.ts';

export interface Confusion {
  /** Rows are true classes, columns predicted ones. */
  readonly matrix: readonly (readonly number[])[];
  /** Share of the examples on the diagonal. */
  readonly accuracy: number;
  /** Of each class: of those predicted so, the share that is; 0 where none was. */
  readonly precision: readonly number[];
  /** Of each class: of those that are so, the share predicted; 0 where there are none. */
  readonly recall: readonly number[];
}

export interface ConfusionOptions {
  /** Default 1000. */
  readonly batchSize?: number;
  readonly backend?: Backend;
}

/**
 * Counts over a dataset. A model with one output decides between 0 and 1, at 0.5 of a sigmoid or 0 of a score; with several it
 * takes the largest. Targets are labels or one-hot. The macro averages are the plain means of `precision` and `recall`.
 */
export async function confusionMatrix(
  model: Sequential,
  dataset: Dataset,
  options: ConfusionOptions = {},
): Promise<Confusion> {
  const outputs = sizeOf(model.outputShape);
  const classes = Math.max(2, outputs);
  const [counts = new Float64Array(classes * classes)] = await sumOver(
    model,
    dataset,
    (predictions, targets, present) => {
      const rows = present.shape;
      const largest = (x: GraphNode) => reshape(argmax(reshape(x, [rows[0] ?? 0, classes]), [1]), rows);
      const said =
        outputs === 1
          ? reshape(saidPositive(predictions.activation, predictions.outputs), rows)
          : largest(predictions.logits);
      const is = sizeOf(targets.shape) === sizeOf(rows) ? reshape(targets, rows) : largest(targets);
      return [count(is, said, classes, present)];
    },
    options,
  );
  const matrix = Array.from({ length: classes }, (_, row) => [...counts.subarray(row * classes, (row + 1) * classes)]);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const hits = matrix.map((row, label) => row[label] ?? 0);
  return {
    matrix,
    accuracy: share(sum(hits), sum(matrix.map(sum))),
    precision: hits.map((hit, label) => share(hit, sum(matrix.map((row) => row[label] ?? 0)))),
    recall: hits.map((hit, label) => share(hit, sum(matrix[label] ?? []))),
  };
}
