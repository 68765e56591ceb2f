// The reference: a training step of a chain of dense layers in plain float64, written for no library.

import type { TrainingData, TrainingSpec } from './workloads.ts';

const activate: Readonly<Record<string, (x: number) => number>> = {
  linear: (x) => x,
  relu: (x) => Math.max(0, x),
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

/** By the activation's own output. */
const slope: Readonly<Record<string, (y: number) => number>> = {
  linear: () => 1,
  relu: (y) => (y > 0 ? 1 : 0),
  tanh: (y) => 1 - y * y,
  sigmoid: (y) => y * (1 - y),
};

/** The losses of the first `steps` steps, each before its update. */
export function referenceLosses(spec: TrainingSpec, data: TrainingData, steps: number): number[] {
  const { batchSize, layers, inputWidth, examples } = spec;
  const parameters = data.weights.flatMap(({ kernel, bias }) => [Float64Array.from(kernel), Float64Array.from(bias)]);
  const first = parameters.map((values) => new Float64Array(values.length));
  const second = parameters.map((values) => new Float64Array(values.length));
  const losses: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const start = ((step - 1) * batchSize) % examples;
    const outputs = [
      Float64Array.from(data.inputs.subarray(start * inputWidth, (start + batchSize) * inputWidth)) as Float64Array,
    ];
    let width = inputWidth;
    layers.forEach(({ units, activation }, l) => {
      const x = outputs[l] as Float64Array;
      const [kernel, bias] = [parameters[2 * l] as Float64Array, parameters[2 * l + 1] as Float64Array];
      const y = new Float64Array(batchSize * units);
      for (let row = 0; row < batchSize; row++) {
        for (let i = 0; i < width; i++) {
          const value = x[row * width + i] as number;
          if (value === 0) continue;
          for (let j = 0; j < units; j++) {
            y[row * units + j] = (y[row * units + j] as number) + value * (kernel[i * units + j] as number);
          }
        }
        for (let j = 0; j < units; j++) {
          const z = (y[row * units + j] as number) + (bias[j] as number);
          y[row * units + j] = activate[activation]?.(z) ?? z;
        }
      }
      outputs.push(y);
      width = units;
    });

    const { loss, delta } = lossOf(spec, outputs.at(-1) as Float64Array, data.targets.subarray(start));
    losses.push(loss);
    let dz = delta;
    const gradients: Float64Array[] = parameters.map((values) => new Float64Array(values.length));
    for (let l = layers.length - 1; l >= 0; l--) {
      const units = layers[l]?.units ?? 0;
      const inputs = l === 0 ? inputWidth : (layers[l - 1]?.units ?? 0);
      const x = outputs[l] as Float64Array;
      const [dKernel, dBias] = [gradients[2 * l] as Float64Array, gradients[2 * l + 1] as Float64Array];
      const dx = new Float64Array(batchSize * inputs);
      const kernel = parameters[2 * l] as Float64Array;
      const below = slope[layers[l - 1]?.activation ?? 'linear'] ?? (() => 1);
      for (let row = 0; row < batchSize; row++) {
        for (let j = 0; j < units; j++) dBias[j] = (dBias[j] as number) + (dz[row * units + j] as number);
        for (let i = 0; i < inputs; i++) {
          const value = x[row * inputs + i] as number;
          let sum = 0;
          for (let j = 0; j < units; j++) {
            const d = dz[row * units + j] as number;
            dKernel[i * units + j] = (dKernel[i * units + j] as number) + value * d;
            sum += d * (kernel[i * units + j] as number);
          }
          dx[row * inputs + i] = sum * below(value);
        }
      }
      dz = dx;
    }
    update(spec, step, parameters, gradients, first, second);
  }
  return losses;
}

/** Mean loss of the batch and its gradient before the last activation. */
function lossOf({ loss, layers, batchSize }: TrainingSpec, y: Float64Array, targets: Float32Array) {
  const units = layers.at(-1)?.units ?? 1;
  const delta = new Float64Array(y.length);
  let total = 0;
  for (let row = 0; row < batchSize; row++) {
    const target = targets[row] as number;
    if (loss === 'sparseCategoricalCrossentropy') {
      const logits = y.subarray(row * units, (row + 1) * units);
      const largest = Math.max(...logits);
      const sum = logits.reduce((partial, logit) => partial + Math.exp(logit - largest), 0);
      total += Math.log(sum) + largest - (logits[target] as number);
      logits.forEach((logit, c) => {
        delta[row * units + c] = (Math.exp(logit - largest) / sum - Number(c === target)) / batchSize;
      });
      continue;
    }
    const p = y[row] as number;
    if (loss === 'meanSquaredError') {
      total += (p - target) ** 2;
      delta[row] = (2 * (p - target)) / batchSize;
    } else {
      total -= target * Math.log(p) + (1 - target) * Math.log(1 - p);
      delta[row] = (p - target) / batchSize;
    }
  }
  return { loss: total / batchSize, delta };
}

/** SGD; Adam (Kingma & Ba 2015), β 0.9 and 0.999, ε 1e-7; RMSprop as in Keras, ρ 0.9, ε 1e-7. */
function update(
  { optimizer, learningRate }: TrainingSpec,
  step: number,
  parameters: readonly Float64Array[],
  gradients: readonly Float64Array[],
  first: readonly Float64Array[],
  second: readonly Float64Array[],
): void {
  parameters.forEach((values, p) => {
    const [m, v] = [first[p] as Float64Array, second[p] as Float64Array];
    for (let i = 0; i < values.length; i++) {
      const g = gradients[p]?.[i] as number;
      let direction = g;
      if (optimizer === 'adam') {
        m[i] = 0.9 * (m[i] as number) + 0.1 * g;
        v[i] = 0.999 * (v[i] as number) + 0.001 * g * g;
        direction = (m[i] as number) / (1 - 0.9 ** step) / (Math.sqrt((v[i] as number) / (1 - 0.999 ** step)) + 1e-7);
      } else if (optimizer === 'rmsprop') {
        v[i] = 0.9 * (v[i] as number) + 0.1 * g * g;
        direction = g / Math.sqrt((v[i] as number) + 1e-7);
      }
      values[i] = (values[i] as number) - learningRate * direction;
    }
  });
}
