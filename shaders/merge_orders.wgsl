// Merges sorted runs of RUN places into sorted runs of twice the length: log₂(COUNT / 64) dispatches sort all.
//   A place goes behind those of its own run that stand before it, and behind those of the neighbouring run that are less;
//   of equal indices the left run's come first, so places with one index keep their order.
//
// Shapes:    indices: [COUNT]; order, merged: [COUNT]. Indices outside 0 … ROWS − 1 count as ROWS and come last.
// Threads:   one place each; a binary search in the neighbouring run finds where it goes (Green, McColl & Bader 2012
//            do the same for whole tiles). No two threads write one element, and none waits for another.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> indices: array<f32>;
@group(0) @binding(1) var<storage, read> order: array<u32>;
@group(0) @binding(2) var<storage, read_write> merged: array<u32>;

override COUNT: u32;
override ROWS: u32;
override RUN: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let at = (group.y * groups.x + group.x) * 64u + lane;
  if (at >= COUNT) {
    return;
  }
  let place = order[at];
  let row = row_of(place);
  let pair = at / (2u * RUN) * 2u * RUN;
  let is_left = at < pair + RUN;
  let other = select(pair, min(pair + RUN, COUNT), is_left);
  let other_end = select(pair + RUN, min(pair + 2u * RUN, COUNT), is_left);
  // Of the other run, those that come before this place are in 0 … low − 1.
  var low = other;
  var high = other_end;
  while (low < high) {
    let middle = (low + high) / 2u;
    let middle_row = row_of(order[middle]);
    if (middle_row < row || (middle_row == row && !is_left)) {
      low = middle + 1u;
    } else {
      high = middle;
    }
  }
  let own = at - select(pair + RUN, pair, is_left);
  merged[pair + own + (low - other)] = place;
}

fn row_of(place: u32) -> u32 {
  let index = indices[place];
  if (index >= 0.0 && index < f32(ROWS)) {
    return u32(index);
  }
  return ROWS;
}
