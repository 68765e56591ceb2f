// What a network makes of the test images: how many are wrong, which digit is taken for which, the surest mistakes.

import { argmax } from '../../charts/probability-bars.ts';

export interface Mistake {
  /** Index in the test set. */
  readonly index: number;
  readonly truth: number;
  readonly read: number;
  /** The probability that the network gave to its wrong answer. */
  readonly confidence: number;
}

export interface Evaluation {
  /** The update after which the images were read. */
  readonly step: number;
  readonly total: number;
  readonly wrong: number;
  readonly accuracy: number;
  /** `confusion[truth][read]` */
  readonly confusion: readonly (readonly number[])[];
  /** Surest first. */
  readonly mistakes: readonly Mistake[];
  /** Rows of ten, one per image. */
  readonly probabilities: Float32Array;
}

/** @param probabilities one row of `classes` numbers per label. */
export function evaluatePredictions(
  probabilities: Float32Array,
  labels: ArrayLike<number>,
  classes: number,
  step: number,
): Evaluation {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  const mistakes: Mistake[] = [];
  for (let index = 0; index < labels.length; index++) {
    const row = probabilities.subarray(index * classes, (index + 1) * classes);
    const truth = labels[index] ?? 0;
    const read = argmax(row);
    const counts = confusion[truth];
    if (counts) counts[read] = (counts[read] ?? 0) + 1;
    if (read !== truth) mistakes.push({ index, truth, read, confidence: row[read] ?? 0 });
  }
  mistakes.sort((a, b) => b.confidence - a.confidence);
  const total = labels.length;
  return {
    step,
    total,
    wrong: mistakes.length,
    accuracy: total ? 1 - mistakes.length / total : 0,
    confusion,
    mistakes,
    probabilities,
  };
}

/** The weights of one neuron as an image: column `unit` of a kernel of shape `[pixels, units]`. */
export function neuronImage(kernel: Float32Array, pixels: number, units: number, unit: number): Float32Array {
  return Float32Array.from({ length: pixels }, (_, pixel) => kernel[pixel * units + unit] ?? 0);
}
