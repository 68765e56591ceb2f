// The yardstick of the linear experiments: least squares in double precision, by Householder's QR.

/**
 * The θ of the least |Xθ − y|². QR does not square the condition number as the normal equation does.
 * @param rows the rows of X, at least as many as columns. @throws RangeError when columns depend on each other.
 */
export function leastSquares(rows: readonly (readonly number[])[], y: ArrayLike<number>): number[] {
  const columns = rows[0]?.length ?? 0;
  // Columns of [X | y], reflected one after another until X is triangular.
  const matrix = Array.from({ length: columns }, (_, j) => Float64Array.from(rows, (row) => row[j] ?? Number.NaN));
  const right = Float64Array.from(y);
  const at = (j: number) => matrix[j] ?? right;
  for (let k = 0; k < columns; k++) {
    const v = at(k).slice().fill(0, 0, k);
    const length = Math.sqrt(dot(v, v));
    if (!(length > 0)) throw new RangeError('The columns depend on each other.');
    v[k] = (v[k] ?? 0) + ((v[k] ?? 0) >= 0 ? length : -length);
    const square = dot(v, v);
    for (let j = k; j <= columns; j++) {
      const column = at(j);
      const factor = (2 * dot(v, column)) / square;
      v.forEach((value, i) => {
        column[i] = (column[i] ?? 0) - factor * value;
      });
    }
  }
  const theta = new Array<number>(columns).fill(0);
  for (let k = columns - 1; k >= 0; k--) {
    let rest = right[k] ?? 0;
    for (let j = k + 1; j < columns; j++) rest -= (at(j)[k] ?? 0) * (theta[j] ?? 0);
    theta[k] = rest / (at(k)[k] ?? Number.NaN);
  }
  return theta;
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((total, value, i) => total + value * (b[i] ?? 0), 0);
