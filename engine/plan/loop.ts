// Plans of whole steps: of a neuron or a small chain of dense layers many in one dispatch, of a larger chain two dispatches each.

import chainRows from '../../shaders/chain_rows.wgsl';
import chainUpdate from '../../shaders/chain_update.wgsl';
import { dispatch, type KernelModule } from '../../shaders/kernel.ts';
import trainChain from '../../shaders/train_chain.wgsl';
import trainNeuron from '../../shaders/train_neuron.wgsl';
import type { OptimizerAttributes } from '../graph/node.ts';
import { clockWords, ringRows } from '../graph/step-state.ts';
import { activationCode } from '../ops/activation-gradient.ts';
import type { DeviceTraits, KernelCall } from '../ops/definition.ts';
import { constant, fill, scratch } from '../ops/leaves.ts';
import { rowLossCode } from '../ops/row-loss.ts';
import { type ChainLayer, type DenseChain, denseChainOf, fitsTargets, stepCost } from './dense-chain.ts';
import { type BufferSlice, Memory, type Plan, type PlannedDispatch } from './plan.ts';
import type { ParameterLayout, Program } from './program.ts';

/** A dispatch does 2^i steps, for the i-th of these: any number of steps is a few of them. */
const powers = 10;

/**
 * Multiply-adds of a step up to which one workgroup is faster than two dispatches for each step. A core of a GPU does some 10⁴
 * in the 5 to 10 µs of those; a software adapter, where a workgroup is one thread, 10⁵ in the 0.2 ms that two threads take to
 * meet twice.
 */
const largestLoop = { gpu: 40_000, software: 300_000 };
/** Columns of a layer up to which the loop's kernel writes their number into 12 bits, and gives every layer as much room. */
const widestLoop = 1024;
/** Multiply-adds of a step beyond which the tiles of the plan's products, larger than a chain's, make up for its dispatches. */
const largestStep = 1_000_000;
/** Rows of a batch beyond which one workgroup would be long at summing their losses. */
const mostRows = 512;

/**
 * Threads of a workgroup. A GPU wants a subgroup at least, and more to hide the latency of memory; a software adapter runs
 * four threads as one SIMD thread, to which each further four, waiting at barriers, are only a cost.
 */
const cuts = {
  gpu: { neuron: 64, chain: 64, rows: 32, update: 64 },
  software: { neuron: 4, chain: 4, rows: 4, update: 4 },
};

const isNeuron = ({ layers: [first, second] }: DenseChain) =>
  first !== undefined && !second && first.inputs <= 3 && first.units === 1;

/** Fetches the text of the kernel that a model of these parameters most likely needs: a neuron has a kernel and a bias. */
export async function fetchText({ slots }: ParameterLayout): Promise<void> {
  const kernel: KernelModule = slots.length > 2 ? trainChain : trainNeuron;
  await kernel.fetchCode?.();
}

/** A step in one or two dispatches, or many steps in one. Undefined when the program is no chain, or would be slower so. */
export function planLoop(program: Program, traits: DeviceTraits): Plan | undefined {
  const chain = denseChainOf(program);
  // Schedules are rare in models this small; the plan has them.
  if (!chain || !fitsTargets(chain) || chain.schedule.schedule !== 'constant') return undefined;
  const adapter = traits.software ? 'software' : 'gpu';
  const [first] = chain.layers;
  const memory = new Memory(program, new Set());
  const planned = (call: KernelCall): PlannedDispatch => {
    const bindings: Record<string, BufferSlice> = {};
    for (const [name, operand] of Object.entries(call.bindings)) bindings[name] = memory.slice(operand, 0, new Map());
    return { ...call, bindings, label: `whole step (${call.kernel.name})` };
  };
  const whole = { name: program.name, buffers: memory.buffers, outputs: [], whole: true };
  const looped = (calls: readonly KernelCall[]): Plan => {
    const loop = calls.map(planned);
    return { ...whole, dispatches: loop.slice(0, 1), loop };
  };
  if (first && isNeuron(chain)) {
    return looped(neuronCalls(chain, first, cuts[adapter].neuron));
  }
  const cost = stepCost(chain);
  if (!traits.subgroups || cost > largestStep || chain.batchSize > mostRows) return undefined;
  if (cost <= largestLoop[adapter] && widest(chain.layers) <= widestLoop)
    return looped(loopCalls(chain, cuts[adapter].chain));
  return { ...whole, dispatches: chainCalls(chain, cuts[adapter]).map(planned) };
}

