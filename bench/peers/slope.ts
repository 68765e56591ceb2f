// Slope, driven as a user drives it: `fit` for training; one-op programs for the products and reductions.

import { createCpuExecutor } from '../../engine/cpu/executor.ts';
import type { GraphNode } from '../../engine/graph/node.ts';
import { clockAtStart } from '../../engine/graph/step-state.ts';
import { adam, type Backend, type Dataset, dense, rmsprop, sequential, sgd } from '../../engine/index.ts';
import { fill, input } from '../../engine/ops/leaves.ts';
import { matmul } from '../../engine/ops/matmul.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { sum } from '../../engine/ops/sum.ts';
import { tick } from '../../engine/ops/tick.ts';
import { layoutParameters, type Program } from '../../engine/plan/program.ts';
import { createWebGpuExecutor } from '../../engine/webgpu/executor.ts';
import type { Peer, Repeatable, Trainer } from './peer.ts';
import type { TrainingData, TrainingSpec } from './workloads.ts';

/** Runs of one submit: kernels of a second each must not make it look hung. */
const runsPerSubmit = 8;

/** An op as a program that `run` repeats without reading its output; the tick is what `run` waits for. */
async function repeatable(
  backend: Backend,
  output: GraphNode,
  inputs: Readonly<Record<string, Float32Array>>,
): Promise<Repeatable> {
  const executor = backend === 'cpu' ? createCpuExecutor() : await createWebGpuExecutor();
  const layout = layoutParameters([]);
  const program: Program = {
    name: output.op,
    layout,
    stateLength: 0,
    outputs: [output],
    gradients: [],
    effects: [tick(fill([1], 1), fill([1], 0), [])],
    metricNames: [],
  };
  const session = await executor.createSession(layout, new Float32Array(layout.length));
  const loaded = await session.load(program, {});
  loaded.setKnobs({ learningRate: 0, exampleCount: 1, seed: 0 });
  loaded.setClock(clockAtStart());
  const [result = new Float32Array()] = await loaded.compute(inputs);
  return {
    run: async (times) => {
      const submits: Promise<unknown>[] = [];
      for (let done = 0; done < times; done += runsPerSubmit) {
        submits.push(loaded.run(Math.min(runsPerSubmit, times - done)));
        if (submits.length >= 2) await submits.shift();
      }
      await Promise.all(submits);
    },
    result: async () => result,
  };
}

const optimizers = {
  sgd: (learningRate: number) => sgd({ learningRate }),
  adam: (learningRate: number) => adam({ learningRate }),
  rmsprop: (learningRate: number) => rmsprop({ learningRate }),
} as const;

/** Digits lie packed in 4 bits, as the engine's datasets do; other columns as they are. */
function datasetOf({ loss, inputWidth, examples }: TrainingSpec, { inputs, targets }: TrainingData): Dataset {
  const classes = loss === 'sparseCategoricalCrossentropy';
  const column = (data: Float32Array, shape: readonly number[]) => ({
    shape: [...shape],
    encoding: 'f32' as const,
    data,
    scale: 1,
    offset: 0,
  });
  if (!classes) return { inputs: column(inputs, [examples, inputWidth]), targets: column(targets, [examples, 1]) };
  const packed = new Uint8Array((examples * inputWidth) / 2);
  for (let i = 0; i < packed.length; i++) {
    packed[i] = Math.round((inputs[2 * i] ?? 0) * 15) | (Math.round((inputs[2 * i + 1] ?? 0) * 15) << 4);
  }
  return {
    inputs: { shape: [examples, inputWidth], encoding: 'u4', data: packed, scale: 1 / 15, offset: 0 },
    targets: column(targets, [examples]),
  };
}

/** @param stepsPerSubmit as the engine finds best where it is not given. */
export async function trainer(
  backend: Backend,
  spec: TrainingSpec,
  data: TrainingData,
  stepsPerSubmit?: number,
): Promise<Trainer> {
  const layers = spec.layers.map(({ units, activation }) => dense(units, { activation }));
  const model = sequential(layers, { inputShape: [spec.inputWidth] });
  const flat = data.weights.flatMap(({ kernel, bias }) => [kernel, bias]);
  const named = await model.getWeights();
  model.setWeights(named.map((tensor, i) => ({ ...tensor, data: flat[i] ?? tensor.data })));
  const run = model.fit(datasetOf(spec, data), {
    epochs: Number.MAX_SAFE_INTEGER,
    batchSize: spec.batchSize,
    optimizer: optimizers[spec.optimizer](spec.learningRate),
    loss: spec.loss,
    metrics: spec.meanAbsoluteError ? ['meanAbsoluteError'] : [],
    shuffle: false,
    backend,
    ...(stepsPerSubmit !== undefined && { stepsPerSubmit }),
    paused: true,
  });
  await run.step(0);
  return {
    how: '',
    run: async (steps, lossEvery) => {
      const { steps: rows } = run.history;
      const before = rows.length;
      await run.step(steps);
      if (run.state === 'failed') await run.finished;
      const losses: number[] = [];
      const every = lossEvery || steps;
      for (let i = before + every - 1; i < rows.length; i += every) losses.push(rows[i]?.loss ?? Number.NaN);
      // Every loss has arrived, whoever reads it; a page that trains for hours would let old ones go.
      rows.length = 0;
      run.history.epochs.length = 0;
      return losses;
    },
  };
}

export async function createPeer(backend: string): Promise<Peer> {
  const chosen = backend as Backend;
  const { info } = await createWebGpuExecutor();
  return {
    adapter: info.adapter,
    matmul: (spec, a, b) => {
      const { m, n, k, transposeA = false, transposeB = false } = spec;
      const [left, right] = [input('a', transposeA ? [k, m] : [m, k]), input('b', transposeB ? [n, k] : [k, n])];
      return repeatable(chosen, matmul(left, right, { transposeA, transposeB }), { a, b });
    },
    softmax: (x, rows, width) => repeatable(chosen, softmax(input('x', [rows, width])), { x }),
    sum: (x) => repeatable(chosen, sum(input('x', [x.length])), { x }),
    trainers: (spec, data) => [() => trainer(chosen, spec, data)],
  };
}
