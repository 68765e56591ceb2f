// Backward pass of an activation whose derivative is written by its own output:
//   relu: dx = dy where y > 0;   sigmoid: dx = dy·y·(1 − y);   tanh: dx = dy·(1 − y²).
//
// Shapes:    dy, y, dx: COUNT values.
// Threads:   one element each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.

@group(0) @binding(0) var<storage, read> dy: array<f32>;
@group(0) @binding(1) var<storage, read> y: array<f32>;
@group(0) @binding(2) var<storage, read_write> dx: array<f32>;

override COUNT: u32;
override ACTIVATION: u32; // 1 relu, 2 sigmoid, 3 tanh

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i < COUNT) {
    dx[i] = dy[i] * derivative(y[i]);
  }
}

fn derivative(output: f32) -> f32 {
  switch ACTIVATION {
    case 1u: { return select(0.0, 1.0, output > 0.0); }
    case 2u: { return output * (1.0 - output); }
    default: { return 1.0 - output * output; }
  }
}
