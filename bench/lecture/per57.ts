// PER57: Rosenblatt's perceptron, one flower at a time: it parts setosa from the other irises, and cannot part virginica.

import { columnOf } from '../../datasets/csv.ts';
import { splitDataset } from '../../datasets/packed.ts';
import { type LoadedTable, loadTable, tableDataset } from '../../datasets/table.ts';
import type { Dataset, EpochRow } from '../../engine/index.ts';
import { type ExecutorName, type ExperimentOptions, executorsOf, mean, row, seedsFrom1 } from './experiment.ts';
import { perceptron as preset } from './presets.ts';
import { train } from './train.ts';

export const loadIris = ({ base, fetch }: ExperimentOptions['datasets']): Promise<LoadedTable> =>
  loadTable(new URL(`${preset.data.table}/manifest.json`, base), { ...(fetch && { fetch }) });

/** Petals, and whether the flower is of this species. */
function question(table: LoadedTable, species: string): Dataset {
  const column = columnOf(table, 'species');
  if (column.kind !== 'category') throw new Error('The species of Iris are words.');
  const wanted = column.categories.indexOf(species);
  const dataset = tableDataset(table, { target: 'species', inputs: preset.data.inputs });
  const labels = Float32Array.from(dataset.targets.data, (label) => Number(label === wanted));
  return { ...dataset, classNames: ['other', species], targets: { ...dataset.targets, data: labels } };
}

/** The epochs of one split: the loss is 0 in the first epoch without a mistake. */
export async function perceptronEpochs(
  table: LoadedTable,
  species: string,
  seed: number,
  backend: ExecutorName,
): Promise<readonly EpochRow[]> {
  const { train: flowers, test } = splitDataset(question(table, species), preset.data.trainFraction, seed);
  const { model, history } = await train(preset.training, flowers, { backend, seed, validation: test });
  model.dispose();
  return history.epochs;
}

const testAccuracy = (epochs: readonly EpochRow[]) => epochs.at(-1)?.validation?.metrics.accuracy ?? Number.NaN;

/** The first epoch, counted from 1, in which no flower was mistaken. */
const converged = (epochs: readonly EpochRow[]) => {
  const epoch = epochs.findIndex(({ metrics }) => metrics.accuracy === 1);
  return epoch === -1 ? Number.POSITIVE_INFINITY : epoch + 1;
};

export async function per57(options: ExperimentOptions): Promise<void> {
  const table = await loadIris(options.datasets);
  const seeds = seedsFrom1(options.seeds ?? preset.seeds);
  for (const { species, expected } of preset.questions) {
    const runs: (readonly EpochRow[])[] = [];
    for (const seed of seeds) runs.push(await perceptronEpochs(table, species, seed, 'cpu'));
    const accuracies = runs.map(testAccuracy);
    const { meanAccuracy, worstAccuracy } = expected;
    options.report(row('PER57 cpu', `${species}: mean test accuracy`, seeds, mean(accuracies), meanAccuracy));
    options.report(row('PER57 cpu', `${species}: worst test accuracy`, seeds, Math.min(...accuracies), worstAccuracy));
    if (expected.epochs) {
      const epochs = Math.max(...runs.map(converged));
      options.report(
        row('PER57 cpu', `${species}: epochs to the first without a mistake, at most`, seeds, epochs, expected.epochs),
      );
    }
    if (!executorsOf(options).includes('webgpu')) continue;
    const accuracy = testAccuracy(await perceptronEpochs(table, species, 1, 'webgpu'));
    const same = { value: accuracies[0] ?? Number.NaN, tolerance: 0.001 };
    options.report(row('PER57 webgpu', `${species}: test accuracy, against the CPU’s`, 1, accuracy, same));
  }
}
