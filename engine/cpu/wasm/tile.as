// The innermost loop of all products: a tile of 4 rows by 8 columns of A·B.
//
// The tile stays in 8 registers while the sum runs: 2 loads of B and 4 of A feed 8 products and 8 sums. That is as much as 16 registers
// hold; with 4×4 or 8×8 tiles the loads, or the spilling, take longer than the sums.

/** Bytes of a row of a tile in memory. */
export const tileRow: i32 = 32;
/** Bytes of a tile. */
export const tileBytes: i32 = 128;

/**
 * Σ over `runs` runs of `count` terms: the next term of A lies `stepA` bytes on, the next run `runStep` from the start of the last;
 * the next row of 8 values of B `stepB` bytes on. A's four rows begin at a0 to a3.
 * @param c the tile's first value, its rows `rowStep` bytes apart.
 * @param accumulate adds to what is there.
 */
@inline
export function multiplyTile(
  a0: i32, a1: i32, a2: i32, a3: i32, stepA: i32, count: i32, runs: i32, runStep: i32,
  b: i32, stepB: i32, c: i32, rowStep: i32, accumulate: bool,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  if (accumulate) {
    c00 = v128.load(c);
    c01 = v128.load(c, 16);
    c10 = v128.load(c + rowStep);
    c11 = v128.load(c + rowStep, 16);
    c20 = v128.load(c + 2 * rowStep);
    c21 = v128.load(c + 2 * rowStep, 16);
    c30 = v128.load(c + 3 * rowStep);
    c31 = v128.load(c + 3 * rowStep, 16);
  }
  for (let run = 0; run < runs; run++) {
    let at: i32 = run * runStep;
    const end = at + count * stepA;
    for (; at < end; at += stepA, b += stepB) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      const x0 = v128.load32_splat(a0 + at);
      c00 = f32x4.add(c00, f32x4.mul(x0, b0));
      c01 = f32x4.add(c01, f32x4.mul(x0, b1));
      const x1 = v128.load32_splat(a1 + at);
      c10 = f32x4.add(c10, f32x4.mul(x1, b0));
      c11 = f32x4.add(c11, f32x4.mul(x1, b1));
      const x2 = v128.load32_splat(a2 + at);
      c20 = f32x4.add(c20, f32x4.mul(x2, b0));
      c21 = f32x4.add(c21, f32x4.mul(x2, b1));
      const x3 = v128.load32_splat(a3 + at);
      c30 = f32x4.add(c30, f32x4.mul(x3, b0));
      c31 = f32x4.add(c31, f32x4.mul(x3, b1));
    }
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c + rowStep, c10);
  v128.store(c + rowStep, c11, 16);
  v128.store(c + 2 * rowStep, c20);
  v128.store(c + 2 * rowStep, c21, 16);
  v128.store(c + 3 * rowStep, c30);
  v128.store(c + 3 * rowStep, c31, 16);
}

/** The part of a tile that lies within C: tiles at the edges are made whole elsewhere and cut. */
export function cutTile(tile: i32, c: i32, rowStep: i32, rows: i32, columns: i32, accumulate: bool): void {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const target = c + i * rowStep + (j << 2);
      const value = load<f32>(tile + i * tileRow + (j << 2));
      store<f32>(target, accumulate ? load<f32>(target) + value : value);
    }
}
