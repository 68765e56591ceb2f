// Standardisation: every input column to mean 0 and standard deviation 1, by the statistics of the training examples alone.

import type { Dataset } from '../engine/graph/dataset.ts';
import { exampleCount, exampleSize, f32Tensor, unpackExample } from './packed.ts';

export interface Standardized {
  readonly train: Dataset;
  readonly others: readonly Dataset[];
  /** Per input column, of the training examples. */
  readonly mean: Float64Array;
  /** Per input column, of the training examples; 1 for a column that is constant there. */
  readonly std: Float64Array;
}

/**
 * Standardises the inputs of `train` and, with the statistics of `train`, those of `others`: a test set that took part in the
 * statistics would leak into training. Inputs come out as f32.
 * @param ddof 0 divides by n (NumPy, scikit-learn), 1 by n - 1 (pandas, the lecture's notebooks).
 */
export function standardize(train: Dataset, others: readonly Dataset[] = [], ddof: 0 | 1 = 0): Standardized {
  const count = exampleCount(train.inputs);
  const size = exampleSize(train.inputs);
  if (count <= ddof) throw new RangeError(`Standardising needs more than ${count} training examples.`);
  const mean = new Float64Array(size);
  const std = new Float64Array(size);
  // Two passes: the one-pass formula loses all digits for columns like years (mean 1970, deviation 30) in 32 bits.
  for (let row = 0; row < count; row++) {
    unpackExample(train.inputs, row).forEach((value, column) => {
      mean[column] = (mean[column] ?? 0) + value / count;
    });
  }
  for (let row = 0; row < count; row++) {
    unpackExample(train.inputs, row).forEach((value, column) => {
      std[column] = (std[column] ?? 0) + (value - (mean[column] ?? 0)) ** 2 / (count - ddof);
    });
  }
  std.forEach((variance, column) => {
    std[column] = Math.sqrt(variance) || 1;
  });
  const apply = (dataset: Dataset): Dataset => {
    const rows = exampleCount(dataset.inputs);
    const data = new Float32Array(rows * size);
    for (let row = 0; row < rows; row++) {
      unpackExample(dataset.inputs, row).forEach((value, column) => {
        data[row * size + column] = (value - (mean[column] ?? 0)) / (std[column] ?? 1);
      });
    }
    return { ...dataset, inputs: f32Tensor(dataset.inputs.shape, data) };
  };
  return { train: apply(train), others: others.map(apply), mean, std };
}
