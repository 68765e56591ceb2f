// Cholesky factor of a symmetric positive definite matrix: L·Lᵀ = A, L lower triangular. Reads A's lower triangle only.
//   L[j, j] = √(A[j, j] − Σ_{k<j} L[j, k]²);   L[i, j] = (A[i, j] − Σ_{k<j} L[i, k]·L[j, k]) / L[j, j] for i > j
//
// Shapes:    a, l: [N, N].
// Threads:   one workgroup of 64; column by column, each thread takes every 64th row of the column.
// Dispatch:  [1, 1, 1]: for normal equations, whose N is the number of features.
// Numerics:  summed over k in order. A pivot that is not positive (A is not positive definite) gives NaN from there on.

@group(0) @binding(0) var<storage, read> a: array<f32>;
@group(0) @binding(1) var<storage, read_write> l: array<f32>;

override N: u32;

var<workgroup> pivot: array<f32, 1>; // an array, as the race detector does not watch single values

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(local_invocation_index) lane: u32) {
  for (var j = 0u; j < N; j++) {
    for (var i = lane; i < N; i += 64u) {
      var value = 0.0;
      if (i >= j) {
        value = a[i * N + j];
        for (var k = 0u; k < j; k++) {
          value = fma(-l[i * N + k], l[j * N + k], value);
        }
      }
      l[i * N + j] = value;
      if (i == j) {
        pivot[0] = root(value);
      }
    }
    workgroupBarrier();
    for (var i = lane; i < N; i += 64u) {
      if (i == j) {
        l[i * N + j] = pivot[0];
      } else if (i > j) {
        l[i * N + j] /= pivot[0];
      }
    }
    storageBarrier();
    workgroupBarrier();
  }
}

fn root(v: f32) -> f32 {
  if (v > 0.0) {
    return sqrt(v);
  }
  return bitcast<f32>(bitcast<u32>(v) | 0x7FC00000u);
}
