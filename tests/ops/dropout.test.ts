// Dropout's statistics: as many dropped as the rate says, the mean kept, as TensorFlow.js does (`golden/ops.ts`), and no likeness
// between steps, streams or seeds.

import { describe, expect, test } from 'vitest';
import { createCpuExecutor } from '../../engine/cpu/executor.ts';
import { clockAtStart } from '../../engine/graph/step-state.ts';
import { dropout } from '../../engine/ops/dropout.ts';
import { fill } from '../../engine/ops/leaves.ts';
import { layoutParameters } from '../../engine/plan/program.ts';
import golden from '../golden/ops.json';
import { dropoutCount as count } from '../golden/ops-cases.ts';

/** The mask of a million ones. */
async function mask(rate: number, { stream = 0, step = 0, seed = 1 } = {}): Promise<Float32Array> {
  const layout = layoutParameters([]);
  const session = await createCpuExecutor('f32').createSession(layout, new Float32Array(layout.length));
  const outputs = [dropout(fill([count], 1), rate, stream)];
  const program = { name: 'mask', layout, stateLength: 0, outputs, gradients: [], effects: [], metricNames: [] };
  const loaded = await session.load(program, {});
  loaded.setKnobs({ learningRate: 0, exampleCount: 1, seed });
  loaded.setClock({ ...clockAtStart(), step });
  const [values] = await loaded.compute({});
  return values!;
}

const meanOf = (values: ArrayLike<number>, f: (value: number, i: number) => number) => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += f(values[i] as number, i);
  return sum / values.length;
};

describe.each([0.1, 0.25, 0.5, 0.9])('rate %d', (rate) => {
  // Five standard errors of a mean of a million draws.
  const deviation = Math.sqrt(rate / (1 - rate));
  const error = (5 * deviation) / Math.sqrt(count);

  test('mean 1, variance rate / (1 − rate), as many zeros as the rate says', async () => {
    const values = await mask(rate);
    expect(Math.abs(meanOf(values, (v) => v) - 1)).toBeLessThan(error);
    expect(Math.abs(meanOf(values, (v) => (v - 1) ** 2) / deviation ** 2 - 1)).toBeLessThan(0.02);
    expect(Math.abs(meanOf(values, (v) => (v === 0 ? 1 : 0)) - rate)).toBeLessThan(
      5 * Math.sqrt((rate * (1 - rate)) / count),
    );
  });

  test('neighbours, steps, streams and seeds are not alike', async () => {
    const values = await mask(rate);
    const others = { step: { step: 1 }, stream: { stream: 1 }, seed: { seed: 2 } };
    const likeness = (other: ArrayLike<number>, shift = 0) =>
      meanOf(values, (v, i) => (v - 1) * ((other[(i + shift) % count] as number) - 1)) / deviation ** 2;
    // Five standard errors of a correlation.
    const bound = 5 / Math.sqrt(count);
    for (const shift of [1, 2, 10, 64, 784, 1000])
      expect(Math.abs(likeness(values, shift)), `shift ${shift}`).toBeLessThan(bound);
    for (const [name, change] of Object.entries(others)) {
      expect(Math.abs(likeness(await mask(rate, change))), name).toBeLessThan(bound);
    }
  });

  test('the same seed, step and stream draw the same mask', async () => {
    const again = await mask(rate, { step: 3, stream: 2 });
    expect((await mask(rate, { step: 3, stream: 2 })).every((v, i) => v === again[i])).toBe(true);
  });
});

test('rate 0 keeps everything', async () => {
  expect(new Set(await mask(0))).toEqual(new Set([1]));
});

test.each(golden.dropout)(
  'rate $rate: mean, variance, zeros and what is kept are those of TensorFlow.js',
  async (theirs) => {
    const values = await mask(theirs.rate);
    // Two draws of a million differ by less than five standard errors of their difference.
    const error = (deviation: number) => 5 * deviation * Math.sqrt(2 / count);
    const { rate } = theirs;
    const mean = meanOf(values, (v) => v);
    expect(Math.abs(mean - theirs.mean)).toBeLessThan(error(Math.sqrt(rate / (1 - rate))));
    expect(Math.abs(meanOf(values, (v) => (v - mean) ** 2) / theirs.variance - 1)).toBeLessThan(0.02);
    expect(Math.abs(meanOf(values, (v) => (v === 0 ? 1 : 0)) - theirs.dropped)).toBeLessThan(
      error(Math.sqrt(rate * (1 - rate))),
    );
    expect(Math.max(...new Set(values))).toBeCloseTo(theirs.kept, 5);
  },
);
