// Many training steps of a small chain of dense layers in one dispatch: batch, forward, loss, backward, update, metrics.
//   h₀ = the batch;   hₗ = fₗ(hₗ₋₁·Wₗ + bₗ);   dₗ = ∂loss/∂(before fₗ), from the last layer down: dₗ₋₁ = (dₗ·Wₗᵀ) ∘ f'(hₗ₋₁)
//   dWₗ = hₗ₋₁ᵀ·dₗ;   dbₗ = Σ_rows dₗ;   θ ← update(θ, dθ)
// One workgroup does all. A thread takes two rows through all layers, forward and back, so that each weight it loads serves
// both; then a tile of 4 × 4 parameters makes its step in one thread: two barriers a step, and no dispatch.
//
// Shapes:    examples: [count, inputs]; targets: [count, units of the last layer]; parameters and state flat, as in the
//            optimizers' kernels; ring: [RING_ROWS, 8] words. `memory`, in whole vec4s: each layer's W and then b, W in whole
//            blocks of four rows, zero beyond its edges; the same for each of the optimizer's states; then for each row of the
//            batch h₀, h₁, … d₁, d₂, …, where what lies beyond a layer's units meets zeros of W. It is no workgroup memory: a
//            software adapter compiles 2 ms for each vec4 of that, to set it to zero.
// Threads:   THREADS in one workgroup. As in `matmul_quads`, four neighbours are a quad, which loads four rows of W at once.
// Dispatch:  [1, 1, 1].
// Numerics:  products are summed by fours, in order; gradients over the rows in order; losses by thread, then over the threads
//            in order. The formulas are those of `row_loss`, of the optimizers' kernels and of `tick`.

enable subgroups;

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32 }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }
// Offsets of W and b in the parameters, and in `memory`, where a row of W has `width` vec4s; of the layer's input, output and dₗ
// in a row's values.
struct Layer { inputs: u32, units: u32, activation: u32, kernel: u32, bias: u32, w: u32, b: u32, width: u32, x: u32, y: u32, d: u32 }
struct Chain { steps: u32, layers: array<Layer> }

@group(0) @binding(0) var<storage, read_write> clock: Clock;
@group(0) @binding(1) var<uniform> knobs: Knobs;
@group(0) @binding(2) var<storage, read> chain: Chain;
@group(0) @binding(3) var<storage, read_write> memory: array<vec4f>;
@group(0) @binding(4) var<storage, read> examples: array<f32>;
@group(0) @binding(5) var<storage, read> targets: array<f32>;
@group(0) @binding(6) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(7) var<storage, read_write> state: array<f32>;
@group(0) @binding(8) var<storage, read_write> ring: array<u32>;

override BATCH_SIZE: u32;
override ROWS: u32; // BATCH_SIZE, up to a multiple of 2·THREADS
override SHUFFLE: bool;
override SCALE: f32;
override OFFSET: f32;
override LAYERS: u32;
override HAS_RELU: bool;
override HAS_SIGMOID: bool;
override HAS_TANH: bool;
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
override STATES: u32; // values that the optimizer keeps for each parameter
override WEIGHT_VECTORS: u32; // of all layers
override ROW_VECTORS: u32; // of all values of a row
override VALUES: u32; // where they begin in `memory`, behind the weights and the optimizer's states
override RING_ROWS: u32;
override THREADS: u32;

var<workgroup> partial: array<vec4f, THREADS>;
var<workgroup> spoiled: array<u32, THREADS>;

