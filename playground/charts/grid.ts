// A function of the plane, sampled on a regular grid: what heat maps and contours are drawn from.

export interface PlaneGrid {
  readonly columns: number;
  readonly rows: number;
  /** Row by row from the lowest y, each from the lowest x; the outermost samples stand on the ranges' ends. */
  readonly values: ArrayLike<number>;
  readonly x: readonly [min: number, max: number];
  readonly y: readonly [min: number, max: number];
}

/** Samples `f(x, y)`; 48 by 48 samples make smooth contours of a smooth function. */
export function sampleGrid(
  f: (x: number, y: number) => number,
  x: readonly [number, number],
  y: readonly [number, number],
  columns = 48,
  rows = columns,
): PlaneGrid {
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const atY = y[0] + ((y[1] - y[0]) * row) / (rows - 1);
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = f(x[0] + ((x[1] - x[0]) * column) / (columns - 1), atY);
    }
  }
  return { columns, rows, values, x, y };
}

/** The grid's points as rows [x, y], for one `predict` over all of them. */
export function gridPoints({ columns, rows, x, y }: Omit<PlaneGrid, 'values'>): Float32Array {
  const points = new Float32Array(columns * rows * 2);
  for (let i = 0; i < columns * rows; i++) {
    points[2 * i] = x[0] + ((x[1] - x[0]) * (i % columns)) / (columns - 1);
    points[2 * i + 1] = y[0] + ((y[1] - y[0]) * Math.floor(i / columns)) / (rows - 1);
  }
  return points;
}

/** A straight piece of a contour: x1, y1, x2, y2. */
export type Segment = readonly [number, number, number, number];

/** Marching squares: the line along which the grid has this value, as unordered pieces. */
export function contour({ columns, rows, values, x, y }: PlaneGrid, level: number): Segment[] {
  const at = (column: number, row: number): number => values[row * columns + column] ?? Number.NaN;
  const toX = (column: number): number => x[0] + ((x[1] - x[0]) * column) / (columns - 1);
  const toY = (row: number): number => y[0] + ((y[1] - y[0]) * row) / (rows - 1);
  /** Where between two neighbours the level is crossed; undefined when it is not. */
  const crossing = (a: number, b: number): number | undefined =>
    a < level === b < level ? undefined : (level - a) / (b - a);
  const segments: Segment[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const [a, b, c, d] = [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)];
      const [south, east, north, west] = [crossing(a, b), crossing(b, c), crossing(d, c), crossing(a, d)];
      const crossed: (readonly [number, number])[] = [];
      if (south !== undefined) crossed.push([toX(column + south), toY(row)]);
      if (east !== undefined) crossed.push([toX(column + 1), toY(row + east)]);
      if (north !== undefined) crossed.push([toX(column + north), toY(row + 1)]);
      if (west !== undefined) crossed.push([toX(column), toY(row + west)]);
      const [p, q, r, s] = crossed;
      if (p && q && r && s) {
        // A saddle: the middle decides which corners belong together.
        const together = (a + b + c + d) / 4 < level === a < level;
        segments.push(together ? [...p, ...q] : [...p, ...s], together ? [...r, ...s] : [...q, ...r]);
      } else if (p && q) {
        segments.push([...p, ...q]);
      }
    }
  }
  return segments;
}
