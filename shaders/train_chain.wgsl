// Many training steps of a small chain of dense layers in one dispatch: batch, forward, loss, backward, update, metrics.
//   h₀ = the batch;   hₗ = fₗ(hₗ₋₁·Wₗ + bₗ);   dₗ = ∂loss/∂(before fₗ);   dWₗ = hₗ₋₁ᵀ·dₗ;   θ ← update(θ, dθ)
// The parameters and the batch's values stay in the memory of one workgroup; a step costs a few barriers, no dispatch.
//
// Shapes:    examples: [count, WIDTH_0]; targets: [count, TARGET_WIDTH]; parameters and state flat, as in the optimizers'
//            kernels; ring: [RING_ROWS, 8] words; steps: one f32. hₗ, dₗ: [BATCH_SIZE, WIDTH_l].
// Threads:   THREADS in one workgroup, each taking every THREADS-th value of a layer, then every THREADS-th parameter.
// Dispatch:  [1, 1, 1].
// Numerics:  every sum runs in order in one thread, row losses in a tree over the threads: fixed order for one THREADS. The
//            formulas are those of `row_loss`, `sgd`, `adam` and `tick`.

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32 }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }

@group(0) @binding(0) var<storage, read_write> clock: Clock;
@group(0) @binding(1) var<uniform> knobs: Knobs;
@group(0) @binding(2) var<storage, read> steps: array<f32>;
@group(0) @binding(3) var<storage, read> examples: array<f32>;
@group(0) @binding(4) var<storage, read> targets: array<f32>;
@group(0) @binding(5) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(6) var<storage, read_write> state: array<f32>;
@group(0) @binding(7) var<storage, read_write> ring: array<u32>;

override BATCH_SIZE: u32;
override SHUFFLE: bool;
override SCALE: f32;
override OFFSET: f32;
override TARGET_WIDTH: u32;
override LAYERS: u32;
override WIDTH_0: u32;
override WIDTH_1: u32;
override WIDTH_2: u32 = 0u;
override WIDTH_3: u32 = 0u;
override WIDTH_4: u32 = 0u;
override ACTIVATION_1: u32; // 0 none, 1 relu, 2 sigmoid, 3 tanh
override ACTIVATION_2: u32 = 0u;
override ACTIVATION_3: u32 = 0u;
override ACTIVATION_4: u32 = 0u;
override KERNEL_1: u32; // offsets in the flat parameters
override KERNEL_2: u32 = 0u;
override KERNEL_3: u32 = 0u;
override KERNEL_4: u32 = 0u;
override BIAS_1: u32;
override BIAS_2: u32 = 0u;
override BIAS_3: u32 = 0u;
override BIAS_4: u32 = 0u;
override LOSS: u32; // as in row_loss
override METRICS: u32;
override METRIC_0: u32 = 0u; // as LOSS; 8 whether the sign of the logit is right
override METRIC_1: u32 = 0u;
override METRIC_2: u32 = 0u;
override OPTIMIZER: u32; // 0 gradient descent, 1 Adam
override MOMENTUM: f32 = 0.0;
override NESTEROV: bool = false;
override BETA_1: f32 = 0.0;
override BETA_2: f32 = 0.0;
override EPSILON: f32 = 0.0;
override WEIGHT_DECAY: f32 = 0.0;
override PARAMETERS: u32; // length of the flat buffer
override VALUES: u32; // of all h and d
override RING_ROWS: u32;
override THREADS: u32;

var<workgroup> weights: array<f32, PARAMETERS>;
// h₀, h₁, …, then d₁, d₂, …
var<workgroup> values: array<f32, VALUES>;
var<workgroup> partial: array<vec4f, THREADS>;

