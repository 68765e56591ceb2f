// Checkpoints: weights by name, and where training stood, so that it goes on bit for bit.

import type { OptimizerAttributes } from '../graph/node.ts';
import { formatShape, type Shape, ShapeError, sameShape, sizeOf } from '../graph/shape.ts';
import type { Clock } from '../graph/step-state.ts';
import type { Snapshot } from '../plan/executor.ts';
import type { ParameterLayout } from '../plan/program.ts';

export interface NamedTensor {
  readonly name: string;
  readonly shape: Shape;
  readonly data: Float32Array;
}

/** What a run had beside the weights. */
export interface TrainingState {
  readonly clock: Clock;
  readonly learningRate: number;
  /** Of the order of examples and of dropout. */
  readonly seed: number;
  readonly batchSize: number;
  readonly optimizer: OptimizerAttributes;
  /** What the optimizer keeps beside each parameter: `m/dense_1/kernel`. */
  readonly state: readonly NamedTensor[];
}

export interface Checkpoint {
  readonly weights: readonly NamedTensor[];
  /** Absent when the model was not trained since its weights were set. */
  readonly training?: TrainingState;
}

/** The flat buffer's tensors. */
export const unpack = (layout: ParameterLayout, flat: Float32Array, first = 0, prefix = ''): NamedTensor[] =>
  layout.slots.map(({ name, shape, offset }) => ({
    name: prefix + name,
    shape,
    data: flat.slice(first + offset, first + offset + sizeOf(shape)),
  }));

/**
 * Writes tensors into a flat buffer. @throws ShapeError naming the tensor that is unknown, has another shape, or, with `all`, is missing.
 */
export function pack(
  layout: ParameterLayout,
  tensors: readonly NamedTensor[],
  flat: Float32Array,
  { action, first = 0, prefix = '', all = false }: { action: string; first?: number; prefix?: string; all?: boolean },
): void {
  const slots = new Map(layout.slots.map((slot) => [prefix + slot.name, slot]));
  for (const { name, shape, data } of tensors) {
    const slot = slots.get(name);
    if (!slot) throw new ShapeError(`${action}: the model has no parameter "${name}"`);
    if (!sameShape(shape, slot.shape) || data.length !== sizeOf(slot.shape)) {
      throw new ShapeError(
        `${action}: "${name}" wants ${formatShape(slot.shape)}, given is ${formatShape(shape)} with ${data.length} values`,
      );
    }
    flat.set(data, first + slot.offset);
    slots.delete(name);
  }
  const [missing] = slots.keys();
  if (all && missing !== undefined) throw new ShapeError(`${action}: "${missing}" is missing`);
}

/** The state that a run starts from. @throws TypeError or RangeError when optimizer or batches differ; ShapeError. */
export function snapshotOf(
  { weights, training }: Checkpoint,
  layout: ParameterLayout,
  wanted: {
    readonly optimizer: OptimizerAttributes;
    readonly stateNames: readonly string[];
    readonly batchSize: number;
  },
): Snapshot {
  if (!training) throw new TypeError('resume: the checkpoint holds weights only; set them with setWeights and train');
  const [saved, given] = [training.optimizer, wanted.optimizer].map((optimizer) => JSON.stringify(optimizer));
  if (saved !== given) throw new TypeError(`resume: the optimizer was ${saved}, not ${given}`);
  if (training.batchSize !== wanted.batchSize) {
    throw new RangeError(`resume: the batch size was ${training.batchSize}, not ${wanted.batchSize}`);
  }
  const parameters = new Float32Array(layout.length);
  pack(layout, weights, parameters, { action: 'resume', all: true });
  const state = new Float32Array(layout.length * wanted.stateNames.length);
  wanted.stateNames.forEach((name, i) => {
    const prefix = `${name}/`;
    const own = training.state.filter((tensor) => tensor.name.startsWith(prefix));
    pack(layout, own, state, { action: 'resume', first: i * layout.length, prefix, all: true });
  });
  return { parameters, state, clock: training.clock };
}
