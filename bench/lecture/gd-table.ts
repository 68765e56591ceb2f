// The table of the slide on gradient descent, number by number: loss, gradient and parameters of 11 updates.

import { gradientCloud, seriesDataset } from '../../datasets/synthetic.ts';
import { type ExecutorName, type ExperimentOptions, executorsOf, row } from './experiment.ts';
import { gradientDescentTable as preset } from './presets.ts';
import { modelOf, startTraining } from './train.ts';

/** As NumPy's `{:+.3f}` prints it. */
const printed = (value: number) => (value < 0 ? '-' : '+') + Math.abs(value).toFixed(3);

/** The engine's loss, gradient and parameters before each update, as the slide prints them. */
export async function descentTable(backend: ExecutorName): Promise<string[][]> {
  const { data, training } = preset;
  const series = gradientCloud(data.count);
  const dataset = seriesDataset(series);
  const { optimizer, epochs } = training;
  const model = modelOf(training, dataset, 0);
  const [kernel, bias] = await model.getWeights();
  if (!kernel || !bias) throw new Error('A line has a slope and an intercept.');
  model.setWeights([
    { ...kernel, data: Float32Array.of(0) },
    { ...bias, data: Float32Array.of(Math.min(...series.y)) },
  ]);
  const run = startTraining(model, training, dataset, { backend, seed: 0, paused: true });
  const theta = async () => {
    const [slope, intercept] = await model.getWeights();
    return [intercept?.data[0] ?? Number.NaN, slope?.data[0] ?? Number.NaN] as const;
  };
  const table: string[][] = [];
  let before = await theta();
  for (let step = 0; step < epochs; step++) {
    await run.step();
    const after = await theta();
    const loss = run.history.steps.at(-1)?.loss ?? Number.NaN;
    // What plain gradient descent subtracted is η times the gradient.
    const gradient = before.map((value, i) => (value - (after[i] ?? Number.NaN)) / optimizer.learningRate);
    table.push([String(20 * step), ...[loss, ...gradient, ...before].map(printed)]);
    before = after;
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
