// Convolution of images [B, H, W, C] with a kernel [h, w, C, F], and its gradients, as products without a matrix of patches.
//
// An image is copied into a frame of zeros, this thread's scratch. There the terms of an output value are h runs of w·C neighbours,
// which the tile of `tile.as` reads where they lie: its rows are 4 neighbouring output columns, its columns 8 filters. No
// patch is ever written; a frame of an MNIST image stays in the first cache. Addresses are in bytes, sizes in elements.

import { cutTile, multiplyTile, tileBytes, tileRow } from './tile';

/**
 * A frame [height, width, channels] of zeros around an image [rows, columns, channels]: its element (r, c) lands at
 * (top + r·strideY, left + c·strideX). What lies beyond the frame is left out: no window sees it.
 */
function fillFrame(
  image: i32, rows: i32, columns: i32, channels: i32, frame: i32, height: i32, width: i32,
  top: i32, left: i32, strideY: i32, strideX: i32,
): void {
  memory.fill(frame, 0, (height * width * channels) << 2);
  const pixel = channels << 2;
  const seenRows = min(rows, (height - top + strideY - 1) / strideY);
  const seenColumns = min(columns, (width - left + strideX - 1) / strideX);
  for (let r = 0; r < seenRows; r++) {
    let to = frame + (((top + r * strideY) * width + left) * channels << 2);
    const from = image + (r * columns * channels << 2);
    if (strideX == 1) {
      memory.copy(to, from, seenColumns * pixel);
      continue;
    }
    for (let c = 0; c < seenColumns; c++, to += strideX * pixel) memory.copy(to, from + c * pixel, pixel);
  }
}

/**
 * Images `from` to `to` of y [B, rows, columns, filters].
 * @param x [B, imageRows, imageColumns, channels], put into a frame at (top, left) with `spread` between its pixels: 1 for a
 *   convolution, its strides for the gradient of its input.
 * @param w [windowY·windowX·channels, filters] in panels of 8 columns: `packColumns`.
 * @param scratch a tile and a frame [(rows − 1)·strideY + windowY, (columns − 1)·strideX + windowX, channels].
 */
export function convolve(
  x: i32, w: i32, y: i32, imageRows: i32, imageColumns: i32, channels: i32, rows: i32, columns: i32, filters: i32,
  windowY: i32, windowX: i32, strideY: i32, strideX: i32, spreadY: i32, spreadX: i32, top: i32, left: i32,
  from: i32, to: i32, scratch: i32,
): void {
  const frame = scratch + tileBytes;
  const height = (rows - 1) * strideY + windowY;
  const width = (columns - 1) * strideX + windowX;
  const frameRow = (width * channels) << 2;
  const step = (strideX * channels) << 2;
  const run = windowX * channels;
  const panelBytes = (windowY * run) << 5;
  const rowStep = filters << 2;
  for (let image = from; image < to; image++) {
    const pixels = x + ((image * imageRows * imageColumns * channels) << 2);
    fillFrame(pixels, imageRows, imageColumns, channels, frame, height, width, top, left, spreadY, spreadX);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column += 4) {
        const present = min(4, columns - column);
        const a0 = frame + row * strideY * frameRow + column * step;
        // A column that is not there is read from the last one that is; it is never stored.
        const a1 = a0 + (present > 1 ? step : 0);
        const a2 = present > 2 ? a1 + step : a1;
        const a3 = present > 3 ? a2 + step : a2;
        const position = (image * rows + row) * columns + column;
        for (let filter = 0; filter < filters; filter += 8) {
          const b = w + (filter >> 3) * panelBytes;
          const c = y + ((position * filters + filter) << 2);
          const whole = present == 4 && filter + 8 <= filters;
          const target = whole ? c : scratch;
          multiplyTile(a0, a1, a2, a3, 4, run, windowY, frameRow, b, tileRow, target, whole ? rowStep : tileRow, false);
          if (!whole) cutTile(scratch, c, rowStep, present, min(8, filters - filter), false);
        }
      }
    }
  }
}

/**
 * Parts `from` to `to` of the kernel's gradient: part p is the sum over images p·B/parts to (p + 1)·B/parts, so that the sums do not
 * depend on the number of threads.
 * @param sums [parts, windowY·windowX·channels, filters]
 * @param scratch a tile, a frame as for `convolve`, 64 bytes to read beyond its end, and the cotangents of an image in panels.
 */
export function kernelGradient(
  x: i32, dy: i32, sums: i32, batch: i32, imageRows: i32, imageColumns: i32, channels: i32,
  rows: i32, columns: i32, filters: i32, windowY: i32, windowX: i32, strideY: i32, strideX: i32, top: i32, left: i32,
  parts: i32, from: i32, to: i32, scratch: i32,
): void {
  const frame = scratch + tileBytes;
  const height = (rows - 1) * strideY + windowY;
  const width = (columns - 1) * strideX + windowX;
  const frameRow = (width * channels) << 2;
  const run = windowX * channels;
  const positions = rows * columns;
  const rowStep = filters << 2;
  const panels = frame + height * frameRow + 64;
  for (let part = from; part < to; part++) {
    const first = part * batch / parts;
    const end = (part + 1) * batch / parts;
    const sum = sums + ((part * windowY * run * filters) << 2);
    memory.fill(sum, 0, (windowY * run * filters) << 2);
    for (let image = first; image < end; image++) {
      const pixels = x + ((image * imageRows * imageColumns * channels) << 2);
      fillFrame(pixels, imageRows, imageColumns, channels, frame, height, width, top, left, 1, 1);
      const cotangents = dy + ((image * positions * filters) << 2);
      for (let filter = 0; filter < filters; filter += 8) {
        const present = min(8, filters - filter);
        let b = cotangents + (filter << 2);
        let stepB = rowStep;
        if (present < 8) {
          packPositions(b, panels, positions, present, rowStep);
          b = panels;
          stepB = tileRow;
        }
        for (let i = 0; i < windowY; i++)
          for (let t = 0; t < run; t += 4) {
            const a = frame + i * frameRow + (t << 2);
            const c = sum + (((i * run + t) * filters + filter) << 2);
            const whole = present == 8 && t + 4 <= run;
            multiplyTile(
              a, a + 4, a + 8, a + 12, (strideX * channels) << 2, columns, rows, strideY * frameRow, b, stepB,
              whole ? c : scratch, whole ? rowStep : tileRow, whole,
            );
            if (!whole) cutTile(scratch, c, rowStep, min(4, run - t), present, true);
          }
      }
    }
  }
}

/** The last filters of each position, with zeros up to 8. */
function packPositions(dy: i32, packed: i32, positions: i32, filters: i32, rowStep: i32): void {
  for (let position = 0; position < positions; position++, dy += rowStep, packed += tileRow)
    for (let f = 0; f < 8; f++) store<f32>(packed + (f << 2), f < filters ? load<f32>(dy + (f << 2)) : 0);
}

/** The kernel that leads back: w [places, channels, filters] becomes [places, filters, channels] with its places reversed. */
export function turnKernel(w: i32, turned: i32, places: i32, channels: i32, filters: i32): void {
  for (let place = 0; place < places; place++)
    for (let f = 0; f < filters; f++)
      for (let k = 0; k < channels; k++) {
        const value = load<f32>(w + (((places - 1 - place) * channels + k) * filters + f << 2));
        store<f32>(turned + ((place * filters + f) * channels + k << 2), value);
      }
}
