// Backward pass of max-pooling: dx[pixel] = Σ dy of those windows in which x[pixel] is the first maximum.
//
// Shapes:    x, dx: COUNT values of shape [·, HEIGHT, WIDTH, CHANNELS]; dy: [·, OUT_HEIGHT, OUT_WIDTH, CHANNELS].
// Threads:   one element of dx each, which looks at every window that covers it: no atomics, fixed order.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  a pixel wins when none before it in the window is as large and none after it larger.
// Loops end with their test: where lanes run under masks, a `for` runs its body once more, with no lane in it.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> dy: array<f32>;
@group(0) @binding(2) var<storage, read_write> dx: array<f32>;

override COUNT: u32;
override HEIGHT: u32;
override WIDTH: u32;
override CHANNELS: u32;
override OUT_HEIGHT: u32;
override OUT_WIDTH: u32;
override WINDOW_Y: u32;
override WINDOW_X: u32;
override STRIDE_Y: u32;
override STRIDE_X: u32;
override PAD_TOP: u32;
override PAD_LEFT: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let at = (group.y * groups.x + group.x) * 64u + lane;
  if (at >= COUNT) {
    return;
  }
  let k = at % CHANNELS;
  let column = (at / CHANNELS) % WIDTH;
  let row = (at / (CHANNELS * WIDTH)) % HEIGHT;
  let image = at / (CHANNELS * WIDTH * HEIGHT);

  var sum = 0.0;
  var i = 0u;
  loop {
    var j = 0u;
    loop {
      // The window in which this pixel is at (i, j).
      let above = row + PAD_TOP - i;
      let beside = column + PAD_LEFT - j;
      let out_row = above / STRIDE_Y;
      let out_column = beside / STRIDE_X;
      if (i <= row + PAD_TOP && j <= column + PAD_LEFT && above % STRIDE_Y == 0u && beside % STRIDE_X == 0u
          && out_row < OUT_HEIGHT && out_column < OUT_WIDTH && wins(image * HEIGHT, above, beside, k, at)) {
        sum += dy[((image * OUT_HEIGHT + out_row) * OUT_WIDTH + out_column) * CHANNELS + k];
      }
      continuing { j++; break if j >= WINDOW_X; }
    }
    continuing { i++; break if i >= WINDOW_Y; }
  }
  dx[at] = sum;
}

fn wins(image: u32, top: u32, left: u32, k: u32, at: u32) -> bool {
  let value = x[at];
  var i = 0u;
  loop {
    let row = top + i - PAD_TOP;
    var j = 0u;
    loop {
      let column = left + j - PAD_LEFT;
      if (row < HEIGHT && column < WIDTH) {
        let pixel = ((image + row) * WIDTH + column) * CHANNELS + k;
        if (x[pixel] > value || (pixel < at && x[pixel] == value)) {
          return false;
        }
      }
      continuing { j++; break if j >= WINDOW_X; }
    }
    continuing { i++; break if i >= WINDOW_Y; }
  }
  return true;
}
