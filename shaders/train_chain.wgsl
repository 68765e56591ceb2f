// Many training steps of a small chain of dense layers in one dispatch: batch, forward, loss, backward, update, metrics.
//   h₀ = the batch;   hₗ₊₁ = fₗ(hₗ·Wₗ + bₗ);   dₗ = ∂loss/∂(before fₗ), from the last layer down: dₗ₋₁ = (dₗ·Wₗᵀ) ∘ f'(hₗ)
//   dWₗ = hₗᵀ·dₗ;   dbₗ = Σ_rows dₗ;   θ ← update(θ, dθ)
// One workgroup does all. A thread takes three rows through all layers, forward and back, so that each weight it loads serves
// three; then a tile of 4 × 4 parameters makes its step in one thread: two barriers a step, and no dispatch.
//
// Shapes:    examples: [count, inputs]; targets: [count, units of the last layer]; parameters and state flat, as in the
//            optimizers' kernels; ring: [RING_ROWS, 8] words. `memory`: for each row of the batch h₀ … h_L, d₀ … d_L₋₁, each
//            of WIDTH vec4s, so that every layer has the room of the widest; zero behind a layer's last column, as it was
//            made. It is no workgroup memory: a software adapter compiles 2 ms for each vec4 of that, to set it to zero.
// Threads:   THREADS in one workgroup. As in `matmul_quads`, four neighbours are a quad, which loads four rows of W at once.
// Dispatch:  [1, 1, 1].
// Numerics:  products are summed by fours, in order; gradients over the rows in order; losses by thread, then over a quad,
//            then over the quads in order. The formulas are those of `row_loss`, of the optimizers' kernels and of `tick`.
// Short loops end with their test: where lanes run under masks, a `for` runs its body once more, with no lane in it.

enable subgroups;

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32 }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }
// `size`: inputs and units in 12 bits each, then 4 bits of the activation below and of the own; offsets of W and b.
struct Layer { size: u32, kernel: u32, bias: u32 }
// 4 × 4 weights: where their inputs and their d stand in a row's memory, 16 bits each; offsets of the first weight and of the biases;
// rows of W, whether the tile has the biases too, units of the layer, units of the tile: 4, 4, 12 and 12 bits.
struct Tile { columns: u32, kernel: u32, bias: u32, size: u32 }
struct Chain { steps: u32, layers: array<Layer, 8>, tiles: array<Tile> }

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
override ROWS: u32; // BATCH_SIZE, up to a multiple of 3·THREADS
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
override TILES: u32; // in all layers
override WIDTH: u32; // vec4s of the widest layer's row
override ROW_VECTORS: u32; // (2·LAYERS + 1)·WIDTH
override NEXT_ROW: u32; // THREADS·ROW_VECTORS, from a thread's row to its next
override RING_ROWS: u32;
override THREADS: u32;

var<workgroup> partial: array<vec4f, THREADS / 4u>; // of each quad
var<workgroup> spoiled: atomic<u32>; // 1 from the first step on that left a parameter infinite or NaN

