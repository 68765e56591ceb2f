// Sum or maximum of contiguous rows, one workgroup for each result: y[o, p] = Σ_r x[o, r], or max_r, r in part p.
//
// Shapes:    x: [ROWS, REDUCED], read as vec4; y: [ROWS, PARTS]. A long row is cut into PARTS, which a second dispatch
//            reduces; no part is empty.
// Threads:   a workgroup of 64 a part; each thread takes every 64th vec4, then a tree in shared memory: fixed order.
// Dispatch:  ROWS · PARTS workgroups, folded into two dimensions beyond 65,535.
// Numerics:  a part may start and end within a vec4: what lies outside is replaced by the neutral value.
//            The maximum of values among which there is a NaN is NaN.

@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override ROWS: u32;
override REDUCED: u32;
override PARTS: u32;
override MAXIMUM: bool;

var<workgroup> partial: array<f32, 64>;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  // A folded dispatch may have workgroups to spare: they redo the last result and store nothing.
  let wanted = group.y * groups.x + group.x;
  let result = min(wanted, ROWS * PARTS - 1u);
  let row = result / PARTS * REDUCED;
  let length = (REDUCED + PARTS - 1u) / PARTS;
  let first = row + result % PARTS * length;
  let end = min(first + length, row + REDUCED);

  let neutral = select(0.0, x[first / 4u][first % 4u], MAXIMUM);
  var values = vec4f(neutral);
  for (var v = first / 4u + lane; v * 4u < end; v += 64u) {
    let at = vec4u(v * 4u) + vec4u(0u, 1u, 2u, 3u);
    let inside = (at >= vec4u(first)) & (at < vec4u(end));
    values = combine(values, select(vec4f(neutral), x[v], inside));
  }
  let pair = combine(values, values.zwxy);
  partial[lane] = combine(pair, pair.yxwz).x;
  workgroupBarrier();
  for (var half = 32u; half > 0u; half /= 2u) {
    if (lane < half) {
      partial[lane] = combine(vec4f(partial[lane]), vec4f(partial[lane + half])).x;
    }
    workgroupBarrier();
  }
  if (lane == 0u && wanted < ROWS * PARTS) {
    y[wanted] = partial[0];
  }
}

fn combine(a: vec4f, b: vec4f) -> vec4f {
  if (MAXIMUM) {
    let b_is_nan = (bitcast<vec4u>(b) & vec4u(0x7FFFFFFFu)) > vec4u(0x7F800000u);
    return select(a, b, (b > a) | b_is_nan);
  }
  return a + b;
}
