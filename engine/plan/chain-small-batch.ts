// Many steps of a small chain of dense layers in one dispatch of one workgroup, for batches of up to twelve rows.

import { dispatch } from '../../shaders/kernel.ts';
import trainSmallBatch from '../../shaders/train_small_batch.wgsl';
import type { KernelCall } from '../ops/definition.ts';
import { constant, scratch } from '../ops/leaves.ts';
import { activationsOf, codeOf, sharedBindings, sharedConstants, stateCount } from './chain-constants.ts';
import { forPowers } from './chain-loop.ts';
import type { ChainLayer, DenseChain } from './dense-chain.ts';

/** Rows of three vec4s. */
export const mostSmallRows = 12;

export function smallBatchCalls(chain: DenseChain, threads: number): KernelCall[] {
  const states = stateCount(chain.update);
  const { words: table, turned, weightVectors, vectors } = smallBatchTable(chain.layers, states);
  const overrides = {
    ...sharedConstants(chain),
    ...activationsOf(chain.layers),
    LAYERS: chain.layers.length,
    TURNED: turned,
    STATES: states,
    WEIGHT_VECTORS: weightVectors,
    THREADS: threads,
  };
  const memory = scratch([vectors, 4]);
  return forPowers((steps) => {
    const words = table.slice();
    words[0] = steps;
    const bindings = {
      ...sharedBindings(chain),
      chain: constant([words.length], new Float32Array(words.buffer)),
      memory,
    };
    return dispatch(trainSmallBatch, { bindings, overrides, workgroups: [1, 1, 1] });
  });
}

const upTo = (count: number, multiple: number) => Math.ceil(count / multiple) * multiple;

/** The `Chain` struct of `train_small_batch`, without its first word, the number of steps; and how its memory is laid out. */
export function smallBatchTable(layers: readonly ChainLayer[], states: number) {
  const shapes = layers.map((layer, l) => {
    const upright = { rows: upTo(layer.inputs + 1, 4), width: upTo(layer.units, 32) / 4 };
    const turned = { rows: layer.units, width: upTo(layer.inputs + 1, 32) / 4 };
    const isTurned = l === layers.length - 1 && turned.rows * turned.width < upright.rows * upright.width;
    return { isTurned, ...(isTurned ? turned : upright) };
  });
  const weightVectors = shapes.reduce((total, { rows, width }) => total + rows * width, 0);
  let vectors = weightVectors * (1 + states);
  /** Room for columns, and for what a thread keeps or hears behind them. */
  const take = (columns: number) => {
    const at = vectors;
    vectors += 3 * upTo(columns + 1, 32);
    return at;
  };
  const words = [0];
  let [weights, x, below] = [0, take(layers[0]?.inputs ?? 0), 0];
  layers.forEach((layer, l) => {
    const [y, d] = [take(layer.units), take(layer.units)];
    const { rows = 0, width = 0 } = shapes[l] ?? {};
    const belowLayer = layers[l - 1];
    const activations = [codeOf(layer), belowLayer ? codeOf(belowLayer) : 0];
    words.push(layer.inputs, layer.units, layer.kernel, layer.bias, weights, width, x, y, d, below, ...activations);
    weights += rows * width;
    [x, below] = [y, d];
  });
  return { words: new Uint32Array(words), turned: shapes.at(-1)?.isTurned ?? false, weightVectors, vectors };
}
