// Sums rows by index, the adjoint of gathering them: y[r, c] = Σ of updates[i, c] over all i with indices[i] = r.
//
// Shapes:    updates: [COUNT, WIDTH]; indices: [COUNT]; y: [ROWS, WIDTH].
// Threads:   one element of y each, which looks at every index: no atomics, so the order of the sum is fixed.
// Dispatch:  ceil(ROWS · WIDTH / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> updates: array<f32>;
@group(0) @binding(1) var<storage, read> indices: array<f32>;
@group(0) @binding(2) var<storage, read_write> y: array<f32>;

override COUNT: u32;
override ROWS: u32;
override WIDTH: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let at = (group.y * groups.x + group.x) * 64u + lane;
  if (at >= ROWS * WIDTH) {
    return;
  }
  let row = f32(at / WIDTH);
  var sum = 0.0;
  for (var i = 0u; i < COUNT; i++) {
    if (floor(indices[i]) == row) {
      sum += updates[i * WIDTH + at % WIDTH];
    }
  }
  y[at] = sum;
}
