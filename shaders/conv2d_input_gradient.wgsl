// Backward pass of a convolution to its input:
//   dx[b, r, c, k] = Σ_{i, j, f} dy[b, (r + PAD_TOP − i) / STRIDE_Y, (c + PAD_LEFT − j) / STRIDE_X, f] · w[i, j, k, f]
// over those i, j for which both quotients are whole positions of dy.
//
// Shapes:    dy: [·, OUT_HEIGHT, OUT_WIDTH, FILTERS]; w: [WINDOW_Y, WINDOW_X, CHANNELS, FILTERS];
//            dx: [·, HEIGHT, WIDTH, CHANNELS], COUNT positions (all images) of CHANNELS values each.
// Threads:   four channels at one position: one load of dy serves four products.
// Dispatch:  ceil(COUNT · ceil(CHANNELS / 4) / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  summed over i, j, f in order.
// Loops end with their test: where lanes run under masks, a `for` runs its body once more, with no lane in it.

@group(0) @binding(0) var<storage, read> dy: array<f32>;
@group(0) @binding(1) var<storage, read> w: array<f32>;
@group(0) @binding(2) var<storage, read_write> dx: array<f32>;

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
  let fours = (CHANNELS + 3u) / 4u;
  let position = thread / fours;
  if (position >= COUNT) {
    return;
  }
  let channel_0 = thread % fours * 4u;
  // A last run of less than four repeats the last channel and does not store it.
  let channels = min(vec4u(channel_0) + vec4u(0u, 1u, 2u, 3u), vec4u(CHANNELS - 1u)) * FILTERS;
  let column = position % WIDTH + PAD_LEFT;
  let row = (position / WIDTH) % HEIGHT + PAD_TOP;
  let image = position / (WIDTH * HEIGHT) * OUT_HEIGHT;

  var sums = vec4f();
  var i = 0u;
  loop {
    // Where i is beyond the row the difference wraps to a large number, whose quotient is no position either.
    let above = row - i;
    var j = 0u;
    loop {
      let beside = column - j;
      let out_row = above / STRIDE_Y;
      let out_column = beside / STRIDE_X;
      if (i <= row && j <= column && above % STRIDE_Y == 0u && beside % STRIDE_X == 0u
          && out_row < OUT_HEIGHT && out_column < OUT_WIDTH) {
        let at = ((image + out_row) * OUT_WIDTH + out_column) * FILTERS;
        var f = 0u;
        loop {
          let weights = (i * WINDOW_X + j) * CHANNELS * FILTERS + f + channels;
          sums = fma(vec4f(dy[at + f]), vec4f(w[weights.x], w[weights.y], w[weights.z], w[weights.w]), sums);
          continuing { f++; break if f >= FILTERS; }
        }
      }
      continuing { j++; break if j >= WINDOW_X; }
    }
    continuing { i++; break if i >= WINDOW_Y; }
  }
  for (var k = 0u; k < 4u; k++) {
    if (channel_0 + k < CHANNELS) {
      dx[position * CHANNELS + channel_0 + k] = sums[k];
    }
  }
}
