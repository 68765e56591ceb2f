// Many training steps of a small chain of dense layers in one dispatch, for batches of up to twelve rows. As `train_chain`, with
// whose threads, three rows each, such a batch would occupy one quad; here a thread takes columns.
//   h₀ = the batch;   hₗ₊₁ = fₗ([hₗ, 1]·Wₗ);   dₗ = ∂loss/∂(before fₗ), from the last one down: dₗ₋₁ = (dₗ·Wₗᵀ) ∘ f'(hₗ)
//   dWₗ = [hₗ, 1]ᵀ·dₗ;   θ ← update(θ, dθ);   the last row of W is the bias.
// A column of h or d is its twelve rows, in three vec4s. So each weight is loaded once to go forward, once to go back and once
// for its step, and there serves all rows at once.
//
// Shapes:    examples: [count, inputs]; targets: [count, units of the last layer]; parameters and state flat, as in the
//            optimizers' kernels; ring: [RING_ROWS, 8] words. `memory`: the matrices W, rows of `width` vec4s, zero beyond their
//            edges, with the optimizer's states behind them; then the columns of each h and d, zero behind the last, but for
//            a column of ones behind each h. A last layer of few units lies TURNED: a row for each unit.
// Threads:   THREADS in one workgroup. Four neighbours are a quad: they share what they load, or sum what each has.
// Dispatch:  [1, 1, 1].
// Numerics:  forward: by fours over the inputs, in order; backward: over a thread's eight columns, then over the quad, then over
//            each further 32 columns; gradients and losses: over a vec4 of rows, then over the three.
// Loops end with their test where few values live on behind them: where lanes run under masks, a `for` runs its body once more,
// with no lane in it.

enable subgroups;

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32 }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }
// Offsets: of W and b in the parameters; in `memory` of W, whose rows are `width` long, of h below and above, of d and of the d
// below. The activations are those of this layer and of the one below.
struct Layer {
  inputs: u32, units: u32, kernel: u32, bias: u32, weights: u32, width: u32,
  x: u32, y: u32, d: u32, d_below: u32, activation: u32, activation_below: u32,
}
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
override SHUFFLE: bool;
override SCALE: f32;
override OFFSET: f32;
override LAYERS: u32;
override TURNED: bool; // the last layer
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
override WEIGHT_VECTORS: u32; // of all matrices: the first states are so much further on, the second ones twice
override RING_ROWS: u32;
override THREADS: u32;

var<workgroup> spoiled: atomic<u32>; // 1 from the first step on that left a parameter infinite or NaN

@compute @workgroup_size(THREADS, 1, 1)
fn main(@builtin(local_invocation_index) lane: u32) {
  // A software adapter checks each access, and divides for the array's length each time unless it was asked for before.
  let shortest = min(
    min(min(arrayLength(&memory), arrayLength(&parameters)), min(arrayLength(&examples), arrayLength(&targets))),
    min(min(arrayLength(&state), arrayLength(&ring)), arrayLength(&chain.layers)));
  let steps = select(0u, chain.steps, shortest > 0u);
  for (var l = 0u; l < LAYERS; l++) {
    load_weights(l, lane);
  }
  // Each thread keeps the clock for itself; they agree.
  var now = clock;
  var step = 0u;
  loop {
    let losses = forward_and_back(now, lane);
    storageBarrier();
    var is_finite = true;
    var l = 0u;
    loop {
      let layer_is_finite = update(l, now, lane);
      is_finite = is_finite && layer_is_finite;
      continuing { l++; break if l >= LAYERS; }
    }
    if (!is_finite) {
      atomicStore(&spoiled, 1u);
    }
    storageBarrier();
    workgroupBarrier();
    if (lane == 0u) {
      write_ring(now, losses);
    }
    now.step += 1u;
    now.batch += 1u;
    if (now.batch * BATCH_SIZE >= knobs.example_count) {
      now.batch = 0u;
      now.epoch += 1u;
    }
    now.beta1_power *= DECAY_1;
    now.beta2_power *= DECAY_2;
    continuing { step++; break if step >= steps; }
  }
  for (var l = 0u; l < LAYERS; l++) {
    store_weights(l, lane);
  }
  if (lane == 0u) {
    clock = now;
  }
}

