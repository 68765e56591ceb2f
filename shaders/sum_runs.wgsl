// Sums rows by index where the order of the indices is known: y[p, r, c] = Σ of updates[i, c] over part p of the places i
// with index r, which stand side by side in `order`.
//
// Shapes:    updates: [COUNT, WIDTH]; indices, order: [COUNT]; y: [PARTS, ROWS, WIDTH]. Where there are few rows, their
//            runs are long and cut into PARTS, which a second dispatch adds up.
// Threads:   one element of y each; two binary searches find its run. The order of the sum is that of the places.
// Dispatch:  ceil(PARTS · ROWS · WIDTH / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> updates: array<f32>;
@group(0) @binding(1) var<storage, read> indices: array<f32>;
@group(0) @binding(2) var<storage, read> order: array<u32>;
@group(0) @binding(3) var<storage, read_write> y: array<f32>;

override COUNT: u32;
override ROWS: u32;
override WIDTH: u32;
override PARTS: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let at = (group.y * groups.x + group.x) * 64u + lane;
  if (at >= PARTS * ROWS * WIDTH) {
    return;
  }
  let column = at % WIDTH;
  let row = at / WIDTH % ROWS;
  let part = at / WIDTH / ROWS;
  let start = first_of(row);
  let end = first_of(row + 1u);
  let length = (end - start + PARTS - 1u) / PARTS;
  let first = min(start + part * length, end);
  var sum = 0.0;
  for (var i = first; i < min(first + length, end); i++) {
    sum += updates[order[i] * WIDTH + column];
  }
  y[at] = sum;
}

// Where the run of a row begins in the order.
fn first_of(row: u32) -> u32 {
  var low = 0u;
  var high = COUNT;
  while (low < high) {
    let middle = (low + high) / 2u;
    if (row_of(order[middle]) < row) {
      low = middle + 1u;
    } else {
      high = middle;
    }
  }
  return low;
}

fn row_of(place: u32) -> u32 {
  let index = indices[place];
  if (index >= 0.0 && index < f32(ROWS)) {
    return u32(index);
  }
  return ROWS;
}
