// The most multiply-adds a second that a kernel can reach here: eight independent chains of them a thread, in registers.
//   v ← v · factor + factor, ROUNDS times
//
// Shapes:    sums: one f32 a thread, so that nothing is optimised away.
// Threads:   256 a workgroup; 8 vec4 chains hide the latency of one.
// Dispatch:  [workgroups, 1, 1]; 64 · ROUNDS FLOP a thread.

@group(0) @binding(0) var<storage, read_write> sums: array<f32>;

override ROUNDS: u32;
override FACTOR: f32;

@compute @workgroup_size(256, 1, 1)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let factor = vec4f(FACTOR);
  var a = vec4f(f32(id.x));
  var b = a + 1.0;
  var c = a + 2.0;
  var d = a + 3.0;
  var e = a + 4.0;
  var f = a + 5.0;
  var g = a + 6.0;
  var h = a + 7.0;
  for (var round = 0u; round < ROUNDS; round++) {
    a = fma(a, factor, factor);
    b = fma(b, factor, factor);
    c = fma(c, factor, factor);
    d = fma(d, factor, factor);
    e = fma(e, factor, factor);
    f = fma(f, factor, factor);
    g = fma(g, factor, factor);
    h = fma(h, factor, factor);
  }
  sums[id.x] = dot(a + b + c + d + e + f + g + h, vec4f(1.0));
}
