// Plans of whole steps: a neuron's steps, many in one dispatch; a small chain of dense layers, two dispatches a step.

import chainRows from '../../shaders/chain_rows.wgsl';
import chainUpdate from '../../shaders/chain_update.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import trainNeuron from '../../shaders/train_neuron.wgsl';
import type { OptimizerAttributes } from '../graph/node.ts';
import { clockWords, ringRows } from '../graph/step-state.ts';
import { activationCode } from '../ops/activation-gradient.ts';
import type { DeviceTraits, KernelCall } from '../ops/definition.ts';
import { constant, fill, scratch } from '../ops/leaves.ts';
import { rowLossCode } from '../ops/row-loss.ts';
import { type ChainLayer, type DenseChain, denseChainOf, fitsTargets, stepCost } from './dense-chain.ts';
import { type BufferSlice, Memory, type Plan, type PlannedDispatch } from './plan.ts';
import type { Program } from './program.ts';

/** A dispatch does 2^i steps, for the i-th of these: any number of steps is a few of them. */
const powers = 10;

/** Multiply-adds of a step beyond which the tiles of the plan's products, larger than a chain's, make up for its dispatches. */
const largestStep = 1_000_000;
/** Rows of a batch beyond which one workgroup would be long at summing their losses. */
const mostRows = 512;

/**
 * Threads of a workgroup. A GPU wants a subgroup at least, and more to hide the latency of memory; a software adapter runs
 * four threads as one SIMD thread, to which each further four, waiting at barriers, are only a cost.
 */
const cuts = { gpu: { neuron: 64, rows: 32, update: 64 }, software: { neuron: 4, rows: 4, update: 4 } };

/** A step in one or two dispatches, or many steps in one. Undefined when the program is no chain, or would be slower so. */
export function planLoop(program: Program, traits: DeviceTraits): Plan | undefined {
  const chain = denseChainOf(program);
  // Schedules are rare in models this small; the plan has them.
  if (!chain || !fitsTargets(chain) || chain.schedule.schedule !== 'constant') return undefined;
  const [first, second] = chain.layers;
  const memory = new Memory(program, new Set());
  const planned = (call: KernelCall): PlannedDispatch => {
    const bindings: Record<string, BufferSlice> = {};
    for (const [name, operand] of Object.entries(call.bindings)) bindings[name] = memory.slice(operand, 0, new Map());
    return { ...call, bindings, label: `whole step (${call.kernel.name})` };
  };
  const whole = { name: program.name, buffers: memory.buffers, outputs: [], whole: true };
  if (first && !second && first.inputs <= 3 && first.units === 1) {
    const loop = neuronCalls(chain, first, traits).map(planned);
    return { ...whole, dispatches: loop.slice(0, 1), loop };
  }
  if (!traits.subgroups || stepCost(chain) > largestStep || chain.batchSize > mostRows) return undefined;
  return { ...whole, dispatches: chainCalls(chain, traits).map(planned) };
}

/** The same launch with 1, 2, 4, … steps bound to it. */
const forPowers = (launch: (steps: ReturnType<typeof fill>) => KernelCall): KernelCall[] =>
  Array.from({ length: powers }, (_, i) => launch(fill([1], 2 ** i)));

function neuronCalls(chain: DenseChain, layer: ChainLayer, { software }: DeviceTraits): KernelCall[] {
  const overrides = {
    ...sharedConstants(chain),
    WIDTH: layer.inputs,
    KERNEL: layer.kernel,
    BIAS: layer.bias,
    ACTIVATION: codeOf(layer),
    THREADS: cuts[software ? 'software' : 'gpu'].neuron,
  };
  return forPowers((steps) =>
    dispatch(trainNeuron, { bindings: { ...sharedBindings(chain), steps }, overrides, workgroups: [1, 1, 1] }),
  );
}

/** A step in two dispatches: what belongs to rows, then what belongs to parameters. */
function chainCalls(chain: DenseChain, { software }: DeviceTraits): KernelCall[] {
  const { rows: rowThreads, update: updateThreads } = cuts[software ? 'software' : 'gpu'];
  const { layers: sizes, batchSize, inputs, targets } = chain;
  const rows = Math.ceil(batchSize / 4) * 4;
  const { table, vectors } = layerTable(sizes, rows);
  const layers = constant([table.length], new Float32Array(table.buffer));
  const [values, sums, now] = [scratch([vectors, 4]), scratch([rows, 4]), scratch([clockWords])];
  const has = (name: ChainLayer['activation']) => sizes.some(({ activation }) => activation === name);
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
        HAS_RELU: has('relu'),
        HAS_SIGMOID: has('sigmoid'),
        HAS_TANH: has('tanh'),
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

const codeOf = ({ activation }: ChainLayer): number => (activation === 'linear' ? 0 : activationCode[activation]);

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
