// Softmax of each row, or its logarithm: y = exp(x − max x) / Σ exp(x − max x);  log y = x − max x − log Σ exp(x − max x).
//
// Shapes:    x, y: [ROWS, WIDTH].
// Threads:   one workgroup of 64 a row; each thread takes every 64th element.
// Dispatch:  ROWS workgroups, folded into two dimensions beyond 65,535.
// Numerics:  the row's maximum is subtracted, so the largest exponent is 0 and the sum is at least 1.
//            Tree reduction in shared memory: fixed order.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override ROWS: u32;
override WIDTH: u32;
override LOGARITHM: bool = false;

var<workgroup> partial: array<f32, 64>;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  // A folded dispatch may have workgroups to spare: they redo the last row's reduction and store nothing.
  let wanted = group.y * groups.x + group.x;
  let row = min(wanted, ROWS - 1u);
  let first = row * WIDTH;

  var largest = -3.4e38;
  for (var i = lane; i < WIDTH; i += 64u) {
    largest = max(largest, x[first + i]);
  }
  partial[lane] = largest;
  workgroupBarrier();
  for (var half = 32u; half > 0u; half /= 2u) {
    if (lane < half) {
      partial[lane] = max(partial[lane], partial[lane + half]);
    }
    workgroupBarrier();
  }
  largest = partial[0];
  workgroupBarrier();

  var sum = 0.0;
  for (var i = lane; i < WIDTH; i += 64u) {
    sum += exp(x[first + i] - largest);
  }
  partial[lane] = sum;
  workgroupBarrier();
  for (var half = 32u; half > 0u; half /= 2u) {
    if (lane < half) {
      partial[lane] += partial[lane + half];
    }
    workgroupBarrier();
  }
  sum = partial[0];

  if (wanted < ROWS) {
    for (var i = lane; i < WIDTH; i += 64u) {
      let shifted = x[first + i] - largest;
      y[first + i] = select(exp(shifted) / sum, shifted - log(sum), LOGARITHM);
    }
  }
}