@compute @workgroup_size(THREADS, 1, 1)
fn main(@builtin(local_invocation_index) lane: u32) {
  copy_weights(lane, false);
  storageBarrier();
  // Each thread keeps the clock for itself; they agree.
  var now = clock;
  for (var step = 0u; step < chain.steps; step++) {
    let first = now.batch * BATCH_SIZE;
    let present = min(BATCH_SIZE, knobs.example_count - first);
    for (var row = lane; row < ROWS; row += THREADS) {
      let example = example_of(row, first, present, now.epoch);
      load_row(VALUES + row * ROW_VECTORS, example);
    }
    for (var l = 0u; l < LAYERS; l++) {
      let layer = chain.layers[l];
      for (var row = 0u; row < ROWS; row += 2u * THREADS) {
        let values = VALUES + (row + lane) * ROW_VECTORS;
        forward(layer, values, values + THREADS * ROW_VECTORS, lane % 4u);
      }
    }
    var losses = vec4f();
    for (var row = lane; row < ROWS; row += THREADS) {
      let weight = select(0.0, 1.0 / f32(present), row < present);
      let example = example_of(row, first, present, now.epoch);
      losses += row_loss(VALUES + row * ROW_VECTORS, example, weight);
    }
    partial[lane] = losses;
    for (var l = LAYERS - 1u; l > 0u; l--) {
      let layer = chain.layers[l];
      let below = chain.layers[l - 1u];
      for (var row = 0u; row < ROWS; row += 2u * THREADS) {
        let values = VALUES + (row + lane) * ROW_VECTORS;
        backward(layer, below, values, values + THREADS * ROW_VECTORS, lane % 4u);
      }
    }
    storageBarrier();
    workgroupBarrier();
    var is_finite = true;
    for (var l = 0u; l < LAYERS; l++) {
      let layer = chain.layers[l];
      let tiles = (layer.inputs + 3u) / 4u * layer.width; // of 4 × 4, along the units first
      for (var tile = lane; tile < tiles; tile += THREADS) {
        let tile_is_finite = update_tile(layer, tile, now);
        is_finite = is_finite && tile_is_finite;
      }
    }
    spoiled[lane] = u32(!is_finite);
    var total = vec4f();
    if (lane == THREADS - 1u) {
      total = sum_of_threads();
    }
    storageBarrier();
    workgroupBarrier();
    if (lane == THREADS - 1u) {
      write_ring(now, present, total);
    }
    now.step += 1u;
    now.batch += 1u;
    if (now.batch * BATCH_SIZE >= knobs.example_count) {
      now.batch = 0u;
      now.epoch += 1u;
    }
    now.beta1_power *= DECAY_1;
    now.beta2_power *= DECAY_2;
  }
  copy_weights(lane, true);
  if (lane == 0u) {
    clock = now;
  }
}

// Fills the weights and the optimizer's states from the buffers, or writes them back: whole vec4s, as one thread's write to a part
// of one may touch the others.
fn copy_weights(lane: u32, back: bool) {
  for (var l = 0u; l < LAYERS; l++) {
    let layer = chain.layers[l];
    for (var v = lane; v < (layer.inputs + 1u) * layer.width; v += THREADS) {
      let i = v / layer.width;
      let unit = v % layer.width * 4u;
      let is_bias = i == layer.inputs; // one more row
      let p = select(layer.kernel + i * layer.units, layer.bias, is_bias) + unit;
      let at = select(layer.w + i * layer.width, layer.b, is_bias) + unit / 4u;
      let first = at + WEIGHT_VECTORS;
      let second = first + WEIGHT_VECTORS;
      var theta = memory[at];
      var states = mat2x4f();
      if (STATES > 0u) { states[0] = memory[first]; }
      if (STATES > 1u) { states[1] = memory[second]; }
      for (var c = 0u; c < 4u && unit + c < layer.units; c++) {
        if (back) {
          parameters[p + c] = theta[c];
          if (STATES > 0u) { state[p + c] = states[0][c]; }
          if (STATES > 1u) { state[p + c + PARAMETERS] = states[1][c]; }
        } else {
          theta[c] = parameters[p + c];
          if (STATES > 0u) { states[0][c] = state[p + c]; }
          if (STATES > 1u) { states[1][c] = state[p + c + PARAMETERS]; }
        }
      }
      memory[at] = theta;
      if (STATES > 0u) { memory[first] = states[0]; }
      if (STATES > 1u) { memory[second] = states[1]; }
    }
  }
}

// Four rows of W: each lane of a quad loads one, and hears the others.
fn weight_block(layer: Layer, i: u32, unit: u32, own: u32) -> mat4x4f {
  let v = memory[layer.w + (i + own) * layer.width + unit / 4u];
  return mat4x4f(quadBroadcast(v, 0u), quadBroadcast(v, 1u), quadBroadcast(v, 2u), quadBroadcast(v, 3u));
}

