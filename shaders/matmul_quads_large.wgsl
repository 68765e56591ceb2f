// Matrix product in registers for heavy products: product = op(A)·op(B), then the epilogue of a dense layer. As
// `matmul_quads`, with a block four times as large: a quad of lanes owns 32 rows × 32 columns, each lane 8 × 2 blocks of 4 × 4.
//
// A block of four rows of op(A) and four k is a matrix whose columns are those rows; so is a block of four k of op(B). Then
//   block of the product += b * a,   since column r of b * a is Σ_k a[r, k] · (row k of b).
// A lane loads one vec4 of each block of A and hears the others from its quad: 8 + 8 loads for 64 products of a block's row.
//
// Shapes:    op(A): [M, K], stored [K, M] when TRANSPOSE_A; op(B): [K, N], stored [N, K] when TRANSPOSE_B.
//            All are read as vec4: N ≡ 0, and K ≡ 0 unless TRANSPOSE_A without TRANSPOSE_B, then M ≡ 0 (mod 4).
// Epilogue:  + bias[n] when ADD_BIAS; then ACTIVATION (0 none, 1 relu, 2 sigmoid, 3 tanh);
//            then × f'(activated[m, n]) when DERIVATIVE names the activation that made `activated`.
//            COLUMN_SUMS also writes Σ_k B[k, n], the bias gradient that belongs to a weight gradient Aᵀ·B.
// Threads:   one quad a workgroup: four neighbouring invocations, on every implementation of one-dimensional workgroups.
// Dispatch:  [ceil(N / 32), ceil(M / 32), 1] workgroups.
// Numerics:  summed over k by fours, in order. Rows and columns beyond an edge repeat one inside and are not stored; k beyond
//            K is multiplied by zero.

enable subgroups;

@group(0) @binding(0) var<storage, read> a: array<vec4f>;
@group(0) @binding(1) var<storage, read> b: array<vec4f>;
@group(0) @binding(2) var<storage, read> bias: array<vec4f>;
@group(0) @binding(3) var<storage, read> activated: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> product: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> column_sums: array<vec4f>;

override M: u32;
override N: u32;
override K: u32;
override TRANSPOSE_A: bool = false;
override TRANSPOSE_B: bool = false;
override ADD_BIAS: bool = false;
override ACTIVATION: u32 = 0u;
override DERIVATIVE: u32 = 0u;
override COLUMN_SUMS: bool = false;

const ROW_BLOCKS = 8u;

@compute @workgroup_size(4, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = group.y * 32u;
  // The lanes' columns lie side by side, the second block's 16 further on.
  let column = group.x * 32u + lane * 4u;
  let column0 = min(column, N - 4u);
  let column1 = min(column + 16u, N - 4u);
  var c00 = mat4x4f(); var c01 = mat4x4f();
  var c10 = mat4x4f(); var c11 = mat4x4f();
  var c20 = mat4x4f(); var c21 = mat4x4f();
  var c30 = mat4x4f(); var c31 = mat4x4f();
  var c40 = mat4x4f(); var c41 = mat4x4f();
  var c50 = mat4x4f(); var c51 = mat4x4f();
  var c60 = mat4x4f(); var c61 = mat4x4f();
  var c70 = mat4x4f(); var c71 = mat4x4f();
  var sums0 = vec4f();
  var sums1 = vec4f();

  for (var k = 0u; k < K; k += 4u) {
    let b0 = b_block(k, column0);
    let b1 = b_block(k, column1);
    let a0 = a_block(row, k, lane);
    c00 += b0 * a0; c01 += b1 * a0;
    let a1 = a_block(row + 4u, k, lane);
    c10 += b0 * a1; c11 += b1 * a1;
    let a2 = a_block(row + 8u, k, lane);
    c20 += b0 * a2; c21 += b1 * a2;
    let a3 = a_block(row + 12u, k, lane);
    c30 += b0 * a3; c31 += b1 * a3;
    let a4 = a_block(row + 16u, k, lane);
    c40 += b0 * a4; c41 += b1 * a4;
    let a5 = a_block(row + 20u, k, lane);
    c50 += b0 * a5; c51 += b1 * a5;
    let a6 = a_block(row + 24u, k, lane);
    c60 += b0 * a6; c61 += b1 * a6;
    let a7 = a_block(row + 28u, k, lane);
    c70 += b0 * a7; c71 += b1 * a7;
    if (COLUMN_SUMS) {
      sums0 += b0 * within(k);
      sums1 += b1 * within(k);
    }
  }

  var left = array<mat4x4f, ROW_BLOCKS>(c00, c10, c20, c30, c40, c50, c60, c70);
  var right = array<mat4x4f, ROW_BLOCKS>(c01, c11, c21, c31, c41, c51, c61, c71);
  for (var r = 0u; r < 32u && row + r < M; r++) {
    if (column < N) {
      store(row + r, column, left[r / 4u][r % 4u]);
    }
    if (column + 16u < N) {
      store(row + r, column + 16u, right[r / 4u][r % 4u]);
    }
  }
  if (COLUMN_SUMS && row == 0u) {
    if (column < N) {
      column_sums[column / 4u] = sums0;
    }
    if (column + 16u < N) {
      column_sums[column / 4u + 4u] = sums1;
    }
  }
}

