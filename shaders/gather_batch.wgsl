// Fetches this step's batch: which examples, their inputs unpacked and normalised, their targets, their weights.
//   inputs[r] = stored · SCALE + OFFSET of example p(r), p a permutation of the dataset for this seed and epoch
//   weights[r] = 1 / rows in this batch, 0 for rows beyond the end of the epoch
//
// Shapes:    examples: [count, WORDS] words of BITS-bit values, low bits first (32 bits: one f32 a word);
//            targets: [count, TARGET_WIDTH]; inputs: [BATCH_SIZE, WIDTH]; batch_targets: [BATCH_SIZE, TARGET_WIDTH].
// Threads:   one run of 8 words of one row each: enough threads to fill a GPU, the permutation's cost spread over 8 words.
// Dispatch:  ceil(BATCH_SIZE · ceil(WORDS / 8) / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  whole numbers only, until the one multiply-add per value.

struct Clock { step: u32, epoch: u32, batch: u32, schedule_factor: f32, beta1_power: f32, beta2_power: f32 }
struct Knobs { learning_rate: f32, example_count: u32, seed: u32, shuffle_columns: u32 }

@group(0) @binding(0) var<storage, read> clock: Clock;
@group(0) @binding(1) var<uniform> knobs: Knobs;
@group(0) @binding(2) var<storage, read> examples: array<u32>;
@group(0) @binding(3) var<storage, read> targets: array<f32>;
@group(0) @binding(4) var<storage, read_write> inputs: array<f32>;
@group(0) @binding(5) var<storage, read_write> batch_targets: array<f32>;
@group(0) @binding(6) var<storage, read_write> weights: array<f32>;

override BATCH_SIZE: u32;
override WIDTH: u32;
override WORDS: u32;
override BITS: u32;
override SCALE: f32;
override OFFSET: f32;
override TARGET_WIDTH: u32;
override SHUFFLE: bool;

const RUN = 8u;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  let runs = (WORDS + RUN - 1u) / RUN;
  let row = i / runs;
  let run = i % runs;
  if (row >= BATCH_SIZE) {
    return;
  }
  let first = clock.batch * BATCH_SIZE;
  let present = min(BATCH_SIZE, knobs.example_count - first);
  // A row beyond the end repeats the last example with weight 0: finite, and without effect.
  let position = first + min(row, present - 1u);
  var example = position;
  if (SHUFFLE) {
    example = shuffled(position);
  }

  if (run == 0u) {
    weights[row] = select(0.0, 1.0 / f32(present), row < present);
    for (var t = 0u; t < TARGET_WIDTH; t++) {
      batch_targets[row * TARGET_WIDTH + t] = targets[example * TARGET_WIDTH + t];
    }
  }
  let per_word = 32u / BITS;
  var column = run * RUN * per_word;
  for (var w = run * RUN; w < min((run + 1u) * RUN, WORDS); w++) {
    var word = examples[example * WORDS + w];
    // The test stands at the end: where lanes run under masks, a `for` runs its body once more, with no lane in it.
    var v = 0u;
    loop {
      if (column < WIDTH) {
        inputs[row * WIDTH + column] = fma(stored(word), SCALE, OFFSET);
      }
      column++;
      word >>= BITS % 32u;
      continuing { v++; break if v >= per_word; }
    }
  }
}

// The lowest value of a word.
fn stored(word: u32) -> f32 {
  if (BITS == 32u) {
    return bitcast<f32>(word);
  }
  return f32(word & ((1u << (BITS % 32u)) - 1u));
}

// A Feistel network on a grid of rows × columns ≥ count is a bijection; the few cells beyond the last example are
// walked through until an example is hit. The grid is nearly square, so that happens for 1 in √count at most.
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

// PCG output permutation (O'Neill 2014) of a 32-bit linear congruential step.
fn hash(value: u32, key: u32) -> u32 {
  let mixed = (value ^ (key * 0x85EBCA6Bu)) * 747796405u + 2891336453u;
  let word = ((mixed >> ((mixed >> 28u) + 4u)) ^ mixed) * 277803737u;
  return (word >> 22u) ^ word;
}
