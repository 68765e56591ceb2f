// One polynomial, and as many draws of points from it as are asked for: some to fit, others to judge the fit.

import { Random } from '../../../datasets/random.ts';
import { polynomial, type Series } from '../../../datasets/synthetic.ts';

export interface PolynomialData {
  readonly training: Series;
  readonly validation: Series;
  /** The curve behind the points, in the same units. */
  readonly truth: (x: number) => number;
}

const VALIDATION = 500;
/** Points that set the units: a draw of few points is standardised like all others. */
const POOL = 4000;

/** `draw` 0, 1, 2 … are other points with other noise around the same curve. */
export function polynomialData(options: { seed: number; draw: number; count: number; noise: number }): PolynomialData {
  const { seed, draw, count, noise } = options;
  const pool = polynomial({ seed, count: POOL, noise });
  const order = new Random(draw).permutation(POOL);
  // The pool is in random order already; draw 0 keeps it, so that a seed means the same points everywhere.
  const pick = (first: number, size: number): Series => {
    const from = Array.from({ length: size }, (_, i) => (draw === 0 ? first + i : (order[first + i] ?? 0)));
    return {
      x: Float64Array.from(from, (i) => pool.x[i] ?? 0),
      y: Float64Array.from(from, (i) => pool.y[i] ?? 0),
    };
  };
  return {
    training: pick(0, count),
    validation: pick(POOL - VALIDATION, VALIDATION),
    truth: truthOf(pool, seed, noise),
  };
}

/** The generator standardises its axes: the same transformation is found from two of its draws without noise. */
function truthOf(pool: ReturnType<typeof polynomial>, seed: number, noise: number): (x: number) => number {
  const random = new Random(seed);
  for (let i = 0; i < pool.coefficients.length; i++) random.uniform();
  // The same numbers in the same order as the generator draws them.
  const raw = Float64Array.from({ length: POOL }, () => random.uniform(-5, 5));
  const value = (x: number): number => pool.coefficients.reduceRight((sum, c) => sum * x + c, 0);
  const y = raw.map((x) => value(x) + noise * random.normal());
  const [meanX, stdX] = moments(raw);
  const [meanY, stdY] = moments(y);
  return (x) => (value(meanX + stdX * x) - meanY) / stdY;
}

function moments(values: Float64Array): readonly [mean: number, deviation: number] {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)];
}
