// One training step of a chain of dense layers, the half that belongs to parameters: gradients, their step, and the tick.
//   dWₗ = [hₗ₋₁, 1]ᵀ·dₗ;   θ ← update(θ, dθ);   ring[step mod RING_ROWS] = the step's metrics;   step ← step + 1
// `chain_rows` made h, d and the rows' losses, and copied the clock to `now`, so that one workgroup may advance the clock while
// the others read it.
//
// Shapes:    as in `chain_rows`; parameters and state flat, as in the optimizers' kernels; ring: [RING_ROWS, 8] words.
// Threads:   THREADS a workgroup. A quad makes 4 inputs × 16 units of one layer's dW, as in `matmul_quads`, and their step.
//            The first workgroup also sums the rows' losses.
// Dispatch:  as many workgroups as there are such tiles: ceil((inputs + 1) / 4) · ceil(units / 16) for each layer, THREADS / 4
//            in each.
// Numerics:  gradients are summed over the rows by fours, losses over every fourth row and then the four: fixed order. The
//            formulas are those of the optimizers' kernels and of `tick`.

enable subgroups;

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32,
               spoiled: atomic<u32> }
// The clock as it was when the step began.
struct Now { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32, spoiled: u32 }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }
// Offsets of W and b in the parameters; of the layer's input, output and dₗ in `values`.
struct Layer { inputs: u32, units: u32, activation: u32, kernel: u32, bias: u32, x: u32, y: u32, d: u32 }

@group(0) @binding(0) var<storage, read_write> clock: Clock;
@group(0) @binding(1) var<uniform> knobs: Knobs;
@group(0) @binding(2) var<storage, read> now: Now;
@group(0) @binding(3) var<storage, read> layers: array<Layer>;
@group(0) @binding(4) var<storage, read> values: array<vec4f>;
@group(0) @binding(5) var<storage, read> sums: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(7) var<storage, read_write> state: array<f32>;
@group(0) @binding(8) var<storage, read_write> ring: array<u32>;

override BATCH_SIZE: u32;
override ROWS: u32; // BATCH_SIZE, up to a multiple of 4
override LAYERS: u32;
override OPTIMIZER: u32; // 0 gradient descent, 1 Adam, 2 RMSprop, 3 Adagrad
override MOMENTUM: f32 = 0.0;
override NESTEROV: bool = false;
override DECAY_1: f32 = 0.0; // Adam's β₁, RMSprop's ρ
override DECAY_2: f32 = 0.0; // Adam's β₂
override INITIAL: f32 = 0.0; // of Adagrad's accumulator
override EPSILON: f32 = 0.0;
override WEIGHT_DECAY: f32 = 0.0;
override PARAMETERS: u32; // length of the flat buffer
override RING_ROWS: u32;
override THREADS: u32;

@compute @workgroup_size(THREADS, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  var tile = group.x * (THREADS / 4u) + lane / 4u;
  var layer = layers[0];
  // Walks to the layer that the tile is in; a tile behind the last one makes nothing.
  for (var l = 1u; l < LAYERS; l++) {
    let tiles = tiles_of(layer);
    if (tile < tiles) {
      break;
    }
    tile -= tiles;
    layer = layers[l];
  }
  let across = (layer.units + 15u) / 16u;
  let i = tile / across * 4u;
  let column = (tile % across * 4u + lane % 4u) * 4u;
  let gradient = gradient_block(layer, i, min(column, layer.units), lane % 4u);
  if (i <= layer.inputs && column < layer.units) {
    let count = layer.units - column;
    step_row(place(layer, i, column), count, gradient[0]);
    if (i + 1u <= layer.inputs) { step_row(place(layer, i + 1u, column), count, gradient[1]); }
    if (i + 2u <= layer.inputs) { step_row(place(layer, i + 2u, column), count, gradient[2]); }
    if (i + 3u <= layer.inputs) { step_row(place(layer, i + 3u, column), count, gradient[3]); }
  }
  if (group.x == 0u) {
    finish_step(lane);
  }
}

fn tiles_of(layer: Layer) -> u32 {
  return (layer.inputs / 4u + 1u) * ((layer.units + 15u) / 16u);
}

// vec4s of a row with `columns` columns and the ones behind them.
fn vectors(columns: u32) -> u32 {
  return columns / 4u + 1u;
}

// Where W[i, unit] stands; the row behind the last is the bias.
fn place(layer: Layer, i: u32, unit: u32) -> u32 {
  return select(layer.bias, layer.kernel + i * layer.units, i < layer.inputs) + unit;
}

// Four inputs × four units of dW, the inputs as columns.
fn gradient_block(layer: Layer, i: u32, column: u32, own: u32) -> mat4x4f {
  let width = vectors(layer.inputs);
  let width_d = vectors(layer.units);
  let x = layer.x + own * width + min(i / 4u, width - 1u);
  let d = layer.d + column / 4u;
  var block_sum = mat4x4f();
  for (var row = 0u; row < ROWS; row += 4u) {
    let at = d + row * width_d;
    let rows = mat4x4f(values[at], values[at + width_d], values[at + 2u * width_d], values[at + 3u * width_d]);
    block_sum += rows * transpose(of_the_quad(values[x + row * width]));
  }
  return block_sum;
}

