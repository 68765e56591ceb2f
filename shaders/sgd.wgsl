// Stochastic gradient descent for all parameters at once, with optional (Nesterov) momentum:
//   v ← μ·v − η·g;   θ ← θ + v      (Nesterov: θ ← θ + μ·v − η·g)          η = learning rate · schedule
//
// Shapes:    parameters, gradients, velocity: COUNT vec4s, flat over all layers (velocity is unused when μ = 0);
//            sums: Σ of the gradients' squares first, read when gradients are clipped.
// Threads:   one vec4 each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32,
               spoiled: atomic<u32> }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }

@group(0) @binding(0) var<storage, read_write> clock: Clock;
@group(0) @binding(1) var<uniform> knobs: Knobs;
@group(0) @binding(2) var<storage, read> gradients: array<vec4f>;
@group(0) @binding(3) var<storage, read> sums: array<f32>;
@group(0) @binding(4) var<storage, read_write> parameters: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> velocity: array<vec4f>;

override COUNT: u32;
override CLIP_NORM: f32 = 0.0; // 0: gradients are not clipped
override MOMENTUM: f32 = 0.0;
override NESTEROV: bool = false;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i >= COUNT) {
    return;
  }
  let step = -knobs.learning_rate * clock.schedule_factor * clipped(gradients[i]);
  if (MOMENTUM == 0.0) {
    store(i, parameters[i] + step);
    return;
  }
  let v = MOMENTUM * velocity[i] + step;
  velocity[i] = v;
  if (NESTEROV) {
    store(i, parameters[i] + (MOMENTUM * v + step));
  } else {
    store(i, parameters[i] + v);
  }
}

// Exponent bits all ones are NaN or an infinity: `tick` passes it on, as the loss of this step does not know it yet.
fn store(i: u32, updated: vec4f) {
  parameters[i] = updated;
  let infinite = vec4u(0x7f800000u);
  if (any((bitcast<vec4u>(updated) & infinite) == infinite)) {
    atomicStore(&clock.spoiled, 1u);
  }
}

// Scaled so that the norm of all gradients together is at most CLIP_NORM.
fn clipped(g: vec4f) -> vec4f {
  if (CLIP_NORM == 0.0) {
    return g;
  }
  let norm = sqrt(sums[0]);
  return select(g, g * (CLIP_NORM / norm), norm > CLIP_NORM);
}
