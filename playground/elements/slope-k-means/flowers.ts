// The irises as k-means gets them: two or four numbers each, and no species. The species wait aside for the end.

import { columnOf } from '../../../datasets/csv.ts';
import { datasetUrl } from '../../../datasets/loader.ts';
import { loadTable } from '../../../datasets/table.ts';
import { basePath } from '../../base/assets.ts';

export const featureChoices = ['petal', 'sepal', 'all'] as const;
export type FeatureChoice = (typeof featureChoices)[number];

const columns: Record<FeatureChoice, readonly string[]> = {
  petal: ['petal_length', 'petal_width'],
  sepal: ['sepal_length', 'sepal_width'],
  // The two that are drawn come first.
  all: ['petal_length', 'petal_width', 'sepal_length', 'sepal_width'],
};

export interface Flowers {
  readonly count: number;
  /** Numbers of a flower; the first two are the ones drawn. */
  readonly width: number;
  /** [count, width] */
  readonly values: Float32Array;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly species: readonly number[];
  readonly speciesNames: readonly string[];
  /** What the plot shows of both axes. */
  readonly range: readonly [x: readonly [number, number], y: readonly [number, number]];
}

export async function loadFlowers(choice: FeatureChoice): Promise<Flowers> {
  const table = await loadTable(datasetUrl('iris', basePath()));
  const used = columns[choice].map((name) => columnOf(table, name).values);
  const names = columnOf(table, 'species');
  const at = (column: number): number[] => Array.from(used[column] ?? [], Number);
  const values = Float32Array.from(
    { length: table.count * used.length },
    (_, i) => used[i % used.length]?.[Math.floor(i / used.length)] ?? 0,
  );
  return {
    count: table.count,
    width: used.length,
    values,
    x: at(0),
    y: at(1),
    species: Array.from(names.values, Number),
    speciesNames: names.kind === 'category' ? names.categories : [],
    range: choice === 'sepal' ? [[4, 8.2], [1.8, 4.6]] : [[0.5, 7.5], [-0.1, 2.8]], // biome-ignore format: two pairs
  };
}