fn is_turned(l: u32) -> bool {
  return TURNED && l == LAYERS - 1u;
}

// Offsets in the parameters of four neighbouring columns of a row of W, or PARAMETERS for one beyond the edge.
fn sources(l: u32, row: u32, first: u32) -> vec4u {
  let inputs = chain.layers[l].inputs;
  let units = chain.layers[l].units;
  let column = first + vec4u(0u, 1u, 2u, 3u);
  if (is_turned(l)) {
    let at = select(chain.layers[l].kernel + column * units, vec4u(chain.layers[l].bias), column == vec4u(inputs)) + row;
    return select(vec4u(PARAMETERS), at, column <= vec4u(inputs));
  }
  let at = select(chain.layers[l].bias, chain.layers[l].kernel + row * units, row < inputs) + column;
  return select(vec4u(PARAMETERS), at, column < vec4u(units));
}

fn rows_of(l: u32) -> u32 {
  return select(chain.layers[l].inputs + 1u, chain.layers[l].units, is_turned(l));
}

fn load_weights(l: u32, lane: u32) {
  let width = chain.layers[l].width;
  for (var row = 0u; row < rows_of(l); row++) {
    for (var v = lane; v < width; v += THREADS) {
      let to = chain.layers[l].weights + row * width + v;
      let at = sources(l, row, 4u * v);
      let exists = at < vec4u(PARAMETERS);
      let near = min(at, vec4u(PARAMETERS - 1u));
      memory[to] = select(vec4f(), four_parameters(near), exists);
      if (STATES > 0u) { memory[to + WEIGHT_VECTORS] = select(vec4f(), four_states(near), exists); }
      if (STATES > 1u) { memory[to + 2u * WEIGHT_VECTORS] = select(vec4f(), four_states(near + PARAMETERS), exists); }
    }
  }
  if (lane < 3u) {
    memory[chain.layers[l].x + 3u * chain.layers[l].inputs + lane] = vec4f(1.0);
  }
}

fn four_parameters(at: vec4u) -> vec4f {
  return vec4f(parameters[at.x], parameters[at.y], parameters[at.z], parameters[at.w]);
}

fn four_states(at: vec4u) -> vec4f {
  return vec4f(state[at.x], state[at.y], state[at.z], state[at.w]);
}

fn store_weights(l: u32, lane: u32) {
  let width = chain.layers[l].width;
  for (var row = 0u; row < rows_of(l); row++) {
    for (var v = lane; v < width; v += THREADS) {
      let here = chain.layers[l].weights + row * width + v;
      let at = sources(l, row, 4u * v);
      store_element(at.x, here, 0u);
      store_element(at.y, here, 1u);
      store_element(at.z, here, 2u);
      store_element(at.w, here, 3u);
    }
  }
}

fn store_element(at: u32, here: u32, c: u32) {
  if (at < PARAMETERS) {
    parameters[at] = memory[here][c];
    if (STATES > 0u) { state[at] = memory[here + WEIGHT_VECTORS][c]; }
    if (STATES > 1u) { state[at + PARAMETERS] = memory[here + 2u * WEIGHT_VECTORS][c]; }
  }
}

// All h and d of a batch; its loss and metrics.
fn forward_and_back(now: Clock, lane: u32) -> vec4f {
  let first = now.batch * BATCH_SIZE;
  let present = present_rows(now);
  // Each of three lanes has four rows. One beyond the end of the examples repeats the last one; its weight is 0: finite, and
  // without effect.
  var example = first + min(4u * min(lane, 2u) + vec4u(0u, 1u, 2u, 3u), vec4u(present - 1u));
  if (SHUFFLE) {
    example = vec4u(
      shuffled(example.x, now.epoch), shuffled(example.y, now.epoch),
      shuffled(example.z, now.epoch), shuffled(example.w, now.epoch));
  }
  load_rows(example, lane);
  let upright = LAYERS - u32(TURNED);
  var l = 0u;
  if (upright > 0u) {
    loop {
      storageBarrier();
      forward(l, lane);
      continuing { l++; break if l >= upright; }
    }
  }
  if (TURNED) {
    storageBarrier();
    forward_turned(LAYERS - 1u, lane);
  }
  storageBarrier();
  let losses = row_losses(example, present, lane);
  if (TURNED && LAYERS > 1u) {
    storageBarrier();
    backward_turned(LAYERS - 1u, lane);
  }
  if (upright > 1u) {
    l = upright - 1u;
    loop {
      storageBarrier();
      backward(l, lane);
      continuing { l--; break if l == 0u; }
    }
  }
  return losses;
}

