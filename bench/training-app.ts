// What an app that trains a sequential model imports of the engine, here the lecture's MNIST network: the bundle budget is
// measured on it.

import type { Dataset } from '../engine/index.ts';
import { adam, dense, detectBackends, sequential } from '../engine/index.ts';

/** Trains, evaluates, predicts: the whole life of a model. */
export async function trainClassifier(dataset: Dataset, test: Dataset, image: Float32Array): Promise<Float32Array> {
  console.log((await detectBackends()).reason);
  const layers = [
    dense(100, { activation: 'relu' }),
    dense(100, { activation: 'relu' }),
    dense(10, { activation: 'softmax' }),
  ];
  const model = sequential(layers, { inputShape: [784] });
  const loss = 'sparseCategoricalCrossentropy';
  const run = model.fit(dataset, {
    epochs: 2,
    batchSize: 512,
    optimizer: adam({ learningRate: 0.001 }),
    loss,
    metrics: ['accuracy'],
    validationData: test,
  });
  for await (const event of run) if (event.type === 'epoch') console.log(event.row.loss);
  const { metrics } = await model.evaluate(test, { loss, metrics: ['accuracy'] });
  console.log(metrics);
  return model.predict(image);
}
