/** `expect(values).toBeAllClose(expected, { rtol, atol })`: number lists equal within tolerance, as NumPy's `allclose`. */
import { expect } from 'vitest';

export interface Tolerance {
  /** Relative to the expected value. */
  readonly rtol?: number;
  /** Absolute, in units of the values. */
  readonly atol?: number;
}

export interface Closeness {
  readonly pass: boolean;
  readonly message: string;
}

/**
 * |actual − expected| ≤ atol + rtol·|expected| for every element. NaN is close to NaN only, an infinity to itself only:
 * a kernel that loses a NaN, or makes one, is wrong.
 */
export function compareAll(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  { rtol = 1e-4, atol = 1e-5 }: Tolerance = {},
): Closeness {
  if (actual.length !== expected.length) {
    return { pass: false, message: `${actual.length} values, expected ${expected.length}` };
  }
  let wrong = 0;
  let worst = -1;
  let worstExcess = 0;
  for (let i = 0; i < actual.length; i++) {
    const [a = Number.NaN, e = Number.NaN] = [actual[i], expected[i]];
    if (Object.is(a, e) || a === e) continue;
    const excess = Math.abs(a - e) / (atol + rtol * Math.abs(e));
    if (Number.isFinite(a) && Number.isFinite(e) && excess <= 1) continue;
    wrong++;
    const rank = Number.isNaN(excess) ? Number.POSITIVE_INFINITY : excess;
    if (worst < 0 || rank > worstExcess) {
      worst = i;
      worstExcess = rank;
    }
  }
  if (wrong === 0) return { pass: true, message: `all ${actual.length} values are close` };
  const difference = Math.abs(Number(actual[worst]) - Number(expected[worst]));
  return {
    pass: false,
    message:
      `${wrong} of ${actual.length} values differ; worst at [${worst}]: ${actual[worst]}, expected ${expected[worst]}, ` +
      `off by ${difference.toPrecision(3)} (rtol ${rtol}, atol ${atol})`,
  };
}

expect.extend({
  toBeAllClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance?: Tolerance) {
    const { pass, message } = compareAll(actual, expected, tolerance);
    return { pass, message: () => message };
  },
});

declare module 'vitest' {
  interface Matchers<T> {
    toBeAllClose(expected: ArrayLike<number>, tolerance?: Tolerance): T extends never ? never : void;
  }
}
