// The picture datasets of the lecture, both splits.

import { loadDataset } from '../../datasets/loader.ts';
import type { Dataset } from '../../engine/index.ts';
import type { ExperimentOptions } from './experiment.ts';

export interface Images {
  readonly train: Dataset;
  readonly test: Dataset;
}

export async function loadImages(name: string, { base, fetch }: ExperimentOptions['datasets']): Promise<Images> {
  const load = (split: 'train' | 'test') =>
    loadDataset(new URL(`${name}/manifest.json`, base), { split, ...(fetch && { fetch }) });
  return { train: await load('train'), test: await load('test') };
}

/** The same pictures in another shape: the packed rows stay as they are. */
export function shaped({ train, test }: Images, shape: readonly number[]): Images {
  const as = (dataset: Dataset): Dataset => ({
    ...dataset,
    inputs: { ...dataset.inputs, shape: [dataset.inputs.shape[0] ?? 0, ...shape] },
  });
  return { train: as(train), test: as(test) };
}
