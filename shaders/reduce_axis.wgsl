// Sum or maximum over the middle axis, one thread for each result: y[o, p, i] = Σ_r x[o, r, i], or max_r, r in part p.
//
// Shapes:    x: [OUTER, REDUCED, INNER]; y: [OUTER, PARTS, INNER]. A long axis is cut into PARTS, which a second
//            dispatch reduces; no part is empty.
// Threads:   one result each, neighbours on neighbouring columns, so that loads are coalesced for INNER > 1.
// Dispatch:  ceil(OUTER · PARTS · INNER / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  from first to last in four interleaved partial results, sixteen at a time: fixed order, a quarter of the rounding.
//            The maximum of values among which there is a NaN is NaN.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override OUTER: u32;
override REDUCED: u32;
override INNER: u32;
override PARTS: u32;
override MAXIMUM: bool;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i >= OUTER * PARTS * INNER) {
    return;
  }
  let length = (REDUCED + PARTS - 1u) / PARTS;
  let begin = ((i / INNER) % PARTS) * length;
  let end = min(begin + length, REDUCED);
  let first = i / (INNER * PARTS) * REDUCED * INNER + i % INNER;

  var partial = vec4f(select(0.0, x[first + begin * INNER], MAXIMUM));
  var r = begin;
  // Sixteen loads at once hide their latency, and spare a software adapter three loops of four.
  for (; r + 16u <= end; r += 16u) {
    let lower = combine(four_rows(first, r), four_rows(first, r + 4u));
    let upper = combine(four_rows(first, r + 8u), four_rows(first, r + 12u));
    partial = combine(partial, combine(lower, upper));
  }
  for (; r + 4u <= end; r += 4u) {
    partial = combine(partial, four_rows(first, r));
  }
  for (; r < end; r++) {
    partial.x = combine(partial, vec4f(x[first + r * INNER])).x;
  }
  let pair = combine(partial, partial.zwxy);
  y[i] = combine(pair, pair.yxwz).x;
}

fn four_rows(first: u32, r: u32) -> vec4f {
  let at = first + r * INNER;
  return vec4f(x[at], x[at + INNER], x[at + 2u * INNER], x[at + 3u * INNER]);
}

fn combine(a: vec4f, b: vec4f) -> vec4f {
  if (MAXIMUM) {
    let b_is_nan = (bitcast<vec4u>(b) & vec4u(0x7FFFFFFFu)) > vec4u(0x7F800000u);
    return select(a, b, (b > a) | b_is_nan);
  }
  return a + b;
}
