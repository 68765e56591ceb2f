// What golden scripts share: the engine's own initial weights and batch order, and a chain of dense layers in TensorFlow.js.

import * as tf from '@tensorflow/tfjs';
import { shuffled } from '../../engine/graph/shuffle.ts';
import { initialValues } from '../../engine/nn/initializers.ts';

export type TfActivation = 'linear' | 'relu' | 'tanh';

/** Kernels and biases in turn, with the values that `sequential` gives dense layers of these widths. */
export function denseVariables(widths: readonly number[], seed: number): tf.Variable[] {
  return widths.slice(1).flatMap((units, layer) => {
    const shape = [widths[layer] ?? 0, units];
    return [
      tf.variable(tf.tensor(initialValues('glorotUniform', shape, seed, 2 * layer), shape)),
      tf.variable(tf.zeros([units])),
    ];
  });
}

/** The last layer before its activation; the layers below it have `hidden`. */
export function denseForward(x: tf.Tensor, variables: readonly tf.Variable[], hidden: TfActivation): tf.Tensor {
  let values = x;
  for (let i = 0; i < variables.length; i += 2) {
    const [kernel, bias] = [variables[i], variables[i + 1]];
    if (!kernel || !bias) continue;
    values = tf.matMul(values as tf.Tensor2D, kernel as tf.Tensor as tf.Tensor2D).add(bias);
    if (i + 2 < variables.length && hidden !== 'linear') values = hidden === 'relu' ? tf.relu(values) : tf.tanh(values);
  }
  return values;
}

/** What `tf.variableGrads` gives, in the order of the variables. */
export const gradientsOf = (variables: readonly tf.Variable[], gradients: tf.NamedTensorMap): tf.Tensor[] =>
  variables.map((variable) => gradients[variable.name] ?? tf.zerosLike(variable));

/** Examples of one batch, in the engine's order. */
export function batchExamples(
  batch: number,
  { batchSize, count, seed, epoch = 0 }: { batchSize: number; count: number; seed: number; epoch?: number },
): number[] {
  const present = Math.min(batchSize, count - batch * batchSize);
  return Array.from({ length: present }, (_, row) => shuffled(batch * batchSize + row, count, seed, epoch));
}

/** Numbers as a golden file keeps them: enough digits for a comparison to 1e-4, few enough to read. */
export const rounded = (values: ArrayLike<number>): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(8)));

/**
 * Adam (Kingma & Ba 2015, algorithm 1), with decoupled weight decay, in TensorFlow.js operations. Its own optimizer keeps
 * β₂ᵗ as an f32 sum of roundings: 1 − 0.999 is then off by 1.3e-5, and after 20 steps of MNIST the loss by 2e-4.
 */
export function adamInDoublePowers(
  variables: readonly tf.Variable[],
  { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7, weightDecay = 0 }: AdamConstants,
): (gradients: readonly tf.Tensor[]) => void {
  const zeros = () => variables.map((variable): tf.Tensor => tf.zeros(variable.shape));
  let [m, v] = [zeros(), zeros()];
  let step = 0;
  const next = (moments: tf.Tensor[], beta: number, terms: readonly tf.Tensor[]) =>
    moments.map((moment, i) => tf.keep(tf.tidy(() => moment.mul(beta).add((terms[i] ?? moment).mul(1 - beta)))));
  return (gradients) => {
    step++;
    const before = [...m, ...v];
    m = next(m, beta1, gradients);
    v = next(v, beta2, gradients.map(tf.square));
    tf.dispose(before);
    tf.tidy(() =>
      variables.forEach((variable, i) => {
        const [first, second] = [m[i], v[i]];
        if (!first || !second) return;
        const direction = first.div(1 - beta1 ** step).div(
          second
            .div(1 - beta2 ** step)
            .sqrt()
            .add(epsilon),
        );
        variable.assign(variable.sub(direction.add(variable.mul(weightDecay)).mul(learningRate)));
      }),
    );
  };
}

interface AdamConstants {
  readonly learningRate: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  readonly weightDecay?: number;
}
