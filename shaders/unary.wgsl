// A function of one value, element by element: y[i] = f(x[i]).
//
// Shapes:    x, y: COUNT values, any shape.
// Threads:   one element each.
// Dispatch:  ceil(COUNT / 64) workgroups, folded into two dimensions beyond 65,535.
// Numerics:  tanh and exp are clamped where f32 saturates (some drivers return NaN for tanh(100));
//            log(0) is −∞ and log of a negative number NaN, which drivers do not promise; relu passes NaN on;
//            sigmoid and softplus never form exp of a large positive number.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<f32>;

override COUNT: u32;
override FUNCTION: u32; // the position of the function in the switch below

@compute @workgroup_size(64, 1, 1)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * 64u + lane;
  if (i < COUNT) {
    y[i] = function_of(x[i]);
  }
}

fn function_of(v: f32) -> f32 {
  switch FUNCTION {
    case 0u: { return -v; }
    case 1u: { return abs(v); }
    case 2u: { return v * v; }
    case 3u: { return sqrt(v); }
    case 4u: { return exp(v); }
    case 5u: { return logarithm(v); }
    case 6u: { return sign(v); }
    case 7u: { return 1.0 / v; }
    case 8u: { return select(v, 0.0, v < 0.0); }
    case 9u: { return select(0.2 * v, v, v >= 0.0); }
    case 10u: { return sigmoid(v); }
    case 11u: { return tanh(clamp(v, -15.0, 15.0)); }
    case 12u: { return max(v, 0.0) + log_of_one_plus(exp(-abs(v))); }
    case 13u: { return 0.5 * v * (1.0 + tanh(clamp(0.7978845608 * (v + 0.044715 * v * v * v), -15.0, 15.0))); }
    default: { return select(0.0, 1.0, v > 0.0); }
  }
}

fn sigmoid(v: f32) -> f32 {
  let e = exp(-abs(v));
  return select(e, 1.0, v >= 0.0) / (1.0 + e);
}

fn logarithm(v: f32) -> f32 {
  if (v > 0.0) {
    return log(v);
  }
  return bitcast<f32>(bitcast<u32>(v) | select(0x7FC00000u, 0xFF800000u, v == 0.0));
}

// log(1 + e) for 0 ≤ e ≤ 1: the sum forgets a small e, its series does not.
fn log_of_one_plus(e: f32) -> f32 {
  return select(log(1.0 + e), e - 0.5 * e * e, e < 1e-3);
}
