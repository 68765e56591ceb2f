// Axes as kernels see them: four, neighbours merged where every operand walks them evenly; and runs of reduced axes.

import { formatShape, normalizeAxes, type Shape, ShapeError, sizeOf } from '../graph/shape.ts';

/** One axis of an output, with the stride of each operand along it. */
export interface Axis {
  size: number;
  readonly strides: number[];
}

/**
 * The axes of `shape` as four, the first ones of size 1.
 * @throws ShapeError when more than four are left after merging.
 */
export function fourAxes(
  op: string,
  shape: Shape,
  strides: readonly (readonly number[])[],
): readonly [Axis, Axis, Axis, Axis] {
  const merged: Axis[] = [];
  for (const [axis, size] of shape.entries()) {
    if (size === 1) continue;
    const own = strides.map((operand) => operand[axis] ?? 0);
    const last = merged.at(-1);
    if (last?.strides.every((stride, i) => stride === (own[i] ?? 0) * size)) {
      last.size *= size;
      last.strides.splice(0, own.length, ...own);
    } else merged.push({ size, strides: own });
  }
  if (merged.length > 4) {
    throw new ShapeError(`${op}: ${formatShape(shape)} is walked along more than four alternating axes; reshape first`);
  }
  const one = (): Axis => ({ size: 1, strides: strides.map(() => 0) });
  while (merged.length < 4) merged.unshift(one());
  const [a = one(), b = one(), c = one(), d = one()] = merged;
  return [a, b, c, d];
}

/** Runs of neighbours among `axes` (all by default). Axes of size 1 need no work and are left out. */
export function runsOf(op: string, shape: Shape, axes?: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const axis of normalizeAxes(op, shape, axes)) {
    if (shape[axis] === 1) continue;
    const run = runs.at(-1);
    if (run && axis === (run.at(-1) ?? 0) + 1) run.push(axis);
    else runs.push([axis]);
  }
  return runs;
}

/** `shape` with the reduced axes kept at size 1. */
export const keptShape = (shape: Shape, axes: readonly number[]): number[] =>
  shape.map((n, axis) => (axes.includes(axis) ? 1 : n));

/** A shape as [outer, reduced, inner] around a run of neighbouring axes. */
export interface Extents {
  readonly outer: number;
  readonly reduced: number;
  readonly inner: number;
}

export function extentsOf(shape: Shape, axes: readonly number[]): Extents {
  const first = axes[0] ?? 0;
  const last = axes.at(-1) ?? -1;
  return {
    outer: sizeOf(shape.slice(0, first)),
    reduced: sizeOf(shape.slice(first, last + 1)),
    inner: sizeOf(shape.slice(last + 1)),
  };
}