@compute @workgroup_size(THREADS, 1, 1)
fn main(@builtin(local_invocation_index) lane: u32) {
  for (var p = lane; p < PARAMETERS; p += THREADS) {
    weights[p] = parameters[p];
  }
  // Each thread keeps the clock for itself; they agree.
  var now = clock;
  let count = u32(steps[0]);
  for (var step = 0u; step < count; step++) {
    let first = now.batch * BATCH_SIZE;
    let present = min(BATCH_SIZE, knobs.example_count - first);
    // A whole dataset in order is the same batch again.
    if (step == 0u || SHUFFLE || BATCH_SIZE < knobs.example_count) {
      load_batch(lane, first, present, now.epoch);
    }
    for (var l = 1u; l <= LAYERS; l++) {
      workgroupBarrier();
      forward(l, lane);
    }
    workgroupBarrier();
    partial[lane] = row_losses(lane, first, present, now.epoch);
    for (var half = THREADS / 2u; half > 0u; half /= 2u) {
      workgroupBarrier();
      if (lane < half) {
        partial[lane] += partial[lane + half];
      }
    }
    for (var l = LAYERS; l > 1u; l--) {
      workgroupBarrier();
      backward(l, lane);
    }
    workgroupBarrier();
    let rate = knobs.learning_rate * now.schedule_factor;
    for (var l = 1u; l <= LAYERS; l++) {
      update_layer(l, lane, rate, now.beta1_power, now.beta2_power);
    }
    if (lane == 0u) {
      write_ring(now, present, partial[0]);
    }
    now.step += 1u;
    now.batch += 1u;
    if (now.batch * BATCH_SIZE >= knobs.example_count) {
      now.batch = 0u;
      now.epoch += 1u;
    }
    now.beta1_power *= BETA_1;
    now.beta2_power *= BETA_2;
    workgroupBarrier();
  }
  for (var p = lane; p < PARAMETERS; p += THREADS) {
    parameters[p] = weights[p];
  }
  if (lane == 0u) {
    clock = now;
  }
}

fn width(l: u32) -> u32 {
  switch l {
    case 0u: { return WIDTH_0; }
    case 1u: { return WIDTH_1; }
    case 2u: { return WIDTH_2; }
    case 3u: { return WIDTH_3; }
    default: { return WIDTH_4; }
  }
}

fn activation_of(l: u32) -> u32 {
  switch l {
    case 1u: { return ACTIVATION_1; }
    case 2u: { return ACTIVATION_2; }
    case 3u: { return ACTIVATION_3; }
    default: { return ACTIVATION_4; }
  }
}

fn kernel_at(l: u32) -> u32 {
  switch l {
    case 1u: { return KERNEL_1; }
    case 2u: { return KERNEL_2; }
    case 3u: { return KERNEL_3; }
    default: { return KERNEL_4; }
  }
}

fn bias_at(l: u32) -> u32 {
  switch l {
    case 1u: { return BIAS_1; }
    case 2u: { return BIAS_2; }
    case 3u: { return BIAS_3; }
    default: { return BIAS_4; }
  }
}

// Where hₗ begins.
fn h_at(l: u32) -> u32 {
  var widths = 0u;
  if (l > 0u) { widths += WIDTH_0; }
  if (l > 1u) { widths += WIDTH_1; }
  if (l > 2u) { widths += WIDTH_2; }
  if (l > 3u) { widths += WIDTH_3; }
  return widths * BATCH_SIZE;
}

// Where dₗ begins, l ≥ 1.
fn d_at(l: u32) -> u32 {
  return h_at(LAYERS) + width(LAYERS) * BATCH_SIZE + h_at(l) - WIDTH_0 * BATCH_SIZE;
}

// Whole quotient of small numbers: f32 division runs in SIMD where integer division does not, and is exact below 2²².
fn quotient(n: u32, divisor: u32) -> u32 {
  return u32((f32(n) + 0.5) / f32(divisor));
}

fn example_of(row: u32, first: u32, present: u32, epoch: u32) -> u32 {
  let position = first + min(row, present - 1u);
  if (SHUFFLE) {
    return shuffled(position, epoch);
  }
  return position;
}

fn load_batch(lane: u32, first: u32, present: u32, epoch: u32) {
  for (var row = lane; row < BATCH_SIZE; row += THREADS) {
    let at = example_of(row, first, present, epoch) * WIDTH_0;
    for (var i = 0u; i < WIDTH_0; i++) {
      values[row * WIDTH_0 + i] = fma(examples[at + i], SCALE, OFFSET);
    }
  }
}

