// A curve that the visitor draws by its knots, smooth between them; and the first weights of a layer that is to follow it.

import { Random } from '../../../datasets/random.ts';

export const RANGE = [-3, 3] as const;
export const KNOTS = 13;
/** No knot stands higher or lower. */
export const HEIGHT = 1.5;

export const knotX = (index: number): number => RANGE[0] + ((RANGE[1] - RANGE[0]) * index) / (KNOTS - 1);

/** "0,0.5,…": thirteen heights; undefined when it is something else. */
export function parseCurve(text: string): readonly number[] | undefined {
  const heights = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return heights.length === KNOTS && heights.every((y) => Math.abs(y) <= HEIGHT) ? heights : undefined;
}

/** Through all knots without a corner: cubic pieces with the slopes of their neighbours (Catmull and Rom). */
export function curveThrough(heights: readonly number[]): (x: number) => number {
  const at = (index: number): number => heights[Math.min(KNOTS - 1, Math.max(0, index))] ?? 0;
  return (x) => {
    const place = ((x - RANGE[0]) / (RANGE[1] - RANGE[0])) * (KNOTS - 1);
    const i = Math.min(KNOTS - 2, Math.max(0, Math.floor(place)));
    const s = place - i;
    const [p, q] = [at(i), at(i + 1)];
    const [m, n] = [(q - at(i - 1)) / 2, (at(i + 2) - p) / 2];
    return (
      (2 * s ** 3 - 3 * s ** 2 + 1) * p +
      (s ** 3 - 2 * s ** 2 + s) * m +
      (3 * s ** 2 - 2 * s ** 3) * q +
      (s ** 3 - s ** 2) * n
    );
  };
}

export interface FirstWeights {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
  readonly output: Float32Array;
}

/**
 * Every neuron begins with its bend at a place of its own. With biases of zero, as libraries begin, all of them bend at x = 0, and
 * most of the training goes into spreading them: 10 tanh neurons then stop at 0.08 where these reach 0.03.
 */
export function firstWeights(units: number, seed: number): FirstWeights {
  const random = new Random(seed);
  const kernel = new Float32Array(units);
  const bias = new Float32Array(units);
  const output = new Float32Array(units);
  for (let j = 0; j < units; j++) {
    const place = RANGE[0] + ((RANGE[1] - RANGE[0]) * (j + random.uniform())) / units;
    kernel[j] = random.uniform() < 0.5 ? -1.5 : 1.5;
    bias[j] = -(kernel[j] ?? 0) * place;
    output[j] = random.uniform(-0.25, 0.25) / Math.sqrt(units);
  }
  return { kernel, bias, output };
}
