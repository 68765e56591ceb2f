// Matrix product through shared memory for large products: product = op(A)·op(B), then the epilogue of a dense layer.
// A workgroup owns 128 × 64 outputs, each thread 8 × 4: 12 values read from shared memory feed 32 multiply-adds, where
// `matmul_tiled` reads 8 for 16.
//
// Shapes:    op(A): [M, K], stored [K, M] when TRANSPOSE_A; op(B): [K, N], stored [N, K] when TRANSPOSE_B.
// Epilogue:  + bias[n] when ADD_BIAS; then ACTIVATION (0 none, 1 relu, 2 sigmoid, 3 tanh);
//            then × f'(activated[m, n]) when DERIVATIVE names the activation that made `activated`.
//            COLUMN_SUMS also writes Σ_k B[k, n], the bias gradient that belongs to a weight gradient Aᵀ·B.
// Threads:   16 × 16 a workgroup. Neighbours load neighbouring words of either layout, so NN, NT and TN run alike;
//            both tiles lie k by k in shared memory, in rows of one vec4 more than is used against bank conflicts.
// Dispatch:  [ceil(N / 64), ceil(M / 128), 1] workgroups.
// Numerics:  summed over k in order, by fused multiply-add. Beyond an edge zeros are loaded, and nothing is stored.

@group(0) @binding(0) var<storage, read> a: array<f32>;
@group(0) @binding(1) var<storage, read> b: array<f32>;
@group(0) @binding(2) var<storage, read> bias: array<f32>;
@group(0) @binding(3) var<storage, read> activated: array<f32>;
@group(0) @binding(4) var<storage, read_write> product: array<f32>;
@group(0) @binding(5) var<storage, read_write> column_sums: array<f32>;

override M: u32;
override N: u32;
override K: u32;
override TRANSPOSE_A: bool = false;
override TRANSPOSE_B: bool = false;
override ADD_BIAS: bool = false;
override ACTIVATION: u32 = 0u;
override DERIVATIVE: u32 = 0u;
override COLUMN_SUMS: bool = false;

const SLICE = 16u; // k in shared memory at once
const STRIDE = 17u; // vec4s of a row of a tile

var<workgroup> a_tile: array<vec4f, 544>;
var<workgroup> b_tile: array<vec4f, 272>;

@compute @workgroup_size(256, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let first_row = group.y * 128u;
  let first_column = group.x * 64u;
  let across = index % 16u;
  let down = index / 16u;
  var sum0 = vec4f();
  var sum1 = vec4f();
  var sum2 = vec4f();
  var sum3 = vec4f();
  var sum4 = vec4f();
  var sum5 = vec4f();
  var sum6 = vec4f();
  var sum7 = vec4f();
  var column_sum = vec4f();

  for (var k = 0u; k < K; k += SLICE) {
    // One layout is walked along k by neighbouring threads, the other along rows or columns.
    if (TRANSPOSE_A) {
      a_tile[down * STRIDE + across] = a_rows(k + down, first_row + across * 4u);
      a_tile[272u + down * STRIDE + across] = a_rows(k + down, first_row + 64u + across * 4u);
    } else {
      a_tile[across * STRIDE + down] = a_rows(k + across, first_row + down * 4u);
      a_tile[272u + across * STRIDE + down] = a_rows(k + across, first_row + 64u + down * 4u);
    }
    if (TRANSPOSE_B) {
      b_tile[across * STRIDE + down] = b_columns(k + across, first_column + down * 4u);
    } else {
      b_tile[down * STRIDE + across] = b_columns(k + down, first_column + across * 4u);
    }
    workgroupBarrier();
    for (var slice = 0u; slice < SLICE; slice++) {
      let columns = b_tile[slice * STRIDE + across];
      let upper = a_tile[slice * STRIDE + down];
      let lower = a_tile[272u + slice * STRIDE + down];
      sum0 = fma(vec4f(upper.x), columns, sum0);
      sum1 = fma(vec4f(upper.y), columns, sum1);
      sum2 = fma(vec4f(upper.z), columns, sum2);
      sum3 = fma(vec4f(upper.w), columns, sum3);
      sum4 = fma(vec4f(lower.x), columns, sum4);
      sum5 = fma(vec4f(lower.y), columns, sum5);
      sum6 = fma(vec4f(lower.z), columns, sum6);
      sum7 = fma(vec4f(lower.w), columns, sum7);
      if (COLUMN_SUMS) {
        column_sum += columns;
      }
    }
    workgroupBarrier();
  }

  let column = first_column + across * 4u;
  let row = first_row + down * 4u;
  store(row, column, sum0);
  store(row + 1u, column, sum1);
  store(row + 2u, column, sum2);
  store(row + 3u, column, sum3);
  let lower_row = first_row + 64u + down * 4u;
  store(lower_row, column, sum4);
  store(lower_row + 1u, column, sum5);
  store(lower_row + 2u, column, sum6);
  store(lower_row + 3u, column, sum7);
  if (COLUMN_SUMS && row == 0u) {
    for (var i = 0u; i < 4u && column + i < N; i++) {
      column_sums[column + i] = column_sum[i];
    }
  }
}

// One k of four rows of op(A).
fn a_rows(k: u32, row: u32) -> vec4f {
  return vec4f(a_value(k, row), a_value(k, row + 1u), a_value(k, row + 2u), a_value(k, row + 3u));
}

fn a_value(k: u32, row: u32) -> f32 {
  if (k >= K || row >= M) {
    return 0.0;
  }
  return a[select(row * K + k, k * M + row, TRANSPOSE_A)];
}

// One k of four columns of op(B).
fn b_columns(k: u32, column: u32) -> vec4f {
  return vec4f(b_value(k, column), b_value(k, column + 1u), b_value(k, column + 2u), b_value(k, column + 3u));
}

fn b_value(k: u32, column: u32) -> f32 {
  if (k >= K || column >= N) {
    return 0.0;
  }
  return b[select(k * N + column, column * K + k, TRANSPOSE_B)];
}

fn store(row: u32, column: u32, sum: vec4f) {
  if (row >= M) {
    return;
  }
  for (var i = 0u; i < 4u && column + i < N; i++) {
    let at = row * N + column + i;
    var value = sum[i];
    if (ADD_BIAS) {
      value += bias[column + i];
    }
    value = activate(value);
    if (DERIVATIVE != 0u) {
      value *= derivative(activated[at]);
    }
    product[at] = value;
  }
}

fn activate(v: f32) -> f32 {
  switch ACTIVATION {
    case 1u: { return max(v, 0.0); }
    case 2u: {
      let e = exp(-abs(v));
      return select(e, 1.0, v >= 0.0) / (1.0 + e);
    }
    case 3u: { return tanh(clamp(v, -15.0, 15.0)); }
    default: { return v; }
  }
}

fn derivative(output: f32) -> f32 {
  switch DERIVATIVE {
    case 1u: { return select(0.0, 1.0, output > 0.0); }
    case 2u: { return output * (1.0 - output); }
    default: { return 1.0 - output * output; }
  }
}
