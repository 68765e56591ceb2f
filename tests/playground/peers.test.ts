/** The arithmetic of the comparison's bars: ratios to the best other library, whatever is better large or small. */
import { describe, expect, test } from 'vitest';
import {
  groupsOf,
  loadFigures,
  type PeerFigures,
  placeOf,
  spanOf,
} from '../../playground/elements/slope-peers/figures.ts';
import { ownWorkloads } from '../../playground/elements/slope-peers/workloads.ts';

const row = (peer: string, value: number, unit = 'steps/s', ok = true) => ({
  workload: 'W3',
  variant: 'v',
  peer,
  value,
  unit,
  ok,
});
const figures = (...rows: ReturnType<typeof row>[]): PeerFigures => ({ adapter: 'a', rows });
const ratios = (data: PeerFigures, against: 'webgpu' | 'all' = 'webgpu') =>
  Object.fromEntries(groupsOf(data, against).flatMap(({ bars }) => bars.map(({ peer, ratio }) => [peer, ratio])));

describe('ratios', () => {
  test('are to the best library that is not our own', () => {
    const data = figures(row('slope-webgpu', 300), row('jax-webgpu', 100), row('tfjs-webgpu', 50));
    expect(ratios(data)).toEqual({ 'slope-webgpu': 3, 'jax-webgpu': 1, 'tfjs-webgpu': 0.5 });
  });

  test('take other backends in only when asked', () => {
    const data = figures(row('slope-webgpu', 300), row('jax-webgpu', 100), row('tfjs-wasm', 600));
    expect(ratios(data)['slope-webgpu']).toBe(3);
    expect(ratios(data, 'all')['slope-webgpu']).toBe(0.5);
  });

  test('of times are turned round: half the time is twice as good', () => {
    const data = figures(row('slope-webgpu', 500, 'ms'), row('jax-webgpu', 1000, 'ms'));
    expect(ratios(data)['slope-webgpu']).toBe(2);
  });

  test('are never to a wrong result', () => {
    const data = figures(row('slope-webgpu', 300), row('jax-webgpu', 900, 'steps/s', false), row('tfjs-webgpu', 100));
    expect(ratios(data)['slope-webgpu']).toBe(3);
  });

  test('do not exist where there is no other library', () => {
    expect(ratios(figures(row('slope-webgpu', 300)))['slope-webgpu']).toBeUndefined();
  });
});

test('the axis holds whole powers of ten, with 1 in between', () => {
  const span = spanOf(groupsOf(figures(row('slope-webgpu', 3400), row('jax-webgpu', 100)), 'webgpu'));
  expect(span).toEqual([0.1, 100]);
  expect(placeOf(1, span)).toBeCloseTo(1 / 3, 12);
  expect(placeOf(1e9, span)).toBe(1);
});

test('the committed figures name their adapter, and hold every training that is measured on the visitor’s machine', async () => {
  const { adapter, rows } = await loadFigures();
  expect(adapter).not.toBe('');
  for (const { workload, variant } of ownWorkloads) {
    const found = rows.filter((candidate) => candidate.workload === workload && candidate.variant === variant);
    expect(found.map(({ peer }) => peer)).toContain('slope-webgpu');
  }
});
