// The walk over up to four axes, row by row, with a position in each operand.

import type { Axis } from '../../ops/axes.ts';

/** Calls `visit` with each operand's position at the start of each row along the last axis, in row-major order. */
export function walkRows(
  [axis0, axis1, axis2]: readonly [Axis, Axis, Axis, Axis],
  visit: (starts: readonly number[]) => void,
): void {
  for (let i0 = 0; i0 < axis0.size; i0++)
    for (let i1 = 0; i1 < axis1.size; i1++)
      for (let i2 = 0; i2 < axis2.size; i2++)
        visit(
          axis0.strides.map((stride, k) => i0 * stride + i1 * (axis1.strides[k] ?? 0) + i2 * (axis2.strides[k] ?? 0)),
        );
}
