// Matrix products C = op(A)·op(B) in f32, four numbers at a time.
//
// C is computed in tiles of 4 rows by 8 columns. So that their loads are neighbours in memory whatever is transposed, B is packed once
// into panels of 8 columns, and A block by block into panels of 4 rows; columns that are missing at the edge are zeros there.
// A block of A (64 rows × at most 320 of k, 80 KB) stays in the second cache, a panel of B (320 × 8, 10 KB) in the first.
// Addresses are in bytes, sizes in elements.

import { cutTile, multiplyTile, tileBytes, tileRow } from './tile';

/** Columns of a panel of B, rows of a panel of A. */
const width: i32 = 8;
const height: i32 = 4;
/** Most of k that a block holds. */
const depth: i32 = 320;

/** The parts of k are of one length, but for the last: 784 is 262 + 262 + 260, not 320 + 320 + 144. */
@inline
function blockDepth(k: i32): i32 {
  const blocks = (k + depth - 1) / depth;
  return (k + blocks - 1) / blocks;
}

/**
 * Packs panels `from` to `to` of op(B) [k, n]: panel p holds columns 8p to 8p+7, row after row.
 * @param b [k, n], or [n, k] when `transposed`.
 * @param packed [⌈n/8⌉, k, 8]
 */
export function packColumns(b: i32, packed: i32, k: i32, n: i32, transposed: i32, from: i32, to: i32): void {
  for (let panel = from; panel < to; panel++) {
    const column = panel * width;
    const columns = min(width, n - column);
    let out = packed + ((panel * k * width) << 2);
    if (transposed) {
      packTransposed(b + ((column * k) << 2), out, k, columns);
    } else if (columns == width) {
      let row = b + (column << 2);
      for (let p = 0; p < k; p++) {
        v128.store(out, v128.load(row));
        v128.store(out, v128.load(row, 16), 16);
        row += n << 2;
        out += width << 2;
      }
    } else {
      let row = b + (column << 2);
      for (let p = 0; p < k; p++) {
        for (let j = 0; j < width; j++) store<f32>(out + (j << 2), j < columns ? load<f32>(row + (j << 2)) : 0);
        row += n << 2;
        out += width << 2;
      }
    }
  }
}

/** Eight rows of k values become k rows of eight. */
function packTransposed(b: i32, packed: i32, k: i32, columns: i32): void {
  for (let j = 0; j < width; j++) {
    let out = packed + (j << 2);
    if (j >= columns) {
      for (let p = 0; p < k; p++, out += width << 2) store<f32>(out, 0);
      continue;
    }
    let value = b + ((j * k) << 2);
    for (let p = 0; p < k; p++, out += width << 2, value += 4) store<f32>(out, load<f32>(value));
  }
}

/** Packs `rows` rows of op(A) from k = `first` on, `count` of k: panels of 4 rows [⌈rows/4⌉, count, 4]. */
function packRows(a: i32, packed: i32, row: i32, rows: i32, first: i32, count: i32, m: i32, k: i32, transposed: i32): void {
  const rowStep = (transposed ? 4 : k << 2);
  const step = (transposed ? m << 2 : 4);
  let out = packed;
  for (let i = 0; i < rows; i += height) {
    let from = a + (row + i) * rowStep + first * step;
    const missing = rows - i < height;
    if (transposed && !missing) {
      for (let p = 0; p < count; p++, from += step, out += 16) v128.store(out, v128.load(from));
      continue;
    }
    // A row that is not there is read from the last one that is; its products are never stored.
    const row1 = from + (rows - i > 1 ? rowStep : 0);
    const row2 = rows - i > 2 ? row1 + rowStep : row1;
    const row3 = rows - i > 3 ? row2 + rowStep : row2;
    let at: i32 = 0;
    for (let p = 0; p < count; p++, at += step, out += 16) {
      store<f32>(out, load<f32>(from + at));
      store<f32>(out, load<f32>(row1 + at), 4);
      store<f32>(out, load<f32>(row2 + at), 8);
      store<f32>(out, load<f32>(row3 + at), 12);
    }
  }
}

/**
 * Rows `from` to `to` of C [m, n] = op(A)·B.
 * @param a [m, k], or [k, m] when `transposed`.
 * @param b packed by `packColumns`.
 * @param scratch 96 KB of this thread's own.
 */
export function product(
  a: i32, b: i32, c: i32, m: i32, n: i32, k: i32, transposed: i32, from: i32, to: i32, scratch: i32,
): void {
  const most = blockDepth(k);
  const packed = scratch + tileBytes;
  for (let row = from; row < to; row += 64) {
    const rows = min(64, to - row);
    for (let first = 0; first < k; first += most) {
      const count = min(most, k - first);
      packRows(a, packed, row, rows, first, count, m, k, transposed);
      for (let column = 0; column < n; column += width) {
        const panel = b + ((column * k + first * width) << 2);
        const columns = min(width, n - column);
        for (let i = 0; i < rows; i += height) {
          const target = c + (((row + i) * n + column) << 2);
          const left = packed + ((i * count) << 2);
          if (columns == width && rows - i >= height) {
            multiplyTile(left, left + 4, left + 8, left + 12, 16, count, 1, 0, panel, tileRow, target, n << 2, first > 0);
          } else {
            multiplyTile(left, left + 4, left + 8, left + 12, 16, count, 1, 0, panel, tileRow, scratch, tileRow, false);
            cutTile(scratch, target, n << 2, min(height, rows - i), columns, first > 0);
          }
        }
      }
    }
  }
}