fn present_rows(now: Clock) -> u32 {
  return min(BATCH_SIZE, knobs.example_count - now.batch * BATCH_SIZE);
}

fn load_rows(example: vec4u, lane: u32) {
  if (lane >= 3u) {
    return;
  }
  let columns = chain.layers[0].inputs;
  var at = example * columns;
  var x = chain.layers[0].x + lane;
  var column = 0u;
  loop {
    memory[x] = vec4f(examples[at.x], examples[at.y], examples[at.z], examples[at.w]) * SCALE + OFFSET;
    at += vec4u(1u);
    x += 3u;
    continuing { column++; break if column >= columns; }
  }
}

// A vec4 of each lane, as the columns of a block.
fn of_the_quad(v: vec4f) -> mat4x4f {
  return mat4x4f(quadBroadcast(v, 0u), quadBroadcast(v, 1u), quadBroadcast(v, 2u), quadBroadcast(v, 3u));
}

fn quad_sum(v: vec4f) -> vec4f {
  let pair = v + quadSwapX(v);
  return pair + quadSwapY(pair);
}

// hₗ₊₁ = f([hₗ, 1]·W): four columns a thread. Each lane of a quad loads one of four columns of h, and hears the others.
fn forward(l: u32, lane: u32) {
  let inputs = chain.layers[l].inputs;
  let units = chain.layers[l].units;
  let width = chain.layers[l].width;
  let activation = chain.layers[l].activation;
  var first = 0u;
  loop {
    let tile = first + lane;
    var at = chain.layers[l].weights + tile;
    var x = chain.layers[l].x + 3u * (lane % 4u);
    // The bias meets the ones in the last block of four inputs, unless its own would be one more.
    let bias = select(vec4f(), memory[at + inputs * width], inputs % 4u == 0u);
    var sum_0 = mat4x4f(vec4f(bias.x), vec4f(bias.y), vec4f(bias.z), vec4f(bias.w));
    var sum_1 = sum_0;
    var sum_2 = sum_0;
    for (var i = 0u; i < inputs; i += 4u) {
      let w = transpose(mat4x4f(memory[at], memory[at + width], memory[at + 2u * width], memory[at + 3u * width]));
      sum_0 += of_the_quad(memory[x]) * w;
      sum_1 += of_the_quad(memory[x + 1u]) * w;
      sum_2 += of_the_quad(memory[x + 2u]) * w;
      at += 4u * width;
      x += 12u;
    }
    // Each turn stores a column, and brings the next to the front.
    var unit = 4u * tile;
    var y = chain.layers[l].y + 3u * unit;
    var turn = 0u;
    loop {
      if (unit < units) {
        memory[y] = activate(activation, sum_0[0]);
        memory[y + 1u] = activate(activation, sum_1[0]);
        memory[y + 2u] = activate(activation, sum_2[0]);
      }
      sum_0 = mat4x4f(sum_0[1], sum_0[2], sum_0[3], vec4f());
      sum_1 = mat4x4f(sum_1[1], sum_1[2], sum_1[3], vec4f());
      sum_2 = mat4x4f(sum_2[1], sum_2[2], sum_2[3], vec4f());
      unit++;
      y += 3u;
      continuing { turn++; break if turn >= 4u; }
    }
    continuing { first += THREADS; break if 4u * first >= units; }
  }
}

// hₗ₊₁ of a turned layer: each lane of a quad sums every fourth input, then the quad.
fn forward_turned(l: u32, lane: u32) {
  let own = lane % 4u;
  let inputs = chain.layers[l].inputs;
  var unit = 0u;
  loop {
    var at = chain.layers[l].weights + unit * chain.layers[l].width;
    var x = chain.layers[l].x + 3u * own;
    var sum_0 = vec4f();
    var sum_1 = vec4f();
    var sum_2 = vec4f();
    var i = 0u;
    loop {
      let w = memory[at][own];
      sum_0 += w * memory[x];
      sum_1 += w * memory[x + 1u];
      sum_2 += w * memory[x + 2u];
      at++;
      x += 12u;
      continuing { i += 4u; break if i > inputs; }
    }
    let y = own_of(quad_sum(sum_0), quad_sum(sum_1), quad_sum(sum_2), own);
    if (lane < 3u) {
      memory[chain.layers[l].y + 3u * unit + lane] = activate(chain.layers[l].activation, y);
    }
    continuing { unit++; break if unit >= chain.layers[l].units; }
  }
}

