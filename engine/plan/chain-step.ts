// A step of a chain of dense layers in two dispatches: what belongs to rows, then what belongs to parameters.

import chainRows from '../../shaders/chain_rows.wgsl';
import chainUpdate from '../../shaders/chain_update.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { clockWords } from '../graph/step-state.ts';
import type { KernelCall } from '../ops/definition.ts';
import { constant, scratch } from '../ops/leaves.ts';
import { activationsOf, codeOf, rowConstants, updateConstants } from './chain-constants.ts';
import type { ChainLayer, DenseChain } from './dense-chain.ts';

/** @param threads of a workgroup of each */
export function stepCalls(
  chain: DenseChain,
  threads: { readonly rows: number; readonly update: number },
): KernelCall[] {
  const { rows: rowThreads, update: updateThreads } = threads;
  const { layers: sizes, batchSize, inputs, targets } = chain;
  const rows = Math.ceil(batchSize / 4) * 4;
  const { table, vectors } = layerTable(sizes, rows);
  const layers = constant([table.length], new Float32Array(table.buffer));
  const [values, sums, now] = [scratch([vectors, 4]), scratch([rows, 4]), scratch([clockWords])];
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
        ...rowConstants(chain),
        ...activationsOf(sizes),
        LAYERS: sizes.length,
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
      overrides: {
        ...updateConstants(chain),
        BATCH_SIZE: batchSize,
        ROWS: rows,
        LAYERS: sizes.length,
        THREADS: updateThreads,
      },
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
