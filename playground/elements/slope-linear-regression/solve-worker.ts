// Times how long a normal equation takes to solve, for growing numbers of features; in a worker, because the large ones take long.

/** Solves A·θ = b for a random symmetric positive A of this size by Cholesky's method; n³/3 multiplications. */
function solveOnce(size: number): void {
  const a = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) a[row * size + column] = Math.random() - 0.5;
    a[row * size + row] = size;
  }
  for (let column = 0; column < size; column++) {
    let pivot = a[column * size + column] ?? 1;
    for (let k = 0; k < column; k++) pivot -= (a[column * size + k] ?? 0) ** 2;
    pivot = Math.sqrt(pivot);
    a[column * size + column] = pivot;
    for (let row = column + 1; row < size; row++) {
      let sum = a[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) sum -= (a[row * size + k] ?? 0) * (a[column * size + k] ?? 0);
      a[row * size + column] = sum / pivot;
    }
  }
  const b = new Float64Array(size).fill(1);
  for (let row = 0; row < size; row++) {
    let sum = b[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (a[row * size + k] ?? 0) * (b[k] ?? 0);
    b[row] = sum / (a[row * size + row] ?? 1);
  }
}

const sizes = [32, 64, 128, 256, 512, 1024];

addEventListener('message', () => {
  // The first calls run before the browser has compiled them to machine code.
  for (let i = 0; i < 20; i++) solveOnce(48);
  for (const size of sizes) {
    const times: number[] = [];
    const began = performance.now();
    while (times.length < 5 && (times.length < 2 || performance.now() - began < 300)) {
      const start = performance.now();
      // Clocks in browsers are coarse: small systems are solved many times in a row.
      const repeats = Math.max(1, Math.round((192 / size) ** 3));
      for (let i = 0; i < repeats; i++) solveOnce(size);
      times.push((performance.now() - start) / repeats);
    }
    times.sort((p, q) => p - q);
    postMessage({ size, milliseconds: times[Math.floor(times.length / 2)] });
  }
  postMessage({ done: true });
});
