// Backward pass of a convolution to its kernel, for one part of the positions:
//   dw[p, i, j, k, f] = Σ x[b, r·STRIDE_Y + i − PAD_TOP, c·STRIDE_X + j − PAD_LEFT, k] · dy[b, r, c, f]
// over the output positions (b, r, c) of part p. A second dispatch adds the parts.
//
// Shapes:    x: [·, HEIGHT, WIDTH, CHANNELS]; dy: [·, OUT_HEIGHT, OUT_WIDTH, FILTERS], COUNT positions (all images);
//            dw: [PARTS, WINDOW_Y, WINDOW_X, CHANNELS, FILTERS].
// Threads:   one element of dw each, neighbours on neighbouring filters: loads of dy are coalesced, those of x shared.
// Dispatch:  ceil(PARTS · WINDOW_Y · WINDOW_X · CHANNELS · FILTERS / 64) workgroups, folded beyond 65,535.
// Numerics:  summed over the positions in order, by fused multiply-add.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> dy: array<f32>;
@group(0) @binding(2) var<storage, read_write> dw: array<f32>;

override COUNT: u32;
override PARTS: u32;
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
  let weights = WINDOW_Y * WINDOW_X * CHANNELS * FILTERS;
  if (thread >= PARTS * weights) {
    return;
  }
  let f = thread % FILTERS;
  let k = (thread / FILTERS) % CHANNELS;
  let j = (thread / (FILTERS * CHANNELS)) % WINDOW_X;
  let i = (thread / (FILTERS * CHANNELS * WINDOW_X)) % WINDOW_Y;
  let length = (COUNT + PARTS - 1u) / PARTS;
  let first = thread / weights * length;

  var sum = 0.0;
  for (var position = first; position < min(first + length, COUNT); position++) {
    // Outside the image the differences wrap to large numbers.
    let column = position % OUT_WIDTH * STRIDE_X + j - PAD_LEFT;
    let row = (position / OUT_WIDTH) % OUT_HEIGHT * STRIDE_Y + i - PAD_TOP;
    let image = position / (OUT_WIDTH * OUT_HEIGHT) * HEIGHT;
    if (row < HEIGHT && column < WIDTH) {
      sum = fma(x[((image + row) * WIDTH + column) * CHANNELS + k], dy[position * FILTERS + f], sum);
    }
  }
  dw[thread] = sum;
}
