// Elementwise passes, column sums and the unpacking of examples, four numbers at a time. Elements `from` to `to` are in fours where it says
// so: memory is padded to whole vectors. Addresses are in bytes, sizes in elements.

/** Fours `from` to `to` of a + b. */
export function addValues(a: i32, b: i32, sum: i32, from: i32, to: i32): void {
  for (let at: i32 = from << 4, end: i32 = to << 4; at < end; at += 16)
    v128.store(sum + at, f32x4.add(v128.load(a + at), v128.load(b + at)));
}

/** Rows `from` to `to` of x [rows, columns] + bias [columns]. */
export function addBias(x: i32, bias: i32, sum: i32, columns: i32, from: i32, to: i32): void {
  const row = columns << 2;
  const fours = (columns & ~3) << 2;
  for (let r = from; r < to; r++) {
    const offset = r * row;
    for (let j: i32 = 0; j < fours; j += 16)
      v128.store(sum + offset + j, f32x4.add(v128.load(x + offset + j), v128.load(bias + j)));
    for (let j: i32 = fours; j < row; j += 4)
      store<f32>(sum + offset + j, load<f32>(x + offset + j) + load<f32>(bias + j));
  }
}

/** Fours `from` to `to` of max(x, 0); NaN stays. */
export function relu(x: i32, y: i32, from: i32, to: i32): void {
  const zero = f32x4.splat(0);
  for (let at: i32 = from << 4, end: i32 = to << 4; at < end; at += 16)
    v128.store(y + at, f32x4.max(v128.load(x + at), zero));
}

/** eˣ to the last bit or two, for x within ±87 and NaN: 2ⁿ·eʳ with |r| ≤ ln 2 / 2 (Cephes, Moshier 1989). */
@inline
function exponential(x: v128): v128 {
  const clamped = f32x4.max(f32x4.min(x, f32x4.splat(87)), f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(clamped, f32x4.splat(1.44269504088896341)));
  // ln 2 in two parts, so that n·ln 2 is exact.
  let r = f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(n, f32x4.splat(2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

/** Fours `from` to `to` of 1 / (1 + e⁻ˣ). */
export function sigmoid(x: i32, y: i32, from: i32, to: i32): void {
  const one = f32x4.splat(1);
  for (let at = from << 4, end = to << 4; at < end; at += 16)
    v128.store(y + at, f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(v128.load(x + at))))));
}

/** Fours `from` to `to` of tanh x: 1 − 2 / (1 + e²ˣ), and near 0, where that cancels, a polynomial (Cephes). */
export function tanh(x: i32, y: i32, from: i32, to: i32): void {
  const one = f32x4.splat(1);
  const two = f32x4.splat(2);
  for (let at = from << 4, end = to << 4; at < end; at += 16) {
    const value = v128.load(x + at);
    const far = f32x4.sub(one, f32x4.div(two, f32x4.add(one, exponential(f32x4.mul(two, value)))));
    const square = f32x4.mul(value, value);
    let p = f32x4.splat(-5.70498872745e-3);
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(2.06390887954e-2));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(-5.37397155531e-2));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(1.33314422036e-1));
    p = f32x4.add(f32x4.mul(p, square), f32x4.splat(-3.33332819422e-1));
    const near = f32x4.add(value, f32x4.mul(f32x4.mul(p, square), value));
    v128.store(y + at, v128.bitselect(near, far, f32x4.lt(f32x4.abs(value), f32x4.splat(0.625))));
  }
}

/** Fours `from` to `to` of dy · f′, with f′ by the output y; `activation` is 1 for ReLU, 2 sigmoid, 3 tanh. */
export function activationGradient(dy: i32, y: i32, dx: i32, activation: i32, from: i32, to: i32): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  for (let at: i32 = from << 4, end: i32 = to << 4; at < end; at += 16) {
    const d = v128.load(dy + at);
    const value = v128.load(y + at);
    if (activation == 1) v128.store(dx + at, v128.and(d, f32x4.gt(value, zero)));
    else if (activation == 2) v128.store(dx + at, f32x4.mul(d, f32x4.mul(value, f32x4.sub(one, value))));
    else v128.store(dx + at, f32x4.mul(d, f32x4.sub(one, f32x4.mul(value, value))));
  }
}

/**
 * Parts `from` to `to` of the column sums of x [rows, columns]: part p sums rows p·rows/parts to (p + 1)·rows/parts, so that the sums do
 * not depend on the number of threads. @param sums [parts, columns]
 */
