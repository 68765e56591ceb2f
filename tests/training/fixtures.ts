// Small datasets and executors that training tests share.

import { createCpuExecutor } from '../../engine/cpu/executor.ts';
import type { Dataset } from '../../engine/graph/dataset.ts';
import { hash } from '../../engine/graph/shuffle.ts';
import { clockAtStart, type MetricsRow } from '../../engine/graph/step-state.ts';
import { initialValues } from '../../engine/nn/initializers.ts';
import type { Layer } from '../../engine/nn/layers.ts';
import type { Loss } from '../../engine/nn/losses.ts';
import { type Metric, planMetrics } from '../../engine/nn/metrics.ts';
import type { Optimizer } from '../../engine/nn/optimizers.ts';
import { type Architecture, trainingProgram } from '../../engine/nn/programs.ts';
import type { Executor } from '../../engine/plan/executor.ts';
import { layoutParameters } from '../../engine/plan/program.ts';

/** Packed 4-bit images with labels that depend on them: learnable, made of whole numbers only. */
export function packedDigits(count: number, width = 784, classes = 10): Dataset {
  const rowBytes = Math.ceil(width / 8) * 4;
  const data = new Uint8Array(count * rowBytes);
  const labels = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    const label = hash(row, 7) % classes;
    labels[row] = label;
    for (let pixel = 0; pixel < width; pixel++) {
      const ink = hash(pixel, label + 100) % 4 === 0 ? 12 : 1;
      const value = Math.min(15, (ink + (hash(row * width + pixel, 3) % 4)) * (hash(pixel, row) % 3 === 0 ? 0 : 1));
      data[row * rowBytes + (pixel >> 1)] = (data[row * rowBytes + (pixel >> 1)] ?? 0) | (value << (4 * (pixel & 1)));
    }
  }
  return {
    inputs: { shape: [count, width], encoding: 'u4', data, scale: 1 / 15, offset: 0 },
    targets: { shape: [count], encoding: 'f32', data: labels, scale: 1, offset: 0 },
  };
}

export interface Setup {
  readonly layers: readonly Layer[];
  readonly dataset: Dataset;
  readonly batchSize: number;
  readonly optimizer: Optimizer;
  readonly loss: Loss;
  readonly metrics: readonly Metric[];
  readonly seed: number;
}

export function architectureOf(layers: readonly Layer[], inputShape: readonly number[]): Architecture {
  const specs: { name: string; shape: readonly number[] }[] = [];
  const slotsOf: number[][] = [];
  let shape = inputShape;
  layers.forEach((layer, i) => {
    const own = layer.parameters(shape);
    slotsOf.push(own.map((_, j) => specs.length + j));
    specs.push(...own.map((spec) => ({ ...spec, name: `${i}/${spec.name}` })));
    shape = layer.outputShape(shape);
  });
  return { layers, inputShape, layout: layoutParameters(specs), slotsOf };
}

export function initialParameters(layers: readonly Layer[], inputShape: readonly number[], seed: number): Float32Array {
  const { layout } = architectureOf(layers, inputShape);
  const flat = new Float32Array(layout.length);
  let shape = inputShape;
  let slot = 0;
  for (const layer of layers) {
    for (const { initializer } of layer.parameters(shape)) {
      const { shape: own, offset } = layout.slots[slot]!;
      flat.set(initialValues(initializer, own, seed, slot), offset);
      slot++;
    }
    shape = layer.outputShape(shape);
  }
  return flat;
}

/** Loads the training step of a setup on an executor, at step 0. */
export async function loadTraining(executor: Executor, setup: Setup) {
  const { layers, dataset, batchSize, optimizer, loss, metrics, seed } = setup;
  const inputShape = dataset.inputs.shape.slice(1);
  const count = dataset.inputs.shape[0]!;
  const architecture = architectureOf(layers, inputShape);
  const session = await executor.createSession(architecture.layout, initialParameters(layers, inputShape, seed));
  const program = trainingProgram(architecture, dataset, {
    batchSize,
    loss,
    metrics: planMetrics(metrics, dataset.targets),
    optimizer,
    shuffle: true,
    capacity: count,
  });
  const loaded = await session.load(program, { inputs: dataset.inputs.data, targets: dataset.targets.data });
  const { update } = optimizer;
  loaded.setKnobs({ learningRate: optimizer.learningRate, exampleCount: count, seed });
  loaded.setClock(update.optimizer === 'adam' ? clockAtStart(update.beta1, update.beta2) : clockAtStart());
  return { session, loaded, program };
}

/** The rows of `steps` steps, `stepsPerSubmit` at a time. */
export async function trainingRows(
  executor: Executor,
  setup: Setup,
  steps: number,
  stepsPerSubmit = steps,
): Promise<MetricsRow[]> {
  const { loaded } = await loadTraining(executor, setup);
  const rows: MetricsRow[] = [];
  while (rows.length < steps) rows.push(...(await loaded.run(Math.min(stepsPerSubmit, steps - rows.length))));
  return rows;
}

export const oracle = (): Executor => createCpuExecutor('f64');
