// Many steps of a small chain of dense layers in one dispatch of one workgroup, for batches of up to twelve rows.

import { dispatch } from '../../shaders/kernel.ts';
import trainSmallBatch from '../../shaders/train_small_batch.wgsl';
import type { KernelCall } from '../ops/definition.ts';
import { scratch } from '../ops/leaves.ts';
import { activationsOf, codeOf, sharedBindings, sharedConstants, stateCount } from './chain-constants.ts';
import { forTables } from './chain-loop.ts';
import type { ChainLayer, DenseChain } from './dense-chain.ts';

/** Rows of a batch: a column of them is three vec4s. */
export const mostSmallRows = 12;

/** Steps of batches of at most `mostSmallRows`; `threads` in whole quads. */
export function smallBatchCalls(chain: DenseChain, threads: number): KernelCall[] {
  const states = stateCount(chain.update);
  const { words, turned, weightVectors, vectors } = smallBatchTable(chain.layers, states);
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
  return forTables(words, (table) => {
    const bindings = { ...sharedBindings(chain), chain: table, memory };
    return dispatch(trainSmallBatch, { bindings, overrides, workgroups: [1, 1, 1] });
  });
}

const upTo = (count: number, multiple: number) => Math.ceil(count / multiple) * multiple;

/** The `Chain` struct of `train_small_batch`, without its first word, the number of steps; and how its memory is laid out. */
export function smallBatchTable(layers: readonly ChainLayer[], states: number) {
  const last = layers.length - 1;
  let turned = false;
  let weightVectors = 0;
  const matrices = layers.map(({ inputs, units }, l) => {
    const weights = weightVectors;
    let [rows, width] = [upTo(inputs + 1, 4), upTo(units, 32) / 4];
    const turnedWidth = upTo(inputs + 1, 32) / 4;
    if (l === last && units * turnedWidth < rows * width) [turned, rows, width] = [true, units, turnedWidth];
    weightVectors += rows * width;
    return [weights, width];
  });
  let vectors = weightVectors * (1 + states);
  /** Room for columns, and for what a thread keeps or hears behind them. */
  const take = (columns: number) => {
    const at = vectors;
    vectors += 3 * upTo(columns + 1, 32);
    return at;
  };
  const words = [0];
  let [x, below, belowCode] = [take(layers[0]?.inputs ?? 0), 0, 0];
  layers.forEach((layer, l) => {
    const [y, d, code] = [take(layer.units), take(layer.units), codeOf(layer)];
    words.push(
      layer.inputs,
      layer.units,
      layer.kernel,
      layer.bias,
      ...(matrices[l] ?? []),
      x,
      y,
      d,
      below,
      code,
      belowCode,
    );
    [x, below, belowCode] = [y, d, code];
  });
  return { words: new Uint32Array(words), turned, weightVectors, vectors };
}
