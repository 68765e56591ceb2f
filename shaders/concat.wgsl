// One part of a concatenation: y[o, OFFSET + i] = x[o, i].
//
// Shapes:    x: COUNT values of shape [·, WIDTH]; y: [·, TOTAL].
// Threads:   one element of x each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535; one dispatch for each part.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override COUNT: u32;
override WIDTH: u32;
override TOTAL: u32;
override OFFSET: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i < COUNT) {
    y[i / WIDTH * TOTAL + OFFSET + i % WIDTH] = x[i];
  }
}
