// The first 20 steps of the lecture's MNIST network on the GPU, against TensorFlow.js (`mnist.ts` made the golden).

import { test } from 'vitest';
import { datasetUrl, loadDataset } from '../../datasets/loader.ts';
import { compareWithMnistGolden } from './mnist-run.ts';

test('the first 20 steps on the GPU equal those of TensorFlow.js to 1e-4 relative', async () => {
  const train = await loadDataset(datasetUrl('mnist', location.origin), { split: 'train' });
  await compareWithMnistGolden(train, 'webgpu');
}, 120_000);
