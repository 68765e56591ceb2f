// Softmax of each row, or its logarithm, one thread a row: y = exp(x − max x) / Σ exp(x − max x);
//   log y = x − max x − log Σ exp(x − max x).
// For rows too short to share among 64 threads, and for software adapters, where barriers cost more than order.
//
// Shapes:    x, y: [ROWS, WIDTH].
// Threads:   one row each.
// Dispatch:  ceil(ROWS / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  the row's maximum is subtracted, so the largest exponent is 0 and the sum is at least 1.
//            The exponentials are formed once and stand in y until they are divided.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override ROWS: u32;
override WIDTH: u32;
override LOGARITHM: bool = false;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let row = (group.y * groups.x + group.x) * 64u + lane;
  if (row >= ROWS) {
    return;
  }
  let first = row * WIDTH;
  let end = first + WIDTH;

  var largest = x[first];
  for (var i = first + 1u; i < end; i++) {
    largest = max(largest, x[i]);
  }
  var sum = 0.0;
  for (var i = first; i < end; i++) {
    let e = exp(x[i] - largest);
    sum += e;
    if (!LOGARITHM) {
      y[i] = e;
    }
  }
  if (LOGARITHM) {
    let shift = largest + log(sum);
    for (var i = first; i < end; i++) {
      y[i] = x[i] - shift;
    }
  } else {
    let scale = 1.0 / sum;
    for (var i = first; i < end; i++) {
      y[i] *= scale;
    }
  }
}
