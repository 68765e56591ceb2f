/** When a page says that the loss has risen: once it stays far above where it began, and not for a leap or for noise. */
import { expect, test } from 'vitest';
import { lossRise } from '../../playground/base/loss-rise.ts';

const rows = (losses: readonly number[]) => losses.map((loss, i) => ({ step: i + 1, epoch: 0, loss, metrics: {} }));
const training = { batchSize: 32, stepsPerEpoch: 30 };
const after = (losses: readonly number[]) => lossRise(rows([2.3, ...losses]), training);
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test('nothing is said before an epoch is over', () => {
  expect(after(times(29, 1000))).toBeUndefined();
  expect(after(times(30, 1000))).toEqual({ first: 2.3, now: 1000, isFar: true });
});

test('a loss that falls has not risen, whatever leaps came between', () => {
  expect(after([...times(20, 1), ...times(10, 1e9)])).toBeUndefined();
});

test('twice the loss is a rise, but none to speak of', () => {
  expect(after(times(30, 4.6))).toEqual({ first: 2.3, now: 4.6, isFar: false });
});

test('small batches: where it began is the mean of enough of them to mean something', () => {
  const small = { batchSize: 8, stepsPerEpoch: 30 };
  expect(lossRise(rows([0.1, 2, 4, 3.9, ...times(30, 5)]), small)).toEqual({ first: 2.5, now: 5, isFar: false });
});

test('an epoch of one update: it takes twenty of them', () => {
  const whole = { batchSize: 200, stepsPerEpoch: 1 };
  expect(lossRise(rows([1, ...times(19, 50)]), whole)).toBeUndefined();
  expect(lossRise(rows([1, ...times(20, 50)]), whole)?.isFar).toBe(true);
});
