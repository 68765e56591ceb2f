// Steps per second of one model size on one executor, through the public API, in slices that can be stopped.

import { f32Tensor } from '../../../datasets/packed.ts';
import { Random } from '../../../datasets/random.ts';
import { adam, type Dataset, dense, type Layer, type Sequential, sequential } from '../../../engine/index.ts';
import { stepsPerSecond as timedSteps } from '../../base/step-timing.ts';

export type Executor = 'cpu' | 'webgpu';
export const executors: readonly Executor[] = ['cpu', 'webgpu'];

export const INPUTS = 64;
const CLASSES = 10;
export interface Size {
  /** Neurons of each hidden layer. */
  readonly width: number;
  readonly layers: number;
}

export const modelOf = ({ width, layers }: Size): Sequential => {
  const hidden = Array.from({ length: layers }, (): Layer => dense(width, { activation: 'relu' }));
  return sequential([...hidden, dense(CLASSES, { activation: 'softmax' })], { inputShape: [INPUTS], seed: 1 });
};

export const parametersOf = ({ width, layers }: Size): number =>
  (INPUTS + 1) * width + (layers - 1) * (width + 1) * width + (width + 1) * CLASSES;

/** Rows of noise: how fast a step is does not depend on what is learned. */
export function noise(batchSize: number): Dataset {
  const random = new Random(1);
  const rows = 4 * batchSize;
  return {
    inputs: f32Tensor(
      [rows, INPUTS],
      Float32Array.from({ length: rows * INPUTS }, () => random.uniform()),
    ),
    targets: f32Tensor(
      [rows],
      Float32Array.from({ length: rows }, () => random.integer(0, CLASSES)),
    ),
  };
}

/** @returns steps per second, or undefined when `goesOn` said no in between. */
export async function stepsPerSecond(
  executor: Executor,
  size: Size,
  batchSize: number,
  data: Dataset,
  goesOn: () => boolean,
): Promise<number | undefined> {
  const model = modelOf(size);
  const run = model.fit(data, {
    backend: executor,
    optimizer: adam(),
    loss: 'sparseCategoricalCrossentropy',
    batchSize,
    epochs: 1e6,
    shuffle: false,
    paused: true,
  });
  run.finished.catch(() => {});
  try {
    return await timedSteps(run, goesOn);
  } finally {
    run.stop();
    model.dispose();
  }
}

export interface Measured {
  readonly width: number;
  readonly parameters: number;
  readonly rates: Readonly<Partial<Record<Executor, number>>>;
}

/** Where the two curves cross for the last time, in parameters: on straight lines between the sizes, on logarithmic axes. */
export function crossing(rows: readonly Measured[]): number | undefined {
  const known = rows.flatMap(({ parameters, rates: { cpu, webgpu } }) =>
    cpu && webgpu ? [{ at: Math.log(parameters), lead: Math.log(webgpu / cpu) }] : [],
  );
  for (let i = known.length - 1; i > 0; i--) {
    const [a, b] = [known[i - 1], known[i]];
    if (!a || !b || a.lead < 0 === b.lead < 0) continue;
    return Math.exp(a.at + ((b.at - a.at) * -a.lead) / (b.lead - a.lead));
  }
  return undefined;
}
