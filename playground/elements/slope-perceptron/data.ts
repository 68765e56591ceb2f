// What the perceptron is asked: which irises are of one species, by two numbers of their petals; or XOR, which it cannot answer.

import { columnOf } from '../../../datasets/csv.ts';
import { datasetUrl } from '../../../datasets/loader.ts';
import { f32Tensor } from '../../../datasets/packed.ts';
import { Random } from '../../../datasets/random.ts';
import { xor } from '../../../datasets/synthetic.ts';
import { loadTable } from '../../../datasets/table.ts';
import type { Dataset } from '../../../engine/index.ts';
import { basePath } from '../../base/assets.ts';

export const questions = ['setosa', 'virginica', 'xor'] as const;
export type Question = (typeof questions)[number];

export interface Flower {
  readonly x1: number;
  readonly x2: number;
  readonly label: 0 | 1;
}

export interface PerceptronData {
  /** In the order in which they are shown, epoch after epoch. */
  readonly train: readonly Flower[];
  readonly test: readonly Flower[];
  readonly dataset: Dataset;
  readonly testDataset: Dataset;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const TRAIN_FRACTION = 0.8;

export async function loadQuestion(question: Question, seed: number): Promise<PerceptronData> {
  const flowers = question === 'xor' ? corners() : await irises(question);
  const order = new Random(seed).permutation(flowers.length);
  const shuffled = Array.from(order, (index) => flowers[index] as Flower);
  const cut = Math.round(flowers.length * TRAIN_FRACTION);
  const train = shuffled.slice(0, cut);
  const test = shuffled.slice(cut);
  return {
    train,
    test,
    dataset: datasetOf(train),
    testDataset: datasetOf(test),
    ...(question === 'xor' ? { x: [-2, 2], y: [-2, 2] } : { x: [0, 7.5], y: [0, 3] }),
  };
}

async function irises(species: string): Promise<Flower[]> {
  const table = await loadTable(datasetUrl('iris', basePath()));
  const names = columnOf(table, 'species');
  const wanted = names.kind === 'category' ? names.categories.indexOf(species) : -1;
  const [length, width] = [columnOf(table, 'petal_length').values, columnOf(table, 'petal_width').values];
  return Array.from({ length: table.count }, (_, i) => ({
    x1: length[i] ?? 0,
    x2: width[i] ?? 0,
    label: names.values[i] === wanted ? 1 : 0,
  }));
}

function corners(): Flower[] {
  const { x1, x2, labels } = xor({ seed: 3, count: 60, noise: 0.2 });
  return Array.from(labels, (label, i) => ({ x1: x1[i] ?? 0, x2: x2[i] ?? 0, label: label ? 1 : 0 }));
}

const datasetOf = (flowers: readonly Flower[]): Dataset => ({
  inputs: f32Tensor([flowers.length, 2], Float32Array.from(flowers.flatMap(({ x1, x2 }) => [x1, x2]))),
  targets: f32Tensor(
    [flowers.length, 1],
    Float32Array.from(flowers, ({ label }) => label),
  ),
});