/** Launches that do 1, 2, 4, … steps. */
const forPowers = (launch: (steps: number) => KernelCall): KernelCall[] =>
  Array.from({ length: powers }, (_, i) => launch(2 ** i));

function neuronCalls(chain: DenseChain, layer: ChainLayer, threads: number): KernelCall[] {
  const overrides = {
    ...sharedConstants(chain),
    WIDTH: layer.inputs,
    KERNEL: layer.kernel,
    BIAS: layer.bias,
    ACTIVATION: codeOf(layer),
    THREADS: threads,
  };
  return forPowers((steps) =>
    dispatch(trainNeuron, {
      bindings: { ...sharedBindings(chain), steps: fill([1], steps) },
      overrides,
      workgroups: [1, 1, 1],
    }),
  );
}

/** Many steps in one dispatch of one workgroup. */
function loopCalls(chain: DenseChain, mostThreads: number): KernelCall[] {
  const { layers, batchSize, update } = chain;
  // Three rows a thread, whole quads of threads.
  const threads = Math.min(mostThreads, Math.ceil(batchSize / 12) * 4);
  const rows = Math.ceil(batchSize / (3 * threads)) * 3 * threads;
  const width = Math.ceil(widest(layers) / 4);
  const rowVectors = (2 * layers.length + 1) * width;
  const overrides = {
    ...sharedConstants(chain),
    ...activationsOf(layers),
    ROWS: rows,
    LAYERS: layers.length,
    STATES: stateCount(update),
    TILES: layers.reduce((total, { inputs, units }) => total + Math.ceil(inputs / 4) * Math.ceil(units / 4), 0),
    WIDTH: width,
    ROW_VECTORS: rowVectors,
    NEXT_ROW: threads * rowVectors,
    THREADS: threads,
  };
  const table = loopTable(layers);
  const memory = scratch([rows * rowVectors, 4]);
  return forPowers((steps) => {
    const words = Uint32Array.of(steps, ...table);
    const bindings = {
      ...sharedBindings(chain),
      chain: constant([words.length], new Float32Array(words.buffer)),
      memory,
    };
    return dispatch(trainChain, { bindings, overrides, workgroups: [1, 1, 1] });
  });
}

const widest = (layers: readonly ChainLayer[]) => Math.max(...layers.flatMap(({ inputs, units }) => [inputs, units]));

/** The `Layer` structs of `train_chain`. */
const loopTable = (layers: readonly ChainLayer[]): number[] =>
  layers.flatMap((layer, l) => {
    const below = layers[l - 1];
    const activations = (below ? codeOf(below) : 0) | (codeOf(layer) << 4);
    return [layer.inputs | (layer.units << 12) | (activations << 24), layer.kernel, layer.bias];
  });

/** Values that the optimizer keeps for each parameter. */
function stateCount(update: OptimizerAttributes): number {
  switch (update.optimizer) {
    case 'sgd':
      return update.momentum === 0 ? 0 : 1;
    case 'adam':
      return 2;
    case 'rmsprop':
      return update.momentum === 0 ? 1 : 2;
    default:
      return 1;
  }
}

function activationsOf(layers: readonly ChainLayer[]) {
  const has = (name: ChainLayer['activation']) => layers.some(({ activation }) => activation === name);
  return { HAS_RELU: has('relu'), HAS_SIGMOID: has('sigmoid'), HAS_TANH: has('tanh') };
}