// Four rows of op(A) as columns, four k each.
fn a_block(row: u32, k: u32, lane: u32) -> mat4x4f {
  if (TRANSPOSE_A) { // each lane holds one k of the four rows
    var values = a[(min(k + lane, K - 1u) * M + min(row, M - 4u)) / 4u];
    if (K % 4u != 0u) {
      values = select(vec4f(), values, k + lane < K);
    }
    return transpose(of_the_quad(values));
  }
  return of_the_quad(a[(min(row + lane, M - 1u) * K + k) / 4u]);
}

fn of_the_quad(values: vec4f) -> mat4x4f {
  return mat4x4f(
    quadBroadcast(values, 0u), quadBroadcast(values, 1u), quadBroadcast(values, 2u), quadBroadcast(values, 3u));
}

// Four rows of op(B) as columns, four columns of op(B) each.
fn b_block(k: u32, column: u32) -> mat4x4f {
  if (TRANSPOSE_B) {
    let at = (column * K + k) / 4u;
    let stride = K / 4u;
    return transpose(mat4x4f(b[at], b[at + stride], b[at + 2u * stride], b[at + 3u * stride]));
  }
  let at = (k * N + column) / 4u;
  // Rows beyond the last repeat it.
  let row = select(vec4u(0u, 1u, 2u, 3u), min(vec4u(0u, 1u, 2u, 3u), vec4u(K - 1u - k)), K % 4u != 0u) * (N / 4u);
  return mat4x4f(b[at + row.x], b[at + row.y], b[at + row.z], b[at + row.w]);
}

// 1 for each of four k that exist.
fn within(k: u32) -> vec4f {
  return select(vec4f(0.0), vec4f(1.0), vec4u(k, k + 1u, k + 2u, k + 3u) < vec4u(K));
}

fn store(row: u32, column: u32, sum: vec4f) {
  let at = (row * N + column) / 4u;
  var value = sum;
  if (ADD_BIAS) {
    value += bias[column / 4u];
  }
  value = activate(value);
  if (DERIVATIVE != 0u) {
    value *= derivative(activated[at]);
  }
  product[at] = value;
}

fn activate(v: vec4f) -> vec4f {
  switch ACTIVATION {
    case 1u: { return max(v, vec4f(0.0)); }
    case 2u: {
      let e = exp(-abs(v));
      return select(e, vec4f(1.0), v >= vec4f(0.0)) / (1.0 + e);
    }
    case 3u: { return tanh(clamp(v, vec4f(-15.0), vec4f(15.0))); }
    default: { return v; }
  }
}

fn derivative(output: vec4f) -> vec4f {
  switch DERIVATIVE {
    case 1u: { return select(vec4f(0.0), vec4f(1.0), output > vec4f(0.0)); }
    case 2u: { return output * (1.0 - output); }
    default: { return 1.0 - output * output; }
  }
}
