// LOGR1: which students pass, by logistic regression on work and sleep; then with their squares and cubes.

import { f32Tensor, sliceDataset } from '../../datasets/packed.ts';
import { standardize } from '../../datasets/standardize.ts';
import { pointsDataset, students } from '../../datasets/synthetic.ts';
import type { Dataset } from '../../engine/index.ts';
import { type ExecutorName, type ExperimentOptions, executorsOf, mean, row, seedsFrom1 } from './experiment.ts';
import { logisticRegression as preset } from './presets.ts';
import { train } from './train.ts';

/** Columns x₁ … xₙ as x₁ … xₙ, x₁² … xₙ², and so on. */
export function withPowers(dataset: Dataset, powers: readonly number[]): Dataset {
  const [count = 0, width = 0] = dataset.inputs.shape;
  const columns = width * powers.length;
  const data = Float32Array.from(
    { length: count * columns },
    (_, i) =>
      (dataset.inputs.data[Math.floor(i / columns) * width + (i % width)] ?? Number.NaN) **
      (powers[Math.floor((i % columns) / width)] ?? Number.NaN),
  );
  return { ...dataset, inputs: f32Tensor([count, columns], data) };
}

/** Accuracy, precision and recall of probabilities cut at one half. */
export function scores(probabilities: ArrayLike<number>, labels: ArrayLike<number>) {
  let [right, saidYes, isYes, bothYes] = [0, 0, 0, 0];
  for (let i = 0; i < labels.length; i++) {
    const said = Number((probabilities[i] ?? 0) > 0.5);
    const is = labels[i] ?? 0;
    right += Number(said === is);
    saidYes += said;
    isYes += is;
    bothYes += said * is;
  }
  return { accuracy: right / labels.length, precision: bothYes / saidYes, recall: bothYes / isYes };
}

type Model = (typeof preset.models)[number];

/** Scores on the students that the model did not see. */
export async function passes(seed: number, { powers, training }: Model, backend: ExecutorName) {
  const { count, trainCount } = preset.data;
  const all = pointsDataset(students({ seed, count }));
  const standardized = standardize(sliceDataset(all, 0, trainCount), [
    sliceDataset(all, trainCount, count - trainCount),
  ]);
  const [test] = standardized.others;
  if (!test) throw new Error('The test set is missing.');
  const { model } = await train(training, withPowers(standardized.train, powers), { backend, seed });
  const probabilities = await model.predict(withPowers(test, powers).inputs.data as Float32Array);
  model.dispose();
  return scores(probabilities, test.targets.data);
}

export async function logr1(options: ExperimentOptions): Promise<void> {
  const seeds = seedsFrom1(options.seeds ?? preset.seeds);
  for (const model of preset.models) {
    const all = [];
    for (const seed of seeds) all.push(await passes(seed, model, 'cpu'));
    for (const name of ['accuracy', 'precision', 'recall'] as const) {
      const value = mean(all.map((one) => one[name]));
      options.report(row('LOGR1 cpu', `${model.name}: mean test ${name}`, seeds, value, model.expected[name]));
    }
    if (!executorsOf(options).includes('webgpu')) continue;
    // One seed suffices there: both executors take the same steps.
    const { accuracy } = await passes(1, model, 'webgpu');
    const expected = { value: all[0]?.accuracy ?? Number.NaN, tolerance: 0.005 };
    options.report(row('LOGR1 webgpu', `${model.name}: test accuracy, against the CPU’s`, 1, accuracy, expected));
  }
}
