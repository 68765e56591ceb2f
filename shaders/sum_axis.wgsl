// Sum over the middle axis: total[o, i] = Σ_r x[o, r, i].
//
// Shapes:    x: [OUTER, REDUCED, INNER]; total: [OUTER, INNER].
// Threads:   one sum each, neighbours on neighbouring columns, so that loads are coalesced for INNER > 1.
// Dispatch:  ceil(OUTER · INNER / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  summed from first to last in four interleaved partial sums: fixed order, a quarter of the rounding.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> total: array<f32>;

override OUTER: u32;
override REDUCED: u32;
override INNER: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i >= OUTER * INNER) {
    return;
  }
  let first = (i / INNER) * REDUCED * INNER + i % INNER;
  var partial = vec4f();
  var r = 0u;
  for (; r + 4u <= REDUCED; r += 4u) {
    let at = first + r * INNER;
    partial += vec4f(x[at], x[at + INNER], x[at + 2u * INNER], x[at + 3u * INNER]);
  }
  for (; r < REDUCED; r++) {
    partial.x += x[first + r * INNER];
  }
  total[i] = (partial.x + partial.y) + (partial.z + partial.w);
}