// What lane `own` of a quad has to store of a column.
fn own_of(v_0: vec4f, v_1: vec4f, v_2: vec4f, own: u32) -> vec4f {
  return select(select(v_2, v_1, own == 1u), v_0, own == 0u);
}

// The d below a turned layer: a column a thread.
fn backward_turned(l: u32, lane: u32) {
  let own = lane % 4u;
  var first = 0u;
  loop {
    let i = first + lane;
    var at = chain.layers[l].weights + i / 4u;
    var d = chain.layers[l].d;
    var sum_0 = vec4f();
    var sum_1 = vec4f();
    var sum_2 = vec4f();
    var unit = 0u;
    loop {
      let w = memory[at][own];
      sum_0 += w * memory[d];
      sum_1 += w * memory[d + 1u];
      sum_2 += w * memory[d + 2u];
      at += chain.layers[l].width;
      d += 3u;
      continuing { unit++; break if unit >= chain.layers[l].units; }
    }
    if (i < chain.layers[l].inputs) {
      let h = chain.layers[l].x + 3u * i;
      let below = chain.layers[l].d_below + 3u * i;
      memory[below] = sum_0 * derivative(chain.layers[l].activation_below, memory[h]);
      memory[below + 1u] = sum_1 * derivative(chain.layers[l].activation_below, memory[h + 1u]);
      memory[below + 2u] = sum_2 * derivative(chain.layers[l].activation_below, memory[h + 2u]);
    }
    continuing { first += THREADS; break if first >= chain.layers[l].inputs; }
  }
}

// Eight columns, the first of which is at `at`: rows 0 to 3, 4 to 7, 8 to 11 of four of them, then of the other four.
fn keep_columns(at: u32, kept: ptr<function, array<mat4x4f, 6>>) {
  var source = at;
  var v = 0u;
  loop {
    (*kept)[v] = mat4x4f(memory[source], memory[source + 3u], memory[source + 6u], memory[source + 9u]);
    source += select(1u, 10u, v == 2u);
    continuing { v++; break if v >= 6u; }
  }
}

// dₗ₋₁ = (dₗ·Wᵀ) ∘ f'(hₗ), 32 units a turn: each thread keeps d of eight of them and walks along the inputs, a quad an input.
fn backward(l: u32, lane: u32) {
  let own = lane % 4u;
  let inputs = chain.layers[l].inputs;
  let width = chain.layers[l].width;
  let activation = chain.layers[l].activation_below;
  var kept = array<mat4x4f, 6>();
  var first = 0u;
  loop {
    keep_columns(chain.layers[l].d + 12u * (first + 2u * own), &kept);
    let is_last = 4u * first + 32u >= chain.layers[l].units;
    var i = lane / 4u;
    var at = chain.layers[l].weights + first + 2u * own + i * width;
    var below = chain.layers[l].d_below + 3u * i + own;
    var h = chain.layers[l].x + 3u * i + own;
    var turn = 0u;
    loop {
      let w_0 = memory[at];
      let w_1 = memory[at + 1u];
      let sum_0 = quad_sum(kept[0] * w_0 + kept[3] * w_1);
      let sum_1 = quad_sum(kept[1] * w_0 + kept[4] * w_1);
      let sum_2 = quad_sum(kept[2] * w_0 + kept[5] * w_1);
      if (own < 3u && i < inputs) {
        let sum = own_of(sum_0, sum_1, sum_2, own) + select(memory[below], vec4f(), first == 0u);
        memory[below] = sum * select(vec4f(1.0), derivative(activation, memory[h]), is_last);
      }
      i += THREADS / 4u;
      at += THREADS / 4u * width;
      below += THREADS / 4u * 3u;
      h += THREADS / 4u * 3u;
      continuing { turn += THREADS / 4u; break if turn >= inputs; }
    }
    continuing { first += 8u; break if 4u * first >= chain.layers[l].units; }
  }
}

