// Matrix product of any shape in registers, operands exchanged between the four lanes of a quad:
// product = op(A)·op(B), then the epilogue of a dense layer. A quad owns 8 rows × 16 columns, each lane 8 × 4. A lane loads
// a quarter of A's block and hears the rest from its neighbours: 6 loads for 32 vec4 multiply-adds, where `matmul_direct`
// makes 8 for 16.
//
// Shapes:    op(A): [M, K], stored [K, M] when TRANSPOSE_A; op(B): [K, N], stored [N, K] when TRANSPOSE_B.
// Epilogue:  + bias[n] when ADD_BIAS; then ACTIVATION (0 none, 1 relu, 2 sigmoid, 3 tanh);
//            then × f'(activated[m, n]) when DERIVATIVE names the activation that made `activated`.
//            COLUMN_SUMS also writes Σ_k B[k, n], the bias gradient that belongs to a weight gradient Aᵀ·B.
// Threads:   THREADS a workgroup, ACROSS quads side by side, the others below each other. Four neighbouring
//            invocations are a quad, as on every implementation of one-dimensional workgroups.
// Dispatch:  [ceil(N / (16·ACROSS)), ceil(M / (8·THREADS/4/ACROSS)), 1] workgroups.
// Numerics:  summed over k in order. Loads beyond an edge read a neighbour's value, which is multiplied by zero in k and
//            never stored in m and n.

enable subgroups;

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
override THREADS: u32 = 4u;
override ACROSS: u32 = 1u;

@compute @workgroup_size(THREADS, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let lane = index % 4u;
  let quad = index / 4u;
  let row = (group.y * (THREADS / 4u / ACROSS) + quad / ACROSS) * 8u;
  let column = ((group.x * ACROSS + quad % ACROSS) * 4u + lane) * 4u;
  var sum0 = vec4f();
  var sum1 = vec4f();
  var sum2 = vec4f();
  var sum3 = vec4f();
  var sum4 = vec4f();
  var sum5 = vec4f();
  var sum6 = vec4f();
  var sum7 = vec4f();
  var column_sum = vec4f();

  for (var k = 0u; k < K; k += 4u) {
    let b0 = b_row(k, column);
    let b1 = b_row(k + 1u, column);
    let b2 = b_row(k + 2u, column);
    let b3 = b_row(k + 3u, column);
    if (COLUMN_SUMS) {
      let inside = within(k);
      column_sum += inside.x * b0 + inside.y * b1 + inside.z * b2 + inside.w * b3;
    }
    if (TRANSPOSE_A) { // each lane holds one k of eight rows
      let upper = a_rows(k + lane, row);
      let lower = a_rows(k + lane, row + 4u);
      var u = quadBroadcast(upper, 0u);
      var l = quadBroadcast(lower, 0u);
      sum0 += u.x * b0; sum1 += u.y * b0; sum2 += u.z * b0; sum3 += u.w * b0;
      sum4 += l.x * b0; sum5 += l.y * b0; sum6 += l.z * b0; sum7 += l.w * b0;
      u = quadBroadcast(upper, 1u);
      l = quadBroadcast(lower, 1u);
      sum0 += u.x * b1; sum1 += u.y * b1; sum2 += u.z * b1; sum3 += u.w * b1;
      sum4 += l.x * b1; sum5 += l.y * b1; sum6 += l.z * b1; sum7 += l.w * b1;
      u = quadBroadcast(upper, 2u);
      l = quadBroadcast(lower, 2u);
      sum0 += u.x * b2; sum1 += u.y * b2; sum2 += u.z * b2; sum3 += u.w * b2;
      sum4 += l.x * b2; sum5 += l.y * b2; sum6 += l.z * b2; sum7 += l.w * b2;
      u = quadBroadcast(upper, 3u);
      l = quadBroadcast(lower, 3u);
      sum0 += u.x * b3; sum1 += u.y * b3; sum2 += u.z * b3; sum3 += u.w * b3;
      sum4 += l.x * b3; sum5 += l.y * b3; sum6 += l.z * b3; sum7 += l.w * b3;
    } else { // each lane holds four k of two rows
      let upper = a_row(row + lane, k);
      let lower = a_row(row + 4u + lane, k);
      sum0 = added(sum0, quadBroadcast(upper, 0u), b0, b1, b2, b3);
      sum1 = added(sum1, quadBroadcast(upper, 1u), b0, b1, b2, b3);
      sum2 = added(sum2, quadBroadcast(upper, 2u), b0, b1, b2, b3);
      sum3 = added(sum3, quadBroadcast(upper, 3u), b0, b1, b2, b3);
      sum4 = added(sum4, quadBroadcast(lower, 0u), b0, b1, b2, b3);
      sum5 = added(sum5, quadBroadcast(lower, 1u), b0, b1, b2, b3);
      sum6 = added(sum6, quadBroadcast(lower, 2u), b0, b1, b2, b3);
      sum7 = added(sum7, quadBroadcast(lower, 3u), b0, b1, b2, b3);
    }
  }

  store(row, column, sum0);
  store(row + 1u, column, sum1);
  store(row + 2u, column, sum2);
  store(row + 3u, column, sum3);
  store(row + 4u, column, sum4);
  store(row + 5u, column, sum5);
  store(row + 6u, column, sum6);
  store(row + 7u, column, sum7);
  if (COLUMN_SUMS && row == 0u) {
    for (var i = 0u; i < 4u && column + i < N; i++) {
      column_sums[column + i] = column_sum[i];
    }
  }
}

fn added(sum: vec4f, row: vec4f, b0: vec4f, b1: vec4f, b2: vec4f, b3: vec4f) -> vec4f {
  return sum + row.x * b0 + row.y * b1 + row.z * b2 + row.w * b3;
}

// 1 for each of four k that exist.
fn within(k: u32) -> vec4f {
  return select(vec4f(0.0), vec4f(1.0), vec4u(k, k + 1u, k + 2u, k + 3u) < vec4u(K));
}

// Four columns of row k of op(B).
fn b_row(k: u32, column: u32) -> vec4f {
  let row = min(k, K - 1u);
  if (TRANSPOSE_B) {
    let at = column * K + row;
    return vec4f(b[at], b[at + K], b[at + 2u * K], b[at + 3u * K]);
  }
  let at = row * N + column;
  return vec4f(b[at], b[at + 1u], b[at + 2u], b[at + 3u]);
}

// Four k of one row of A.
fn a_row(row: u32, k: u32) -> vec4f {
  let at = min(row, M - 1u) * K + k;
  let values = vec4f(a[at], a[at + 1u], a[at + 2u], a[at + 3u]);
  if (K % 4u == 0u) {
    return values;
  }
  return select(vec4f(), values, within(k) > vec4f());
}

// One k of four rows of Aᵀ.
fn a_rows(k: u32, row: u32) -> vec4f {
  let at = k * M + row;
  let values = vec4f(a[at], a[at + 1u], a[at + 2u], a[at + 3u]);
  if (K % 4u == 0u) {
    return values;
  }
  return select(vec4f(), values, k < K);
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
