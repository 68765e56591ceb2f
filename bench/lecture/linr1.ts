// LINR1: a line through 100 observations, straight from the normal equation.

import { linear } from '../../datasets/synthetic.ts';
import { type ExecutorName, type ExperimentOptions, executorsOf, row, seedsFrom1 } from './experiment.ts';
import { leastSquares } from './least-squares.ts';
import { solveNormalEquation } from './normal-equation.ts';
import { linearRegression as preset } from './presets.ts';

/** Intercept and slope by the engine, and in double precision. */
export async function lineThrough(seed: number, executor: ExecutorName) {
  const { x, y } = linear({ seed, ...preset.data });
  const rows = Array.from(x, (value) => [1, value]);
  return { ours: await solveNormalEquation(rows, y, executor), expected: leastSquares(rows, y) };
}

export async function linr1(options: ExperimentOptions): Promise<void> {
  const seeds = seedsFrom1(options.seeds ?? preset.seeds);
  for (const executor of executorsOf(options)) {
    let away = 0;
    for (const seed of seeds) {
      const { ours, expected } = await lineThrough(seed, executor);
      const [intercept = Number.NaN, slope = Number.NaN] = ours;
      options.say(`LINR1 ${executor}, seed ${seed}: θ̂ = ${intercept.toFixed(4)}, ${slope.toFixed(4)}; drawn with 4, 2`);
      away = Math.max(away, ...expected.map((value, i) => Math.abs(value - (ours[i] ?? Number.NaN))));
    }
    options.report(row(`LINR1 ${executor}`, 'θ̂, from the f64 solution at most', seeds, away, preset.expected.away));
  }
}
