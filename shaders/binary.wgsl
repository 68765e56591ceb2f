// A function of two values, broadcast as NumPy does: z = f(a, b).
//
// Shapes:    z: COUNT values of shape [·, SIZE_1, SIZE_2, SIZE_3]; a and b are read by four strides each,
//            0 along an axis that is repeated. The host merges axes, so four are enough.
// Threads:   one element of z each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  maximum and minimum of a NaN are NaN.

@group(0) @binding(0) var<storage, read> a: array<f32>;
@group(0) @binding(1) var<storage, read> b: array<f32>;
@group(0) @binding(2) var<storage, read_write> z: array<f32>;

override COUNT: u32;
override FUNCTION: u32; // the position of the function in the switch below
override SIZE_1: u32;
override SIZE_2: u32;
override SIZE_3: u32;
override A_STRIDE_0: u32;
override A_STRIDE_1: u32;
override A_STRIDE_2: u32;
override A_STRIDE_3: u32;
override B_STRIDE_0: u32;
override B_STRIDE_1: u32;
override B_STRIDE_2: u32;
override B_STRIDE_3: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i >= COUNT) {
    return;
  }
  let i3 = i % SIZE_3;
  let i2 = (i / SIZE_3) % SIZE_2;
  let i1 = (i / (SIZE_3 * SIZE_2)) % SIZE_1;
  let i0 = i / (SIZE_3 * SIZE_2 * SIZE_1);
  z[i] = function_of(
    a[i0 * A_STRIDE_0 + i1 * A_STRIDE_1 + i2 * A_STRIDE_2 + i3 * A_STRIDE_3],
    b[i0 * B_STRIDE_0 + i1 * B_STRIDE_1 + i2 * B_STRIDE_2 + i3 * B_STRIDE_3],
  );
}

fn function_of(p: f32, q: f32) -> f32 {
  switch FUNCTION {
    case 0u: { return p + q; }
    case 1u: { return p - q; }
    case 2u: { return p * q; }
    case 3u: { return p / q; }
    case 4u: { return power(p, q); }
    case 5u: { return select(p, q, q > p || is_nan(q)); }
    case 6u: { return select(p, q, q < p || is_nan(q)); }
    case 7u: { return select(0.0, 1.0, p == q); }
    case 8u: { return select(0.0, 1.0, p > q); }
    case 9u: { return select(0.0, 1.0, p >= q); }
    case 10u: { return select(0.0, 1.0, p < q); }
    default: { return select(0.0, 1.0, p <= q); }
  }
}

// Comparisons with NaN are not to be trusted; its bits are.
fn is_nan(v: f32) -> bool {
  return (bitcast<u32>(v) & 0x7FFFFFFFu) > 0x7F800000u;
}

// WGSL's pow is undefined for a negative base: the sign comes from a whole exponent's parity, and other exponents give NaN.
fn power(base: f32, exponent: f32) -> f32 {
  if (exponent == 0.0) {
    return 1.0;
  }
  if (base == 0.0) {
    return select(1.0 / base, 0.0, exponent > 0.0);
  }
  let magnitude = pow(abs(base), exponent);
  if (base > 0.0) {
    return magnitude;
  }
  if (exponent != floor(exponent)) {
    return bitcast<f32>(bitcast<u32>(base) | 0x7FC00000u);
  }
  return select(magnitude, -magnitude, abs(exponent % 2.0) == 1.0);
}
