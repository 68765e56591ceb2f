// The houses: the table as it is, cut into training and test, and standardised with the statistics of the training part.

import { columnOf } from '../../../datasets/csv.ts';
import { datasetUrl } from '../../../datasets/loader.ts';
import { splitDataset } from '../../../datasets/packed.ts';
import { standardize } from '../../../datasets/standardize.ts';
import { type LoadedTable, loadTable, tableDataset } from '../../../datasets/table.ts';
import type { Dataset } from '../../../engine/index.ts';
import { basePath } from '../../base/assets.ts';
import { leastSquares, linearPrediction } from './least-squares.ts';

export type HouseTable = 'ames' | 'boston';

const TRAIN_FRACTION = 0.7;

/** As pandas' `describe()` says it, of the training rows. */
export interface ColumnStatistics {
  readonly name: string;
  readonly unit: string;
  readonly mean: number;
  readonly std: number;
  readonly min: number;
  readonly max: number;
}

export interface Houses {
  readonly table: LoadedTable;
  readonly target: string;
  readonly columns: readonly ColumnStatistics[];
  readonly raw: { readonly train: Dataset; readonly test: Dataset };
  readonly normalised: { readonly train: Dataset; readonly test: Dataset };
  /** Mean absolute errors on the test houses, of two rules that need no network. */
  readonly meanError: number;
  readonly linearError: number;
}

/** The same cut on every visit: seeds are for weights. */
const SPLIT_SEED = 1;

export async function loadHouses(name: HouseTable): Promise<Houses> {
  const table = await loadTable(datasetUrl(name, basePath()));
  const target = table.manifest.target ?? table.columns.at(-1)?.name ?? '';
  const all = tableDataset(table, { target });
  const raw = splitDataset(all, TRAIN_FRACTION, SPLIT_SEED);
  const { train, others, mean, std } = standardize(raw.train, [raw.test], 1);
  const normalised = { train, test: others[0] ?? raw.test };
  const names = table.columns.filter((column) => column.kind === 'number' && column.name !== target).map((c) => c.name);
  const width = names.length;
  const values = raw.train.inputs.data;
  const columns = names.map((column, i): ColumnStatistics => {
    const own = Array.from({ length: values.length / width }, (_, row) => values[row * width + i] ?? 0);
    return {
      name: column,
      unit: table.manifest.columns.find((one) => one.name === column)?.unit ?? '',
      mean: mean[i] ?? 0,
      std: std[i] ?? 1,
      min: Math.min(...own),
      max: Math.max(...own),
    };
  });
  const prices = Float64Array.from(train.targets.data);
  const average = prices.reduce((a, b) => a + b, 0) / prices.length;
  const theta = leastSquares(train.inputs.data, prices, width);
  const testPrices = normalised.test.targets.data;
  return {
    table,
    target: columnOf(table, target).name,
    columns,
    raw,
    normalised,
    meanError: meanAbsolute(testPrices, () => average),
    linearError: meanAbsolute(testPrices, (row) => linearPrediction(theta, normalised.test.inputs.data, row)),
  };
}

export function meanAbsolute(real: ArrayLike<number>, predicted: (row: number) => number): number {
  let sum = 0;
  for (let row = 0; row < real.length; row++) sum += Math.abs((real[row] ?? 0) - predicted(row));
  return sum / real.length;
}
