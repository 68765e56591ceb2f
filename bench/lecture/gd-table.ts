// The table of the slide on gradient descent, number by number: loss, gradient and parameters of 11 updates.

import { gradientCloud, type Series, seriesDataset } from '../../datasets/synthetic.ts';
import {
  add,
  grad,
  mean,
  mul,
  square,
  sub,
  type TensorLike,
  tensor,
  useBackend,
} from '../../engine/functional/index.ts';
import { type ExecutorName, type ExperimentOptions, executorsOf, row } from './experiment.ts';
import { gradientDescentTable as preset } from './presets.ts';
import { modelOf, startTraining } from './train.ts';

/** As NumPy's `{:+.3f}` prints it. */
const printed = (value: number) => (value < 0 ? '-' : '+') + Math.abs(value).toFixed(3);

/** ∂MSE/∂(intercept, slope) at theta, by the engine's autodiff. */
async function gradientAt(theta: readonly number[], { x, y }: Series): Promise<readonly number[]> {
  const [inputs, targets] = [tensor(Float32Array.from(x)), tensor(Float32Array.from(y))];
  const loss = (intercept: TensorLike, slope: TensorLike) =>
    mean(square(sub(add(mul(slope, inputs), intercept), targets)));
  const [intercept = 0, slope = 0] = theta;
  return [await grad(loss)(intercept, slope).item(), await grad(loss, { argument: 1 })(intercept, slope).item()];
}

/** The engine's loss, gradient and parameters before each update, as the slide prints them. */
export async function descentTable(backend: ExecutorName): Promise<string[][]> {
  const { data, training } = preset;
  useBackend(backend);
  const series = gradientCloud(data.count);
  const dataset = seriesDataset(series);
  const model = modelOf(training, dataset, 0);
  const [kernel, bias] = await model.getWeights();
  if (!kernel || !bias) throw new Error('A line has a slope and an intercept.');
  model.setWeights([
    { ...kernel, data: Float32Array.of(0) },
    { ...bias, data: Float32Array.of(Math.min(...series.y)) },
  ]);
  const run = startTraining(model, training, dataset, { backend, seed: 0, paused: true });
  const table: string[][] = [];
  for (let step = 0; step < training.epochs; step++) {
    const [slope, intercept] = await model.getWeights();
    const theta = [intercept?.data[0] ?? Number.NaN, slope?.data[0] ?? Number.NaN];
    await run.step();
    const loss = run.history.steps.at(-1)?.loss ?? Number.NaN;
    table.push([String(20 * step), ...[loss, ...(await gradientAt(theta, series)), ...theta].map(printed)]);
  }
  model.dispose();
  return table;
}

export async function gdTable(options: ExperimentOptions): Promise<void> {
  for (const executor of executorsOf(options)) {
    const table = await descentTable(executor);
    let equal = 0;
    table.forEach((ours, i) => {
      options.say(`gd-table ${executor}: ${ours.join('  ')}`);
      preset.columns.forEach((column, j) => {
        const lecture = preset.rows[i]?.[j + 1];
        const number = ours[j + 1];
        if (number === lecture) equal++;
        else options.say(`  ${column} is ${number}, the slide prints ${lecture}`);
      });
    });
    const count = preset.rows.length * preset.columns.length;
    const quantity = 'numbers of the slide’s table, to the printed digit';
    options.report(row(`GD table ${executor}`, quantity, 0, equal, { value: count, relation: 'equal' }));
  }
}
