// Least squares on Chebyshev polynomials: P(x) = Σ cᵢ·Tᵢ(u), u = x scaled to [-1, 1].
//
// On plain powers the normal equation of degree 24 has a condition of 10²⁰: in double precision its coefficients are noise. The
// Chebyshev polynomials span the same curves and hardly resemble each other, so that a plain Cholesky solution is right to 1e-9.

import type { Series } from '../../../datasets/synthetic.ts';

export interface Fit {
  readonly degree: number;
  /** c₀ … c_degree. */
  readonly coefficients: Float64Array;
  readonly at: (x: number) => number;
}

/** T₀(u) … T_degree(u), by the recurrence Tₙ₊₁ = 2u·Tₙ − Tₙ₋₁. */
export function chebyshev(u: number, degree: number): Float64Array {
  const values = new Float64Array(degree + 1);
  values[0] = 1;
  if (degree > 0) values[1] = u;
  for (let n = 1; n < degree; n++) values[n + 1] = 2 * u * (values[n] ?? 0) - (values[n - 1] ?? 0);
  return values;
}

/** Fits of degree 1 to `highest`: the normal equation of the highest one contains those of all others. */
export function fitAll({ x, y }: Series, highest: number): Fit[] {
  const low = x.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = x.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const scale = (value: number): number => (2 * (value - low)) / (high - low || 1) - 1;
  const size = highest + 1;
  const product = new Float64Array(size * size);
  const right = new Float64Array(size);
  x.forEach((value, i) => {
    const row = chebyshev(scale(value), highest);
    for (let p = 0; p < size; p++) {
      right[p] = (right[p] ?? 0) + (row[p] ?? 0) * (y[i] ?? 0);
      for (let q = 0; q < size; q++)
        product[p * size + q] = (product[p * size + q] ?? 0) + (row[p] ?? 0) * (row[q] ?? 0);
    }
  });
  // No more coefficients than points can be told apart.
  const degrees = Array.from({ length: Math.min(highest, x.length - 1) }, (_, i) => i + 1);
  return degrees.map((degree) => {
    const coefficients = solve(product, right, size, degree + 1);
    const at = (value: number): number => {
      const terms = chebyshev(scale(value), degree);
      return coefficients.reduce((sum, c, i) => sum + c * (terms[i] ?? 0), 0);
    };
    return { degree, coefficients, at };
  });
}

/** Cholesky on the leading `count` rows and columns; a whiff of ridge keeps the last pivots positive. */
function solve(product: Float64Array, right: Float64Array, size: number, count: number): Float64Array {
  const lower = new Float64Array(count * count);
  const at = (row: number, column: number): number => lower[row * count + column] ?? 0;
  for (let column = 0; column < count; column++) {
    for (let row = column; row < count; row++) {
      let sum = (product[row * size + column] ?? 0) * (row === column ? 1 + 1e-12 : 1);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      lower[row * count + column] = row === column ? Math.sqrt(Math.max(sum, 1e-14)) : sum / at(column, column);
    }
  }
  const solution = right.slice(0, count);
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < row; k++) solution[row] = (solution[row] ?? 0) - at(row, k) * (solution[k] ?? 0);
    solution[row] = (solution[row] ?? 0) / at(row, row);
  }
  for (let row = count - 1; row >= 0; row--) {
    for (let k = row + 1; k < count; k++) solution[row] = (solution[row] ?? 0) - at(k, row) * (solution[k] ?? 0);
    solution[row] = (solution[row] ?? 0) / at(row, row);
  }
  return solution;
}

/** Root of the mean squared error over these points. */
export function rmse({ at }: Fit, { x, y }: Series): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (at(x[i] ?? 0) - (y[i] ?? 0)) ** 2;
  return Math.sqrt(sum / x.length);
}