/** A step in two dispatches: what belongs to rows, then what belongs to parameters. */
function chainCalls(chain: DenseChain, threads: { readonly rows: number; readonly update: number }): KernelCall[] {
  const { rows: rowThreads, update: updateThreads } = threads;
  const { layers: sizes, batchSize, inputs, targets } = chain;
  const rows = Math.ceil(batchSize / 4) * 4;
  const { table, vectors } = layerTable(sizes, rows);
  const layers = constant([table.length], new Float32Array(table.buffer));
  const [values, sums, now] = [scratch([vectors, 4]), scratch([rows, 4]), scratch([clockWords])];
  const { BATCH_SIZE, SHUFFLE, SCALE, OFFSET, LOSS, METRICS, METRIC_0, METRIC_1, METRIC_2, ...optimizer } =
    sharedConstants(chain);
  const tiles = sizes.reduce(
    (total, layer) => total + (Math.floor(layer.inputs / 4) + 1) * Math.ceil(layer.units / 16),
    0,
  );
  return [
    dispatch(chainRows, {
      bindings: {
        clock: 'clock',
        knobs: 'knobs',
        layers,
        examples: inputs,
        targets,
        parameters: 'parameters',
        values,
        sums,
        now,
      },
      overrides: {
        BATCH_SIZE,
        SHUFFLE,
        SCALE,
        OFFSET,
        LOSS,
        METRICS,
        METRIC_0,
        METRIC_1,
        METRIC_2,
        LAYERS: sizes.length,
        ...activationsOf(sizes),
        THREADS: rowThreads,
      },
      workgroups: [rows / 4, 1, 1],
    }),
    dispatch(chainUpdate, {
      bindings: {
        clock: 'clock',
        knobs: 'knobs',
        now,
        layers,
        values,
        sums,
        parameters: 'parameters',
        state: 'state',
        ring: 'ring',
      },
      overrides: { BATCH_SIZE, ROWS: rows, LAYERS: sizes.length, ...optimizer, THREADS: updateThreads },
      workgroups: [Math.ceil((4 * tiles) / updateThreads), 1, 1],
    }),
  ];
}

/** The kernel's `Layer` structs, and the vec4s of all their values. A row has one vec4 at least behind its columns. */
function layerTable(layers: readonly ChainLayer[], rows: number) {
  const table = new Uint32Array(8 * layers.length);
  let vectors = 0;
  const take = (columns: number) => {
    const at = vectors;
    vectors += rows * (Math.floor(columns / 4) + 1);
    return at;
  };
  let x = take(layers[0]?.inputs ?? 0);
  layers.forEach((layer, l) => {
    const [y, d] = [take(layer.units), take(layer.units)];
    table.set([layer.inputs, layer.units, codeOf(layer), layer.kernel, layer.bias, x, y, d], 8 * l);
    x = y;
  });
  return { table, vectors };
}

const codeOf = ({ activation }: Pick<ChainLayer, 'activation'>): number =>
  activation === 'linear' ? 0 : activationCode[activation];

const sharedBindings = ({ inputs, targets }: DenseChain) =>
  ({
    clock: 'clock',
    knobs: 'knobs',
    examples: inputs,
    targets,
    parameters: 'parameters',
    state: 'state',
    ring: 'ring',
  }) as const;

function sharedConstants({ batchSize, shuffle, inputs, loss, metrics, update, parameterCount }: DenseChain) {
  const metric = (i: number) => {
    const name = metrics[i];
    if (name === undefined) return 0;
    return name === 'hit' ? 8 : rowLossCode(name);
  };
  return {
    BATCH_SIZE: batchSize,
    SHUFFLE: shuffle,
    SCALE: inputs.attributes.scale,
    OFFSET: inputs.attributes.offset,
    LOSS: rowLossCode(loss),
    METRICS: metrics.length,
    METRIC_0: metric(0),
    METRIC_1: metric(1),
    METRIC_2: metric(2),
    ...optimizerConstants(update),
    PARAMETERS: parameterCount,
    RING_ROWS: ringRows,
  };
}

function optimizerConstants(update: OptimizerAttributes) {
  switch (update.optimizer) {
    case 'sgd':
      return { OPTIMIZER: 0, MOMENTUM: update.momentum, NESTEROV: update.nesterov };
    case 'adam':
      return {
        OPTIMIZER: 1,
        DECAY_1: update.beta1,
        DECAY_2: update.beta2,
        EPSILON: update.epsilon,
        WEIGHT_DECAY: update.weightDecay,
      };
    case 'rmsprop':
      return { OPTIMIZER: 2, DECAY_1: update.rho, MOMENTUM: update.momentum, EPSILON: update.epsilon };
    default:
      return { OPTIMIZER: 3, INITIAL: update.initialAccumulator, EPSILON: update.epsilon };
  }
}