@compute @workgroup_size(THREADS, 1, 1)
fn main(@builtin(local_invocation_index) lane: u32) {
  // A software adapter checks each access, and divides for the array's length each time unless it was asked for before.
  let shortest = min(
    min(min(arrayLength(&memory), arrayLength(&parameters)), min(arrayLength(&examples), arrayLength(&targets))),
    min(min(arrayLength(&state), arrayLength(&ring)), arrayLength(&chain.tiles)));
  let steps = select(0u, chain.steps, shortest > 0u);
  // Each thread keeps the clock for itself; they agree.
  var now = clock;
  for (var step = 0u; step < steps; step++) {
    let present = min(BATCH_SIZE, knobs.example_count - now.batch * BATCH_SIZE);
    var losses = vec4f();
    var row = 0u;
    loop {
      let row_losses = train_rows(row + lane, present, now, lane % 4u);
      losses += row_losses;
      continuing { row += 3u * THREADS; break if row >= ROWS; }
    }
    losses += quadSwapX(losses);
    losses += quadSwapY(losses);
    if (THREADS > 4u && lane % 4u == 0u) {
      partial[lane / 4u] = losses;
    }
    storageBarrier();
    workgroupBarrier();
    var is_finite = true;
    for (var tile = lane; tile < TILES; tile += THREADS) {
      let tile_is_finite = update_tile(tile, now);
      is_finite = is_finite && tile_is_finite;
    }
    if (!is_finite) {
      atomicStore(&spoiled, 1u);
    }
    var total = vec4f();
    if (lane == THREADS - 1u) {
      total = sum_of_quads(losses);
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
  if (lane == 0u) {
    clock = now;
  }
}

// Three rows of the batch, `row`, `row` + THREADS and `row` + 2·THREADS, forward and back; the sum of their losses and metrics.
fn train_rows(row: u32, present: u32, now: Clock, own: u32) -> vec4f {
  let at = row * ROW_VECTORS;
  var chosen = vec3u();
  for (var r = 0u; r < 3u; r++) {
    // A row beyond the end of the examples repeats the last one; its weight is 0: finite, and without effect.
    var example = now.batch * BATCH_SIZE + min(row + r * THREADS, present - 1u);
    if (SHUFFLE) {
      example = shuffled(example, now.epoch);
    }
    load_row(at + r * NEXT_ROW, example);
    chosen = vec3u(chosen.yz, example);
  }
  var l = 0u;
  loop {
    forward(l, at + l * WIDTH, own);
    continuing { l++; break if l >= LAYERS; }
  }
  var losses = vec4f();
  for (var r = 0u; r < 3u; r++) {
    let weight = select(0.0, 1.0 / f32(present), row + r * THREADS < present);
    let row_losses = row_loss(at + LAYERS * WIDTH + r * NEXT_ROW, chosen.x, weight);
    losses += row_losses;
    chosen = chosen.yzx;
  }
  for (l = LAYERS - 1u; l > 0u; l--) {
    backward(l, at + l * WIDTH, own);
  }
  return losses;
}

fn load_row(row: u32, example: u32) {
  let columns = chain.layers[0].size & 0xfffu;
  for (var c = 0u; c < columns; c++) {
    memory[row + c / 4u][c % 4u] = examples[example * columns + c] * SCALE + OFFSET;
  }
}

// W[i, unit] to W[i, unit + 3], or four of b, at `at`.
fn four_parameters(at: u32) -> vec4f {
  return vec4f(parameters[at], parameters[at + 1u], parameters[at + 2u], parameters[at + 3u]);
}

// Four rows of W: each lane of a quad loads one, and hears the others.
fn weight_block(at: u32) -> mat4x4f {
  let v = four_parameters(at);
  return mat4x4f(quadBroadcast(v, 0u), quadBroadcast(v, 1u), quadBroadcast(v, 2u), quadBroadcast(v, 3u));
}

// What of four neighbouring columns exists, else 0.
fn within(v: vec4f, column: u32, columns: u32) -> vec4f {
  return select(vec4f(), v, column + vec4u(0u, 1u, 2u, 3u) < vec4u(columns));
}

// hₗ₊₁ = f(hₗ·W + b) of three rows, of which the first has its hₗ at `x`. The last loop brings each sum to the front in turn.
fn forward(l: u32, x: u32, own: u32) {
  let size = chain.layers[l].size;
  let inputs = size & 0xfffu;
  let units = (size >> 12u) & 0xfffu;
  let activation = size >> 28u;
  let kernel = chain.layers[l].kernel;
  let bias = chain.layers[l].bias;
  var unit = 0u;
  loop {
    let b = parameters[bias + unit + own];
    var sum_0 = vec4f(quadBroadcast(b, 0u), quadBroadcast(b, 1u), quadBroadcast(b, 2u), quadBroadcast(b, 3u));
    var sum_1 = sum_0;
    var sum_2 = sum_0;
    var i = 0u;
    loop {
      let at = x + i / 4u;
      let x_0 = memory[at];
      let x_1 = memory[at + NEXT_ROW];
      let x_2 = memory[at + 2u * NEXT_ROW];
      let w = weight_block(kernel + (i + own) * units + unit);
      sum_0 += w * x_0;
      sum_1 += w * x_1;
      sum_2 += w * x_2;
      continuing { i += 4u; break if i >= inputs; }
    }
    for (var r = 0u; r < 3u; r++) {
      let y = within(activate(activation, sum_0), unit, units);
      memory[x + r * NEXT_ROW + WIDTH + unit / 4u] = y;
      sum_0 = sum_1;
      sum_1 = sum_2;
    }
    continuing { unit += 4u; break if unit >= units; }
  }
}

// dₗ₋₁ = (dₗ·Wᵀ) ∘ f'(hₗ) of three rows, of which the first has its hₗ at `x`.
fn backward(l: u32, x: u32, own: u32) {
  let size = chain.layers[l].size;
  let inputs = size & 0xfffu;
  let units = (size >> 12u) & 0xfffu;
  let activation = (size >> 24u) & 15u;
  let kernel = chain.layers[l].kernel;
  let d = x + (LAYERS + 1u) * WIDTH;
  var i = 0u;
  loop {
    var sum_0 = vec4f();
    var sum_1 = vec4f();
    var sum_2 = vec4f();
    var unit = 0u;
    loop {
      let at = d + unit / 4u;
      let d_0 = memory[at];
      let d_1 = memory[at + NEXT_ROW];
      let d_2 = memory[at + 2u * NEXT_ROW];
      let w = weight_block(kernel + (i + own) * units + unit);
      sum_0 += d_0 * w;
      sum_1 += d_1 * w;
      sum_2 += d_2 * w;
      continuing { unit += 4u; break if unit >= units; }
    }
    for (var r = 0u; r < 3u; r++) {
      let slope = derivative(activation, memory[x + r * NEXT_ROW + i / 4u]);
      memory[d + r * NEXT_ROW - WIDTH + i / 4u] = within(sum_0 * slope, i, inputs);
      sum_0 = sum_1;
      sum_1 = sum_2;
    }
    continuing { i += 4u; break if i >= inputs; }
  }
}

// Loss and metrics of a row whose h_L is at `y`, weighted; and d of the last layer.
fn row_loss(y: u32, example: u32, weight: f32) -> vec4f {
  let size = chain.layers[LAYERS - 1u].size;
  let units = (size >> 12u) & 0xfffu;
  let activation = size >> 28u;
  let share = weight / f32(units);
  var total = vec4f();
  for (var unit = 0u; unit < units; unit++) {
    let at = y + unit / 4u;
    let p = memory[at][unit % 4u];
    let t = targets[example * units + unit];
    total.x += value(LOSS, p, t);
    if (METRICS > 0u) { total.y += metric(METRIC_0, p, t); }
    if (METRICS > 1u) { total.z += metric(METRIC_1, p, t); }
    if (METRICS > 2u) { total.w += metric(METRIC_2, p, t); }
    memory[at + LAYERS * WIDTH][unit % 4u] = share * slope(p, t) * derivative(activation, vec4f(p)).x;
  }
  return share * total;
}

// The gradient of a tile, and its step; whether all of it is finite still.
fn update_tile(tile: u32, now: Clock) -> bool {
  let columns = chain.tiles[tile].columns;
  let x_at = columns & 0xffffu;
  let d_at = columns >> 16u;
  var gradient = mat4x4f();
  var bias_gradient = vec4f();
  for (var row = 0u; row < BATCH_SIZE; row++) {
    let x = memory[x_at + row * ROW_VECTORS];
    let d = memory[d_at + row * ROW_VECTORS];
    gradient += mat4x4f(x.x * d, x.y * d, x.z * d, x.w * d);
    bias_gradient += d;
  }
  let kernel = chain.tiles[tile].kernel;
  let bias = chain.tiles[tile].bias;
  let size = chain.tiles[tile].size;
  let rows = size & 15u;
  let has_bias = (size & 16u) != 0u;
  let units = (size >> 8u) & 0xfffu;
  var is_finite = true;
  for (var r = 0u; r < select(rows, 5u, has_bias); r++) {
    if (r < rows || r == 4u) {
      let row_is_finite = step_row(select(kernel + r * units, bias, r == 4u), size >> 20u, gradient[0], now);
      is_finite = is_finite && row_is_finite;
    }
    // The next row comes to the front: an index that is no constant would keep the tile out of registers.
    gradient = mat4x4f(gradient[1], gradient[2], gradient[3], bias_gradient);
  }
  return is_finite;
}

// The optimizer's step of up to four neighbouring parameters; whether they are finite still.
fn step_row(at: u32, count: u32, g: vec4f, now: Clock) -> bool {
  let rate = knobs.learning_rate * now.schedule_factor;
  var theta = own_parameters(at, count);
  let second = at + PARAMETERS;
  switch OPTIMIZER {
    case 0u: {
      let change = -rate * g;
      if (STATES == 0u) {
        theta += change;
      } else {
        let velocity = MOMENTUM * own_states(at, count) + change;
        store_states(at, count, velocity);
        theta += select(velocity, MOMENTUM * velocity + change, NESTEROV);
      }
    }
    case 1u: {
      let m = DECAY_1 * own_states(at, count) + (1.0 - DECAY_1) * g;
      let v = DECAY_2 * own_states(second, count) + (1.0 - DECAY_2) * g * g;
      store_states(at, count, m);
      store_states(second, count, v);
      let direction = (m / (1.0 - now.beta1_power)) / (sqrt(v / (1.0 - now.beta2_power)) + EPSILON);
      theta -= rate * (direction + WEIGHT_DECAY * theta);
    }
    case 2u: {
      let v = DECAY_1 * own_states(at, count) + (1.0 - DECAY_1) * g * g;
      store_states(at, count, v);
      var change = rate * g / sqrt(v + EPSILON);
      if (STATES > 1u) {
        change += MOMENTUM * own_states(second, count);
        store_states(second, count, change);
      }
      theta -= change;
    }
    default: {
      let sum = own_states(at, count) + g * g;
      store_states(at, count, sum);
      theta -= rate * g / sqrt(INITIAL + sum + EPSILON);
    }
  }
  parameters[at] = theta.x;
  if (count > 1u) { parameters[at + 1u] = theta.y; }
  if (count > 2u) { parameters[at + 2u] = theta.z; }
  if (count > 3u) { parameters[at + 3u] = theta.w; }
  // Exponent bits all ones are NaN or an infinity, which a ReLU may hide from the loss.
  let infinite = vec4u(0x7f800000u);
  return all((bitcast<vec4u>(theta) & infinite) != infinite);
}

fn own_parameters(at: u32, count: u32) -> vec4f {
  let last = at + count - 1u;
  return vec4f(parameters[at], parameters[min(at + 1u, last)], parameters[min(at + 2u, last)], parameters[min(at + 3u, last)]);
}

fn own_states(at: u32, count: u32) -> vec4f {
  let last = at + count - 1u;
  return vec4f(state[at], state[min(at + 1u, last)], state[min(at + 2u, last)], state[min(at + 3u, last)]);
}

fn store_states(at: u32, count: u32, v: vec4f) {
  state[at] = v.x;
  if (count > 1u) { state[at + 1u] = v.y; }
  if (count > 2u) { state[at + 2u] = v.z; }
  if (count > 3u) { state[at + 3u] = v.w; }
}

fn sum_of_quads(own: vec4f) -> vec4f {
  if (THREADS == 4u) {
    return own;
  }
  var total = vec4f();
  for (var quad = 0u; quad < THREADS / 4u; quad++) {
    total += partial[quad];
  }
  return total;
}

fn write_ring(now: Clock, present: u32, total: vec4f) {
  let at = (now.step % RING_ROWS) * 8u;
  ring[at] = now.step + 1u;
  ring[at + 1u] = now.epoch;
  ring[at + 2u] = present;
  ring[at + 3u] = bitcast<u32>(total.x);
  ring[at + 4u] = bitcast<u32>(total.y);
  ring[at + 5u] = bitcast<u32>(total.z);
  ring[at + 6u] = bitcast<u32>(total.w);
  ring[at + 7u] = atomicLoad(&spoiled);
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
  var slope = vec4f(1.0);
  if (HAS_RELU) {
    slope = select(slope, select(vec4f(0.0), vec4f(1.0), output > vec4f(0.0)), kind == 1u);
  }
  if (HAS_SIGMOID) {
    slope = select(slope, output * (1.0 - output), kind == 2u);
  }
  if (HAS_TANH) {
    slope = select(slope, 1.0 - output * output, kind == 3u);
  }
  return slope;
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
