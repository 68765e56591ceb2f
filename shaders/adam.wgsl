// Adam for all parameters at once (Kingma & Ba 2015, algorithm 1), with decoupled weight decay (AdamW) when λ > 0:
//   m ← β₁·m + (1 − β₁)·g;   v ← β₂·v + (1 − β₂)·g²
//   θ ← θ − η·( m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε) + λ·θ )                 η = learning rate · schedule
//
// Shapes:    parameters, gradients: COUNT vec4s, flat over all layers; moments: 2·COUNT, m first, then v;
//            sums: Σ of the gradients' squares first, read when gradients are clipped.
// Threads:   one vec4 each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  β₁ᵗ and β₂ᵗ are running products kept by the clock: WGSL's pow is inexact.

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32,
               spoiled: atomic<u32> }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }

@group(0) @binding(0) var<storage, read_write> clock: Clock;
@group(0) @binding(1) var<uniform> knobs: Knobs;
@group(0) @binding(2) var<storage, read> gradients: array<vec4f>;
@group(0) @binding(3) var<storage, read> sums: array<f32>;
@group(0) @binding(4) var<storage, read_write> parameters: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> moments: array<vec4f>;

override COUNT: u32;
override CLIP_NORM: f32 = 0.0; // 0: gradients are not clipped
override BETA_1: f32;
override BETA_2: f32;
override EPSILON: f32;
override WEIGHT_DECAY: f32 = 0.0;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i >= COUNT) {
    return;
  }
  let g = clipped(gradients[i]);
  let m = BETA_1 * moments[i] + (1.0 - BETA_1) * g;
  let v = BETA_2 * moments[COUNT + i] + (1.0 - BETA_2) * g * g;
  moments[i] = m;
  moments[COUNT + i] = v;
  let direction = (m / (1.0 - clock.beta1_power)) / (sqrt(v / (1.0 - clock.beta2_power)) + EPSILON);
  let theta = parameters[i];
  store(i, theta - knobs.learning_rate * clock.schedule_factor * (direction + WEIGHT_DECAY * theta));
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
