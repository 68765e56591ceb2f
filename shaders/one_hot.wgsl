// Class indices as rows of zeros with a single one: y[i, c] = [indices[i] = c]; all zeros for an index outside.
//
// Shapes:    indices: [COUNT / DEPTH]; y: COUNT values of shape [·, DEPTH].
// Threads:   one element of y each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> indices: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override COUNT: u32;
override DEPTH: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i < COUNT) {
    y[i] = select(0.0, 1.0, indices[i / DEPTH] == f32(i % DEPTH));
  }
}
