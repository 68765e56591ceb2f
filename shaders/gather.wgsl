// Rows of a table by index: y[i, c] = table[indices[i], c]; zeros for an index outside.
//
// Shapes:    table: [ROWS, WIDTH]; indices: [COUNT / WIDTH]; y: COUNT values of shape [·, WIDTH].
// Threads:   one element of y each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> table: array<f32>;
@group(0) @binding(1) var<storage, read> indices: array<f32>;
@group(0) @binding(2) var<storage, read_write> y: array<f32>;

override COUNT: u32;
override ROWS: u32;
override WIDTH: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i >= COUNT) {
    return;
  }
  let index = indices[i / WIDTH];
  var value = 0.0;
  if (index >= 0.0 && index < f32(ROWS)) {
    value = table[u32(index) * WIDTH + i % WIDTH];
  }
  y[i] = value;
}
