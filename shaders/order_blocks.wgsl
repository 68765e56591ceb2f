// Sorts places by their index, within blocks of 64: the first step of sorting all, which `merge_orders` goes on with.
//   order[block + rank of i] = i,   rank of i = count of j in the block with index j < index i, or equal and j < i
//
// Shapes:    indices: [COUNT]; order: [COUNT]. Indices outside 0 … ROWS − 1 count as ROWS and come last.
// Threads:   one place each, which looks at all indices of its block: no shared memory, the cache has them.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> indices: array<f32>;
@group(0) @binding(1) var<storage, read_write> order: array<u32>;

override COUNT: u32;
override ROWS: u32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let first = (group.y * groups.x + group.x) * 64u;
  let own = first + lane;
  if (own >= COUNT) {
    return;
  }
  let row = row_of(own);
  var rank = 0u;
  let end = min(first + 64u, COUNT);
  for (var other = first; other < end; other++) {
    let other_row = row_of(other);
    if (other_row < row || (other_row == row && other < own)) {
      rank++;
    }
  }
  order[first + rank] = own;
}

fn row_of(place: u32) -> u32 {
  let index = indices[place];
  if (index >= 0.0 && index < f32(ROWS)) {
    return u32(index);
  }
  return ROWS;
}
