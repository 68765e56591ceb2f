// Windows that slide over images [B, H, W, C]: their padding, their output size, their overrides.

import type { WindowAttributes } from '../graph/node.ts';
import { formatShape, type Shape, ShapeError } from '../graph/shape.ts';

export interface WindowOptions {
  /** Both the same when one number is given; 1 by default (a pool's window by default). */
  readonly strides?: number | readonly [vertical: number, horizontal: number];
  /** `valid`: whole windows only. `same`: output size ⌈size / stride⌉, the odd pad at the end, as TensorFlow does. */
  readonly padding?: 'valid' | 'same';
}

export const pair = (value: number | readonly [number, number]): readonly [number, number] =>
  typeof value === 'number' ? [value, value] : value;

/** @throws ShapeError naming the axis that is too short, or what is no positive whole number. */
export function slide(
  op: string,
  images: Shape,
  window: readonly [number, number],
  { strides = 1, padding = 'valid' }: WindowOptions,
): { readonly attributes: WindowAttributes; readonly rows: number; readonly columns: number } {
  if (images.length !== 4)
    throw new ShapeError(`${op}: images ${formatShape(images)} must be [batch×height×width×channels]`);
  const steps = pair(strides);
  if (![...window, ...steps].every((n) => Number.isInteger(n) && n > 0)) {
    throw new ShapeError(`${op}: window [${window}] and strides [${steps}] must be positive whole numbers`);
  }
  const along = ([0, 1] as const).map((i) => {
    const [size = 0, length, step] = [images[i + 1], window[i], steps[i]];
    if (padding === 'same') {
      const count = Math.ceil(size / step);
      return { count, before: Math.floor(Math.max(0, (count - 1) * step + length - size) / 2) };
    }
    if (size < length) {
      throw new ShapeError(`${op}: a window of ${length} does not fit into axis ${i + 1} of ${formatShape(images)}`);
    }
    return { count: Math.floor((size - length) / step) + 1, before: 0 };
  });
  const [vertical, horizontal] = along;
  return {
    attributes: { window, strides: steps, padding: [vertical?.before ?? 0, horizontal?.before ?? 0] },
    rows: vertical?.count ?? 0,
    columns: horizontal?.count ?? 0,
  };
}

/** What every kernel over windows is told. */
export function windowOverrides({ window, strides, padding }: WindowAttributes, images: Shape, output: Shape) {
  const [, HEIGHT = 0, WIDTH = 0, CHANNELS = 0] = images;
  const [, OUT_HEIGHT = 0, OUT_WIDTH = 0] = output;
  const [WINDOW_Y, WINDOW_X] = window;
  const [STRIDE_Y, STRIDE_X] = strides;
  const [PAD_TOP, PAD_LEFT] = padding;
  return { HEIGHT, WIDTH, CHANNELS, OUT_HEIGHT, OUT_WIDTH, WINDOW_Y, WINDOW_X, STRIDE_Y, STRIDE_X, PAD_TOP, PAD_LEFT };
}
