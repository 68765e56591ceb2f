// jax-js, with the whole training step in one `jit`; the best of blocking never and every 8 steps counts.

import { blockUntilReady, type Device, defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import type { Peer, Repeatable, Trainer } from './peer.ts';
import type { TrainingData, TrainingSpec } from './workloads.ts';

type Values = np.Array[];
/** Loss, mean absolute error, parameters, first and second moments, powers of the betas. */
type StepResult = [np.Array, np.Array, Values, Values, Values, Values];

/**
 * Results wait in a queue of eight. A result that is given back before it is awaited is never computed, so all are kept
 * until the eighth is there.
 */
function repeatable(compute: () => np.Array): Repeatable {
  const kept: np.Array[] = [];
  return {
    run: async (times) => {
      for (let i = 1; i <= times; i++) {
        if (kept.length === 8) for (const result of kept.splice(0)) result.dispose();
        kept.push(compute());
        if (kept.length === 8 || i === times) await blockUntilReady(kept);
      }
    },
    result: async () => {
      const last = kept.at(-1);
      return last ? ((await last.ref.data()) as Float32Array) : new Float32Array();
    },
  };
}

const activate: Readonly<Record<string, (x: np.Array) => np.Array>> = {
  relu: (x) => nn.relu(x),
  tanh: (x) => np.tanh(x),
};

function lossOf({ loss, layers }: TrainingSpec, parameters: Values, x: np.Array, y: np.Array): [np.Array, np.Array] {
  let h = x;
  layers.forEach(({ activation }, l) => {
    const z = np.dot(h, parameters[2 * l] as np.Array).add(parameters[2 * l + 1] as np.Array);
    h = activate[activation]?.(z) ?? z;
  });
  if (loss === 'sparseCategoricalCrossentropy') {
    return [np.mean(np.sum(nn.logSoftmax(h).mul(y), 1)).neg(), np.array(0)];
  }
  if (loss === 'binaryCrossentropy') {
    // max(h, 0) − h·y + log(1 + exp(−|h|))
    const stable = np.log1p(np.exp(np.abs(h.ref).neg()));
    return [np.mean(nn.relu(h.ref).sub(h.mul(y)).add(stable)), np.array(0)];
  }
  const error = h.sub(y);
  return [np.mean(np.square(error.ref)), np.mean(np.abs(error))];
}

/** Parameters and optimizer state in, their next values out, with the loss. */
function makeStep(spec: TrainingSpec) {
  const rate = spec.learningRate;
  return (parameters: Values, first: Values, second: Values, powers: Values, x: np.Array, y: np.Array): StepResult => {
    const [[loss, mae], gradients] = valueAndGrad((p: Values) => lossOf(spec, p, x, y), { hasAux: true })(
      parameters.map((value) => value.ref),
    ) as [[np.Array, np.Array], Values];
    if (spec.optimizer === 'sgd') {
      const next = parameters.map((value, i) => value.sub((gradients[i] as np.Array).mul(rate)));
      return [loss, mae, next, first, second, powers];
    }
    if (spec.optimizer === 'rmsprop') {
      const v = second.map((value, i) => value.mul(0.9).add(np.square((gradients[i] as np.Array).ref).mul(0.1)));
      const next = parameters.map((value, i) =>
        value.sub((gradients[i] as np.Array).mul(rate).div(np.sqrt((v[i] as np.Array).ref.add(1e-7)))),
      );
      return [loss, mae, next, first, v, powers];
    }
    const m = first.map((value, i) => value.mul(0.9).add((gradients[i] as np.Array).ref.mul(0.1)));
    const v = second.map((value, i) => value.mul(0.999).add(np.square(gradients[i] as np.Array).mul(0.001)));
    const [power1, power2] = [(powers[0] as np.Array).mul(0.9), (powers[1] as np.Array).mul(0.999)];
    const correction1 = np.array(1).sub(power1.ref);
    const correction2 = np.array(1).sub(power2.ref);
    const next = parameters.map((value, i) => {
      const mean = (m[i] as np.Array).ref.div(correction1.ref);
      const deviation = np.sqrt((v[i] as np.Array).ref.div(correction2.ref)).add(1e-7);
      return value.sub(mean.div(deviation).mul(rate));
    });
    correction1.dispose();
    correction2.dispose();
    return [loss, mae, next, m, v, [power1, power2]];
  };
}

async function trainer(spec: TrainingSpec, data: TrainingData, blockEvery: number): Promise<Trainer> {
  const { batchSize, examples, inputWidth, loss } = spec;
  const classes = loss === 'sparseCategoricalCrossentropy' ? 10 : 1;
  const batches = Array.from({ length: examples / batchSize }, (_, i) => {
    const y = new Float32Array(batchSize * classes);
    for (let row = 0; row < batchSize; row++) {
      const target = data.targets[i * batchSize + row] ?? 0;
      if (classes === 1) y[row] = target;
      else y[row * classes + target] = 1;
    }
    const x = data.inputs.slice(i * batchSize * inputWidth, (i + 1) * batchSize * inputWidth);
    return { x: np.array(x).reshape([batchSize, inputWidth]), y: np.array(y).reshape([batchSize, classes]) };
  });
  let parameters: Values = data.weights.flatMap(({ kernel, bias }) => [
    np.array(kernel.slice()).reshape([kernel.length / bias.length, bias.length]),
    np.array(bias.slice()),
  ]);
  const zeros = () => parameters.map((value) => np.zeros(value.shape));
  let first: Values = spec.optimizer === 'adam' ? zeros() : [];
  let second: Values = spec.optimizer === 'sgd' ? [] : zeros();
  let powers: Values = spec.optimizer === 'adam' ? [np.array(1), np.array(1)] : [];
  const trainStep = jit(makeStep(spec));
  let done = 0;
  return {
    how: blockEvery === 0 ? 'no blocking' : `blocking every ${blockEvery}`,
    run: async (steps, lossEvery) => {
      const losses: Promise<number>[] = [];
      const every = lossEvery || steps;
      for (let i = 1; i <= steps; i++) {
        const batch = batches[done++ % batches.length];
        if (!batch) throw new Error('no batch');
        const [value, mae, ...next] = trainStep(
          parameters,
          first,
          second,
          powers,
          batch.x.ref,
          batch.y.ref,
        ) as StepResult;
        [parameters, first, second, powers] = next;
        mae.dispose();
        if (i % every === 0) losses.push(value.data().then(([read = Number.NaN]) => Number(read)));
        else value.dispose();
        if (blockEvery > 0 && i % blockEvery === 0) await blockUntilReady(parameters);
        // Losses are read as they come; waiting for each one would be slower.
        if (losses.length % 8 === 7) await losses.at(-1);
      }
      await blockUntilReady(parameters);
      return Promise.all(losses);
    },
  };
}

export async function createPeer(backend: string): Promise<Peer> {
  const devices = await init();
  if (!devices.includes(backend as Device)) throw new Error(`jax-js has no device ${backend} here.`);
  defaultDevice(backend as Device);
  return {
    adapter: backend,
    matmul: async ({ m, n, k, transposeA = false, transposeB = false }, a, b) => {
      const left = np.array(a).reshape(transposeA ? [k, m] : [m, k]);
      const right = np.array(b).reshape(transposeB ? [n, k] : [k, n]);
      const compute = jit((p: np.Array, q: np.Array) =>
        np.matmul(transposeA ? np.transpose(p) : p, transposeB ? np.transpose(q) : q),
      );
      return repeatable(() => compute(left.ref, right.ref));
    },
    softmax: async (x, rows, width) => {
      const array = np.array(x).reshape([rows, width]);
      const compute = jit((p: np.Array) => nn.softmax(p, -1));
      return repeatable(() => compute(array.ref));
    },
    sum: async (x) => {
      const array = np.array(x);
      const compute = jit((p: np.Array) => np.sum(p));
      return repeatable(() => compute(array.ref));
    },
    trainers: (spec, data) => [() => trainer(spec, data, 0), () => trainer(spec, data, 8)],
  };
}