// A vec4 of each lane's row, as the columns of a block.
fn of_the_quad(v: vec4f) -> mat4x4f {
  return mat4x4f(quadBroadcast(v, 0u), quadBroadcast(v, 1u), quadBroadcast(v, 2u), quadBroadcast(v, 3u));
}

// The optimizer's step of up to four neighbouring parameters.
fn step_row(at: u32, count: u32, g: vec4f) {
  let rate = knobs.learning_rate * now.schedule_factor;
  let theta = four_weights(at);
  let second = PARAMETERS + at;
  switch OPTIMIZER {
    case 0u: {
      let change = -rate * g;
      if (MOMENTUM == 0.0) {
        store_parameters(at, count, theta + change);
        return;
      }
      let velocity = MOMENTUM * four_states(at) + change;
      store_states(at, count, velocity);
      store_parameters(at, count, theta + select(velocity, MOMENTUM * velocity + change, NESTEROV));
    }
    case 1u: {
      let m = DECAY_1 * four_states(at) + (1.0 - DECAY_1) * g;
      let v = DECAY_2 * four_states(second) + (1.0 - DECAY_2) * g * g;
      store_states(at, count, m);
      store_states(second, count, v);
      let direction = (m / (1.0 - now.beta1_power)) / (sqrt(v / (1.0 - now.beta2_power)) + EPSILON);
      store_parameters(at, count, theta - rate * (direction + WEIGHT_DECAY * theta));
    }
    case 2u: {
      let v = DECAY_1 * four_states(at) + (1.0 - DECAY_1) * g * g;
      store_states(at, count, v);
      var change = rate * g / sqrt(v + EPSILON);
      if (MOMENTUM != 0.0) {
        change += MOMENTUM * four_states(second);
        store_states(second, count, change);
      }
      store_parameters(at, count, theta - change);
    }
    default: {
      let sum = four_states(at) + g * g;
      store_states(at, count, sum);
      store_parameters(at, count, theta - rate * g / sqrt(INITIAL + sum + EPSILON));
    }
  }
}

fn four_weights(at: u32) -> vec4f {
  return vec4f(parameters[at], parameters[at + 1u], parameters[at + 2u], parameters[at + 3u]);
}

fn four_states(at: u32) -> vec4f {
  return vec4f(state[at], state[at + 1u], state[at + 2u], state[at + 3u]);
}

fn store_states(at: u32, count: u32, v: vec4f) {
  state[at] = v.x;
  if (count > 1u) { state[at + 1u] = v.y; }
  if (count > 2u) { state[at + 2u] = v.z; }
  if (count > 3u) { state[at + 3u] = v.w; }
}

// Exponent bits all ones are NaN or an infinity, which a ReLU may hide from the loss: the ring's next row says so, as the
// workgroups of this step do not wait for each other. The mark stays until the host sets the clock.
fn store_parameters(at: u32, count: u32, v: vec4f) {
  let infinite = vec4u(0x7f800000u);
  let own = vec4u(0u, 1u, 2u, 3u) < vec4u(count);
  if (any(own & ((bitcast<vec4u>(v) & infinite) == infinite))) {
    atomicStore(&clock.spoiled, 1u);
  }
  parameters[at] = v.x;
  if (count > 1u) { parameters[at + 1u] = v.y; }
  if (count > 2u) { parameters[at + 2u] = v.z; }
  if (count > 3u) { parameters[at + 3u] = v.w; }
}

// The step's row of the ring, and the clock of the next step.
fn finish_step(lane: u32) {
  var total = vec4f();
  for (var row = lane % 4u; row < ROWS; row += 4u) {
    total += sums[row];
  }
  total += quadSwapX(total);
  total += quadSwapY(total);
  if (lane != 0u) {
    return;
  }
  let at = (now.step % RING_ROWS) * 8u;
  ring[at] = now.step + 1u;
  ring[at + 1u] = now.epoch;
  ring[at + 2u] = min(BATCH_SIZE, knobs.example_count - now.batch * BATCH_SIZE);
  ring[at + 3u] = bitcast<u32>(total.x);
  ring[at + 4u] = bitcast<u32>(total.y);
  ring[at + 5u] = bitcast<u32>(total.z);
  ring[at + 6u] = bitcast<u32>(total.w);
  ring[at + 7u] = now.spoiled;
  let ends_epoch = (now.batch + 1u) * BATCH_SIZE >= knobs.example_count;
  clock.step = now.step + 1u;
  clock.batch = select(now.batch + 1u, 0u, ends_epoch);
  clock.epoch = select(now.epoch, now.epoch + 1u, ends_epoch);
  clock.beta1_power = now.beta1_power * DECAY_1;
  clock.beta2_power = now.beta2_power * DECAY_2;
}
