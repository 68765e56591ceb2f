// Generated data: the slide's gradient-descent table digit for digit, and the notebooks' distributions.

import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../datasets/normal.ts';
import { Random } from '../../datasets/random.ts';
import {
  blobs,
  circles,
  gradientCircle,
  gradientCloud,
  linear,
  moons,
  pointsDataset,
  polynomial,
  type Series,
  SLIDE_CORRELATION,
  SLIDE_LEARNING_RATE,
  SLIDE_START,
  seriesDataset,
  spiral,
  standardizedLine,
  students,
  xor,
} from '../../datasets/synthetic.ts';

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;
const moments = ({ x, y }: Series) => ({
  meanX: mean(x),
  meanY: mean(y),
  varianceX: mean(x.map((v) => v * v)) - mean(x) ** 2,
  varianceY: mean(y.map((v) => v * v)) - mean(y) ** 2,
  covariance: mean(x.map((v, i) => v * y[i]!)) - mean(x) * mean(y),
});

/** Loss and gradient of y ≈ a + b·x, then one step: the rows of the slide's table, as its notebook printed them. */
function descend({ x, y }: Series, start: readonly [number, number], rows: number) {
  let [a, b] = start;
  return Array.from({ length: rows }, (_, k) => {
    const error = x.map((value, i) => a + b * value - y[i]!);
    const loss = mean(error.map((e) => e * e));
    const gradient = [2 * mean(error), 2 * mean(error.map((e, i) => e * x[i]!))] as const;
    const row = [loss, ...gradient, a, b].map((value) => (value < 0 ? '' : '+') + value.toFixed(3));
    a -= SLIDE_LEARNING_RATE * gradient[0];
    b -= SLIDE_LEARNING_RATE * gradient[1];
    return [20 * k, ...row].join(' ');
  });
}

/** The table of the lecture's slide: label, loss, gradient (2), theta (2). */
const SLIDE = [
  '0 +12.481 -6.777 -1.732 -3.388 +0.000',
  '20 +4.653 -4.066 -1.039 -2.033 +0.346',
  '40 +1.835 -2.440 -0.624 -1.220 +0.554',
  '60 +0.821 -1.464 -0.374 -0.732 +0.679',
  '80 +0.455 -0.878 -0.224 -0.439 +0.754',
  '100 +0.324 -0.527 -0.135 -0.263 +0.799',
  '120 +0.277 -0.316 -0.081 -0.158 +0.826',
  '140 +0.260 -0.190 -0.048 -0.095 +0.842',
  '160 +0.253 -0.114 -0.029 -0.057 +0.851',
  '180 +0.251 -0.068 -0.017 -0.034 +0.857',
  '200 +0.250 -0.041 -0.010 -0.020 +0.861',
];

describe('the gradient-descent presets', () => {
  it.each([3, 4, 6, 12, 100, 1000])(
    'circle of %i points: mean 0, variance 1, correlation √3/2, and all 11 rows',
    (count) => {
      const data = gradientCircle(count);
      const { meanX, meanY, varianceX, varianceY, covariance } = moments(data);
      expect(Math.max(Math.abs(meanX), Math.abs(meanY))).toBeLessThan(1e-14);
      expect(varianceX).toBeCloseTo(1, 12);
      expect(varianceY).toBeCloseTo(1, 12);
      expect(covariance).toBeCloseTo(Math.sqrt(3) / 2, 12);
      expect(descend(data, SLIDE_START, 11)).toEqual(SLIDE);
    },
  );

  it.each([100, 200, 1000] as const)('cloud of %i points: the same moments, and min(y) is the start', (count) => {
    const data = gradientCloud(count);
    const { meanX, meanY, varianceX, varianceY, covariance } = moments(data);
    expect(Math.max(Math.abs(meanX), Math.abs(meanY))).toBeLessThan(1e-14);
    expect(varianceX).toBeCloseTo(1, 12);
    expect(varianceY).toBeCloseTo(1, 12);
    expect(covariance).toBeCloseTo(SLIDE_CORRELATION, 12);
    const start = Math.min(...data.y);
    expect(start).toBeGreaterThanOrEqual(-3.388436);
    expect(start).toBeLessThanOrEqual(-3.388289);
    expect(descend(data, [start, 0], 11)).toEqual(SLIDE);
  });

  it('cloud of 200: extremes as published', () => {
    const sorted = Array.from(gradientCloud(200).y).sort((a, b) => a - b);
    expect(sorted[0]).toBeCloseTo(-3.38835, 5);
    expect(sorted[1]).toBeCloseTo(-2.168, 3);
    expect(sorted.at(-1)).toBeCloseTo(2.205, 3);
  });
});

