// Over all gradients at once: adds the penalties' gradients, and sums squares and penalties by chunks of 4096 elements:
//   g ← g + λ₁·sign θ + 2·λ₂·θ;   sums[chunk] = ( Σ g²,  Σ λ₁·|θ| + λ₂·θ² )
// The few chunks are summed by the sum kernel after it.
//
// Shapes:    parameters, gradients: COUNT vec4s, flat over all layers; coefficients: (λ₁, λ₂) of each 64 elements, at which
//            parameters begin; sums: one pair for each chunk.
// Threads:   a workgroup for each chunk; each thread takes every 64th vec4, then a tree in shared memory: fixed order.
// Dispatch:  ceil(COUNT / 1024) workgroups. Elements between two parameters are 0 and add nothing.

@group(0) @binding(0) var<storage, read> parameters: array<vec4f>;
@group(0) @binding(1) var<storage, read> coefficients: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> gradients: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> sums: array<vec2f>;

override COUNT: u32;
override PENALIZED: bool = false;

var<workgroup> partial: array<vec2f, 64>;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  var sum = vec2f();
  let end = min((group.x + 1u) * 1024u, COUNT);
  for (var i = group.x * 1024u + lane; i < end; i += 64u) {
    var g = gradients[i];
    if (PENALIZED) {
      let theta = parameters[i];
      let c = coefficients[i / 16u];
      g += c.x * sign(theta) + 2.0 * c.y * theta;
      gradients[i] = g;
      sum.y += c.x * dot(abs(theta), vec4f(1.0)) + c.y * dot(theta, theta);
    }
    sum.x += dot(g, g);
  }
  partial[lane] = sum;
  for (var half = 32u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) {
      partial[lane] += partial[lane + half];
    }
  }
  if (lane == 0u) {
    sums[group.x] = partial[0];
  }
}
