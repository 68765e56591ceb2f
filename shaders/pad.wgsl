// Places elements apart and pads between and around them, the adjoint of a slice:
//   y[i] = x[(i − START) / STEP] along every axis where that is a position of x, VALUE elsewhere.
//
// Shapes:    x: [X_0, X_1, X_2, X_3]; y: COUNT values of shape [·, SIZE_1, SIZE_2, SIZE_3].
// Threads:   one element of y each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override COUNT: u32;
override VALUE: f32;
override SIZE_1: u32;
override SIZE_2: u32;
override SIZE_3: u32;
override X_0: u32;
override X_1: u32;
override X_2: u32;
override X_3: u32;
override START_0: u32;
override START_1: u32;
override START_2: u32;
override START_3: u32;
override STEP_0: u32;
override STEP_1: u32;
override STEP_2: u32;
override STEP_3: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i >= COUNT) {
    return;
  }
  let place = vec4u(
    i / (SIZE_3 * SIZE_2 * SIZE_1),
    (i / (SIZE_3 * SIZE_2)) % SIZE_1,
    (i / SIZE_3) % SIZE_2,
    i % SIZE_3,
  );
  let start = vec4u(START_0, START_1, START_2, START_3);
  let step = vec4u(STEP_0, STEP_1, STEP_2, STEP_3);
  // Below the start the difference wraps to a large number, which is no position of x either.
  let beyond = place - start;
  let at = beyond / step;
  if (all(beyond % step == vec4u()) && all(at < vec4u(X_0, X_1, X_2, X_3))) {
    y[i] = x[((at.x * X_1 + at.y) * X_2 + at.z) * X_3 + at.w];
  } else {
    y[i] = VALUE;
  }
}
