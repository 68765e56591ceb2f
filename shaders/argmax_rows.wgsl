// Position of the first maximum along a long middle axis: y[o, i] = the least r with x[o, r, i] = max_r x[o, r, i].
//
// Shapes:    x: [OUTER, REDUCED, INNER]; y: [OUTER, INNER], whole numbers as f32 (exact below 2²⁴).
// Threads:   a workgroup of 64 a result; each thread takes every 64th element, then a tree in shared memory: of equal
//            values the one that stands first wins, in a thread as in the tree.
// Dispatch:  OUTER · INNER workgroups, folded into two dimensions beyond 65,535.
// Numerics:  a thread without elements of its own starts at the first element of the axis, which changes nothing.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override OUTER: u32;
override REDUCED: u32;
override INNER: u32;

// The best that each thread has seen, with its place.
var<workgroup> values: array<f32, 64>;
var<workgroup> places: array<u32, 64>;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  // A folded dispatch may have workgroups to spare: they redo the last result and store nothing.
  let wanted = group.y * groups.x + group.x;
  let result = min(wanted, OUTER * INNER - 1u);
  let first = result / INNER * REDUCED * INNER + result % INNER;

  var value = x[first];
  var place = 0u;
  for (var r = lane; r < REDUCED; r += 64u) {
    let candidate = x[first + r * INNER];
    if (wins(candidate, r, value, place)) {
      value = candidate;
      place = r;
    }
  }
  values[lane] = value;
  places[lane] = place;
  workgroupBarrier();
  for (var half = 32u; half > 0u; half /= 2u) {
    if (lane < half) {
      let other = lane + half;
      let other_wins = wins(values[other], places[other], values[lane], places[lane]);
      values[lane] = select(values[lane], values[other], other_wins);
      places[lane] = select(places[lane], places[other], other_wins);
    }
    workgroupBarrier();
  }
  if (lane == 0u && wanted < OUTER * INNER) {
    y[wanted] = f32(places[0]);
  }
}

fn wins(value: f32, place: u32, other: f32, other_place: u32) -> bool {
  return value > other || (value == other && place < other_place);
}
