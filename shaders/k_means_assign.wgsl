// The nearest center of each point: y[i] = the least c with Σ_d (points[i, d] − centers[c, d])² smallest.
//
// Shapes:    points: [POINTS, WIDTH]; centers: [CENTERS, WIDTH]; y: [POINTS], whole numbers as f32.
// Threads:   one point each; the centers are read by all at once and stay in the cache.
// Dispatch:  ceil(POINTS / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  differences are squared, not expanded: no cancellation far from the origin.

@group(0) @binding(0) var<storage, read> points: array<f32>;
@group(0) @binding(1) var<storage, read> centers: array<f32>;
@group(0) @binding(2) var<storage, read_write> y: array<f32>;

override POINTS: u32;
override CENTERS: u32;
override WIDTH: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i >= POINTS) {
    return;
  }
  var nearest = 0u;
  var least = distance_to(i, 0u);
  for (var c = 1u; c < CENTERS; c++) {
    let distance = distance_to(i, c);
    if (distance < least) {
      least = distance;
      nearest = c;
    }
  }
  y[i] = f32(nearest);
}

fn distance_to(i: u32, c: u32) -> f32 {
  var sum = 0.0;
  for (var d = 0u; d < WIDTH; d++) {
    let difference = points[i * WIDTH + d] - centers[c * WIDTH + d];
    sum = fma(difference, difference, sum);
  }
  return sum;
}
