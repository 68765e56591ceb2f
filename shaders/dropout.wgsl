// Dropout by counter-based random numbers: y[i] = x[i] · SCALE where hash(i; step, stream, seed) ≥ THRESHOLD, else 0.
// The backward pass is the same kernel on the cotangent: the mask is drawn again, not stored.
//
// Shapes:    x, y: COUNT values.
// Threads:   one element each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  the mask is decided in whole numbers, so the CPU executor draws the same one. THRESHOLD = rate · 2³²,
//            SCALE = 1 / (1 − rate). A dropped NaN is dropped.

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32 }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }

@group(0) @binding(0) var<storage, read> clock: Clock;
@group(0) @binding(1) var<uniform> knobs: Knobs;
@group(0) @binding(2) var<storage, read> x: array<f32>;
@group(0) @binding(3) var<storage, read_write> y: array<f32>;

override COUNT: u32;
override STREAM: u32;
override THRESHOLD: u32;
override SCALE: f32;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i < COUNT) {
    let key = hash(clock.step, hash(STREAM, knobs.seed));
    y[i] = select(0.0, x[i] * SCALE, hash(i, key) >= THRESHOLD);
  }
}

// PCG output permutation (O'Neill 2014) of a 32-bit linear congruential step.
fn hash(value: u32, key: u32) -> u32 {
  let mixed = (value ^ (key * 0x85EBCA6Bu)) * 747796405u + 2891336453u;
  let word = ((mixed >> ((mixed >> 28u) + 4u)) ^ mixed) * 277803737u;
  return (word >> 22u) ^ word;
}
