// Losses that are the mean over a row of a function of prediction p and target t, with their gradient:
//   losses[r] = (1/WIDTH) Σ_c f(p[r, c], t[r, c]);   gradient[r, c] = cotangent[r] · ∂f/∂p / WIDTH
//
// Shapes:    predictions, targets, gradient: [ROWS, WIDTH]; cotangent, losses: [ROWS].
// Threads:   one row each.
// Dispatch:  ceil(ROWS / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  binary cross-entropy takes logits: max(p, 0) − p·t + log(1 + exp(−|p|)) never overflows.

@group(0) @binding(0) var<storage, read> predictions: array<f32>;
@group(0) @binding(1) var<storage, read> targets: array<f32>;
@group(0) @binding(2) var<storage, read> cotangent: array<f32>;
@group(0) @binding(3) var<storage, read_write> losses: array<f32>;
@group(0) @binding(4) var<storage, read_write> gradient: array<f32>;

override ROWS: u32;
override WIDTH: u32;
override FUNCTION: u32; // 0 squared error, 1 absolute error, 2 Huber (δ = 1), 3 sigmoid cross-entropy, 4 hinge, 5 perceptron
override WRITE_LOSS: bool = false;
override WRITE_GRADIENT: bool = false;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let row = (group.y * groups.x + group.x) * 64u + lane;
  if (row >= ROWS) {
    return;
  }
  let first = row * WIDTH;
  if (WRITE_LOSS) {
    var sum = 0.0;
    for (var c = first; c < first + WIDTH; c++) {
      sum += value(predictions[c], targets[c]);
    }
    losses[row] = sum / f32(WIDTH);
  }
  if (WRITE_GRADIENT) {
    let weight = cotangent[row] / f32(WIDTH);
    for (var c = first; c < first + WIDTH; c++) {
      gradient[c] = weight * slope(predictions[c], targets[c]);
    }
  }
}

// Hinge and perceptron take targets 0 or 1 and mean −1 or 1.
fn value(p: f32, t: f32) -> f32 {
  let error = p - t;
  switch FUNCTION {
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
  switch FUNCTION {
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
