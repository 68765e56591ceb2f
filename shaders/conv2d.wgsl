// Convolution of images with a bank of filters (cross-correlation, as every framework means it):
//   y[b, r, c, f] = Σ_{i, j, k} x[b, r·STRIDE_Y + i − PAD_TOP, c·STRIDE_X + j − PAD_LEFT, k] · w[i, j, k, f]
//
// Shapes:    x: [·, HEIGHT, WIDTH, CHANNELS]; w: [WINDOW_Y, WINDOW_X, CHANNELS, FILTERS];
//            y: [·, OUT_HEIGHT, OUT_WIDTH, FILTERS], COUNT positions (all images) of FILTERS values each.
// Threads:   four filters at one position: one load of x serves four products, and w is read in runs of four.
// Dispatch:  ceil(COUNT · ceil(FILTERS / 4) / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  summed over i, j, k in order; positions outside the image count as 0.
// Loops end with their test: where lanes run under masks, a `for` runs its body once more, with no lane in it.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> w: array<f32>;
@group(0) @binding(2) var<storage, read_write> y: array<f32>;

override COUNT: u32;
override HEIGHT: u32;
override WIDTH: u32;
override CHANNELS: u32;
override OUT_HEIGHT: u32;
override OUT_WIDTH: u32;
override FILTERS: u32;
override WINDOW_Y: u32;
override WINDOW_X: u32;
override STRIDE_Y: u32;
override STRIDE_X: u32;
override PAD_TOP: u32;
override PAD_LEFT: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let thread = (group.y * groups.x + group.x) * 64u + lane;
  let fours = (FILTERS + 3u) / 4u;
  let position = thread / fours;
  if (position >= COUNT) {
    return;
  }
  let filter_0 = thread % fours * 4u;
  // A last run of less than four repeats the last filter and does not store it.
  let filters = min(vec4u(filter_0) + vec4u(0u, 1u, 2u, 3u), vec4u(FILTERS - 1u));
  let left = position % OUT_WIDTH * STRIDE_X;
  let top = (position / OUT_WIDTH) % OUT_HEIGHT * STRIDE_Y;
  let image = position / (OUT_WIDTH * OUT_HEIGHT) * HEIGHT;

  var sums = vec4f();
  var i = 0u;
  loop {
    // Above the image the row wraps to a large number.
    let row = top + i - PAD_TOP;
    var j = 0u;
    loop {
      let column = left + j - PAD_LEFT;
      if (row < HEIGHT && column < WIDTH) {
        let at = ((image + row) * WIDTH + column) * CHANNELS;
        var k = 0u;
        loop {
          let weights = (i * WINDOW_X + j) * CHANNELS * FILTERS + k * FILTERS + filters;
          sums = fma(vec4f(x[at + k]), vec4f(w[weights.x], w[weights.y], w[weights.z], w[weights.w]), sums);
          continuing { k++; break if k >= CHANNELS; }
        }
      }
      continuing { j++; break if j >= WINDOW_X; }
    }
    continuing { i++; break if i >= WINDOW_Y; }
  }
  for (var f = 0u; f < 4u; f++) {
    if (filter_0 + f < FILTERS) {
      y[position * FILTERS + filter_0 + f] = sums[f];
    }
  }
}
