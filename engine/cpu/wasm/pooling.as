// Max-pooling of images [B, H, W, C] and its gradient, four channels at a time; of equal values in a window the first wins.
// Addresses are in bytes, sizes in elements.

/**
 * Images `from` to `to` of the values at the first maximum of each window.
 * @param x [B, height, width, channels], which decides; @param values of the same shape, from which is picked.
 * @param y [B, rows, columns, channels]
 */
export function maxPool(
  x: i32, values: i32, y: i32, height: i32, width: i32, channels: i32, rows: i32, columns: i32,
  windowY: i32, windowX: i32, strideY: i32, strideX: i32, top: i32, left: i32, from: i32, to: i32,
): void {
  const fours = channels & ~3;
  const pixel = channels << 2;
  for (let image = from; image < to; image++)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) {
        const y0 = max(0, r * strideY - top);
        const y1 = min(height, r * strideY - top + windowY);
        const x0 = max(0, c * strideX - left);
        const x1 = min(width, c * strideX - left + windowX);
        const out = y + (((image * rows + r) * columns + c) * pixel);
        const first = ((image * height + y0) * width + x0) * pixel;
        for (let k = 0; k < fours; k += 4) {
          let best = v128.load(x + first + (k << 2));
          let picked = v128.load(values + first + (k << 2));
          for (let i = y0; i < y1; i++) {
            let at = ((image * height + i) * width + x0) * pixel + (k << 2);
            for (let j = x0; j < x1; j++, at += pixel) {
              const value = v128.load(x + at);
              const larger = f32x4.gt(value, best);
              best = v128.bitselect(value, best, larger);
              picked = v128.bitselect(v128.load(values + at), picked, larger);
            }
          }
          v128.store(out + (k << 2), picked);
        }
        for (let k = fours; k < channels; k++) {
          let winner = first + (k << 2);
          for (let i = y0; i < y1; i++) {
            let at = ((image * height + i) * width + x0) * pixel + (k << 2);
            for (let j = x0; j < x1; j++, at += pixel) if (load<f32>(x + at) > load<f32>(x + winner)) winner = at;
          }
          store<f32>(out + (k << 2), load<f32>(values + winner));
        }
      }
}

/** Images `from` to `to` of dx: each cotangent dy [B, rows, columns, channels] goes to the first maximum of its window. */
export function maxPoolGradient(
  x: i32, dy: i32, dx: i32, height: i32, width: i32, channels: i32, rows: i32, columns: i32,
  windowY: i32, windowX: i32, strideY: i32, strideX: i32, top: i32, left: i32, from: i32, to: i32,
): void {
  const fours = channels & ~3;
  const pixel = channels << 2;
  memory.fill(dx + from * height * width * pixel, 0, ((to - from) * height * width * pixel));
  for (let image = from; image < to; image++)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) {
        const y0 = max(0, r * strideY - top);
        const y1 = min(height, r * strideY - top + windowY);
        const x0 = max(0, c * strideX - left);
        const x1 = min(width, c * strideX - left + windowX);
        const cotangent = dy + (((image * rows + r) * columns + c) * pixel);
        const first = ((image * height + y0) * width + x0) * pixel;
        for (let k = 0; k < fours; k += 4) {
          let best = v128.load(x + first + (k << 2));
          // Where in the window each of the four maxima is.
          let winner = i32x4.splat(first);
          for (let i = y0; i < y1; i++) {
            let at = ((image * height + i) * width + x0) * pixel;
            for (let j = x0; j < x1; j++, at += pixel) {
              const value = v128.load(x + at + (k << 2));
              const larger = f32x4.gt(value, best);
              best = v128.bitselect(value, best, larger);
              winner = v128.bitselect(i32x4.splat(at), winner, larger);
            }
          }
          const d = v128.load(cotangent + (k << 2));
          for (let i = y0; i < y1; i++) {
            let at = ((image * height + i) * width + x0) * pixel;
            for (let j = x0; j < x1; j++, at += pixel) {
              const target = dx + at + (k << 2);
              const won = i32x4.eq(winner, i32x4.splat(at));
              v128.store(target, f32x4.add(v128.load(target), v128.and(d, won)));
            }
          }
        }
        for (let k = fours; k < channels; k++) {
          let winner = first + (k << 2);
          for (let i = y0; i < y1; i++) {
            let at = ((image * height + i) * width + x0) * pixel + (k << 2);
            for (let j = x0; j < x1; j++, at += pixel) if (load<f32>(x + at) > load<f32>(x + winner)) winner = at;
          }
          store<f32>(dx + winner, load<f32>(dx + winner) + load<f32>(cotangent + (k << 2)));
        }
      }
}
