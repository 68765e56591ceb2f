// Matrix product in registers, without shared memory: product = op(A)·op(B), then the epilogue of a dense layer.
// Each thread owns 4 rows × 4 columns; the caches do the reuse. Wants N and the rows' lengths to be multiples of four.
//
// Shapes:    op(A): [M, K], stored [K, M] when TRANSPOSE_A; op(B): [K, N], stored [N, K] when TRANSPOSE_B.
//            All are read as vec4: N ≡ 0, and K ≡ 0 unless TRANSPOSE_A without TRANSPOSE_B, then M ≡ 0 (mod 4).
// Epilogue:  + bias[n] when ADD_BIAS; then ACTIVATION (0 none, 1 relu, 2 sigmoid, 3 tanh);
//            then × f'(activated[m, n]) when DERIVATIVE names the activation that made `activated`.
//            COLUMN_SUMS also writes Σ_k B[k, n], the bias gradient that belongs to a weight gradient Aᵀ·B.
// Threads:   8 × 8 a workgroup: 32 × 32 outputs.
// Dispatch:  [ceil(N / 32), ceil(M / 32), 1] workgroups.
// Numerics:  summed over k in order, by fused multiply-add (NT: by fours, as dot products).

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

@compute @workgroup_size(8, 8, 1)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let column = id.x; // in vec4s
  let row = id.y * 4u;
  let columns = N / 4u;
  if (row >= M || column >= columns) {
    return;
  }
  // Rows beyond the edge compute the last row again and are not stored.
  let row1 = min(row + 1u, M - 1u);
  let row2 = min(row + 2u, M - 1u);
  let row3 = min(row + 3u, M - 1u);
  var sum0 = vec4f();
  var sum1 = vec4f();
  var sum2 = vec4f();
  var sum3 = vec4f();
  var column_sum = vec4f();

  if (TRANSPOSE_A) { // A is [K, M]: one vec4 holds the four rows of this thread
    for (var k = 0u; k < K; k++) {
      let rows = a[(k * M + row) / 4u];
      let b_row = b[k * columns + column];
      sum0 = fma(vec4f(rows.x), b_row, sum0);
      sum1 = fma(vec4f(rows.y), b_row, sum1);
      sum2 = fma(vec4f(rows.z), b_row, sum2);
      sum3 = fma(vec4f(rows.w), b_row, sum3);
      column_sum += b_row;
    }
  } else {
    let steps = K / 4u;
    for (var k = 0u; k < steps; k++) {
      let a0 = a[row * steps + k];
      let a1 = a[row1 * steps + k];
      let a2 = a[row2 * steps + k];
      let a3 = a[row3 * steps + k];
      if (TRANSPOSE_B) { // B is [N, K]: four rows of B, one per column of the product
        let b0 = b[(column * 4u) * steps + k];
        let b1 = b[(column * 4u + 1u) * steps + k];
        let b2 = b[(column * 4u + 2u) * steps + k];
        let b3 = b[(column * 4u + 3u) * steps + k];
        sum0 += vec4f(dot(a0, b0), dot(a0, b1), dot(a0, b2), dot(a0, b3));
        sum1 += vec4f(dot(a1, b0), dot(a1, b1), dot(a1, b2), dot(a1, b3));
        sum2 += vec4f(dot(a2, b0), dot(a2, b1), dot(a2, b2), dot(a2, b3));
        sum3 += vec4f(dot(a3, b0), dot(a3, b1), dot(a3, b2), dot(a3, b3));
      } else {
        let b0 = b[(k * 4u) * columns + column];
        let b1 = b[(k * 4u + 1u) * columns + column];
        let b2 = b[(k * 4u + 2u) * columns + column];
        let b3 = b[(k * 4u + 3u) * columns + column];
        sum0 = fma(vec4f(a0.w), b3, fma(vec4f(a0.z), b2, fma(vec4f(a0.y), b1, fma(vec4f(a0.x), b0, sum0))));
        sum1 = fma(vec4f(a1.w), b3, fma(vec4f(a1.z), b2, fma(vec4f(a1.y), b1, fma(vec4f(a1.x), b0, sum1))));
        sum2 = fma(vec4f(a2.w), b3, fma(vec4f(a2.z), b2, fma(vec4f(a2.y), b1, fma(vec4f(a2.x), b0, sum2))));
        sum3 = fma(vec4f(a3.w), b3, fma(vec4f(a3.z), b2, fma(vec4f(a3.y), b1, fma(vec4f(a3.x), b0, sum3))));
      }
    }
  }

  store(row, column, sum0);
  if (row + 1u < M) { store(row + 1u, column, sum1); }
  if (row + 2u < M) { store(row + 2u, column, sum2); }
  if (row + 3u < M) { store(row + 3u, column, sum3); }
  if (COLUMN_SUMS && row == 0u) {
    column_sums[column] = column_sum;
  }
}

fn store(row: u32, column: u32, sum: vec4f) {
  let at = row * (N / 4u) + column;
  var value = sum;
  if (ADD_BIAS) {
    value += bias[column];
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
