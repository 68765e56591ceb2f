// The loss of a line over all its points as a function of its two parameters: a bowl, known exactly.
//
// The engine walks; this only draws what it walks on. For y ≈ θ₀ + θ₁x the mean squared error is a quadratic function, so six
// means of the data say everything: value, gradient, minimum, and how steep the bowl is along its two axes.

import type { Series } from '../../../datasets/synthetic.ts';

/** Intercept and slope: the lecture's order of Θ. */
export type Theta = readonly [intercept: number, slope: number];

export class LossSurface {
  readonly minimum: Theta;
  readonly leastLoss: number;
  /** Second derivatives along the bowl's axes, smaller first. On standardised data both are 2. */
  readonly curvatures: readonly [number, number];
  readonly #mean: { x: number; y: number; xx: number; xy: number; yy: number };

  constructor({ x, y }: Series) {
    const count = x.length;
    const mean = (value: (i: number) => number): number => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += value(i);
      return sum / count;
    };
    const [atX, atY] = [(i: number) => x[i] ?? 0, (i: number) => y[i] ?? 0];
    this.#mean = {
      x: mean(atX),
      y: mean(atY),
      xx: mean((i) => atX(i) ** 2),
      xy: mean((i) => atX(i) * atY(i)),
      yy: mean((i) => atY(i) ** 2),
    };
    const m = this.#mean;
    const slope = (m.xy - m.x * m.y) / (m.xx - m.x ** 2);
    this.minimum = [m.y - slope * m.x, slope];
    this.leastLoss = this.loss(this.minimum);
    // The Hessian is 2·[[1, x̄], [x̄, x²]]; a symmetric 2×2 matrix has its eigenvalues in closed form.
    const half = (1 + m.xx) / 2;
    const spread = Math.hypot((1 - m.xx) / 2, m.x);
    this.curvatures = [2 * (half - spread), 2 * (half + spread)];
  }

  loss([a, b]: Theta): number {
    const m = this.#mean;
    return m.yy + a * a + b * b * m.xx + 2 * a * b * m.x - 2 * a * m.y - 2 * b * m.xy;
  }

  gradient([a, b]: Theta): Theta {
    const m = this.#mean;
    return [2 * (a + b * m.x - m.y), 2 * (a * m.x + b * m.xx - m.xy)];
  }

  /** From this learning rate on, every full-batch step lands further away than it started. */
  get largestLearningRate(): number {
    return 2 / this.curvatures[1];
  }
}

export type Regime = 'slow' | 'good' | 'overshoots' | 'diverges';

/**
 * What a learning rate does on this surface. Each full-batch step multiplies the distance to the minimum, along an axis of
 * curvature c, by 1 − ηc: negative is a jump to the other side, beyond −1 a jump to further away.
 */
export function regimeOf(learningRate: number, { curvatures: [low, high] }: LossSurface): Regime {
  const steepest = 1 - learningRate * high;
  if (steepest < -0.9999) return 'diverges';
  if (steepest < -0.2) return 'overshoots';
  // 100 steps along the flattest axis leave more than 5 % of the way.
  return (1 - learningRate * low) ** 100 > 0.05 ? 'slow' : 'good';
}
