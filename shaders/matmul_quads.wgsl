// Matrix product of any shape in registers, operands exchanged between the four lanes of a quad:
// product = op(A)·op(B), then the epilogue of a dense layer. A quad owns 8 rows × 16 columns, each lane two blocks of 4 × 4.
//
// A block of four rows of op(A) and four k is a matrix whose columns are those rows; so is a block of four k of op(B). Then
//   block of the product += b * a,   since column r of b * a is Σ_k a[r, k] · (row k of b).
// A lane loads a quarter of A's blocks and hears the rest from its neighbours: 6 loads for 32 vec4 multiply-adds, where
// `matmul_direct` makes 8 for 16.
//
// Shapes:    op(A): [M, K], stored [K, M] when TRANSPOSE_A; op(B): [K, N], stored [N, K] when TRANSPOSE_B.
// Epilogue:  + bias[n] when ADD_BIAS; then ACTIVATION (0 none, 1 relu, 2 sigmoid, 3 tanh);
//            then × f'(activated[m, n]) when DERIVATIVE names the activation that made `activated`.
//            COLUMN_SUMS also writes Σ_k B[k, n], the bias gradient that belongs to a weight gradient Aᵀ·B.
// Threads:   THREADS a workgroup, ACROSS quads side by side, the others below each other. Four neighbouring
//            invocations are a quad, as on every implementation of one-dimensional workgroups.
// Dispatch:  [ceil(N / (16·ACROSS)), ceil(M / (8·THREADS/4/ACROSS)), 1] workgroups.
// Numerics:  summed over k by fours, in order. Loads beyond an edge read a neighbour's value, which is multiplied by zero in k
//            and never stored in m and n.

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
  // Zero. A software adapter checks each access, and divides for the length each time unless it was asked for before.
  let start = vec4f(f32(min(arrayLength(&a), arrayLength(&b)) == 0u));
  var upper = mat4x4f(start, start, start, start);
  var lower = upper;
  var sums = vec4f();

  for (var k = 0u; k < K; k += 4u) {
    let rows = b_block(k, column);
    upper += rows * a_block(row, k, lane);
    lower += rows * a_block(row + 4u, k, lane);
    if (COLUMN_SUMS) {
      sums += rows * within(k);
    }
  }

  // The next row comes to the front: an index that is no constant would keep the blocks out of registers.
  let added = biases(column);
  var r = 0u;
  loop {
    store(row + r, column, upper[0] + added);
    store(row + 4u + r, column, lower[0] + added);
    upper = mat4x4f(upper[1], upper[2], upper[3], vec4f());
    lower = mat4x4f(lower[1], lower[2], lower[3], vec4f());
    continuing { r++; break if r >= 4u; }
  }
  if (COLUMN_SUMS && row == 0u) {
    for (var i = 0u; i < 4u && column + i < N; i++) {
      column_sums[column + i] = sums[i];
    }
  }
}

// Four rows of op(A) as columns, four k each.
fn a_block(row: u32, k: u32, lane: u32) -> mat4x4f {
  if (TRANSPOSE_A) { // each lane holds one k of the four rows
    let at = (k + lane) * M + row;
    var values = vec4f(a[at], a[at + 1u], a[at + 2u], a[at + 3u]);
    if (K % 4u != 0u) {
      values = select(vec4f(), values, k + lane < K);
    }
    return transpose(of_the_quad(values));
  }
  let at = min(row + lane, M - 1u) * K + k;
  var values = vec4f(a[at], a[at + 1u], a[at + 2u], a[at + 3u]);
  if (K % 4u != 0u) {
    values = select(vec4f(), values, within(k) > vec4f());
  }
  return of_the_quad(values);
}

fn of_the_quad(values: vec4f) -> mat4x4f {
  return mat4x4f(
    quadBroadcast(values, 0u), quadBroadcast(values, 1u), quadBroadcast(values, 2u), quadBroadcast(values, 3u));
}

// Four rows of op(B) as columns, four columns of op(B) each.
fn b_block(k: u32, column: u32) -> mat4x4f {
  return mat4x4f(b_row(k, column), b_row(k + 1u, column), b_row(k + 2u, column), b_row(k + 3u, column));
}

fn b_row(k: u32, column: u32) -> vec4f {
  let row = select(k, min(k, K - 1u), K % 4u != 0u);
  if (TRANSPOSE_B) {
    let at = column * K + row;
    return vec4f(b[at], b[at + K], b[at + 2u * K], b[at + 3u * K]);
  }
  let at = row * N + column;
  return vec4f(b[at], b[at + 1u], b[at + 2u], b[at + 3u]);
}

// 1 for each of four k that exist.
fn within(k: u32) -> vec4f {
  return select(vec4f(0.0), vec4f(1.0), vec4u(k, k + 1u, k + 2u, k + 3u) < vec4u(K));
}

fn biases(column: u32) -> vec4f {
  if (!ADD_BIAS) {
    return vec4f();
  }
  return vec4f(bias[column], bias[column + 1u], bias[column + 2u], bias[column + 3u]);
}

fn store(row: u32, column: u32, sum: vec4f) {
  if (row < M) {
    let at = row * N + column;
    store_value(at, sum.x, column < N);
    store_value(at + 1u, sum.y, column + 1u < N);
    store_value(at + 2u, sum.z, column + 2u < N);
    store_value(at + 3u, sum.w, column + 3u < N);
  }
}

fn store_value(at: u32, sum: f32, exists: bool) {
  if (exists) {
    var value = activate(sum);
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
