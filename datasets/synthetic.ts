// The lecture's generated data: lines, the gradient-descent presets, polynomials, students, and shapes that one line cannot part.
//
// Every generator is a pure function of its options; the parameters are those of the lecture's notebooks.

import type { Dataset } from '../engine/graph/dataset.ts';
import { normalQuantile } from './normal.ts';
import { f32Tensor } from './packed.ts';
import { Random } from './random.ts';

/** One input, one output: a phenomenon and its observations. */
export interface Series {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Points of the plane with a class each. */
export interface LabelledPoints {
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  readonly labels: Uint8Array;
  readonly classNames: readonly string[];
}

export interface Drawn {
  readonly seed: number;
  readonly count?: number;
}

/** Inputs `[count, 1]`, targets `[count, 1]`. */
export const seriesDataset = ({ x, y }: Series, name?: string): Dataset => ({
  ...(name !== undefined && { name }),
  inputs: f32Tensor([x.length, 1], Float32Array.from(x)),
  targets: f32Tensor([y.length, 1], Float32Array.from(y)),
});

/** Inputs `[count, 2]`, targets are class numbers `[count]`. */
export const pointsDataset = ({ x1, x2, labels, classNames }: LabelledPoints, name?: string): Dataset => ({
  ...(name !== undefined && { name }),
  classNames,
  inputs: f32Tensor(
    [x1.length, 2],
    Float32Array.from({ length: 2 * x1.length }, (_, i) => (i % 2 === 0 ? x1 : x2)[i >> 1] ?? 0),
  ),
  targets: f32Tensor([labels.length], Float32Array.from(labels)),
});

/**
 * LINR1: y = intercept + slope·x + noise·N(0,1), x uniform in [0, 10].
 * The notebook names its parameters (a, b) = (4, 2) for y = a·x + b, but multiplies them with [1, x]: the truth is intercept 4, slope 2.
 */
export function linear(
  options: Drawn & { readonly intercept?: number; readonly slope?: number; readonly noise?: number },
): Series {
  const { seed, count = 100, intercept = 4, slope = 2, noise = 7 } = options;
  const random = new Random(seed);
  const x = draw(count, () => random.uniform(0, 10));
  return { x, y: x.map((value) => intercept + slope * value + noise * random.normal()) };
}

/** GRAD1: a random line with random noise, both axes standardised; the parameters that were drawn come along. */
export function standardizedLine(
  options: Drawn,
): Series & { readonly slope: number; readonly intercept: number; readonly noise: number } {
  const random = new Random(options.seed);
  const slope = random.integer(-30, 30);
  const intercept = random.integer(-10, 10);
  const noise = random.integer(10, 50);
  const x = draw(options.count ?? 1000, () => random.uniform(0, 10));
  const y = x.map((value) => slope * value + intercept + noise * random.normal());
  return { x: toUnit(x), y: toUnit(y), slope, intercept, noise };
}

/** Correlation of the slide's data: the factor 0.6 per row and the losses of its table fix it to [0.865997, 0.866046]. */
export const SLIDE_CORRELATION = Math.sqrt(3) / 2;
/** The slide's start: intercept -3.3884, slope 0. (-3.388, as printed, misses four of its cells.) */
export const SLIDE_START: readonly [number, number] = [-3.3884, 0];
/** The slide's learning rate: one update per printed row. */
export const SLIDE_LEARNING_RATE = 0.2;

/**
 * GRAD1, preset A: points on an ellipse with mean 0, variance 1 and correlation √3/2 exactly, for every count from 3 on.
 * Gradient descent from `SLIDE_START` with `SLIDE_LEARNING_RATE` prints the slide's table digit for digit.
 */
export function gradientCircle(count = 100): Series {
  if (count < 3) throw new RangeError('The circle needs at least 3 points.');
  const at = (shift: number) =>
    Float64Array.from({ length: count }, (_, k) => Math.SQRT2 * Math.cos((2 * Math.PI * k) / count - shift));
  return { x: at(0), y: at(Math.PI / 6) };
}

/** Stride of the noise's permutation, and the first noise value, for which min(y) comes out as the slide's start. */
const CLOUD = {
  100: { stride: 61, first: -4.122538908 },
  200: { stride: 123, first: -3.731535771 },
  1000: { stride: 617, first: -3.741316593 },
} as const;

/**
 * GRAD1, preset B: a cloud that looks like the slide's, with the same mean, variance and correlation as the circle. The notebook's
 * own start, intercept = min(y) = -3.3884 and slope 0, gives the slide's table digit for digit. No random numbers: the noise is
 * the normal quantiles of a permuted grid.
 */
export function gradientCloud(count: keyof typeof CLOUD = 200): Series {
  const { stride, first } = CLOUD[count];
  const x = toUnit(Float64Array.from({ length: count }, (_, i) => (10 * (i + 0.5)) / count));
  const raw = Float64Array.from({ length: count }, (_, i) => normalQuantile((((stride * i) % count) + 0.5) / count));
  raw[0] = first;
  const centred = subtract(raw, mean(raw));
  const along = mean(centred.map((value, i) => value * (x[i] ?? 0)));
  const across = centred.map((value, i) => value - along * (x[i] ?? 0));
  const std = deviation(across);
  return { x, y: x.map((value, i) => SLIDE_CORRELATION * value + (across[i] ?? 0) / std / 2) };
}

/** POLR1: a polynomial of degree 6 with coefficients in [-2, 2) over [-5, 5), noise 2000·N(0,1), both axes standardised. */
export function polynomial(
  options: Drawn & { readonly degree?: number; readonly noise?: number },
): Series & { readonly coefficients: readonly number[] } {
  const { seed, count = 100, degree = 6, noise = 2000 } = options;
  const random = new Random(seed);
  const coefficients = Array.from({ length: degree + 1 }, () => random.uniform(-2, 2));
  const x = draw(count, () => random.uniform(-5, 5));
  const y = x.map(
    (value) => coefficients.reduceRight((sum, coefficient) => sum * value + coefficient, 0) + noise * random.normal(),
  );
  return { x: toUnit(x), y: toUnit(y), coefficients };
}

/**
 * LOGR1: hours of work N(5, 1) and of sleep N(7, 1.5) of students. Who sleeps at least 5 hours, works at least 4, and has not more
 * than 3 (± 0.4) of 14 hours left over, passes. x1 is work, x2 is sleep; about 64 % pass.
 */
export function students(options: Drawn): LabelledPoints {
  const { seed, count = 1000 } = options;
  const random = new Random(seed);
  const work = draw(count, () => random.normal(5, 1));
  const sleep = draw(count, () => random.normal(7, 1.5));
  const labels = Uint8Array.from(work, (hours, i) => {
    const night = sleep[i] ?? 0;
    return Number(night >= 5 && hours >= 4 && 14 - hours - night + random.normal(0, 0.4) <= 3);
  });
  return { x1: work, x2: sleep, labels, classNames: ['fails', 'passes'] };
}

/** Exclusive or: four clouds around (±1, ±1); opposite corners share a class. No single neuron can part them. */
export function xor(options: Drawn & { readonly noise?: number }): LabelledPoints {
  const { seed, count = 200, noise = 0.25 } = options;
  const random = new Random(seed);
  return points(count, 2, (i) => {
    const [sx, sy] = [i & 1 ? 1 : -1, i & 2 ? 1 : -1];
    return { x1: sx + noise * random.normal(), x2: sy + noise * random.normal(), label: Number(sx !== sy) };
  });
}

/** Two interleaving half circles of radius 1 (scikit-learn's `make_moons`). */
export function moons(options: Drawn & { readonly noise?: number }): LabelledPoints {
  const { seed, count = 200, noise = 0.1 } = options;
  const random = new Random(seed);
  return points(count, 2, (i) => {
    const label = i % 2;
    const angle = random.uniform(0, Math.PI);
    const x1 = label ? 1 - Math.cos(angle) : Math.cos(angle);
    const x2 = label ? 0.5 - Math.sin(angle) : Math.sin(angle);
    return { x1: x1 + noise * random.normal(), x2: x2 + noise * random.normal(), label };
  });
}

/** Arms that wind around each other, `turns` turns out to radius 1. */
export function spiral(
  options: Drawn & { readonly noise?: number; readonly arms?: number; readonly turns?: number },
): LabelledPoints {
  const { seed, count = 200, noise = 0.03, arms = 2, turns = 1.5 } = options;
  const random = new Random(seed);
  return points(count, arms, (i) => {
    const label = i % arms;
    const radius = Math.sqrt(random.uniform(0.01, 1)); // equally dense along the arm
    const angle = 2 * Math.PI * (turns * radius + label / arms);
    return {
      x1: radius * Math.cos(angle) + noise * random.normal(),
      x2: radius * Math.sin(angle) + noise * random.normal(),
      label,
    };
  });
}

/** A disc of radius 0.5 inside a ring of radius 1. */
export function circles(options: Drawn & { readonly noise?: number }): LabelledPoints {
  const { seed, count = 200, noise = 0.08 } = options;
  const random = new Random(seed);
  return points(count, 2, (i) => {
    const label = i % 2;
    const radius = label ? 1 : 0.5 * Math.sqrt(random.uniform());
    const angle = random.uniform(0, 2 * Math.PI);
    return {
      x1: radius * Math.cos(angle) + noise * random.normal(),
      x2: radius * Math.sin(angle) + noise * random.normal(),
      label,
    };
  });
}

/** One normal cloud per class, with centres on a circle of radius 1. */
export function blobs(options: Drawn & { readonly classes?: number; readonly spread?: number }): LabelledPoints {
  const { seed, count = 200, classes = 2, spread = 0.25 } = options;
  const random = new Random(seed);
  return points(count, classes, (i) => {
    const label = i % classes;
    const angle = (2 * Math.PI * label) / classes + Math.PI / 4;
    return { x1: random.normal(Math.cos(angle), spread), x2: random.normal(Math.sin(angle), spread), label };
  });
}

function points(
  count: number,
  classes: number,
  point: (index: number) => { x1: number; x2: number; label: number },
): LabelledPoints {
  const drawn = Array.from({ length: count }, (_, index) => point(index));
  return {
    x1: Float64Array.from(drawn, ({ x1 }) => x1),
    x2: Float64Array.from(drawn, ({ x2 }) => x2),
    labels: Uint8Array.from(drawn, ({ label }) => label),
    classNames: Array.from({ length: classes }, (_, label) => String(label)),
  };
}

const draw = (count: number, one: () => number): Float64Array => Float64Array.from({ length: count }, one);
const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
const subtract = (values: Float64Array, amount: number): Float64Array => values.map((value) => value - amount);
const deviation = (values: Float64Array): number => Math.sqrt(mean(subtract(values, mean(values)).map((v) => v * v)));
const toUnit = (values: Float64Array): Float64Array => {
  const std = deviation(values);
  return subtract(values, mean(values)).map((value) => value / std);
};