describe('the notebooks’ data', () => {
  it('linear: least squares comes close to intercept 4 and slope 2, not equal', () => {
    const { x, y } = linear({ seed: 1, count: 20_000 });
    const slope = (mean(x.map((v, i) => v * y[i]!)) - mean(x) * mean(y)) / (mean(x.map((v) => v * v)) - mean(x) ** 2);
    const intercept = mean(y) - slope * mean(x);
    expect(Math.abs(slope - 2)).toBeLessThan(0.06);
    expect(Math.abs(intercept - 4)).toBeLessThan(0.3);
    expect(slope).not.toBe(2);
  });

  it('standardised line and polynomial have mean 0 and deviation 1', () => {
    for (const data of [standardizedLine({ seed: 2 }), polynomial({ seed: 2 })]) {
      const { meanX, meanY, varianceX, varianceY } = moments(data);
      expect(Math.max(Math.abs(meanX), Math.abs(meanY))).toBeLessThan(1e-12);
      expect(varianceX).toBeCloseTo(1, 10);
      expect(varianceY).toBeCloseTo(1, 10);
    }
    expect(polynomial({ seed: 2 }).coefficients).toHaveLength(7);
  });

  it('students: 64 % pass, and who sleeps less than 5 hours never does', () => {
    const { x1, x2, labels } = students({ seed: 3, count: 20_000 });
    expect(Math.abs(mean(labels) - 0.64)).toBeLessThan(0.015);
    labels.forEach((pass, i) => {
      if (pass) expect(x1[i]! >= 4 && x2[i]! >= 5).toBe(true);
    });
  });
});

describe('shapes', () => {
  const shapes = { xor, moons, spiral, circles, blobs };

  it.each(Object.entries(shapes))('%s: balanced, the same for a seed, another for another', (_, shape) => {
    const first = shape({ seed: 7, count: 400 });
    expect(Math.abs(mean(first.labels) - 0.5)).toBeLessThan(1e-9);
    expect(shape({ seed: 7, count: 400 })).toEqual(first);
    expect(shape({ seed: 8, count: 400 }).x1).not.toEqual(first.x1);
    const far = Math.max(...first.x1.map(Math.abs), ...first.x2.map(Math.abs));
    expect(far).toBeLessThan(3);
  });

  it('circles: radius tells the classes apart', () => {
    const { x1, x2, labels } = circles({ seed: 1, noise: 0 });
    labels.forEach((label, i) => {
      expect(Math.hypot(x1[i]!, x2[i]!) > 0.75).toBe(label === 1);
    });
  });

  it('become datasets', () => {
    const points = blobs({ seed: 1, count: 9, classes: 3 });
    const dataset = pointsDataset(points, 'blobs');
    expect(dataset).toMatchObject({ name: 'blobs', classNames: ['0', '1', '2'] });
    expect(dataset.inputs.shape).toEqual([9, 2]);
    expect(dataset.inputs.data[5]).toBe(Math.fround(points.x2[2]!));
    expect(Array.from(dataset.targets.data)).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2]);
    expect(seriesDataset(linear({ seed: 1, count: 4 })).targets.shape).toEqual([4, 1]);
  });
});

describe('random numbers', () => {
  it('are mulberry32’s', () => {
    // Reference values of the published function for seed 1.
    const random = new Random(1);
    expect([0, 0, 0].map(() => random.uniform())).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('uniform, integer and normal have their moments', () => {
    const random = new Random(4);
    const normal = Array.from({ length: 50_000 }, () => random.normal(2, 3));
    expect(Math.abs(mean(normal) - 2)).toBeLessThan(0.05);
    expect(Math.abs(Math.sqrt(mean(normal.map((v) => (v - 2) ** 2))) - 3)).toBeLessThan(0.05);
    const integers = Array.from({ length: 6000 }, () => random.integer(-1, 2));
    expect(new Set(integers)).toEqual(new Set([-1, 0, 1]));
    expect(Math.abs(mean(integers))).toBeLessThan(0.05);
  });

  it('a permutation holds every number once', () => {
    expect(Array.from(new Random(1).permutation(1000)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_, i) => i),
    );
  });
});

describe('the normal quantile', () => {
  it('agrees with Python’s statistics.NormalDist().inv_cdf (3.11)', () => {
    const reference: readonly [number, number][] = [
      [0.5, 0],
      [0.0025, -2.8070337683438042],
      [0.975, 1.9599639845400536],
      [0.3, -0.5244005127080407],
      [1e-13, -7.3487961028006765],
    ];
    for (const [p, z] of reference) expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-14);
    expect(() => normalQuantile(1)).toThrow('probability');
  });
});