// A row beyond the end of the examples repeats the last one; its weight is 0: finite, and without effect.
fn example_of(row: u32, first: u32, present: u32, epoch: u32) -> u32 {
  let example = first + min(row, present - 1u);
  if (SHUFFLE) {
    return shuffled(example, epoch);
  }
  return example;
}

fn load_row(row: u32, example: u32) {
  let columns = chain.layers[0].inputs;
  for (var c = 0u; c < columns; c += 4u) {
    let at = example * columns + c;
    let x = vec4f(examples[at], examples[at + 1u], examples[at + 2u], examples[at + 3u]) * SCALE + OFFSET;
    memory[row + c / 4u] = select(vec4f(), x, c + vec4u(0u, 1u, 2u, 3u) < vec4u(columns));
  }
}

// y = f(x·W + b) of two rows, whose values stand at `row` and `other`.
fn forward(layer: Layer, row: u32, other: u32, own: u32) {
  for (var unit = 0u; unit < layer.units; unit += 4u) {
    var sum = memory[layer.b + unit / 4u];
    var other_sum = sum;
    for (var i = 0u; i < layer.inputs; i += 4u) {
      let w = weight_block(layer, i, unit, own);
      sum += w * memory[row + layer.x + i / 4u];
      other_sum += w * memory[other + layer.x + i / 4u];
    }
    memory[row + layer.y + unit / 4u] = activate(layer.activation, sum);
    memory[other + layer.y + unit / 4u] = activate(layer.activation, other_sum);
  }
}

// d of the layer below: (d·Wᵀ) ∘ f'(h), of two rows.
fn backward(layer: Layer, below: Layer, row: u32, other: u32, own: u32) {
  for (var i = 0u; i < layer.inputs; i += 4u) {
    var sum = vec4f();
    var other_sum = vec4f();
    for (var unit = 0u; unit < layer.units; unit += 4u) {
      let w = weight_block(layer, i, unit, own);
      sum += memory[row + layer.d + unit / 4u] * w;
      other_sum += memory[other + layer.d + unit / 4u] * w;
    }
    let x = layer.x + i / 4u;
    let d = below.d + i / 4u;
    memory[row + d] = sum * derivative(below.activation, memory[row + x]);
    memory[other + d] = other_sum * derivative(below.activation, memory[other + x]);
  }
}

// Loss and metrics, weighted; and d of the last layer.
fn row_loss(row: u32, example: u32, weight: f32) -> vec4f {
  let layer = chain.layers[LAYERS - 1u];
  let share = weight / f32(layer.units);
  var total = vec4f();
  for (var unit = 0u; unit < layer.units; unit += 4u) {
    let p = memory[row + layer.y + unit / 4u];
    var d = vec4f();
    for (var c = 0u; c < 4u && unit + c < layer.units; c++) {
      let t = targets[example * layer.units + unit + c];
      d[c] = slope(p[c], t);
      total.x += value(LOSS, p[c], t);
      if (METRICS > 0u) { total.y += metric(METRIC_0, p[c], t); }
      if (METRICS > 1u) { total.z += metric(METRIC_1, p[c], t); }
      if (METRICS > 2u) { total.w += metric(METRIC_2, p[c], t); }
    }
    memory[row + layer.d + unit / 4u] = share * d * derivative(layer.activation, p);
  }
  return share * total;
}

// The gradient of 4 × 4 weights, and of the biases above them, and their step; whether all are finite still.
fn update_tile(layer: Layer, tile: u32, now: Clock) -> bool {
  let i = tile / layer.width * 4u;
  let unit = tile % layer.width * 4u;
  var gradient = mat4x4f();
  var bias_gradient = vec4f();
  for (var row = 0u; row < BATCH_SIZE; row++) {
    let x = memory[VALUES + row * ROW_VECTORS + layer.x + i / 4u];
    let d = memory[VALUES + row * ROW_VECTORS + layer.d + unit / 4u];
    gradient += mat4x4f(x.x * d, x.y * d, x.z * d, x.w * d);
    bias_gradient += d;
  }
  var is_finite = true;
  for (var r = 0u; r < min(4u, layer.inputs - i); r++) {
    let row_is_finite = step_row(layer.w + (i + r) * layer.width + unit / 4u, gradient[r], now);
    is_finite = is_finite && row_is_finite;
  }
  if (i == 0u) {
    let row_is_finite = step_row(layer.b + unit / 4u, bias_gradient, now);
    is_finite = is_finite && row_is_finite;
  }
  return is_finite;
}

