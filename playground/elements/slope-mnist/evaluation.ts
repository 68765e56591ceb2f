// What a network makes of the test images: how many are wrong, which digit is taken for which, the surest mistakes.

import { argmax } from '../../charts/probability-bars.ts';

/** How one test image was read. */
export interface Reading {
  /** Index in the test set. */
  readonly index: number;
  readonly truth: number;
  readonly read: number;
  /** The probability that the network gave to its answer. */
  readonly confidence: number;
}

/** Nobody looks at more. */
const DOUBTS = 240;

export interface Evaluation {
  /** The update after which the images were read. */
  readonly step: number;
  readonly total: number;
  readonly wrong: number;
  readonly accuracy: number;
  /** `confusion[truth][read]` */
  readonly confusion: readonly (readonly number[])[];
  /** Surest first. */
  readonly mistakes: readonly Reading[];
  /** Right or wrong, those it was least sure of, least sure first. */
  readonly doubts: readonly Reading[];
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
  const readings: Reading[] = [];
  for (let index = 0; index < labels.length; index++) {
    const row = probabilities.subarray(index * classes, (index + 1) * classes);
    const truth = labels[index] ?? 0;
    const read = argmax(row);
    const counts = confusion[truth];
    if (counts) counts[read] = (counts[read] ?? 0) + 1;
    readings.push({ index, truth, read, confidence: row[read] ?? 0 });
  }
  readings.sort((a, b) => b.confidence - a.confidence);
  const mistakes = readings.filter(({ truth, read }) => truth !== read);
  const total = labels.length;
  return {
    step,
    total,
    wrong: mistakes.length,
    accuracy: total ? 1 - mistakes.length / total : 0,
    confusion,
    mistakes,
    doubts: readings.slice(-DOUBTS).reverse(),
    probabilities,
  };
}

/** The weights of one neuron as an image: column `unit` of a kernel of shape `[pixels, units]`. */
export function neuronImage(kernel: Float32Array, pixels: number, units: number, unit: number): Float32Array {
  return Float32Array.from({ length: pixels }, (_, pixel) => kernel[pixel * units + unit] ?? 0);
}
