// Whether numbers are finite, at the price of reading them.

import type { FloatArray } from './reference.ts';

/** NaN and infinities times 0 are NaN: one multiplication and one addition for each number. */
export function allFinite(values: FloatArray): boolean {
  let zeros = 0;
  for (let i = 0; i < values.length; i++) zeros += (values[i] as number) * 0;
  return zeros === 0;
}