export function columnSums(x: i32, sums: i32, rows: i32, columns: i32, parts: i32, from: i32, to: i32): void {
  const row = columns << 2;
  for (let part = from; part < to; part++) {
    const first = x + <i32>(<i64>part * rows / parts) * row;
    const end = x + <i32>(<i64>(part + 1) * rows / parts) * row;
    const out = sums + part * row;
    let j: i32 = 0;
    for (; j + 32 <= row; j += 32) {
      let s0 = f32x4.splat(0);
      let s1 = s0;
      for (let at = first + j; at < end; at += row) {
        s0 = f32x4.add(s0, v128.load(at));
        s1 = f32x4.add(s1, v128.load(at, 16));
      }
      v128.store(out + j, s0);
      v128.store(out + j, s1, 16);
    }
    for (; j < row; j += 4) {
      let sum: f32 = 0;
      for (let at = first + j; at < end; at += row) sum += load<f32>(at);
      store<f32>(out + j, sum);
    }
  }
}

/**
 * Rows `from` to `to` of a batch: the packed examples of those indices, unpacked to value·scale + offset.
 * @param table rows of 4-bit, 8-bit or f32 numbers (`bits`), `rowBytes` long, low bits first; @param indices f32 [rows]
 * @param y [rows, width]
 */
export function unpackRows(
  table: i32, indices: i32, y: i32, width: i32, rowBytes: i32, bits: i32, scale: f32, offset: f32, from: i32, to: i32,
): void {
  const scales = f32x4.splat(scale);
  const offsets = f32x4.splat(offset);
  const low = i8x16.splat(15);
  const whole = width & ~15;
  for (let r = from; r < to; r++) {
    const row = table + <i32>load<f32>(indices + (r << 2)) * rowBytes;
    let out = y + ((r * width) << 2);
    if (bits == 32) {
      for (let i = 0; i < whole; i += 4, out += 16)
        v128.store(out, f32x4.add(f32x4.mul(v128.load(row + (i << 2)), scales), offsets));
      for (let i = whole; i < width; i++, out += 4) store<f32>(out, load<f32>(row + (i << 2)) * scale + offset);
      continue;
    }
    for (let i = 0; i < whole; i += 16, out += 64) {
      let bytes: v128;
      if (bits == 8) bytes = v128.load(row + i);
      else {
        const pairs = v128.load64_zero(row + (i >> 1));
        const first = v128.and(pairs, low);
        const second = v128.and(i8x16.shr_u(pairs, 4), low);
        bytes = i8x16.shuffle(first, second, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      }
      const lower = i16x8.extend_low_i8x16_u(bytes);
      const upper = i16x8.extend_high_i8x16_u(bytes);
      storeScaled(out, i32x4.extend_low_i16x8_u(lower), scales, offsets);
      storeScaled(out + 16, i32x4.extend_high_i16x8_u(lower), scales, offsets);
      storeScaled(out + 32, i32x4.extend_low_i16x8_u(upper), scales, offsets);
      storeScaled(out + 48, i32x4.extend_high_i16x8_u(upper), scales, offsets);
    }
    for (let i = whole; i < width; i++, out += 4) {
      const stored = bits == 8 ? load<u8>(row + i) : (load<u8>(row + (i >> 1)) >> <u8>(4 * (i & 1))) & 15;
      store<f32>(out, <f32>stored * scale + offset);
    }
  }
}

@inline
function storeScaled(out: i32, whole: v128, scales: v128, offsets: v128): void {
  v128.store(out, f32x4.add(f32x4.mul(f32x4.convert_i32x4_u(whole), scales), offsets));
}

/** PCG output permutation (O'Neill 2014), as `graph/shuffle.ts` has it. */
@inline
function hash(value: u32, key: u32): u32 {
  const mixed = (value ^ (key * 0x85ebca6b)) * 747796405 + 2891336453;
  const word = ((mixed >> ((mixed >> 28) + 4)) ^ mixed) * 277803737;
  return (word >> 22) ^ word;
}

/** Elements `from` to `to`: 0 where the random word is below the threshold, x·scale elsewhere. */
export function dropout(x: i32, y: i32, key: u32, threshold: u32, scale: f32, from: i32, to: i32): void {
  for (let i = from; i < to; i++) {
    const kept = hash(i, key) >= threshold;
    store<f32>(y + (i << 2), kept ? load<f32>(x + (i << 2)) * scale : 0);
  }
}
