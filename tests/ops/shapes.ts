// Arbitrary shapes for the fuzz of ops: sizes at which kernels go wrong, and few enough elements for the f64 executor.

import fc from 'fast-check';
import type { Shape } from '../../engine/graph/shape.ts';
import { sizeOf } from '../../engine/graph/shape.ts';

export const seed = 20261122;

/** Empty, single, primes, tiles and their neighbours, workgroups and theirs. */
export const size = fc.constantFrom(0, 1, 1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 31, 33, 63, 64, 65, 127, 255, 256, 257);
export const positive = size.filter((n) => n > 0);

const largest = 20_000;
const small = (shape: readonly number[]) => sizeOf(shape) <= largest;

export const shapeOf = (minRank: number, maxRank: number, axis = size) =>
  fc.array(axis, { minLength: minRank, maxLength: maxRank }).filter(small);

/** A few of what an arbitrary gives, always the same. */
export const some = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed });

/** Two shapes that broadcast: axes of a common shape, some missing at the left or of size 1. */
export const broadcastPair = fc
  .tuple(
    shapeOf(0, 4),
    fc.array(fc.constantFrom('both', 'a is 1', 'b is 1'), { minLength: 4, maxLength: 4 }),
    fc.nat(3),
    fc.nat(3),
  )
  .map(([shape, kinds, dropA, dropB]): [Shape, Shape] => {
    const with1 = (name: string) => shape.map((n, axis) => (kinds[axis] === name ? 1 : n));
    const a = with1('a is 1');
    const b = with1('b is 1');
    return dropA < dropB ? [a.slice(Math.min(dropA, a.length)), b] : [a, b.slice(Math.min(dropB, b.length))];
  });

export const shown = (...shapes: readonly Shape[]) => shapes.map((shape) => `[${shape.join('×')}]`).join(' ');
