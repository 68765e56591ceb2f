// Many steps of a neuron or a small chain of dense layers in one dispatch of one workgroup.

import { dispatch } from '../../shaders/kernel.ts';
import trainChain from '../../shaders/train_chain.wgsl';
import trainNeuron from '../../shaders/train_neuron.wgsl';
import type { OptimizerAttributes } from '../graph/node.ts';
import type { KernelCall } from '../ops/definition.ts';
import { constant, fill, scratch } from '../ops/leaves.ts';
import { activationsOf, codeOf, sharedBindings, sharedConstants } from './chain-constants.ts';
import { type ChainLayer, type DenseChain, widest } from './dense-chain.ts';

/** A dispatch does 2^i steps, for the i-th of these: any number of steps is a few of them. */
const powers = 10;

/** Launches that do 1, 2, 4, … steps. */
const forPowers = (launch: (steps: number) => KernelCall): KernelCall[] =>
  Array.from({ length: powers }, (_, i) => launch(2 ** i));

/** Steps of one neuron; `layer` is its only one. */
export function neuronCalls(chain: DenseChain, layer: ChainLayer, threads: number): KernelCall[] {
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
export function loopCalls(chain: DenseChain, mostThreads: number): KernelCall[] {
  const { layers, batchSize, update } = chain;
  // Three rows a thread, whole quads of threads.
  const threads = Math.min(mostThreads, Math.ceil(batchSize / 12) * 4);
  const rows = Math.ceil(batchSize / (3 * threads)) * 3 * threads;
  const width = Math.ceil(widest(chain) / 4);
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
