// Sum or maximum over the middle axis, one thread for each result: y[o, p, i] = Σ_r x[o, r, i], or max_r, r in part p.
//
// Shapes:    x: [OUTER, REDUCED, INNER], read as vec4s; y: [OUTER, PARTS, INNER]. A long axis is cut into PARTS, which a second
//            dispatch reduces; no part is empty.
// Threads:   one result each, neighbours on neighbouring columns, so that loads are coalesced for INNER > 1.
// Dispatch:  ceil(OUTER · PARTS · INNER / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  from first to last in four interleaved partial results, sixteen at a time: fixed order, a quarter of the rounding.
//            The maximum of values among which there is a NaN is NaN.

@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override OUTER: u32;
override REDUCED: u32;
override INNER: u32;
override PARTS: u32;
override MAXIMUM: bool;
override LENGTH: u32 = (REDUCED + PARTS - 1u) / PARTS; // of a part
override BY_FOURS: bool = INNER == 1u && REDUCED % 4u == 0u && LENGTH % 4u == 0u; // whether each part is whole vec4s

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i >= OUTER * PARTS * INNER) {
    return;
  }
  let begin = ((i / INNER) % PARTS) * LENGTH;
  let end = min(begin + LENGTH, REDUCED);
  let first = i / (INNER * PARTS) * REDUCED * INNER + i % INNER;

  // A software adapter checks each access, and divides for the array's length each time unless it was asked for before.
  let starts = MAXIMUM || arrayLength(&x) == 0u;
  var partial = vec4f(select(0.0, value(first + begin * INNER), starts));
  var r = begin;
  // Sixteen values at once hide the latency of their loads, and spare a software adapter three loops of four.
  for (; r + 16u <= end; r += 16u) {
    let lower = combine(four_rows(first, r, 0u), four_rows(first, r, 1u));
    let upper = combine(four_rows(first, r, 2u), four_rows(first, r, 3u));
    partial = combine(partial, combine(lower, upper));
  }
  for (; r + 4u <= end; r += 4u) {
    partial = combine(partial, four_rows(first, r, 0u));
  }
  for (; r < end; r++) {
    partial.x = combine(partial, vec4f(value(first + r * INNER))).x;
  }
  let pair = combine(partial, partial.zwxy);
  y[i] = combine(pair, pair.yxwz).x;
}

// The n-th four rows from r on.
fn four_rows(first: u32, r: u32, n: u32) -> vec4f {
  let start = first + r * INNER;
  if (BY_FOURS) {
    return x[start / 4u + n];
  }
  let at = start + 4u * n * INNER;
  return vec4f(value(at), value(at + INNER), value(at + 2u * INNER), value(at + 3u * INNER));
}

fn value(at: u32) -> f32 {
  return x[at / 4u][at % 4u];
}

fn combine(a: vec4f, b: vec4f) -> vec4f {
  if (MAXIMUM) {
    let b_is_nan = (bitcast<vec4u>(b) & vec4u(0x7FFFFFFFu)) > vec4u(0x7F800000u);
    return select(a, b, (b > a) | b_is_nan);
  }
  return a + b;
}
