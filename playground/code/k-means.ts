// k-means on the irises as a program: the two half steps by hand, because none of the three libraries has a layer for it.

import type { CodeLanguage } from './classification.ts';

export interface KMeansProgram {
  readonly clusters: number;
  readonly features: 'petal' | 'sepal' | 'all';
  readonly seed: number;
}

const columns = {
  petal: { slice: '[:, 2:4]', names: ['petal_length', 'petal_width'] },
  sepal: { slice: '[:, 0:2]', names: ['sepal_length', 'sepal_width'] },
  all: { slice: '', names: ['petal_length', 'petal_width', 'sepal_length', 'sepal_width'] },
} as const;

export function kMeansCode(language: CodeLanguage, { clusters, features, seed }: KMeansProgram): string {
  const { slice, names } = columns[features];
  switch (language) {
    case 'keras':
      return `import numpy as np
from keras import ops
from sklearn.datasets import load_iris

x = load_iris().data${slice}.astype("float32")  # the species are left out
first = np.random.default_rng(${seed}).choice(len(x), ${clusters}, replace=False)
centers, group = ops.convert_to_tensor(x[first]), None

while True:
    # assign: each flower to its nearest center
    distance = ops.sum((x[:, None] - centers) ** 2, axis=2)
    nearest = ops.argmin(distance, axis=1)
    print("inertia", float(ops.sum(ops.min(distance, axis=1))))
    if group is not None and bool(ops.all(nearest == group)):
        break
    group = nearest
    # move: each center to the mean of its flowers
    members = ops.one_hot(group, ${clusters})
    count = ops.sum(members, axis=0)[:, None]
    centers = ops.where(count > 0, ops.transpose(members) @ x / ops.maximum(count, 1), centers)
`;
    case 'pytorch':
      return `import torch
from sklearn.datasets import load_iris

torch.manual_seed(${seed})
x = torch.tensor(load_iris().data${slice}, dtype=torch.float32)  # the species are left out
centers, group = x[torch.randperm(len(x))[:${clusters}]], None

while True:
    # assign: each flower to its nearest center
    distance = torch.cdist(x, centers) ** 2
    nearest = distance.argmin(dim=1)
    print("inertia", distance.min(dim=1).values.sum().item())
    if group is not None and torch.equal(nearest, group):
        break
    group = nearest
    # move: each center to the mean of its flowers
    centers = torch.stack([
        x[group == c].mean(dim=0) if (group == c).any() else centers[c] for c in range(${clusters})
    ])
`;
    case 'slope':
      return `import { kMeansAssign, kMeansUpdate, square, sub, sum, take, tensor } from 'slope';
import { datasetUrl, loadTable, Random, tableDataset } from 'slope/datasets';

const iris = await loadTable(datasetUrl('iris'));
const { inputs } = tableDataset(iris, { target: 'species', inputs: ${JSON.stringify(names).replaceAll('"', "'").replaceAll(',', ', ')} });
const x = tensor(inputs.data, inputs.shape); // the species are left out
const first = new Random(${seed}).permutation(150).slice(0, ${clusters});
let centers = take(x, tensor(Float32Array.from(first)));
let group;

for (;;) {
  // assign: each flower to its nearest center
  const nearest = kMeansAssign(x, centers);
  console.log('inertia', await sum(square(sub(x, take(centers, nearest)))).item());
  const now = await nearest.data();
  if (group && now.every((center, i) => center === group[i])) break;
  group = now;
  // move: each center to the mean of its flowers
  centers = kMeansUpdate(x, nearest, centers);
}
`;
    default:
      return language satisfies never;
  }
}
