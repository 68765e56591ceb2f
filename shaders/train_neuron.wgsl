// Many training steps of one neuron with up to three inputs in one dispatch: batch, forward, loss, backward, update, metrics.
//   p = f(w·x), x = (x₁, x₂, x₃, 1), w = (weights, bias);   g = Σ_rows ∂loss/∂(w·x) · x;   w ← update(w, g)
// All that changes is two or three vec4s: every thread keeps them in registers, and all threads make the same update.
//
// Shapes:    examples: [count, WIDTH]; targets: [count]; parameters and state flat, as in the optimizers' kernels;
//            ring: [RING_ROWS, 8] words; steps: one f32.
// Threads:   THREADS in one workgroup, each taking every THREADS-th row of the batch; then a tree in shared memory.
// Dispatch:  [1, 1, 1].
// Numerics:  each thread sums its rows in order, the tree in its own: fixed order for one THREADS. The formulas are those of
//            `row_loss`, of the optimizers' kernels and of `tick`.

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
override WIDTH: u32;
override KERNEL: u32; // offsets in the flat parameters
override BIAS: u32;
override ACTIVATION: u32; // 0 none, 1 relu, 2 sigmoid, 3 tanh
override LOSS: u32; // as in row_loss
override METRICS: u32;
override METRIC_0: u32 = 0u; // as LOSS; 8 whether the sign of the logit is right
override METRIC_1: u32 = 0u;
override METRIC_2: u32 = 0u;
override OPTIMIZER: u32; // 0 gradient descent, 1 Adam, 2 RMSprop, 3 Adagrad
override MOMENTUM: f32 = 0.0;
override NESTEROV: bool = false;
override DECAY_1: f32 = 0.0; // Adam's β₁, RMSprop's ρ
override DECAY_2: f32 = 0.0; // Adam's β₂
override INITIAL: f32 = 0.0; // of Adagrad's accumulator
override EPSILON: f32 = 0.0;
override WEIGHT_DECAY: f32 = 0.0;
override PARAMETERS: u32; // length of the flat buffer: state is so many values, then so many more
override RING_ROWS: u32;
override THREADS: u32;

struct Sums { gradient: vec4f, metrics: vec4f }

var<workgroup> partial: array<Sums, THREADS>;

@compute @workgroup_size(THREADS, 1, 1)
fn main(@builtin(local_invocation_index) lane: u32) {
  var w = read_parameters();
  var first_state = vec4f();
  var second_state = vec4f();
  if (OPTIMIZER != 0u || MOMENTUM != 0.0) { first_state = read_state(0u); }
  if (OPTIMIZER == 1u || (OPTIMIZER == 2u && MOMENTUM != 0.0)) { second_state = read_state(PARAMETERS); }
  // Each thread keeps the clock for itself; they agree.
  var now = clock;
  let count = u32(steps[0]);
  for (var step = 0u; step < count; step++) {
    let first = now.batch * BATCH_SIZE;
    let present = min(BATCH_SIZE, knobs.example_count - first);
    partial[lane] = sums_of_rows(lane, w, first, present, now.epoch);
    for (var half = THREADS / 2u; half > 0u; half /= 2u) {
      workgroupBarrier();
      if (lane < half) {
        partial[lane].gradient += partial[lane + half].gradient;
        partial[lane].metrics += partial[lane + half].metrics;
      }
    }
    workgroupBarrier();
    let sums = partial[0];
    let g = sums.gradient;
    let rate = knobs.learning_rate * now.schedule_factor;
    switch OPTIMIZER {
      case 0u: {
        let change = -rate * g;
        first_state = MOMENTUM * first_state + change;
        w += select(first_state, MOMENTUM * first_state + change, NESTEROV);
      }
      case 1u: {
        first_state = DECAY_1 * first_state + (1.0 - DECAY_1) * g;
        second_state = DECAY_2 * second_state + (1.0 - DECAY_2) * g * g;
        let mean = first_state / (1.0 - now.beta1_power);
        w -= rate * (mean / (sqrt(second_state / (1.0 - now.beta2_power)) + EPSILON) + WEIGHT_DECAY * w);
      }
      case 2u: {
        first_state = DECAY_1 * first_state + (1.0 - DECAY_1) * g * g;
        second_state = MOMENTUM * second_state + rate * g / sqrt(first_state + EPSILON);
        w -= second_state;
      }
      default: {
        first_state += g * g;
        w -= rate * g / sqrt(INITIAL + first_state + EPSILON);
      }
    }
    if (lane == 0u) {
      write_ring(now, present, sums.metrics, spoils(w));
    }
    now.step += 1u;
    now.batch += 1u;
    if (now.batch * BATCH_SIZE >= knobs.example_count) {
      now.batch = 0u;
      now.epoch += 1u;
    }
    now.beta1_power *= DECAY_1;
    now.beta2_power *= DECAY_2;
    workgroupBarrier(); // the next step writes `partial` again
  }
  if (lane == 0u) {
    write_parameters(w);
    if (OPTIMIZER != 0u || MOMENTUM != 0.0) { write_state(0u, first_state); }
    if (OPTIMIZER == 1u || (OPTIMIZER == 2u && MOMENTUM != 0.0)) { write_state(PARAMETERS, second_state); }
    clock = now;
  }
}

