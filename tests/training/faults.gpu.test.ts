// A run survives what goes wrong under it: lost devices, crashed GPU processes, a GPU that does not come back.

import { expect, onTestFinished, test, vi } from 'vitest';
import type { FitOptions } from '../../engine/nn/fit-options.ts';
import { dense } from '../../engine/nn/layers.ts';
import { adam } from '../../engine/nn/optimizers.ts';
import { type Sequential, sequential } from '../../engine/nn/sequential.ts';
import type { TrainingEvent } from '../../engine/training/events.ts';
import type { TrainingRun } from '../../engine/training/run.ts';
import { sharedDevice } from '../../engine/webgpu/device.ts';
import { crashGpuProcess } from '../gpu.ts';
import { packedDigits } from './fixtures.ts';

const dataset = packedDigits(320);
const validationData = packedDigits(100);

function build(units = 32): Sequential {
  const layers = [dense(units, { activation: 'relu' }), dense(10, { activation: 'softmax' })];
  const model = sequential(layers, { inputShape: [784], seed: 5 });
  onTestFinished(() => model.dispose());
  return model;
}

function fit(model: Sequential, options: Partial<FitOptions> = {}): { run: TrainingRun; events: TrainingEvent[] } {
  const run = model.fit(dataset, {
    epochs: 8,
    batchSize: 32,
    optimizer: adam(),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
    validationData,
    backend: 'webgpu',
    stepsPerSubmit: 4,
    ...options,
  });
  const events: TrainingEvent[] = [];
  run.subscribe((event) => events.push(event));
  return { run, events };
}

/** Resolves when the run has trained `step` steps. */
const reached = (run: TrainingRun, step: number) =>
  new Promise<void>((resolve) => {
    const unsubscribe = run.subscribe((event) => {
      if (event.type !== 'steps' || (event.rows.at(-1)?.step ?? 0) < step) return;
      unsubscribe();
      resolve();
    });
  });

let calm: Promise<{ losses: number[]; validation: (number | undefined)[]; weights: Float32Array[] }> | undefined;

/** What an undisturbed run gives. */
function undisturbed() {
  calm ??= (async () => {
    const model = build();
    const { run } = fit(model);
    return outcomeOf(model, run);
  })();
  return calm;
}

async function outcomeOf(model: Sequential, run: TrainingRun) {
  const { steps, epochs } = await run.finished;
  const weights = await model.getWeights();
  return {
    losses: steps.map(({ loss }) => loss),
    validation: epochs.map(({ validation }) => validation?.loss),
    weights: weights.map(({ data }) => data),
  };
}

const types = (events: readonly TrainingEvent[]) =>
  events.map(({ type }) => type).filter((type) => type.startsWith('device') || type === 'complete');

test('a destroyed device: training goes on with a new one and ends bit for bit as if nothing had been', async () => {
  const expected = await undisturbed();
  const model = build();
  const { run, events } = fit(model);
  await reached(run, 30);
  (await sharedDevice()).gpu.destroy();
  expect(await outcomeOf(model, run)).toEqual(expected);
  expect(types(events)).toEqual(['device-lost', 'device-restored', 'complete']);
});

test('three crashes of the GPU process in mid-training change nothing of the result', async () => {
  // Long enough that no crash comes after the end.
  const epochs = 60;
  const calmModel = build();
  const expected = await outcomeOf(calmModel, fit(calmModel, { epochs }).run);
  const model = build();
  const { run, events } = fit(model, { epochs });
  const restored = () => types(events).filter((type) => type === 'device-restored').length;
  for (const [crash, step] of [10, 100, 200].entries()) {
    await reached(run, step);
    await crashGpuProcess();
    // Two crashes before one recovery would count as one.
    await expect.poll(restored, { timeout: 15_000 }).toBe(crash + 1);
  }
  expect(await outcomeOf(model, run)).toEqual(expected);
}, 60_000);

test('predictions work during and after the recovery, and evaluations after a loss without a run', async () => {
  const model = build();
  const image = Float32Array.from({ length: 784 }, (_, i) => (i % 7) / 7);
  const { run } = fit(model);
  await reached(run, 20);
  (await sharedDevice()).gpu.destroy();
  const during = await model.predict(image);
  expect(during.reduce((sum, p) => sum + p)).toBeCloseTo(1, 5);
  await run.finished;
  const after = await model.predict(image);
  const scores = await model.evaluate(dataset, { loss: 'sparseCategoricalCrossentropy' });
  (await sharedDevice()).gpu.destroy();
  expect(await model.predict(image)).toEqual(after);
  expect(await model.evaluate(dataset, { loss: 'sparseCategoricalCrossentropy' })).toEqual(scores);
});

