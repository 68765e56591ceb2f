// The first 20 steps of the lecture's MNIST network on the CPU executor, against TensorFlow.js (`mnist.ts` made the golden).

import { test } from 'vitest';
import { datasetUrl, loadDataset } from '../../datasets/loader.ts';
import { fileFetch, publicFolder } from '../../datasets/node.ts';
import { compareWithMnistGolden } from './mnist-run.ts';

test('the first 20 steps on the CPU equal those of TensorFlow.js to 1e-4 relative', async () => {
  const train = await loadDataset(datasetUrl('mnist', publicFolder), { split: 'train', fetch: fileFetch });
  await compareWithMnistGolden(train, 'cpu');
}, 120_000);
