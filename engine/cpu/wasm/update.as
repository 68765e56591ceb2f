// The optimizers' updates over the flat parameters, four at a time; formulas and names as in `engine/ops`. Each is called with the fours
// `from` to `to`; gradients are multiplied by `clip` first. Addresses are in bytes.

/** θ ← θ − η·g */
export function sgd(theta: i32, gradients: i32, rate: f32, clip: f32, from: i32, to: i32): void {
  const rates = f32x4.splat(rate);
  const clips = f32x4.splat(clip);
  for (let at: i32 = from << 4, end: i32 = to << 4; at < end; at += 16) {
    const g = f32x4.mul(v128.load(gradients + at), clips);
    v128.store(theta + at, f32x4.sub(v128.load(theta + at), f32x4.mul(rates, g)));
  }
}

/** m ← β₁·m + (1 − β₁)·g;  v ← β₂·v + (1 − β₂)·g²;  θ ← θ − η·(m·c₁ / (√(v·c₂) + ε) + decay·θ), with c the bias corrections. */
export function adam(
  theta: i32, gradients: i32, m: i32, v: i32, rate: f32, beta1: f32, beta2: f32, rest1: f32, rest2: f32,
  correction1: f32, correction2: f32, epsilon: f32, decay: f32, clip: f32, from: i32, to: i32,
): void {
  const clips = f32x4.splat(clip);
  for (let at: i32 = from << 4, end: i32 = to << 4; at < end; at += 16) {
    const g = f32x4.mul(v128.load(gradients + at), clips);
    const mean = f32x4.add(f32x4.mul(v128.load(m + at), f32x4.splat(beta1)), f32x4.mul(g, f32x4.splat(rest1)));
    const square = f32x4.add(
      f32x4.mul(v128.load(v + at), f32x4.splat(beta2)),
      f32x4.mul(f32x4.mul(g, g), f32x4.splat(rest2)),
    );
    v128.store(m + at, mean);
    v128.store(v + at, square);
    const values = v128.load(theta + at);
    const deviation = f32x4.add(f32x4.sqrt(f32x4.mul(square, f32x4.splat(correction2))), f32x4.splat(epsilon));
    const step = f32x4.add(
      f32x4.div(f32x4.mul(mean, f32x4.splat(correction1)), deviation),
      f32x4.mul(values, f32x4.splat(decay)),
    );
    v128.store(theta + at, f32x4.sub(values, f32x4.mul(step, f32x4.splat(rate))));
  }
}

/** v ← ρ·v + (1 − ρ)·g²;  θ ← θ − η·g/√(v + ε) */
export function rmsprop(
  theta: i32, gradients: i32, v: i32, rate: f32, rho: f32, rest: f32, epsilon: f32, clip: f32, from: i32, to: i32,
): void {
  const clips = f32x4.splat(clip);
  for (let at: i32 = from << 4, end: i32 = to << 4; at < end; at += 16) {
    const g = f32x4.mul(v128.load(gradients + at), clips);
    const square = f32x4.add(
      f32x4.mul(v128.load(v + at), f32x4.splat(rho)),
      f32x4.mul(f32x4.mul(g, g), f32x4.splat(rest)),
    );
    v128.store(v + at, square);
    const step = f32x4.div(f32x4.mul(f32x4.splat(rate), g), f32x4.sqrt(f32x4.add(square, f32x4.splat(epsilon))));
    v128.store(theta + at, f32x4.sub(v128.load(theta + at), step));
  }
}
