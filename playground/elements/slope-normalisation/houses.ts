// Houses with an area and a number of rooms, raw and normalised, and the loss of two weights on each as a surface.

import { f32Tensor } from '../../../datasets/packed.ts';
import { Random } from '../../../datasets/random.ts';
import type { Dataset } from '../../../engine/index.ts';
import { type PlaneGrid, sampleGrid } from '../../charts/grid.ts';

const COUNT = 140;
const TRAINING = 100;

export interface Statistics {
  readonly mean: readonly [area: number, rooms: number, price: number];
  readonly std: readonly [area: number, rooms: number];
}

export type Weights = readonly [area: number, rooms: number];

/** One way of giving the houses to a model: its numbers, and its loss as a function of the two weights. */
export interface Version {
  readonly dataset: Dataset;
  readonly surface: Surface;
  /** Where the picture ends, on both axes. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly start: Weights;
  readonly grid: PlaneGrid;
  readonly levels: readonly number[];
}

export interface Houses {
  readonly training: Statistics;
  readonly others: Statistics;
  readonly raw: Version;
  readonly normalised: Version;
}

/** The mean squared error of price ≈ w₁·x₁ + w₂·x₂: a quadratic function, known exactly from five means. */
export class Surface {
  readonly minimum: Weights;
  readonly least: number;
  /** Second derivatives along its axes, smaller first. */
  readonly curvatures: readonly [number, number];
  readonly #m: {
    readonly aa: number;
    readonly ab: number;
    readonly bb: number;
    readonly ay: number;
    readonly by: number;
    readonly yy: number;
  };

  constructor(a: readonly number[], b: readonly number[], y: readonly number[]) {
    const mean = (p: readonly number[], q: readonly number[]): number =>
      p.reduce((sum, value, i) => sum + value * (q[i] ?? 0), 0) / p.length;
    const m = { aa: mean(a, a), ab: mean(a, b), bb: mean(b, b), ay: mean(a, y), by: mean(b, y), yy: mean(y, y) };
    this.#m = m;
    const determinant = m.aa * m.bb - m.ab ** 2;
    this.minimum = [(m.ay * m.bb - m.by * m.ab) / determinant, (m.by * m.aa - m.ay * m.ab) / determinant];
    this.least = this.loss(this.minimum);
    const half = (m.aa + m.bb) / 2;
    const spread = Math.hypot((m.aa - m.bb) / 2, m.ab);
    this.curvatures = [2 * (half - spread), 2 * (half + spread)];
  }

  loss([p, q]: Weights): number {
    const m = this.#m;
    return m.yy + p * p * m.aa + q * q * m.bb + 2 * p * q * m.ab - 2 * p * m.ay - 2 * q * m.by;
  }

  /** From here on each step lands further away than it began. */
  get largestLearningRate(): number {
    return 2 / this.curvatures[1];
  }
}

const statisticsOf = (a: readonly number[], b: readonly number[], y: readonly number[]): Statistics => {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const std = (values: readonly number[]): number => {
    const middle = mean(values);
    return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
  };
  return { mean: [mean(a), mean(b), mean(y)], std: [std(a), std(b)] };
};

/** Rings that lie closer where it is steep, from the start's own height down. */
const RINGS = 10;

function versionOf(
  a: readonly number[],
  b: readonly number[],
  y: readonly number[],
  start: Weights,
  reach: Weights,
): Version {
  const surface = new Surface(a, b, y);
  const [p, q] = surface.minimum;
  const x: [number, number] = [p - reach[0], p + reach[0]];
  const yRange: [number, number] = [q - reach[1], q + reach[1]];
  const from: Weights = [p + start[0] * reach[0], q + start[1] * reach[1]];
  const excess = surface.loss(from) - surface.least;
  return {
    dataset: {
      inputs: f32Tensor([a.length, 2], Float32Array.from(a.flatMap((value, i) => [value, b[i] ?? 0]))),
      targets: f32Tensor([a.length, 1], Float32Array.from(y)),
    },
    surface,
    x,
    y: yRange,
    start: from,
    grid: sampleGrid((v, w) => surface.loss([v, w]), x, yRange, 120),
    levels: Array.from({ length: RINGS }, (_, k) => surface.least + excess * ((k + 1) / (RINGS - 2)) ** 2),
  };
}

export function makeHouses(seed: number): Houses {
  const random = new Random(seed);
  const houses = Array.from({ length: COUNT }, () => {
    const size = random.normal();
    const area = Math.max(2.5, 8 + 2.4 * size);
    const rooms = Math.max(1, Math.round(3 + 0.9 * (0.5 * size + 0.87 * random.normal())));
    return { area, rooms, price: 22 * area + 30 * rooms + 25 * random.normal() };
  });
  const part = (from: number, to: number) => {
    const some = houses.slice(from, to);
    return { a: some.map(({ area }) => area), b: some.map(({ rooms }) => rooms), y: some.map(({ price }) => price) };
  };
  const train = part(0, TRAINING);
  const rest = part(TRAINING, COUNT);
  const training = statisticsOf(train.a, train.b, train.y);
  const [meanA, meanB, meanY] = training.mean;
  const [stdA, stdB] = training.std;
  const centred = train.y.map((price) => price - meanY);
  return {
    training,
    others: statisticsOf(rest.a, rest.b, rest.y),
    raw: versionOf(train.a, train.b, train.y, [-0.3, 0.83], [36, 90]),
    normalised: versionOf(
      train.a.map((value) => (value - meanA) / stdA),
      train.b.map((value) => (value - meanB) / stdB),
      centred,
      [0.62, 0.75],
      [90, 90],
    ),
  };
}
