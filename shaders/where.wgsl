// Picks by condition: y[i] = a[i] where condition[i] is not 0, b[i] where it is.
//
// Shapes:    all COUNT values.
// Threads:   one element each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  only the chosen value counts: a NaN or an infinity in the other does no harm.

@group(0) @binding(0) var<storage, read> condition: array<f32>;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read_write> y: array<f32>;

override COUNT: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i < COUNT) {
    y[i] = select(b[i], a[i], condition[i] != 0.0);
  }
}
