// One training step of a chain of dense layers, the half that belongs to rows: batch, forward, loss, backward.
//   h₀ = the batch;   hₗ = fₗ(hₗ₋₁·Wₗ + bₗ);   dₗ = ∂loss/∂(before fₗ), from the last layer down: dₗ₋₁ = (dₗ·Wₗᵀ) ∘ f'(hₗ₋₁)
// No row needs another: four of them pass through all layers in one workgroup, without a dispatch between.
// `chain_update` makes the gradients and the step of it. Each h has one more column of ones, and the bias is one more row of
// W: no sum has a special case for it.
//
// Shapes:    examples: [count, inputs]; targets: [count, units of the last layer]; layers: [LAYERS]; hₗ, dₗ in `values`:
//            whole blocks of four rows, of whole vec4s, zero behind the last column; rows beyond the batch have d = 0;
//            sums: loss and metrics of each row, times its weight; now: the clock of this step, for `chain_update`.
// Threads:   THREADS a workgroup. As in `matmul_quads`, four neighbours are a quad, which makes 4 rows × 16 columns of a
//            product at once: 4 × 4 blocks w * x, where x holds four rows as columns.
// Dispatch:  [ceil(batch / 4), 1, 1] workgroups.
// Numerics:  every sum runs over k by fours, in order. The formulas are those of `row_loss` and the activations' kernels.

enable subgroups;

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32,
               spoiled: u32 }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }
// Offsets of W and b in the parameters; of the layer's input, output and dₗ in `values`.
struct Layer { inputs: u32, units: u32, activation: u32, kernel: u32, bias: u32, x: u32, y: u32, d: u32 }

@group(0) @binding(0) var<storage, read> clock: Clock;
@group(0) @binding(1) var<uniform> knobs: Knobs;
@group(0) @binding(2) var<storage, read> layers: array<Layer>;
@group(0) @binding(3) var<storage, read> examples: array<f32>;
@group(0) @binding(4) var<storage, read> targets: array<f32>;
@group(0) @binding(5) var<storage, read> parameters: array<f32>;
@group(0) @binding(6) var<storage, read_write> values: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> sums: array<vec4f>;
@group(0) @binding(8) var<storage, read_write> now: Clock;

override BATCH_SIZE: u32;
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
override THREADS: u32;

@compute @workgroup_size(THREADS, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = group.x * 4u + lane % 4u;
  let quad = lane / 4u;
  let first = clock.batch * BATCH_SIZE;
  let present = min(BATCH_SIZE, knobs.example_count - first);
  // A row beyond the end repeats the last example with weight 0: finite, and without effect.
  var example = first + min(row, present - 1u);
  if (SHUFFLE) {
    example = shuffled(example);
  }
  load_row(row, quad, example);
  for (var l = 0u; l < LAYERS; l++) {
    storageBarrier();
    forward(layers[l], row, quad, lane % 4u);
  }
  storageBarrier();
  if (quad == 0u) {
    row_loss(row, example, select(0.0, 1.0 / f32(present), row < present));
  }
  for (var l = LAYERS - 1u; l > 0u; l--) {
    storageBarrier();
    backward(layers[l], layers[l - 1u], row, quad, lane % 4u);
  }
  if (group.x == 0u && lane == 0u) {
    now = clock;
  }
}

// vec4s of a row with `columns` columns and the ones behind them.
fn vectors(columns: u32) -> u32 {
  return columns / 4u + 1u;
}

// 1 for each of four columns that exist.
fn within(column: u32, columns: u32) -> vec4f {
  return select(vec4f(0.0), vec4f(1.0), column + vec4u(0u, 1u, 2u, 3u) < vec4u(columns));
}

// A vec4 of a row of h: `v` in its columns, then 1, then 0.
fn with_one(v: vec4f, column: u32, columns: u32) -> vec4f {
  return select(within(column, columns + 1u), v, within(column, columns) > vec4f());
}

fn load_row(row: u32, quad: u32, example: u32) {
  let columns = layers[0].inputs;
  let width = vectors(columns);
  for (var v = quad; v < width; v += THREADS / 4u) {
    let i = example * columns + v * 4u;
    let x = vec4f(examples[i], examples[i + 1u], examples[i + 2u], examples[i + 3u]) * SCALE + OFFSET;
    values[row * width + v] = with_one(x, v * 4u, columns);
  }
}

// A vec4 of each lane's row, as the columns of a block.
fn of_the_quad(v: vec4f) -> mat4x4f {
  return mat4x4f(quadBroadcast(v, 0u), quadBroadcast(v, 1u), quadBroadcast(v, 2u), quadBroadcast(v, 3u));
}

