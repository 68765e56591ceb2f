// Cross-entropy of each row's softmax against its class label, with gradient and hit, in one pass over the row:
//   losses[r] = log Σ_c exp(x[r, c]) − x[r, label]
//   gradient[r, c] = cotangent[r] · (softmax(x[r])[c] − [c = label])       (∂loss/∂x, times the row's cotangent)
//   hits[r] = 1 where the largest logit is at the label (the first of equal ones counts)
//
// Shapes:    logits, gradient: [ROWS, CLASSES]; labels, cotangent, losses, hits: [ROWS].
// Threads:   one row each: a row of class scores is short.
// Dispatch:  ceil(ROWS / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  the row's maximum is subtracted first (log-sum-exp), so no exponent is positive.

@group(0) @binding(0) var<storage, read> logits: array<f32>;
@group(0) @binding(1) var<storage, read> labels: array<f32>;
@group(0) @binding(2) var<storage, read> cotangent: array<f32>;
@group(0) @binding(3) var<storage, read_write> losses: array<f32>;
@group(0) @binding(4) var<storage, read_write> gradient: array<f32>;
@group(0) @binding(5) var<storage, read_write> hits: array<f32>;

override ROWS: u32;
override CLASSES: u32;
override WRITE_LOSS: bool = false;
override WRITE_GRADIENT: bool = false;
override WRITE_HITS: bool = false;

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let row = (group.y * groups.x + group.x) * 64u + lane;
  if (row >= ROWS) {
    return;
  }
  let first = row * CLASSES;
  let label = u32(labels[row]);

  var largest = logits[first];
  var argmax = 0u;
  for (var c = 1u; c < CLASSES; c++) {
    let logit = logits[first + c];
    if (logit > largest) {
      largest = logit;
      argmax = c;
    }
  }
  var sum = 0.0;
  for (var c = 0u; c < CLASSES; c++) {
    sum += exp(logits[first + c] - largest);
  }

  if (WRITE_LOSS) {
    losses[row] = log(sum) + largest - logits[first + label];
  }
  if (WRITE_HITS) {
    hits[row] = select(0.0, 1.0, argmax == label);
  }
  if (WRITE_GRADIENT) {
    let weight = cotangent[row];
    for (var c = 0u; c < CLASSES; c++) {
      let probability = exp(logits[first + c] - largest) / sum;
      gradient[first + c] = weight * (probability - select(0.0, 1.0, c == label));
    }
  }
}
