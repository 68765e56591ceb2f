// Max-pooling that picks from `values` where `x` is largest: y[b, r, c, k] = values at the first maximum of x in the window.
// Pooling itself passes x twice; its second derivative passes a cotangent as values.
//
// Shapes:    x, values: [·, HEIGHT, WIDTH, CHANNELS]; y: COUNT values of shape [·, OUT_HEIGHT, OUT_WIDTH, CHANNELS].
// Threads:   one element of y each, neighbours on neighbouring channels.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  places outside the image take no part; of equal values the first in row order wins.
// Loops end with their test: where lanes run under masks, a `for` runs its body once more, with no lane in it.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read_write> y: array<f32>;

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
  let position = at / CHANNELS;
  let left = position % OUT_WIDTH * STRIDE_X;
  let top = (position / OUT_WIDTH) % OUT_HEIGHT * STRIDE_Y;
  let image = position / (OUT_WIDTH * OUT_HEIGHT) * HEIGHT;

  var largest = 0.0;
  var winner = 0u;
  var found = false;
  var i = 0u;
  loop {
    // Above the image the row wraps to a large number.
    let row = top + i - PAD_TOP;
    var j = 0u;
    loop {
      let column = left + j - PAD_LEFT;
      if (row < HEIGHT && column < WIDTH) {
        let pixel = ((image + row) * WIDTH + column) * CHANNELS + k;
        if (!found || x[pixel] > largest) {
          largest = x[pixel];
          winner = pixel;
          found = true;
        }
      }
      continuing { j++; break if j >= WINDOW_X; }
    }
    continuing { i++; break if i >= WINDOW_Y; }
  }
  y[at] = values[winner];
}
