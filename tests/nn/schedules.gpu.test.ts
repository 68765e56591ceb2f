// Schedules on both executors: what the clock holds after each step is the formula's value for the next.

import { expect, test } from 'vitest';
import type { ScheduleAttributes } from '../../engine/graph/node.ts';
import { adam, cosineDecay, dense, inverseTimeDecay, stepDecay } from '../../engine/index.ts';
import type { Executor } from '../../engine/plan/executor.ts';
import { createWebGpuExecutor } from '../../engine/webgpu/executor.ts';
import { loadTraining, oracle, packedDigits } from '../training/fixtures.ts';

const schedules: readonly (readonly [string, ScheduleAttributes, (step: number) => number])[] = [
  ['constant', { schedule: 'constant' }, () => 1],
  ['step', stepDecay(7, 0.5), (step) => 0.5 ** Math.floor(step / 7)],
  ['cosine', cosineDecay(20, 0.1), (step) => 0.1 + 0.45 * (1 + Math.cos((Math.PI * Math.min(step, 20)) / 20))],
  ['inverse time', inverseTimeDecay(0.3), (step) => 1 / (1 + 0.3 * step)],
];
const executors: readonly (readonly [string, () => Promise<Executor>])[] = [
  ['webgpu', () => createWebGpuExecutor()],
  ['cpu', async () => oracle()],
];

test.each(schedules)('%s', async (_name, schedule, factor) => {
  for (const [name, create] of executors) {
    const { loaded, session } = await loadTraining(await create(), {
      layers: [dense(10, { activation: 'softmax' })],
      dataset: packedDigits(40, 64),
      batchSize: 8,
      optimizer: adam({ schedule }),
      loss: 'sparseCategoricalCrossentropy',
      metrics: [],
      seed: 1,
    });
    const factors: number[] = [];
    for (let step = 1; step <= 25; step++) {
      await loaded.run(1);
      factors.push((await loaded.snapshot()).clock.scheduleFactor);
    }
    const expected = factors.map((_, i) => factor(i + 1));
    for (const [i, value] of factors.entries()) expect(value, `${name}, step ${i + 1}`).toBeCloseTo(expected[i]!, 5);
    session.destroy();
  }
});
