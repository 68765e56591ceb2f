/**
 * Goldens of 50 training steps with each optimizer and each loss, by TensorFlow.js on its CPU backend.
 * Run: `node bench/run.mjs tests/golden/trainings.ts`; writes `trainings.json` beside it.
 *
 * Initial weights and batches are the engine's. Losses, gradients, SGD, momentum, RMSprop and Adagrad are TensorFlow.js's own: its
 * conventions for ε in the last two are Keras's. Adam is written in its operations (see `adamInDoublePowers`), and so are
 * AdamW, the perceptron's loss, penalties and clipping by the global norm, which it does not have.
 */
import { writeFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import type { Optimizer } from '../../engine/index.ts';
import { cases, datasetOf, type GoldenCase, setup, unitsOf } from './cases.ts';
import { adamInDoublePowers, batchExamples, denseForward, denseVariables, gradientsOf, rounded } from './model.ts';

function lossOf(loss: GoldenCase['loss'], outputs: tf.Tensor, targets: tf.Tensor1D): tf.Scalar {
  const column = targets.reshape(outputs.shape[1] === 1 ? [-1, 1] : [-1]);
  switch (loss) {
    case 'meanSquaredError':
      return tf.losses.meanSquaredError(column, outputs).asScalar();
    case 'meanAbsoluteError':
      return tf.losses.absoluteDifference(column, outputs).asScalar();
    case 'huber':
      return tf.losses.huberLoss(column, outputs).asScalar();
    case 'binaryCrossentropy':
      return tf.losses.sigmoidCrossEntropy(column, outputs).asScalar();
    case 'sparseCategoricalCrossentropy':
      return tf.losses.softmaxCrossEntropy(tf.oneHot(targets.toInt(), unitsOf(loss)), outputs).asScalar();
    case 'hinge':
      return tf.losses.hingeLoss(column, outputs).asScalar();
    case 'perceptron':
      return tf
        .relu(outputs.mul(column.mul(-2).add(1)))
        .mean()
        .asScalar();
    default:
      throw new Error(`no golden for ${loss}`);
  }
}

/** What applies gradients to the variables. */
function updateOf({ update, learningRate }: Optimizer, variables: readonly tf.Variable[]) {
  if (update.optimizer === 'adam') return adamInDoublePowers(variables, { learningRate, ...update });
  const optimizer = {
    sgd: () =>
      update.optimizer === 'sgd' && update.momentum > 0
        ? tf.train.momentum(learningRate, update.momentum, update.nesterov)
        : tf.train.sgd(learningRate),
    rmsprop: () =>
      update.optimizer === 'rmsprop'
        ? tf.train.rmsprop(learningRate, update.rho, update.momentum, update.epsilon)
        : tf.train.rmsprop(learningRate),
    adagrad: () => tf.train.adagrad(learningRate, 0.1),
  }[update.optimizer]();
  return (gradients: readonly tf.Tensor[]) =>
    optimizer.applyGradients(variables.map(({ name }, i) => ({ name, tensor: gradients[i] ?? tf.scalar(0) })));
}

const clipped = (gradients: readonly tf.Tensor[], clipNorm: number) => {
  const norm = Math.hypot(...gradients.map((gradient) => gradient.norm().dataSync()[0] ?? 0));
  return gradients.map((gradient) => (norm > clipNorm ? gradient.mul(clipNorm / norm) : gradient));
};

function train(golden: GoldenCase): number[] {
  const { loss, optimizer, l1 = 0, l2 = 0 } = golden;
  const { seed, rows, batchSize, steps, widths } = setup;
  const { inputs, targets } = datasetOf(loss);
  const variables = denseVariables([...widths, unitsOf(loss)], seed);
  const update = updateOf(optimizer, variables);
  const perEpoch = Math.ceil(rows / batchSize);
  return Array.from({ length: steps }, (_, step) => {
    const epoch = Math.floor(step / perEpoch);
    const examples = batchExamples(step % perEpoch, { batchSize, count: rows, seed, epoch });
    const x = tf.tensor2d(
      examples.map((row) => [...inputs.data.subarray(row * 4, row * 4 + 4)]),
      [examples.length, 4],
    );
    const y = tf.tensor1d(examples.map((row) => targets.data[row] ?? 0));
    const { value, grads } = tf.variableGrads(() => {
      const mean = lossOf(loss, denseForward(x, variables, 'tanh'), y);
      const kernel = variables[0];
      if (!kernel || l1 + l2 === 0) return mean;
      return mean.add(kernel.abs().sum().mul(l1)).add(kernel.square().sum().mul(l2)).asScalar();
    }, variables);
    const gradients = gradientsOf(variables, grads);
    update(optimizer.globalClipNorm > 0 ? clipped(gradients, optimizer.globalClipNorm) : gradients);
    return value.dataSync()[0] ?? Number.NaN;
  });
}

await tf.setBackend('cpu');
const golden: Record<string, number[]> = {};
for (const trained of cases) {
  golden[trained.name] = rounded(train(trained));
  console.info(`${trained.name}: ${golden[trained.name]?.[0]} → ${golden[trained.name]?.at(-1)}`);
}
const file = { library: `TensorFlow.js ${tf.version.tfjs}, CPU backend`, ...setup, losses: golden };
await writeFile(new URL('trainings.json', import.meta.url), `${JSON.stringify(file)}\n`);