// W[i, unit] to W[i, unit + 3]; the row behind the last is the bias.
fn weights(layer: Layer, i: u32, unit: u32) -> vec4f {
  let at = select(layer.bias, layer.kernel + i * layer.units, i < layer.inputs) + unit;
  return vec4f(parameters[at], parameters[at + 1u], parameters[at + 2u], parameters[at + 3u]);
}

// y = f([x, 1]·[W; b])
fn forward(layer: Layer, row: u32, quad: u32, own: u32) {
  let width = vectors(layer.inputs);
  let width_y = vectors(layer.units);
  for (var tile = 0u; tile < width_y; tile += THREADS) {
    let column = (tile + quad * 4u + own) * 4u;
    // Where the column of ones stands in a vec4 of its own, the sum begins with the bias instead.
    let bias = select(vec4f(), weights(layer, layer.inputs, column), layer.inputs % 4u == 0u);
    var sums = mat4x4f(bias, bias, bias, bias);
    for (var i = 0u; i < layer.inputs; i += 4u) {
      let w = mat4x4f(
        weights(layer, i, column), weights(layer, i + 1u, column),
        weights(layer, i + 2u, column), weights(layer, i + 3u, column));
      sums += w * of_the_quad(values[layer.x + row * width + i / 4u]);
    }
    if (column <= layer.units) {
      let at = layer.y + (row - own) * width_y + column / 4u;
      values[at] = with_one(activate(layer.activation, sums[0]), column, layer.units);
      values[at + width_y] = with_one(activate(layer.activation, sums[1]), column, layer.units);
      values[at + 2u * width_y] = with_one(activate(layer.activation, sums[2]), column, layer.units);
      values[at + 3u * width_y] = with_one(activate(layer.activation, sums[3]), column, layer.units);
    }
  }
}

// Loss and metrics of this thread's row, weighted; and d of the last layer.
fn row_loss(row: u32, example: u32, weight: f32) {
  let layer = layers[LAYERS - 1u];
  let width = vectors(layer.units);
  let share = weight / f32(layer.units);
  var total = vec4f();
  for (var v = 0u; v < width; v++) {
    let p = values[layer.y + row * width + v];
    var d = vec4f();
    for (var c = 0u; c < 4u && v * 4u + c < layer.units; c++) {
      let t = targets[example * layer.units + v * 4u + c];
      d[c] = slope(p[c], t);
      total.x += value(LOSS, p[c], t);
      if (METRICS > 0u) { total.y += metric(METRIC_0, p[c], t); }
      if (METRICS > 1u) { total.z += metric(METRIC_1, p[c], t); }
      if (METRICS > 2u) { total.w += metric(METRIC_2, p[c], t); }
    }
    values[layer.d + row * width + v] = share * d * derivative(layer.activation, p);
  }
  sums[row] = share * total;
}

// d of the layer below: (d·Wᵀ) ∘ f'(h)
fn backward(layer: Layer, below: Layer, row: u32, quad: u32, own: u32) {
  let width = vectors(layer.units);
  let width_below = vectors(below.units);
  for (var tile = 0u; tile < width_below; tile += THREADS) {
    let column = (tile + quad * 4u + own) * 4u;
    var sums = mat4x4f();
    for (var unit = 0u; unit < layer.units; unit += 4u) {
      let w = transpose(mat4x4f(
        weights(layer, column, unit), weights(layer, column + 1u, unit),
        weights(layer, column + 2u, unit), weights(layer, column + 3u, unit)));
      sums += w * of_the_quad(values[layer.d + row * width + unit / 4u]);
    }
    if (column <= below.units) {
      let y = below.y + (row - own) * width_below + column / 4u;
      let at = below.d + (row - own) * width_below + column / 4u;
      let inside = within(column, below.units);
      values[at] = inside * sums[0] * derivative(below.activation, values[y]);
      values[at + width_below] = inside * sums[1] * derivative(below.activation, values[y + width_below]);
      values[at + 2u * width_below] = inside * sums[2] * derivative(below.activation, values[y + 2u * width_below]);
      values[at + 3u * width_below] = inside * sums[3] * derivative(below.activation, values[y + 3u * width_below]);
    }
  }
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
fn shuffled(position: u32) -> u32 {
  let columns = knobs.shuffle_columns;
  let rows = (knobs.example_count + columns - 1u) / columns;
  let key = knobs.seed + clock.epoch * 0x9E3779B9u;
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
