// Softmax of each row, or its logarithm, one thread a row: y = exp(x − max x) / Σ exp(x − max x);
//   log y = x − max x − log Σ exp(x − max x).
// For rows too short to share among 64 threads, and for software adapters, where barriers cost more than order.
//
// Shapes:    x, y: [ROWS, WIDTH].
// Threads:   one row each.
// Dispatch:  ceil(ROWS / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  the row's maximum is subtracted, so the largest exponent is 0 and the sum is at least 1.
//            Maximum and sum come from one pass over the row: where a block of eight has a larger maximum, the sum so far is
//            scaled to it (Milakov & Gimelshein 2018). The second pass forms each exponential again: on software adapters, to
//            which loads are dear, that is cheaper than reading it back.

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
  let eights = WIDTH / 8u * 8u;

  var largest = x[first];
  var sums = vec4f();
  for (var i = 0u; i < eights; i += 8u) {
    let lower = four(first + i);
    let upper = four(first + i + 4u);
    let fours = max(lower, upper);
    let pair = max(fours.xy, fours.zw);
    let larger = max(largest, max(pair.x, pair.y));
    sums = sums * exp(largest - larger) + exp(lower - larger) + exp(upper - larger);
    largest = larger;
  }
  var sum = sums.x + sums.y + sums.z + sums.w;
  for (var i = first + eights; i < first + WIDTH; i++) {
    let larger = max(largest, x[i]);
    sum = sum * exp(largest - larger) + exp(x[i] - larger);
    largest = larger;
  }

  let shift = largest + log(sum);
  let scale = 1.0 / sum;
  for (var i = first; i < first + eights; i += 8u) {
    store(i, softmax_of(four(i), largest, shift, scale));
    store(i + 4u, softmax_of(four(i + 4u), largest, shift, scale));
  }
  for (var i = first + eights; i < first + WIDTH; i++) {
    y[i] = softmax_of(vec4f(x[i]), largest, shift, scale).x;
  }
}

fn four(at: u32) -> vec4f {
  return vec4f(x[at], x[at + 1u], x[at + 2u], x[at + 3u]);
}

fn softmax_of(values: vec4f, largest: f32, shift: f32, scale: f32) -> vec4f {
  if (LOGARITHM) {
    return values - shift;
  }
  return exp(values - largest) * scale;
}

fn store(at: u32, values: vec4f) {
  y[at] = values.x;
  y[at + 1u] = values.y;
  y[at + 2u] = values.z;
  y[at + 3u] = values.w;
}
