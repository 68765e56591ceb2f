// The two networks of `<slope-mnist>`, layers of neurons and the next lecture's convolutions, and how all images are read.

import { unpackExample } from '../../../datasets/packed.ts';
import {
  conv2d,
  type Dataset,
  dense,
  dropout,
  flatten,
  type Layer,
  maxPooling2d,
  type Sequential,
  sequential,
} from '../../../engine/index.ts';
import type { Activation } from './definition.ts';

export const CLASSES = 10;
/** Test images are read in pieces, so that neither memory nor a frame is filled by all 10,000 at once. */
const READ_AT_ONCE = 500;

const answers = (): Layer => dense(CLASSES, { activation: 'softmax' });

/** Pixels in a row, and layers of neurons over them; none at all is ten neurons that look straight at the pixels. */
export const denseNetwork = (
  side: number,
  units: readonly number[],
  activation: Activation,
  seed: number,
): Sequential =>
  sequential([...units.map((count) => dense(count, { activation })), answers()], { inputShape: [side * side], seed });

/** The next lecture's network: windows of 3×3 look for patterns, the strongest of 2×2 neighbours stays, some are left out. */
const convolution = (filters: number): Layer[] => [
  conv2d(filters, 3, { padding: 'same', activation: 'relu' }),
  maxPooling2d(),
  dropout(0.2),
];
const readout = (): Layer[] => [flatten(), dense(100, { activation: 'relu' }), dropout(0.5)];

/** @param side pixels along an edge; a multiple of four, because neighbours are pooled twice. */
export const convolutionNetwork = (side: number, seed: number): Sequential =>
  sequential([...convolution(8), ...convolution(16), ...readout(), answers()], { inputShape: [side, side, 1], seed });

/** Probabilities of every image of a packed dataset, one row of ten after another; undefined once they are not `wanted`. */
export async function predictAll(
  model: Sequential,
  { inputs }: Dataset,
  size: number,
  wanted: () => boolean,
): Promise<Float32Array | undefined> {
  const count = inputs.shape[0] ?? 0;
  const all = new Float32Array(count * CLASSES);
  for (let first = 0; first < count; first += READ_AT_ONCE) {
    if (!wanted()) return undefined;
    const rows = Math.min(READ_AT_ONCE, count - first);
    const pixels = new Float32Array(rows * size);
    for (let row = 0; row < rows; row++)
      unpackExample(inputs, first + row, pixels.subarray(row * size, (row + 1) * size));
    all.set(await model.predict(pixels), first * CLASSES);
  }
  return all;
}
