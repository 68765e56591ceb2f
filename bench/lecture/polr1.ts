// POLR1: polynomials of degree 1 to 24 through the same points: too stiff, right, and wild between the points.
//
// Powers of x make a normal equation that f32 cannot solve beyond degree 8 to 12; Chebyshev polynomials on [-1, 1] stay
// right to 3e-5 at degree 24.

import { polynomial } from '../../datasets/synthetic.ts';
import { median } from '../median.ts';
import {
  deviation,
  type ExecutorName,
  type ExperimentOptions,
  executorsOf,
  mean,
  row,
  seedsFrom1,
} from './experiment.ts';
import { leastSquares } from './least-squares.ts';
import { solveNormalEquation } from './normal-equation.ts';
import { polynomialRegression as preset } from './presets.ts';

/** T₀(u) … T_degree(u). */
export function chebyshev(u: number, degree: number): number[] {
  const values = [1, u];
  for (let k = 2; k <= degree; k++) values.push(2 * u * (values[k - 1] ?? 0) - (values[k - 2] ?? 0));
  return values.slice(0, degree + 1);
}

interface Points {
  /** x on the interval of the training points, as [-1, 1]: fresh points may lie a little outside. */
  readonly u: readonly number[];
  readonly y: readonly number[];
}

/** Points to train on and fresh ones of the same phenomenon, standardised by those to train on. */
function drawn(seed: number): { readonly train: Points; readonly fresh: Points } {
  const { trainCount, freshCount, degree, noise } = preset.data;
  const { x, y } = polynomial({ seed, count: trainCount + freshCount, degree, noise });
  const [trainX, trainY] = [x.subarray(0, trainCount), y.subarray(0, trainCount)];
  const [low, high] = [Math.min(...trainX), Math.max(...trainX)];
  const [centre, unit] = [mean(trainY), deviation(trainY)];
  const part = (from: number, to: number): Points => ({
    u: Array.from(x.subarray(from, to), (value) => (2 * value - low - high) / (high - low)),
    y: Array.from(y.subarray(from, to), (value) => (value - centre) / unit),
  });
  return { train: part(0, trainCount), fresh: part(trainCount, trainCount + freshCount) };
}

const valueAt = (u: number, theta: readonly number[]) =>
  chebyshev(u, theta.length - 1).reduce((total, value, k) => total + value * (theta[k] ?? Number.NaN), 0);

const rmse = ({ u, y }: Points, theta: readonly number[]) =>
  Math.sqrt(mean(u.map((value, i) => (valueAt(value, theta) - (y[i] ?? Number.NaN)) ** 2)));

/** One degree on one draw, by the engine. */
export async function fitPolynomial(seed: number, degree: number, executor: ExecutorName) {
  const { train, fresh } = drawn(seed);
  const rows = train.u.map((u) => chebyshev(u, degree));
  const theta = await solveNormalEquation(rows, train.y, executor);
  return { points: train, rows, theta, train: rmse(train, theta), validation: rmse(fresh, theta) };
}

/** How far a fit's values and its coefficients are from those in double precision, at most. */
export function awayFromF64({ points, rows, theta }: Awaited<ReturnType<typeof fitPolynomial>>) {
  const expected = leastSquares(rows, points.y);
  const away = (a: readonly number[], b: readonly number[]) =>
    Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
  const values = (coefficients: readonly number[]) => points.u.map((u) => valueAt(u, coefficients));
  return { fit: away(values(theta), values(expected)), coefficients: away(theta, expected) };
}

export async function polr1(options: ExperimentOptions): Promise<void> {
  const seeds = seedsFrom1(options.seeds ?? preset.seeds);
  for (const { degree, train, validation } of preset.degrees) {
    const fits = [];
    for (const seed of seeds) fits.push(await fitPolynomial(seed, degree, 'cpu'));
    const near = (value: number) => ({ value, tolerance: preset.expected.tolerance * value });
    const at = `degree ${String(degree).padStart(2)}`;
    const trainError = median(fits.map((fit) => fit.train));
    const validationError = median(fits.map((fit) => fit.validation));
    options.report(row('POLR1 cpu', `${at}: median train RMSE`, seeds, trainError, near(train)));
    options.report(row('POLR1 cpu', `${at}: median validation RMSE`, seeds, validationError, near(validation)));
  }
  const highest = Math.max(...preset.degrees.map(({ degree }) => degree));
  for (const executor of executorsOf(options)) {
    const few = seeds.slice(0, preset.precisionSeeds);
    let [fit, coefficients] = [0, 0];
    for (const seed of few) {
      const away = awayFromF64(await fitPolynomial(seed, highest, executor));
      fit = Math.max(fit, away.fit);
      coefficients = Math.max(coefficients, away.coefficients);
    }
    const { away } = preset.expected;
    options.report(row(`POLR1 ${executor}`, `degree ${highest}: fit, from f64 at most`, few, fit, away));
    options.report(
      row(`POLR1 ${executor}`, `degree ${highest}: coefficients, from f64 at most`, few, coefficients, away),
    );
  }
}
