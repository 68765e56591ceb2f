// The batch of a step, from the clock: which examples, their weights, their packed rows unpacked.

import { type GraphNode, inputOf } from '../../graph/node.ts';
import { sizeOf } from '../../graph/shape.ts';
import { shuffled } from '../../graph/shuffle.ts';
import { wordsPerRow } from '../../ops/batch.ts';
import type { FloatArray, Reference } from '../reference.ts';

export const batchRows: Reference<'batchRows'> = (node, _inputs, rows, { clock, knobs }) => {
  const { batchSize, shuffle } = node.attributes;
  const first = clock.batch * batchSize;
  const present = Math.min(batchSize, knobs.exampleCount - first);
  for (let row = 0; row < batchSize; row++) {
    const position = first + Math.min(row, present - 1);
    rows[row] = shuffle ? shuffled(position, knobs.exampleCount, knobs.seed, clock.epoch) : position;
  }
};

export const batchWeights: Reference<'batchWeights'> = (node, _inputs, weights, { clock, knobs }) => {
  const { batchSize } = node.attributes;
  const present = Math.min(batchSize, knobs.exampleCount - clock.batch * batchSize);
  weights.fill(1 / present, 0, present);
  weights.fill(0, present);
};

export const gatherRows: Reference<'gatherRows'> = (node, [table, indices], output, state) => {
  if (!indices) return;
  const source = inputOf(node, 0);
  const width = sizeOf(source.shape.slice(1));
  for (let row = 0; row < indices.length; row++) {
    const example = indices[row] as number;
    const target = output.subarray(row * width, (row + 1) * width);
    if (source.op === 'data') unpackRow(source, state.data(source.attributes.name), example, width, target);
    else if (table) target.set(table.subarray(example * width, (example + 1) * width));
  }
};

/** Unpacks one row; u4 and u8 rows are padded to whole words, low bits first. */
function unpackRow(
  { attributes: { encoding, scale, offset } }: GraphNode<'data'>,
  stored: Float32Array | Uint8Array,
  row: number,
  width: number,
  output: FloatArray,
): void {
  if (encoding === 'f32') {
    for (let i = 0; i < width; i++) output[i] = (stored[row * width + i] as number) * scale + offset;
    return;
  }
  const first = row * wordsPerRow(width, encoding) * 4;
  for (let i = 0; i < width; i++) {
    const value =
      encoding === 'u8' ? (stored[first + i] as number) : ((stored[first + (i >> 1)] as number) >> (4 * (i & 1))) & 15;
    output[i] = value * scale + offset;
  }
}
