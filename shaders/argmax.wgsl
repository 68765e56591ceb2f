// Position of the first maximum along the middle axis: y[o, i] = the least r with x[o, r, i] = max_r x[o, r, i].
//
// Shapes:    x: [OUTER, REDUCED, INNER]; y: [OUTER, INNER], whole numbers as f32 (exact below 2²⁴).
// Threads:   one result each, neighbours on neighbouring columns.
// Dispatch:  ceil(OUTER · INNER / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

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
  let first = i / INNER * REDUCED * INNER + i % INNER;
  var largest = x[first];
  var winner = 0u;
  for (var r = 1u; r < REDUCED; r++) {
    let value = x[first + r * INNER];
    if (value > largest) {
      largest = value;
      winner = r;
    }
  }
  y[i] = f32(winner);
}
