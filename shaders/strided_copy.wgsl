// Copies elements by strides, which makes transposition, slices and repetition one kernel:
//   y[i0, i1, i2, i3] = x[START + i0·STRIDE_0 + i1·STRIDE_1 + i2·STRIDE_2 + i3·STRIDE_3]
//
// Shapes:    y: COUNT values of shape [·, SIZE_1, SIZE_2, SIZE_3]. The host merges axes, so four are enough.
// Threads:   one element of y each: stores are coalesced, loads as far as the strides allow.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override COUNT: u32;
override START: u32;
override SIZE_1: u32;
override SIZE_2: u32;
override SIZE_3: u32;
override STRIDE_0: u32;
override STRIDE_1: u32;
override STRIDE_2: u32;
override STRIDE_3: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i >= COUNT) {
    return;
  }
  let i3 = i % SIZE_3;
  let i2 = (i / SIZE_3) % SIZE_2;
  let i1 = (i / (SIZE_3 * SIZE_2)) % SIZE_1;
  let i0 = i / (SIZE_3 * SIZE_2 * SIZE_1);
  y[i] = x[START + i0 * STRIDE_0 + i1 * STRIDE_1 + i2 * STRIDE_2 + i3 * STRIDE_3];
}