// Gradient, and loss with metrics, of this thread's rows. A row beyond the end of an epoch is not there.
fn sums_of_rows(lane: u32, w: vec4f, first: u32, present: u32, epoch: u32) -> Sums {
  let share = 1.0 / f32(present);
  var gradient = vec4f();
  var metrics = vec4f();
  for (var row = lane; row < present; row += THREADS) {
    var example = first + row;
    if (SHUFFLE) {
      example = shuffled(example, epoch);
    }
    let at = example * WIDTH;
    var x = vec4f(fma(examples[at], SCALE, OFFSET), 0.0, 0.0, 1.0);
    if (WIDTH > 1u) { x.y = fma(examples[at + 1u], SCALE, OFFSET); }
    if (WIDTH > 2u) { x.z = fma(examples[at + 2u], SCALE, OFFSET); }
    let t = targets[example];
    let p = activate(dot(w, x));
    gradient += slope(p, t) * derivative(p) * x;
    metrics.x += value(LOSS, p, t);
    if (METRICS > 0u) { metrics.y += metric(METRIC_0, p, t); }
    if (METRICS > 1u) { metrics.z += metric(METRIC_1, p, t); }
    if (METRICS > 2u) { metrics.w += metric(METRIC_2, p, t); }
  }
  return Sums(share * gradient, share * metrics);
}

fn read_parameters() -> vec4f {
  var w = vec4f(parameters[KERNEL], 0.0, 0.0, parameters[BIAS]);
  if (WIDTH > 1u) { w.y = parameters[KERNEL + 1u]; }
  if (WIDTH > 2u) { w.z = parameters[KERNEL + 2u]; }
  return w;
}

fn write_parameters(w: vec4f) {
  parameters[KERNEL] = w.x;
  if (WIDTH > 1u) { parameters[KERNEL + 1u] = w.y; }
  if (WIDTH > 2u) { parameters[KERNEL + 2u] = w.z; }
  parameters[BIAS] = w.w;
}

fn read_state(at: u32) -> vec4f {
  var s = vec4f(state[at + KERNEL], 0.0, 0.0, state[at + BIAS]);
  if (WIDTH > 1u) { s.y = state[at + KERNEL + 1u]; }
  if (WIDTH > 2u) { s.z = state[at + KERNEL + 2u]; }
  return s;
}

fn write_state(at: u32, s: vec4f) {
  state[at + KERNEL] = s.x;
  if (WIDTH > 1u) { state[at + KERNEL + 1u] = s.y; }
  if (WIDTH > 2u) { state[at + KERNEL + 2u] = s.z; }
  state[at + BIAS] = s.w;
}

// Whether a parameter is NaN or infinite: exponent bits all ones. A ReLU may hide it from the loss.
fn spoils(w: vec4f) -> bool {
  let infinite = vec4u(0x7f800000u);
  return any((bitcast<vec4u>(w) & infinite) == infinite);
}

fn write_ring(now: Clock, present: u32, sums: vec4f, spoiled: bool) {
  let at = (now.step % RING_ROWS) * 8u;
  ring[at] = now.step + 1u;
  ring[at + 1u] = now.epoch;
  ring[at + 2u] = present;
  ring[at + 3u] = bitcast<u32>(sums.x);
  ring[at + 4u] = bitcast<u32>(sums.y);
  ring[at + 5u] = bitcast<u32>(sums.z);
  ring[at + 6u] = bitcast<u32>(sums.w);
  ring[at + 7u] = u32(spoiled);
}

fn activate(v: f32) -> f32 {
  switch ACTIVATION {
    case 1u: { return max(v, 0.0); }
    case 2u: {
      let e = exp(-abs(v));
      return select(e, 1.0, v >= 0.0) / (1.0 + e);
    }
    case 3u: { return tanh(clamp(v, -15.0, 15.0)); }
    default: { return v; }
  }
}

fn derivative(output: f32) -> f32 {
  switch ACTIVATION {
    case 0u: { return 1.0; }
    case 1u: { return select(0.0, 1.0, output > 0.0); }
    case 2u: { return output * (1.0 - output); }
    default: { return 1.0 - output * output; }
  }
}

fn metric(kind: u32, p: f32, t: f32) -> f32 {
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

fn slope(p: f32, t: f32) -> f32 {
  let error = p - t;
  let side = 2.0 * t - 1.0;
  switch LOSS {
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

// The permutation of `gather_batch`, which explains it.
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

fn hash(value: u32, key: u32) -> u32 {
  let mixed = (value ^ (key * 0x85EBCA6Bu)) * 747796405u + 2891336453u;
  let word = ((mixed >> ((mixed >> 28u) + 4u)) ^ mixed) * 277803737u;
  return (word >> 22u) ^ word;
}
