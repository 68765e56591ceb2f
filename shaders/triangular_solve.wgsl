// Solves L·X = B, or Lᵀ·X = B when TRANSPOSE, for lower triangular L by substitution:
//   x[i] = (b[i] − Σ_{k<i} L[i, k]·x[k]) / L[i, i], from the first row down (transposed: from the last row up).
//
// Shapes:    l: [N, N]; b, x: [N, M].
// Threads:   one column of X each: a column needs no other.
// Dispatch:  ceil(M / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  summed over k in the order in which the x[k] come to be.

@group(0) @binding(0) var<storage, read> l: array<f32>;
@group(0) @binding(1) var<storage, read> b: array<f32>;
@group(0) @binding(2) var<storage, read_write> x: array<f32>;

override N: u32;
override M: u32;
override TRANSPOSE: bool;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let column = (group.y * groups.x + group.x) * 64u + lane;
  if (column >= M) {
    return;
  }
  for (var done = 0u; done < N; done++) {
    let i = select(done, N - 1u - done, TRANSPOSE);
    var value = b[i * M + column];
    for (var before = 0u; before < done; before++) {
      let k = select(before, N - 1u - before, TRANSPOSE);
      let factor = select(i * N + k, k * N + i, TRANSPOSE);
      value = fma(-l[factor], x[k * M + column], value);
    }
    x[i * M + column] = value / l[i * N + i];
  }
}
