// The budget of a steady-state step: it creates nothing, and K steps share one submit.

import { expect, onTestFinished, test } from 'vitest';
import { dense } from '../../engine/nn/layers.ts';
import { adam } from '../../engine/nn/optimizers.ts';
import { sequential } from '../../engine/nn/sequential.ts';
import { createWebGpuExecutor } from '../../engine/webgpu/executor.ts';
import { loadTraining, packedDigits, type Setup } from '../training/fixtures.ts';
import { type ApiCalls, countApiCalls } from './api-calls.ts';

const layers = [
  dense(100, { activation: 'relu' }),
  dense(100, { activation: 'relu' }),
  dense(10, { activation: 'softmax' }),
];
const dataset = packedDigits(1280);
const setup: Setup = {
  layers,
  dataset,
  batchSize: 64,
  optimizer: adam(),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  seed: 5,
};

function count(): ApiCalls {
  const calls = countApiCalls();
  onTestFinished(calls.stop);
  return calls;
}

const nothingCreated = (calls: ApiCalls) => {
  const { createCommandEncoder, ...created } = Object.fromEntries(
    Object.entries(calls.counts).filter(([name]) => name.startsWith('create')),
  );
  expect(created).toEqual(Object.fromEntries(Object.keys(created).map((name) => [name, 0])));
  expect(calls.counts.getBindGroupLayout).toBe(0);
  expect(createCommandEncoder).toBe(calls.counts.submit);
};

test('100 steps in one submit are encoded without an await, and create nothing but the encoder', async () => {
  const { loaded } = await loadTraining(await createWebGpuExecutor(), setup);
  await loaded.run(3);
  const calls = count();
  const running = loaded.run(100);
  // Before any await: all 100 steps have been handed to the queue.
  expect(calls.counts).toMatchObject({ submit: 1, dispatchWorkgroups: 100 * loaded.dispatchCount, writeBuffer: 0 });
  await running;
  nothingCreated(calls);
  expect(calls.counts).toMatchObject({ submit: 1, mapAsync: 1, onSubmittedWorkDone: 0, pushErrorScope: 0 });
});

test('a fit of 100 steps, 10 to a submit, makes 10 submits and creates nothing; a snapshot costs one submit more', async () => {
  const model = sequential(layers, { inputShape: [784], seed: 5 });
  const run = model.fit(dataset, {
    epochs: 100,
    batchSize: 64,
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
    backend: 'webgpu',
    paused: true,
    stepsPerSubmit: 10,
  });
  await run.step(20);
  const calls = count();
  await run.step(100);
  expect(run.history.steps.at(-1)?.step).toBe(120);
  nothingCreated(calls);
  const { submit = 0, mapAsync, writeBuffer, onSubmittedWorkDone } = calls.counts;
  expect(submit - calls.readbacks, 'submits of steps').toBe(10);
  expect(mapAsync).toBe(submit);
  expect([writeBuffer, onSubmittedWorkDone]).toEqual([0, 0]);
  const dispatches = calls.counts.dispatchWorkgroups ?? 0;
  console.info(
    `100 steps: ${submit - calls.readbacks} submits, ${dispatches / 100} dispatches a step, ${calls.readbacks} snapshots`,
  );
  run.stop();
  await run.finished;
  model.dispose();
});

test('while it plays, steps per submit adapt, and what is created stays nothing', async () => {
  const model = sequential(layers, { inputShape: [784], seed: 5 });
  const run = model.fit(dataset, {
    epochs: 1000,
    batchSize: 64,
    loss: 'sparseCategoricalCrossentropy',
    backend: 'webgpu',
  });
  const reached = (step: number) =>
    new Promise<void>((resolve) => {
      const unsubscribe = run.subscribe((event) => {
        if (event.type !== 'steps' || (event.rows.at(-1)?.step ?? 0) < step) return;
        unsubscribe();
        resolve();
      });
    });
  await reached(20);
  const calls = count();
  await reached(run.history.steps.length + 100);
  calls.stop();
  nothingCreated(calls);
  expect((calls.counts.submit ?? 0) - calls.readbacks).toBeLessThanOrEqual(102);
  run.stop();
  await run.finished;
  model.dispose();
});