fn forward(l: u32, lane: u32) {
  let inputs = width(l - 1u);
  let units = width(l);
  let x = h_at(l - 1u);
  let y = h_at(l);
  let kernel = kernel_at(l);
  let bias = bias_at(l);
  let kind = activation_of(l);
  for (var t = lane; t < BATCH_SIZE * units; t += THREADS) {
    let row = quotient(t, units);
    let unit = t - row * units;
    var sum = weights[bias + unit];
    for (var i = 0u; i < inputs; i++) {
      sum += values[x + row * inputs + i] * weights[kernel + i * units + unit];
    }
    values[y + t] = activate(kind, sum);
  }
}

// Loss and metrics of this thread's rows, weighted; and d of the last layer.
fn row_losses(lane: u32, first: u32, present: u32, epoch: u32) -> vec4f {
  let units = width(LAYERS);
  let y = h_at(LAYERS);
  let d = d_at(LAYERS);
  let kind = activation_of(LAYERS);
  var sums = vec4f();
  for (var row = lane; row < BATCH_SIZE; row += THREADS) {
    let weight = select(0.0, 1.0 / f32(present), row < present);
    let target_at = example_of(row, first, present, epoch) * TARGET_WIDTH;
    let at = y + row * units;
    var totals = vec4f();
    let share = weight / f32(units);
    for (var c = 0u; c < units; c++) {
      let p = values[at + c];
      let t = targets[target_at + c];
      values[d + row * units + c] = share * slope(LOSS, p, t) * derivative(kind, p);
      totals += vec4f(value(LOSS, p, t), metric(METRIC_0, p, t), metric(METRIC_1, p, t), metric(METRIC_2, p, t));
    }
    sums += weight * (totals / f32(units));
  }
  return sums;
}

// d of the layer below l.
fn backward(l: u32, lane: u32) {
  let units = width(l);
  let inputs = width(l - 1u);
  let above = d_at(l);
  let below = d_at(l - 1u);
  let y = h_at(l - 1u);
  let kernel = kernel_at(l);
  let kind = activation_of(l - 1u);
  for (var t = lane; t < BATCH_SIZE * inputs; t += THREADS) {
    let row = quotient(t, inputs);
    let i = t - row * inputs;
    var sum = 0.0;
    for (var unit = 0u; unit < units; unit++) {
      sum += values[above + row * units + unit] * weights[kernel + i * units + unit];
    }
    values[below + t] = sum * derivative(kind, values[y + t]);
  }
}

fn update_layer(l: u32, lane: u32, rate: f32, power1: f32, power2: f32) {
  let units = width(l);
  let inputs = width(l - 1u);
  let x = h_at(l - 1u);
  let d = d_at(l);
  let kernel = kernel_at(l);
  let bias = bias_at(l);
  for (var p = lane; p < (inputs + 1u) * units; p += THREADS) {
    let i = quotient(p, units);
    let unit = p - i * units;
    var gradient = 0.0;
    if (i < inputs) {
      for (var row = 0u; row < BATCH_SIZE; row++) {
        gradient += values[x + row * inputs + i] * values[d + row * units + unit];
      }
      update(kernel + p, gradient, rate, power1, power2);
    } else { // the bias is one more row of the kernel, whose input is 1
      for (var row = 0u; row < BATCH_SIZE; row++) {
        gradient += values[d + row * units + unit];
      }
      update(bias + unit, gradient, rate, power1, power2);
    }
  }
}

fn update(p: u32, gradient: f32, rate: f32, power1: f32, power2: f32) {
  let theta = weights[p];
  if (OPTIMIZER == 0u) {
    let step = -rate * gradient;
    if (MOMENTUM == 0.0) {
      weights[p] = theta + step;
      return;
    }
    let velocity = MOMENTUM * state[p] + step;
    state[p] = velocity;
    weights[p] = theta + select(velocity, MOMENTUM * velocity + step, NESTEROV);
    return;
  }
  let m = BETA_1 * state[p] + (1.0 - BETA_1) * gradient;
  let v = BETA_2 * state[PARAMETERS + p] + (1.0 - BETA_2) * gradient * gradient;
  state[p] = m;
  state[PARAMETERS + p] = v;
  let direction = (m / (1.0 - power1)) / (sqrt(v / (1.0 - power2)) + EPSILON);
  weights[p] = theta - rate * (direction + WEIGHT_DECAY * theta);
}