// dW = [h, 1]ᵀ·d and its step: each thread keeps eight columns of d and walks along those of h, a quad a row of W. In a turned
// layer h and d change places. Whether all is finite still.
fn update(l: u32, now: Clock, lane: u32) -> bool {
  let own = lane % 4u;
  let turned = is_turned(l);
  let rows = rows_of(l);
  let columns = select(chain.layers[l].units, chain.layers[l].inputs + 1u, turned);
  let along = select(chain.layers[l].x, chain.layers[l].d, turned);
  let across = select(chain.layers[l].d, chain.layers[l].x, turned);
  let width = chain.layers[l].width;
  var is_finite = true;
  var kept = array<mat4x4f, 6>();
  var first = 0u;
  loop {
    keep_columns(across + 12u * (first + 2u * own), &kept);
    var row = lane / 4u;
    var at = chain.layers[l].weights + first + 2u * own + row * width;
    var h = along + 3u * row;
    var turn = 0u;
    loop {
      let h_0 = column_of_the_quad(memory[h][own]);
      let h_1 = column_of_the_quad(memory[h + 1u][own]);
      let h_2 = column_of_the_quad(memory[h + 2u][own]);
      if (row < rows) {
        let left_is_finite = step_weights(at, h_0 * kept[0] + h_1 * kept[1] + h_2 * kept[2], now);
        let right_is_finite = step_weights(at + 1u, h_0 * kept[3] + h_1 * kept[4] + h_2 * kept[5], now);
        is_finite = is_finite && left_is_finite && right_is_finite;
      }
      row += THREADS / 4u;
      at += THREADS / 4u * width;
      h += THREADS / 4u * 3u;
      continuing { turn += THREADS / 4u; break if turn >= rows; }
    }
    continuing { first += 8u; break if 4u * first >= columns; }
  }
  return is_finite;
}

// A value of each lane of the quad.
fn column_of_the_quad(v: f32) -> vec4f {
  return vec4f(quadBroadcast(v, 0u), quadBroadcast(v, 1u), quadBroadcast(v, 2u), quadBroadcast(v, 3u));
}

// The optimizer's step of four neighbouring weights; whether they are finite still.
fn step_weights(at: u32, g: vec4f, now: Clock) -> bool {
  let rate = knobs.learning_rate * now.schedule_factor;
  let first = at + WEIGHT_VECTORS;
  let second = first + WEIGHT_VECTORS;
  var theta = memory[at];
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
  memory[at] = theta;
  // Exponent bits all ones are NaN or an infinity, which a ReLU may hide from the loss.
  let infinite = vec4u(0x7f800000u);
  return all((bitcast<vec4u>(theta) & infinite) != infinite);
}

// Loss and metrics of the batch; and d of the last layer. A lane has the rows that it has in `load_rows`.
fn row_losses(example: vec4u, present: u32, lane: u32) -> vec4f {
  let last = LAYERS - 1u;
  let units = chain.layers[last].units;
  let activation = chain.layers[last].activation;
  var total = vec4f();
  var unit = 0u;
  loop {
    let column = 3u * unit + min(lane, 2u);
    let predicted = memory[chain.layers[last].y + column];
    var d = vec4f();
    var r = 0u;
    loop {
      let share = select(0.0, 1.0 / f32(present), 4u * lane + r < present) / f32(units);
      let p = predicted[r];
      let t = targets[example[r] * units + unit];
      total.x += share * value(LOSS, p, t);
      if (METRICS > 0u) { total.y += share * metric(METRIC_0, p, t); }
      if (METRICS > 1u) { total.z += share * metric(METRIC_1, p, t); }
      if (METRICS > 2u) { total.w += share * metric(METRIC_2, p, t); }
      d[r] = share * slope(p, t);
      continuing { r++; break if r >= 4u; }
    }
    if (lane < 3u) {
      memory[chain.layers[last].d + column] = d * derivative(activation, predicted);
    }
    continuing { unit++; break if unit >= units; }
  }
  return quad_sum(total);
}

fn write_ring(now: Clock, total: vec4f) {
  let at = (now.step % RING_ROWS) * 8u;
  ring[at] = now.step + 1u;
  ring[at + 1u] = now.epoch;
  ring[at + 2u] = present_rows(now);
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
