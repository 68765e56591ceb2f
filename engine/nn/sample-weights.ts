// Weights of single examples in the loss, as one more column of the targets. Bundled only where it is imported.

import type { Dataset } from '../graph/dataset.ts';
import type { GraphNode } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { multiply } from '../ops/binary.ts';
import { constant, reshape } from '../ops/leaves.ts';
import { matmul } from '../ops/matmul.ts';
import { type Loss, type LossFunction, lossRows } from './losses.ts';

/** A dataset and a loss that belong together. */
export interface SampleWeighted {
  readonly dataset: Dataset;
  readonly loss: LossFunction;
}

/**
 * Multiplies each example's loss by its weight; metrics are not weighted. As in Keras the loss of a batch is
 * Σ weight·loss / examples. `const weighted = sampleWeights(dataset, 'mse', weights)`, then
 * `model.fit(weighted.dataset, { loss: weighted.loss })`. Data for validation wants weights of its own, all 1 if need be, and
 * `evaluate` on other data its own loss; R² wants unweighted targets.
 * @param weights one for each example
 * @throws RangeError when they are not as many as the examples, or one is negative or not finite; TypeError for packed targets.
 */
export function sampleWeights(dataset: Dataset, loss: Loss, weights: ArrayLike<number>): SampleWeighted {
  const { targets } = dataset;
  const [count = 0, ...example] = targets.shape;
  if (weights.length !== count) {
    throw new RangeError(`sampleWeights: ${weights.length} weights for ${count} examples`);
  }
  const bad = Array.from(weights).findIndex((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (bad >= 0) throw new RangeError(`sampleWeights: weight ${bad} is ${weights[bad]}; give finite numbers from 0 on`);
  if (targets.encoding !== 'f32') throw new TypeError('sampleWeights: the targets are packed; give them as f32');
  const width = sizeOf(example);
  const { data, scale, offset } = targets;
  const joined = new Float32Array(count * (width + 1));
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < width; i++) joined[row * (width + 1) + i] = (data[row * width + i] ?? 0) * scale + offset;
    joined[row * (width + 1) + width] = weights[row] ?? 0;
  }
  /** Columns `from` on: a product with ones and zeros, which is exact. */
  const columns = (both: GraphNode, from: number, shape: readonly number[]) => {
    const size = sizeOf(shape);
    const choice = Float32Array.from({ length: (width + 1) * size }, (_, i) =>
      Number(Math.floor(i / size) === from + (i % size)),
    );
    const rows = both.shape[0] ?? 0;
    return reshape(matmul(both, constant([width + 1, size], choice)), [rows, ...shape]);
  };
  const targetsOf = (both: GraphNode) => columns(both, 0, example);
  return {
    dataset: {
      ...dataset,
      targets: { shape: [count, width + 1], encoding: 'f32', data: joined, scale: 1, offset: 0 },
    },
    loss: {
      name: `${typeof loss === 'string' ? loss : loss.name}, weighted`,
      rows: (predictions, both) => multiply(lossRows(loss, predictions, targetsOf(both)), columns(both, width, [])),
      labels: (both) => {
        const own = targetsOf(both);
        return typeof loss === 'string' ? own : (loss.labels?.(own) ?? own);
      },
    },
  };
}
