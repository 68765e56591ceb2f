/**
 * Goldens of convolution, max-pooling, cross-entropy, confusion matrix, precision, recall and dropout's statistics, by TensorFlow.js on its CPU backend.
 * Run: `node bench/run.mjs tests/golden/ops.ts`; writes `ops.json` beside it.
 */
import { writeFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { type Tensor, uniform } from '../ops/values.ts';
import {
  classes,
  convolutions,
  cotangentSeed,
  dropoutCount,
  dropoutRates,
  labels,
  logits,
  pools,
  predictions,
  softTargets,
} from './ops-cases.ts';

await tf.setBackend('cpu');

const tensor = ({ shape, values }: Tensor) => tf.tensor(values, [...shape]);
const rounded = (x: tf.Tensor) => [...x.dataSync()].map((value) => Number(value.toPrecision(7)));

/** The value of f, and its gradients for a cotangent that tests know. */
function withGradients(f: (...inputs: tf.Tensor[]) => tf.Tensor, inputs: readonly Tensor[]) {
  const xs = inputs.map(tensor);
  const value = f(...xs);
  const cotangent = tensor(uniform(value.shape, cotangentSeed, -1, 1));
  return { shape: value.shape, value: rounded(value), gradients: tf.grads(f)(xs, cotangent).map(rounded) };
}

const golden = {
  tensorflow: tf.version.tfjs,
  convolutions: convolutions.map(({ images, kernel, strides, padding }) =>
    withGradients((x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, [...strides], padding), [images, kernel]),
  ),
  pools: pools.map(({ images, strides, padding }) =>
    withGradients((x) => tf.maxPool(x as tf.Tensor4D, [3, 2], [...strides], padding), [images]),
  ),
  crossEntropy: withGradients(
    (x) => tf.losses.softmaxCrossEntropy(tf.softmax(tensor(softTargets)), x, undefined, 0, tf.Reduction.NONE),
    [logits],
  ),
  confusion: rounded(
    tf.math.confusionMatrix(tf.tensor1d(labels.values, 'int32'), tf.tensor1d(predictions.values, 'int32'), classes),
  ),
  // One class against the rest, as TensorFlow.js counts them.
  precision: Array.from(
    { length: classes },
    (_, c) => rounded(tf.metrics.precision(isClass(labels, c), isClass(predictions, c)))[0],
  ),
  recall: Array.from(
    { length: classes },
    (_, c) => rounded(tf.metrics.recall(isClass(labels, c), isClass(predictions, c)))[0],
  ),
  // Of one draw of a million ones.
  dropout: dropoutRates.map((rate) => {
    const values = tf.dropout(tf.ones([dropoutCount]), rate, undefined, 7);
    const { mean, variance } = tf.moments(values);
    const [average, spread, dropped, kept] = [mean, variance, values.equal(0).mean(), values.max()].map(
      (x) => rounded(x)[0],
    );
    return { rate, mean: average, variance: spread, dropped, kept };
  }),
};

function isClass({ values }: Tensor, c: number): tf.Tensor {
  return tf.tensor1d([...values].map((value) => (value === c ? 1 : 0)));
}

await writeFile(new URL('ops.json', import.meta.url), `${JSON.stringify(golden)}\n`);
console.log(`TensorFlow.js ${tf.version.tfjs}: ops.json written`);
