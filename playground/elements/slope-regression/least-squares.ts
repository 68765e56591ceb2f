// The straight rule to compare with: linear regression on all columns, solved directly in double precision.

/** θ with θ₀ the intercept, for rows of `width` inputs: (XᵀX)θ = Xᵀy by Gaussian elimination with pivots. */
export function leastSquares(inputs: ArrayLike<number>, targets: ArrayLike<number>, width: number): Float64Array {
  const size = width + 1;
  const system = Array.from({ length: size }, () => new Float64Array(size + 1));
  for (let row = 0; row < targets.length; row++) {
    const x = (i: number): number => (i === 0 ? 1 : (inputs[row * width + i - 1] ?? 0));
    system.forEach((line, i) => {
      for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + x(i) * x(j);
      line[size] = (line[size] ?? 0) + x(i) * (targets[row] ?? 0);
    });
  }
  for (let column = 0; column < size; column++) {
    const size2 = (line: Float64Array | undefined): number => Math.abs(line?.[column] ?? 0);
    let pivot = column;
    for (let i = column + 1; i < size; i++) if (size2(system[i]) > size2(system[pivot])) pivot = i;
    const [top, other] = [system[column], system[pivot]];
    if (!top || !other || size2(other) < 1e-9) continue;
    system[column] = other;
    system[pivot] = top;
    for (const line of system) {
      if (line === other) continue;
      const factor = (line[column] ?? 0) / (other[column] ?? 1);
      for (let j = column; j <= size; j++) line[j] = (line[j] ?? 0) - factor * (other[j] ?? 0);
    }
  }
  return Float64Array.from(system, (line, i) => (line[i] ? (line[size] ?? 0) / line[i] : 0));
}

export function linearPrediction(theta: Float64Array, inputs: ArrayLike<number>, row: number): number {
  const width = theta.length - 1;
  let sum = theta[0] ?? 0;
  for (let i = 0; i < width; i++) sum += (theta[i + 1] ?? 0) * (inputs[row * width + i] ?? 0);
  return sum;
}
