// The flat buffers have gaps between parameters: whatever the optimizer does to all elements at once, gaps stay 0.

import { expect, test } from 'vitest';
import { adagrad, adam, adamW, dense, l1l2, rmsprop, sgd } from '../../engine/index.ts';
import type { Executor } from '../../engine/plan/executor.ts';
import { loadTraining, packedDigits } from '../training/fixtures.ts';

const optimizers = {
  sgd: sgd(),
  nesterov: sgd({ momentum: 0.9, nesterov: true }),
  rmsprop: rmsprop({ momentum: 0.9, epsilon: 1e-30 }),
  adagrad: adagrad({ initialAccumulator: 0, epsilon: 1e-30 }),
  adam: adam({ epsilon: 1e-30 }),
  'adamW, clipped': adamW({ globalClipNorm: 0.01 }),
};

export function describePadding(create: () => Promise<Executor>): void {
  test.each(Object.entries(optimizers))('%s leaves the gaps between parameters at 0', async (_name, optimizer) => {
    const { loaded, program, session } = await loadTraining(await create(), {
      layers: [
        dense(7, { activation: 'tanh', kernelRegularizer: l1l2(0.01, 0.01) }),
        dense(10, { activation: 'softmax', biasRegularizer: l1l2(0.1, 0) }),
      ],
      dataset: packedDigits(40, 24),
      batchSize: 8,
      optimizer,
      loss: 'sparseCategoricalCrossentropy',
      metrics: ['gradientNorm'],
      seed: 1,
    });
    await loaded.run(6);
    const { parameters, state } = await loaded.snapshot();
    const { slots, length } = program.layout;
    const isGap = (i: number) =>
      !slots.some(({ offset, shape }) => i >= offset && i < offset + shape.reduce((a, b) => a * b));
    const gaps = Array.from({ length }, (_, i) => i).filter(isGap);
    expect(gaps.length).toBeGreaterThan(50);
    expect(gaps.map((i) => parameters[i])).toEqual(gaps.map(() => 0));
    for (let first = 0; first < state.length && first < program.stateLength; first += length) {
      expect(gaps.every((i) => state[first + i] === 0)).toBe(true);
    }
    expect(parameters.every(Number.isFinite)).toBe(true);
    session.destroy();
  });
}