fn write_ring(now: Clock, present: u32, sums: vec4f) {
  let at = (now.step % RING_ROWS) * 8u;
  ring[at] = now.step + 1u;
  ring[at + 1u] = now.epoch;
  ring[at + 2u] = present;
  ring[at + 3u] = bitcast<u32>(sums.x);
  ring[at + 4u] = bitcast<u32>(sums.y);
  ring[at + 5u] = bitcast<u32>(sums.z);
  ring[at + 6u] = bitcast<u32>(sums.w);
}

fn activate(kind: u32, v: f32) -> f32 {
  switch kind {
    case 1u: { return max(v, 0.0); }
    case 2u: {
      let e = exp(-abs(v));
      return select(e, 1.0, v >= 0.0) / (1.0 + e);
    }
    case 3u: { return tanh(clamp(v, -15.0, 15.0)); }
    default: { return v; }
  }
}

fn derivative(kind: u32, output: f32) -> f32 {
  switch kind {
    case 0u: { return 1.0; }
    case 1u: { return select(0.0, 1.0, output > 0.0); }
    case 2u: { return output * (1.0 - output); }
    default: { return 1.0 - output * output; }
  }
}

fn metric(kind: u32, p: f32, t: f32) -> f32 {
  if (METRICS == 0u) {
    return 0.0;
  }
  if (kind == 8u) {
    return select(0.0, 1.0, select(0.0, 1.0, p > 0.0) == t);
  }
  return value(kind, p, t);
}

fn value(kind: u32, p: f32, t: f32) -> f32 {
  let error = p - t;
  switch kind {
    case 0u: { return error * error; }
    case 1u: { return abs(error); }
    case 2u: { return select(abs(error) - 0.5, 0.5 * error * error, abs(error) <= 1.0); }
    case 3u: { return max(p, 0.0) - p * t + log(1.0 + exp(-abs(p))); }
    case 4u: { return max(0.0, 1.0 - (2.0 * t - 1.0) * p); }
    default: { return max(0.0, -(2.0 * t - 1.0) * p); }
  }
}

fn slope(kind: u32, p: f32, t: f32) -> f32 {
  let error = p - t;
  let side = 2.0 * t - 1.0;
  switch kind {
    case 0u: { return 2.0 * error; }
    case 1u: { return sign(error); }
    case 2u: { return clamp(error, -1.0, 1.0); }
    case 3u: {
      let e = exp(-abs(p));
      return select(e, 1.0, p >= 0.0) / (1.0 + e) - t;
    }
    case 4u: { return select(0.0, -side, side * p < 1.0); }
    default: { return select(0.0, -side, side * p <= 0.0); }
  }
}

fn shuffled(position: u32, epoch: u32) -> u32 {
  let columns = knobs.shuffle_columns;
  let rows = (knobs.example_count + columns - 1u) / columns;
  let key = knobs.seed + epoch * 0x9E3779B9u;
  var cell = position;
  loop {
    var left = cell / columns;
    var right = cell % columns;
    for (var round = 0u; round < 4u; round++) {
      left = (left + hash(right, key + 2u * round)) % rows;
      right = (right + hash(left, key + 2u * round + 1u)) % columns;
    }
    cell = left * columns + right;
    if (cell < knobs.example_count) {
      break;
    }
  }
  return cell;
}

// PCG output permutation (O'Neill 2014) of a 32-bit linear congruential step.
fn hash(value: u32, key: u32) -> u32 {
  let mixed = (value ^ (key * 0x85EBCA6Bu)) * 747796405u + 2891336453u;
  let word = ((mixed >> ((mixed >> 28u) + 4u)) ^ mixed) * 277803737u;
  return (word >> 22u) ^ word;
}
