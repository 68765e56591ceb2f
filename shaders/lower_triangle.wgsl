// The lower triangle of a matrix: y[i, j] = x[i, j] for i > j, DIAGONAL · x[i, i] for i = j, 0 above.
//
// Shapes:    x, y: [N, N].
// Threads:   one element each.
// Dispatch:  ceil(N² / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override N: u32;
override DIAGONAL: f32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let at = (group.y * groups.x + group.x) * 64u + lane;
  if (at >= N * N) {
    return;
  }
  let i = at / N;
  let j = at % N;
  y[at] = select(select(0.0, DIAGONAL * x[at], i == j), x[at], i > j);
}
