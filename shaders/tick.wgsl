// Ends a step: writes its metrics into the ring and advances the clock.
//   ring[step mod RING_ROWS] = { step + 1, epoch, rows in the batch, Σ w·loss, Σ w·metric…, spoiled };   step ← step + 1; …
// `spoiled` is what the optimizer says: 1 when a parameter is no longer finite, which a later ReLU might hide from the loss.
// The batch and the epoch follow from the count of examples; the schedule's factor for the next step from the step.
//
// Shapes:    weights, losses, metric_0..2: [BATCH_SIZE]; ring: [RING_ROWS, 8] words.
// Threads:   one workgroup of 64; each thread sums every 64th row, then a tree in shared memory: fixed order.
// Dispatch:  [1, 1, 1], the last of a step.

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32,
               spoiled: u32 }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }

@group(0) @binding(0) var<storage, read_write> clock: Clock;
@group(0) @binding(1) var<uniform> knobs: Knobs;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read> losses: array<f32>;
@group(0) @binding(4) var<storage, read> metric_0: array<f32>;
@group(0) @binding(5) var<storage, read> metric_1: array<f32>;
@group(0) @binding(6) var<storage, read> metric_2: array<f32>;
@group(0) @binding(7) var<storage, read_write> ring: array<u32>;

override BATCH_SIZE: u32;
override METRICS: u32;
override RING_ROWS: u32;
override BETA_1: f32 = 0.0;
override BETA_2: f32 = 0.0;
override SCHEDULE: u32 = 0u; // 0 constant, 1 step, 2 cosine, 3 inverse time
override SCHEDULE_STEPS: f32 = 1.0; // steps between two drops, or to the end of the cosine
override SCHEDULE_VALUE: f32 = 0.0; // factor of a drop, floor of the cosine, or decay per step

var<workgroup> partial: array<vec4f, 64>;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(local_invocation_index) lane: u32) {
  var sums = vec4f();
  for (var row = lane; row < BATCH_SIZE; row += 64u) {
    var values = vec4f(losses[row], 0.0, 0.0, 0.0);
    if (METRICS > 0u) { values.y = metric_0[row]; }
    if (METRICS > 1u) { values.z = metric_1[row]; }
    if (METRICS > 2u) { values.w = metric_2[row]; }
    sums = fma(vec4f(weights[row]), values, sums);
  }
  // Eight sums of eight, then their sum: two barriers, where halving would need seven.
  partial[lane] = sums;
  workgroupBarrier();
  if (lane % 8u == 0u) {
    for (var i = 1u; i < 8u; i++) {
      sums += partial[lane + i];
    }
    partial[lane] = sums;
  }
  workgroupBarrier();
  if (lane == 0u) {
    for (var i = 8u; i < 64u; i += 8u) {
      sums += partial[i];
    }
    write_ring(sums);
    advance();
  }
}

fn write_ring(sums: vec4f) {
  let at = (clock.step % RING_ROWS) * 8u;
  ring[at] = clock.step + 1u;
  ring[at + 1u] = clock.epoch;
  ring[at + 2u] = min(BATCH_SIZE, knobs.example_count - clock.batch * BATCH_SIZE);
  ring[at + 3u] = bitcast<u32>(sums.x);
  ring[at + 4u] = bitcast<u32>(sums.y);
  ring[at + 5u] = bitcast<u32>(sums.z);
  ring[at + 6u] = bitcast<u32>(sums.w);
  ring[at + 7u] = clock.spoiled;
}

fn advance() {
  clock.spoiled = 0u;
  clock.step += 1u;
  clock.batch += 1u;
  if (clock.batch * BATCH_SIZE >= knobs.example_count) {
    clock.batch = 0u;
    clock.epoch += 1u;
  }
  clock.beta1_power *= BETA_1;
  clock.beta2_power *= BETA_2;
  let step = f32(clock.step);
  switch SCHEDULE {
    case 1u: { clock.schedule_factor = pow(SCHEDULE_VALUE, floor(step / SCHEDULE_STEPS)); }
    case 2u: {
      let progress = min(step / SCHEDULE_STEPS, 1.0);
      clock.schedule_factor = SCHEDULE_VALUE + (1.0 - SCHEDULE_VALUE) * 0.5 * (1.0 + cos_pi(progress));
    }
    case 3u: { clock.schedule_factor = 1.0 / (1.0 + SCHEDULE_VALUE * step); }
    default: { }
  }
}

// cos πp for p in [0, 1], as the sine of π/2 − πp by its Taylor series, to 1e-7: WGSL's cos may be off by 5e-4.
fn cos_pi(p: f32) -> f32 {
  let x = 3.14159265 * (0.5 - p);
  let y = x * x;
  return x * (1.0 - y / 6.0 * (1.0 - y / 20.0 * (1.0 - y / 42.0 * (1.0 - y / 72.0 * (1.0 - y / 110.0)))));
}
