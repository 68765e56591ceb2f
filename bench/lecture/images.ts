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
