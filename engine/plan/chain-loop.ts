// Many steps of a neuron or a small chain of dense layers in one dispatch of one workgroup.

import { dispatch } from '../../shaders/kernel.ts';
import trainChain from '../../shaders/train_chain.wgsl';
import trainNeuron from '../../shaders/train_neuron.wgsl';
import type { KernelCall, Operand } from '../ops/definition.ts';
import { constant, fill, scratch } from '../ops/leaves.ts';
import { activationsOf, codeOf, sharedBindings, sharedConstants, stateCount } from './chain-constants.ts';
import { type ChainLayer, type DenseChain, widest } from './dense-chain.ts';

/** A dispatch does 2^i steps, for the i-th of these: any number of steps is a few of them. */
const powers = 10;

/** Layers for which the kernel's table has room. */
export const mostLayers = 8;

/** Launches that do 1, 2, 4, … steps. */
const forPowers = (launch: (steps: number) => KernelCall): KernelCall[] =>
  Array.from({ length: powers }, (_, i) => launch(2 ** i));

/** The same with a `Chain` struct, whose first word is their number. */
export const forTables = (words: Uint32Array, launch: (table: Operand) => KernelCall): KernelCall[] =>
  forPowers((steps) => {
    words[0] = steps;
    return launch(constant([words.length], new Float32Array(words.slice().buffer)));
  });

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
  const { words, tileCount } = chainTable(layers, width);
  const overrides = {
    ...sharedConstants(chain),
    ...activationsOf(layers),
    ROWS: rows,
    LAYERS: layers.length,
    STATES: stateCount(update),
    TILES: tileCount,
    WIDTH: width,
    ROW_VECTORS: rowVectors,
    NEXT_ROW: threads * rowVectors,
    THREADS: threads,
  };
  const memory = scratch([rows * rowVectors, 4]);
  return forTables(words, (table) => {
    const bindings = { ...sharedBindings(chain), chain: table, memory };
    return dispatch(trainChain, { bindings, overrides, workgroups: [1, 1, 1] });
  });
}

/** The `Chain` struct of `train_chain`, without its first word, the number of steps. */
export function chainTable(layers: readonly ChainLayer[], width: number) {
  const tiles = tilesOf(layers, width);
  const words = new Uint32Array(1 + 3 * mostLayers + 4 * tiles.length);
  words.set(layers.flatMap(layerWords), 1);
  words.set(tiles.flat(), 1 + 3 * mostLayers);
  return { words, tileCount: tiles.length };
}

/** A `Layer` struct of `train_chain`. */
function layerWords(layer: ChainLayer, l: number, layers: readonly ChainLayer[]): number[] {
  const below = layers[l - 1];
  const activations = (below ? codeOf(below) : 0) | (codeOf(layer) << 4);
  return [layer.inputs | (layer.units << 12) | (activations << 24), layer.kernel, layer.bias];
}

/** The `Tile` structs, in each layer along the units first; a row's memory has `width` vec4s for each h, then for each d. */
const tilesOf = (layers: readonly ChainLayer[], width: number): number[][] =>
  layers.flatMap(({ inputs, units, kernel, bias }, l) => {
    const across = Math.ceil(units / 4);
    return Array.from({ length: Math.ceil(inputs / 4) * across }, (_, tile) => {
      const [row, unit] = [Math.floor(tile / across), tile % across];
      const columns = (l * width + row) | (((layers.length + 1 + l) * width + unit) << 16);
      const [rows, own] = [Math.min(4, inputs - 4 * row), Math.min(4, units - 4 * unit)];
      const size = rows | (Number(row === 0) << 4) | (units << 8) | (own << 20);
      return [columns, kernel + 4 * row * units + 4 * unit, bias + 4 * unit, size];
    });
  });
