// Matrix product of any shape, one output per thread: product = op(A)·op(B), then the epilogue of a dense layer.
// For outputs too small to fill a GPU with larger tiles, and for sizes that are no multiple of four.
//
// Shapes:    op(A): [M, K], stored [K, M] when TRANSPOSE_A; op(B): [K, N], stored [N, K] when TRANSPOSE_B;
//            BATCH of them one after another.
// Epilogue:  + bias[n] when ADD_BIAS; then ACTIVATION (0 none, 1 relu, 2 sigmoid, 3 tanh);
//            then × f'(activated[m, n]) when DERIVATIVE names the activation that made `activated`.
//            COLUMN_SUMS also writes Σ_k B[k, n], the bias gradient that belongs to a weight gradient Aᵀ·B.
// Threads:   8 × 8 outputs a workgroup.
// Dispatch:  [ceil(N / 8), ceil(M / 8), BATCH] workgroups, at most 65,535 each way: beyond that each takes several.
// Numerics:  summed over k in order, by fused multiply-add.

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
override BATCH: u32 = 1u;

@compute @workgroup_size(8, 8, 1)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var matrix = id.z; matrix < BATCH; matrix += groups.z) {
    for (var row = id.y; row < M; row += groups.y * 8u) {
      for (var column = id.x; column < N; column += groups.x * 8u) {
        multiply(matrix, row, column);
      }
    }
  }
}

fn multiply(matrix: u32, row: u32, column: u32) {
  var at_a = matrix * M * K + select(row * K, row, TRANSPOSE_A);
  var at_b = matrix * K * N + select(column, column * K, TRANSPOSE_B);
  let step_a = select(1u, M, TRANSPOSE_A);
  let step_b = select(N, 1u, TRANSPOSE_B);
  var sum = 0.0;
  var column_sum = 0.0;
  for (var k = 0u; k < K; k++) {
    sum = fma(a[at_a], b[at_b], sum);
    column_sum += b[at_b];
    at_a += step_a;
    at_b += step_b;
  }
  let at = (matrix * M + row) * N + column;
  if (ADD_BIAS) {
    sum += bias[column];
  }
  sum = activate(sum);
  if (DERIVATIVE != 0u) {
    sum *= derivative(activated[at]);
  }
  product[at] = sum;
  if (COLUMN_SUMS && row == 0u) {
    column_sums[column] = column_sum;
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