test('a paused run whose device is lost is restored while it rests, and can step on', async () => {
  const model = build();
  const { run, events } = fit(model, { paused: true });
  await run.step(15);
  const losses = run.history.steps.map(({ loss }) => loss);
  (await sharedDevice()).gpu.destroy();
  await vi.waitFor(() => expect(types(events)).toEqual(['device-lost', 'device-restored']), 15_000);
  expect(run.state).toBe('paused');
  await run.step(5);
  expect(run.history.steps.map(({ loss }) => loss).slice(0, 15)).toEqual(losses);
  expect(run.history.steps).toHaveLength(20);
  expect(run.history.steps.map(({ loss }) => loss)).toEqual((await undisturbed()).losses.slice(0, 20));
  run.stop();
});

test('single steps that were under way when the device went are taken all the same', async () => {
  const { run } = fit(build(), { paused: true });
  await run.step(3);
  const stepping = run.step(40);
  (await sharedDevice()).gpu.destroy();
  await stepping;
  expect(run.history.steps).toHaveLength(43);
  run.stop();
});

/** As after two crashes in a browser that forgives no more. */
function refuseAdapters() {
  const refused = vi.spyOn(navigator.gpu, 'requestAdapter').mockResolvedValue(null);
  onTestFinished(() => refused.mockRestore());
}

test('no adapter after a crash, WebGPU was chosen: the run fails with a sentence that says to reload', async () => {
  const { run, events } = fit(build());
  await reached(run, 20);
  refuseAdapters();
  (await sharedDevice()).gpu.destroy();
  await expect(run.finished).rejects.toThrow(/Reload the page/);
  expect(run.state).toBe('failed');
  expect(types(events)).toEqual(['device-lost']);
});

test('no adapter after a crash, the backend was chosen by the engine: the CPU takes over from the snapshot', async () => {
  // So wide that a GPU is taken without a trial; few epochs, for a software adapter computes them.
  const [units, epochs] = [1200, 3];
  const calmModel = build(units);
  const expected = await outcomeOf(calmModel, fit(calmModel, { epochs }).run);
  // A software adapter is never chosen: this one says that it is a GPU.
  for (const [name, value] of Object.entries({ vendor: 'test', architecture: 'gpu', description: '' })) {
    const property = vi.spyOn(GPUAdapterInfo.prototype, name as 'vendor', 'get').mockReturnValue(value);
    onTestFinished(() => property.mockRestore());
  }
  const fallback = vi.spyOn(GPUAdapterInfo.prototype, 'isFallbackAdapter', 'get').mockReturnValue(false);
  onTestFinished(() => fallback.mockRestore());
  const model = build(units);
  const { run, events } = fit(model, { epochs, backend: 'auto' });
  await reached(run, 12);
  expect(run.backend?.executor).toBe('webgpu');
  refuseAdapters();
  (await sharedDevice()).gpu.destroy();
  const { losses, validation } = await outcomeOf(model, run);
  expect(run.backend?.executor).toBe('cpu');
  expect(run.backend?.reason).toMatch(/Reload the page.*The CPU trains instead/);
  expect(types(events)).toEqual(['device-lost', 'device-restored', 'complete']);
  expect(Math.abs((losses.at(-1) ?? 9) - (expected.losses.at(-1) ?? 0))).toBeLessThan(1e-3);
  expect(Math.abs((validation.at(-1) ?? 9) - (expected.validation.at(-1) ?? 0))).toBeLessThan(1e-3);
  expect(await model.predict(new Float32Array(784))).toHaveLength(10);
  // A software adapter trains this wide model twice: on a busy machine that takes its time.
}, 90_000);

test('a device that is lost again and again without a step between ends the run with a sentence', async () => {
  const { run } = fit(build(), { paused: true });
  await run.step(1);
  const unsubscribe = run.subscribe((event) => {
    if (event.type === 'ready') void sharedDevice().then(({ gpu }) => gpu.destroy());
  });
  (await sharedDevice()).gpu.destroy();
  await expect(run.finished).rejects.toThrow(/lost 4 times.*Reload the page/);
  unsubscribe();
});
