/** The matcher all numeric tests stand on. */
import { expect, test } from 'vitest';
import { compareAll } from './close.ts';

test('values within atol + rtol·|expected| are close', () => {
  expect(new Float32Array([1, 1000, 0])).toBeAllClose([1.00005, 1000.05, 0.000009]);
  expect([1.1]).toBeAllClose([1], { atol: 0.11 });
  expect([1.2]).not.toBeAllClose([1], { rtol: 0.1, atol: 0 });
});

test('the message names the worst element', () => {
  expect(compareAll([0, 5, 1.5], [0, 1, 1]).message).toBe(
    '2 of 3 values differ; worst at [1]: 5, expected 1, off by 4.00 (rtol 0.0001, atol 0.00001)',
  );
});

test('NaN and infinities are close only to themselves', () => {
  const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
  expect([nan, inf, -inf]).toBeAllClose([nan, inf, -inf]);
  for (const [a, b] of [
    [nan, 0],
    [0, nan],
    [inf, nan],
    [nan, inf],
    [inf, -inf],
    [inf, 1e30],
    [1e30, inf],
  ] as const) {
    expect([a], `${a} and ${b}`).not.toBeAllClose([b]);
  }
  expect(compareAll([2, nan], [1, 1]).message).toContain('worst at [1]: NaN');
});

test('lists of different lengths are never close', () => {
  expect(compareAll([], [1])).toEqual({ pass: false, message: '0 values, expected 1' });
});
