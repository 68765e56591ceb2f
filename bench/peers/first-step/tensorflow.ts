// From nothing to the first finished training step of W3, with TensorFlow.js: core and the WebGPU backend alone.

import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import '@tensorflow/tfjs-backend-webgpu';
import { data, finished, spec } from './workload.ts';

await tf.setBackend('webgpu');
await tf.ready();
const variables = data.weights.map(({ kernel, bias }) => ({
  kernel: tf.variable(tf.tensor2d(kernel, [kernel.length / bias.length, bias.length])),
  bias: tf.variable(tf.tensor1d(bias)),
}));
const x = tf.tensor2d(data.inputs.slice(0, spec.batchSize * spec.inputWidth), [spec.batchSize, spec.inputWidth]);
const y = tf.tensor2d(data.targets.slice(0, spec.batchSize), [spec.batchSize, 1]);
const loss = tf.train.sgd(spec.learningRate).minimize(() => {
  let h = x;
  variables.forEach(({ kernel, bias }, l) => {
    const z = tf.add(tf.matMul(h, kernel as unknown as tf.Tensor2D), bias) as tf.Tensor2D;
    h = l < 2 ? tf.tanh(z) : z;
  });
  return tf.losses.sigmoidCrossEntropy(y, h) as tf.Scalar;
}, true);
finished((await loss?.data())?.[0]);