// The optimizer's step of four neighbouring parameters; whether they are finite still. What lies beyond a layer's units has
// gradient 0, and stays 0.
fn step_row(w: u32, g: vec4f, now: Clock) -> bool {
  let rate = knobs.learning_rate * now.schedule_factor;
  let first = w + WEIGHT_VECTORS;
  let second = first + WEIGHT_VECTORS;
  var theta = memory[w];
  switch OPTIMIZER {
    case 0u: {
      let change = -rate * g;
      if (STATES == 0u) {
        theta += change;
      } else {
        let velocity = MOMENTUM * memory[first] + change;
        memory[first] = velocity;
        theta += select(velocity, MOMENTUM * velocity + change, NESTEROV);
      }
    }
    case 1u: {
      let m = DECAY_1 * memory[first] + (1.0 - DECAY_1) * g;
      let v = DECAY_2 * memory[second] + (1.0 - DECAY_2) * g * g;
      memory[first] = m;
      memory[second] = v;
      let direction = (m / (1.0 - now.beta1_power)) / (sqrt(v / (1.0 - now.beta2_power)) + EPSILON);
      theta -= rate * (direction + WEIGHT_DECAY * theta);
    }
    case 2u: {
      let v = DECAY_1 * memory[first] + (1.0 - DECAY_1) * g * g;
      memory[first] = v;
      var change = rate * g / sqrt(v + EPSILON);
      if (STATES > 1u) {
        change += MOMENTUM * memory[second];
        memory[second] = change;
      }
      theta -= change;
    }
    default: {
      let sum = memory[first] + g * g;
      memory[first] = sum;
      theta -= rate * g / sqrt(INITIAL + sum + EPSILON);
    }
  }
  memory[w] = theta;
  // Exponent bits all ones are NaN or an infinity, which a ReLU may hide from the loss.
  let infinite = vec4u(0x7f800000u);
  return all((bitcast<vec4u>(theta) & infinite) != infinite);
}

fn sum_of_threads() -> vec4f {
  var total = vec4f();
  for (var thread = 0u; thread < THREADS; thread++) {
    total += partial[thread];
  }
  return total;
}

fn write_ring(now: Clock, present: u32, total: vec4f) {
  var any_spoiled = 0u;
  for (var thread = 0u; thread < THREADS; thread++) {
    any_spoiled |= spoiled[thread];
  }
  let at = (now.step % RING_ROWS) * 8u;
  ring[at] = now.step + 1u;
  ring[at + 1u] = now.epoch;
  ring[at + 2u] = present;
  ring[at + 3u] = bitcast<u32>(total.x);
  ring[at + 4u] = bitcast<u32>(total.y);
  ring[at + 5u] = bitcast<u32>(total.z);
  ring[at + 6u] = bitcast<u32>(total.w);
  ring[at + 7u] = any_spoiled;
}

// Kinds: 0 none, 1 relu, 2 sigmoid, 3 tanh. What no layer has is not even compiled.
fn activate(kind: u32, v: vec4f) -> vec4f {
  var y = v;
  if (HAS_RELU) {
    y = select(y, max(v, vec4f(0.0)), kind == 1u);
  }
  if (HAS_SIGMOID) {
    let e = exp(-abs(v));
    y = select(y, select(e, vec4f(1.0), v >= vec4f(0.0)) / (1.0 + e), kind == 2u);
  }
  if (HAS_TANH) {
    y = select(y, tanh(clamp(v, vec4f(-15.0), vec4f(15.0))), kind == 3u);
  }
  return y;
}

fn derivative(kind: u32, output: vec4f) -> vec4f {
  var slope = select(vec4f(1.0), 1.0 - output * output, kind == 3u);
  slope = select(slope, output * (1.0 - output), kind == 2u);
  return select(slope, select(vec4f(0.0), vec4f(1.0), output > vec4f(0.0)), kind == 1u);
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
