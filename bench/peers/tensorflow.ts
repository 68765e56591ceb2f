// TensorFlow.js, driven by core ops with `minimize` and by layers with `fit`; the faster of the two counts.

import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmPlain from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';
import wasmThreads from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.wasm?url';
import '@tensorflow/tfjs-backend-webgpu';
import type { Peer, Repeatable, Trainer } from './peer.ts';
import type { TrainingData, TrainingSpec } from './workloads.ts';

/** Each result is let go when the next is there; the last one is read, which waits for all. */
function repeatable(compute: () => tf.Tensor): Repeatable {
  let last: tf.Tensor | undefined;
  const wait = async () => {
    const one = last?.flatten().slice([0], [1]);
    await one?.data();
    one?.dispose();
  };
  return {
    run: async (times) => {
      for (let i = 0; i < times; i++) {
        last?.dispose();
        last = compute();
      }
      await wait();
    },
    result: async () => Float32Array.from((await last?.data()) ?? []),
  };
}

const optimizerOf = ({ optimizer, learningRate }: TrainingSpec): tf.Optimizer => {
  if (optimizer === 'adam') return tf.train.adam(learningRate, 0.9, 0.999, 1e-7);
  return optimizer === 'rmsprop' ? tf.train.rmsprop(learningRate, 0.9, 0, 1e-7) : tf.train.sgd(learningRate);
};

const activate: Readonly<Record<string, (x: tf.Tensor2D) => tf.Tensor2D>> = {
  relu: (x) => tf.relu(x),
  tanh: (x) => tf.tanh(x),
};

const targetsOf = ({ loss, examples }: TrainingSpec, { targets }: TrainingData): tf.Tensor2D =>
  loss === 'sparseCategoricalCrossentropy'
    ? tf.tidy(() => tf.oneHot(tf.tensor1d(targets, 'int32'), 10).toFloat() as tf.Tensor2D)
    : tf.tensor2d(targets, [examples, 1]);

/** Core ops; batches lie on the device before the first step. */
async function minimizeTrainer(spec: TrainingSpec, data: TrainingData): Promise<Trainer> {
  const { batchSize, examples, inputWidth, layers } = spec;
  const variables = data.weights.map(({ kernel, bias }, l) => ({
    kernel: tf.variable(
      tf.tensor2d(kernel, [l === 0 ? inputWidth : (layers[l - 1]?.units ?? 1), layers[l]?.units ?? 1]),
    ),
    bias: tf.variable(tf.tensor1d(bias)),
  }));
  const x = tf.tensor2d(data.inputs, [examples, inputWidth]);
  const y = targetsOf(spec, data);
  const batches = Array.from({ length: examples / batchSize }, (_, i) => ({
    x: x.slice([i * batchSize, 0], [batchSize, inputWidth]),
    y: y.slice([i * batchSize, 0], [batchSize, y.shape[1]]),
  }));
  const optimizer = optimizerOf(spec);
  let step = 0;
  const trainStep = () => {
    const batch = batches[step++ % batches.length];
    if (!batch) throw new Error('no batch');
    let mae: tf.Scalar | undefined;
    const loss = optimizer.minimize(() => {
      let h = batch.x;
      variables.forEach(({ kernel, bias }, l) => {
        const z = tf.add(tf.matMul(h, kernel as unknown as tf.Tensor2D), bias) as tf.Tensor2D;
        h = activate[layers[l]?.activation ?? '']?.(z) ?? z;
      });
      if (spec.loss === 'sparseCategoricalCrossentropy') return tf.losses.softmaxCrossEntropy(batch.y, h) as tf.Scalar;
      if (spec.loss === 'binaryCrossentropy') return tf.losses.sigmoidCrossEntropy(batch.y, h) as tf.Scalar;
      if (spec.meanAbsoluteError) mae = tf.keep(tf.losses.absoluteDifference(batch.y, h) as tf.Scalar);
      return tf.losses.meanSquaredError(batch.y, h) as tf.Scalar;
    }, true);
    mae?.dispose();
    if (!loss) throw new Error('minimize returned no loss');
    return loss;
  };
  return {
    how: 'minimize',
    run: async (steps, lossEvery) => {
      const losses: number[] = [];
      const every = lossEvery || steps;
      for (let i = 1; i <= steps; i++) {
        const loss = trainStep();
        if (i % every === 0) losses.push((await loss.data())[0] ?? Number.NaN);
        loss.dispose();
      }
      return losses;
    },
  };
}

/** A layers model; an epoch's loss is a mean over its steps, so single losses are read only where an epoch is a step. */
async function fitTrainer(spec: TrainingSpec, data: TrainingData): Promise<Trainer> {
  const { batchSize, examples, inputWidth, layers } = spec;
  const model = tf.sequential();
  layers.forEach(({ units, activation }, l) => {
    model.add(tf.layers.dense({ units, activation, ...(l === 0 && { inputShape: [inputWidth] }) }));
  });
  model.setWeights(
    data.weights.flatMap(({ kernel, bias }) => [
      tf.tensor2d(kernel, [kernel.length / bias.length, bias.length]),
      tf.tensor1d(bias),
    ]),
  );
  const loss = spec.loss === 'sparseCategoricalCrossentropy' ? 'categoricalCrossentropy' : spec.loss;
  model.compile({ optimizer: optimizerOf(spec), loss, metrics: spec.meanAbsoluteError ? ['mae'] : [] });
  const x = tf.tensor2d(data.inputs, [examples, inputWidth]);
  const y = targetsOf(spec, data);
  const perEpoch = examples / batchSize;
  let checked = false;
  return {
    how: 'fit',
    run: async (steps) => {
      if (!checked) {
        // The first steps one by one, by `trainOnBatch`: their losses are compared with the reference.
        checked = true;
        const losses: number[] = [];
        for (let i = 0; i < steps; i++) {
          const at = (i % perEpoch) * batchSize;
          const answer = await model.trainOnBatch(
            x.slice([at, 0], [batchSize, inputWidth]),
            y.slice([at, 0], [batchSize, y.shape[1]]),
          );
          losses.push(Array.isArray(answer) ? (answer[0] ?? Number.NaN) : answer);
        }
        return losses;
      }
      // Whole epochs: at least as many steps as asked for, so its rate is never too low.
      const epochs = Math.max(1, Math.round(steps / perEpoch));
      const history = await model.fit(x, y, { batchSize, epochs, shuffle: false, verbose: 0, yieldEvery: 'never' });
      return (history.history.loss ?? []).map(Number);
    },
  };
}

export async function createPeer(backend: string): Promise<Peer> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasmPlain,
    'tfjs-backend-wasm-simd.wasm': wasmSimd,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmThreads,
  });
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here.`);
  await tf.ready();
  return {
    adapter: backend,
    matmul: async ({ m, n, k, transposeA = false, transposeB = false }, a, b) => {
      const left = tf.tensor2d(a, transposeA ? [k, m] : [m, k]);
      const right = tf.tensor2d(b, transposeB ? [n, k] : [k, n]);
      return repeatable(() => tf.matMul(left, right, transposeA, transposeB));
    },
    softmax: async (x, rows, width) => {
      const tensor = tf.tensor2d(x, [rows, width]);
      return repeatable(() => tf.softmax(tensor));
    },
    sum: async (x) => {
      const tensor = tf.tensor1d(x);
      return repeatable(() => tf.sum(tensor));
    },
    trainers: (spec, data) => [() => minimizeTrainer(spec, data), () => fitTrainer(spec, data)],
  };
}
