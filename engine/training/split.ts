// The last part of a dataset set aside for validation, as Keras does: before any shuffling, and without copying.

import type { Dataset, PackedTensor } from '../graph/dataset.ts';

interface Split {
  readonly training: Dataset;
  readonly validation: Dataset;
}

/** Views of one dataset, kept so that a second run finds their columns on the device. */
const splits = new WeakMap<Dataset, Map<number, Split>>();

/**
 * The first and the last examples; `fraction` of them, rounded up, are the last.
 * @throws RangeError when one part would be empty.
 */
export function splitLast(dataset: Dataset, fraction: number): Split {
  const count = dataset.inputs.shape[0] ?? 0;
  const first = Math.floor(count * (1 - fraction));
  if (!(fraction > 0 && fraction < 1) || first === 0 || first === count) {
    throw new RangeError(`validationSplit is ${fraction}: of ${count} examples that leaves none on one side`);
  }
  const known = splits.get(dataset) ?? new Map<number, Split>();
  splits.set(dataset, known);
  const split = known.get(first) ?? { training: part(dataset, 0, first), validation: part(dataset, first, count) };
  known.set(first, split);
  return split;
}

const part = (dataset: Dataset, from: number, to: number): Dataset => ({
  ...dataset,
  inputs: rows(dataset.inputs, from, to),
  targets: rows(dataset.targets, from, to),
});

/** Rows are padded to whole words, so that any of them can be the first. */
function rows(tensor: PackedTensor, from: number, to: number): PackedTensor {
  const [count = 0, ...example] = tensor.shape;
  const stride = tensor.data.length / count;
  return { ...tensor, shape: [to - from, ...example], data: tensor.data.subarray(from * stride, to * stride) };
}
