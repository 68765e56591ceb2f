// θ̂ = (XᵀX)⁻¹XᵀY for a line, with every matrix on the way, so that all of them can be shown.

import type { Series } from '../../../datasets/synthetic.ts';
import type { Theta } from '../slope-gradient-descent/surface.ts';

export type Matrix = readonly (readonly number[])[];

export interface NormalEquation {
  /** XᵀX, its inverse, and XᵀY. */
  readonly product: Matrix;
  readonly inverse: Matrix;
  readonly right: readonly [number, number];
  readonly theta: Theta;
}

/** Undefined when all points stand above each other: XᵀX then has no inverse. */
export function solveLine({ x, y }: Series): NormalEquation | undefined {
  let [sx, sxx, sy, sxy] = [0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [xi, yi] = [x[i] ?? 0, y[i] ?? 0];
    sx += xi;
    sxx += xi * xi;
    sy += yi;
    sxy += xi * yi;
  }
  const n = x.length;
  const determinant = n * sxx - sx * sx;
  if (Math.abs(determinant) < 1e-9 * n * sxx || n < 2) return undefined;
  const inverse = [
    [sxx / determinant, -sx / determinant],
    [-sx / determinant, n / determinant],
  ] as const;
  return {
    product: [
      [n, sx],
      [sx, sxx],
    ],
    inverse,
    right: [sy, sxy],
    theta: [inverse[0][0] * sy + inverse[0][1] * sxy, inverse[1][0] * sy + inverse[1][1] * sxy],
  };
}
