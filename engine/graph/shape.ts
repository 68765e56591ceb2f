// Shapes: sizes, strides, NumPy broadcasting, and the errors that name both shapes and the dimension at fault.

export type Shape = readonly number[];

/** A wrong shape: names the operation, the shapes and the dimension. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** Number of elements; 1 for a scalar `[]`. */
export const sizeOf = (shape: Shape): number => shape.reduce((size, n) => size * n, 1);

/** `[2, 3]` as `[2×3]`, a scalar as `[]`. */
export const formatShape = (shape: Shape): string => `[${shape.join('×')}]`;

export const sameShape = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((n, i) => n === b[i]);

/** Row-major strides in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1);
  }
  return strides;
}

/**
 * The broadcast shape of two shapes, by NumPy's rule: aligned at the last axis, sizes equal or one of them 1.
 * @throws ShapeError naming both shapes and the axis.
 */
export function broadcastShapes(op: string, a: Shape, b: Shape): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const m = a[axis - rank + a.length] ?? 1;
    const n = b[axis - rank + b.length] ?? 1;
    if (m !== n && m !== 1 && n !== 1) {
      throw new ShapeError(
        `${op}: ${formatShape(a)} and ${formatShape(b)} do not broadcast: sizes ${m} and ${n} differ in axis ${axis}`,
      );
    }
    return m === 1 ? n : m;
  });
}

/** Strides of `shape` seen as `target`: 0 where a size-1 (or missing) axis is repeated. */
export function broadcastStrides(shape: Shape, target: Shape): number[] {
  const own = stridesOf(shape);
  const missing = target.length - shape.length;
  return target.map((_, axis) => (axis < missing || shape[axis - missing] === 1 ? 0 : (own[axis - missing] ?? 0)));
}

/** Axes as sorted non-negative numbers; `undefined` means all. @throws ShapeError for an axis out of range. */
export function normalizeAxes(op: string, shape: Shape, axes?: readonly number[]): number[] {
  if (!axes) return shape.map((_, axis) => axis);
  const seen = new Set<number>();
  for (const axis of axes) {
    const positive = axis < 0 ? axis + shape.length : axis;
    if (!Number.isInteger(positive) || positive < 0 || positive >= shape.length) {
      throw new ShapeError(`${op}: axis ${axis} is out of range for ${formatShape(shape)}`);
    }
    seen.add(positive);
  }
  return [...seen].sort((a, b) => a - b);
}
