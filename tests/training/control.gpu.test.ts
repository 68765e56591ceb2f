// What a visitor and a program do to a run while it goes on: pause, step, rewind, stop, abort, fit again, dispose.

import { expect, onTestFinished, test } from 'vitest';
import type { FitOptions } from '../../engine/nn/fit-options.ts';
import { dense } from '../../engine/nn/layers.ts';
import { type Sequential, sequential } from '../../engine/nn/sequential.ts';
import type { TrainingEvent } from '../../engine/training/events.ts';
import type { TrainingRun } from '../../engine/training/run.ts';
import { packedDigits } from './fixtures.ts';

const dataset = packedDigits(320, 64);

function build(): Sequential {
  const layers = [dense(16, { activation: 'relu' }), dense(10, { activation: 'softmax' })];
  const model = sequential(layers, { inputShape: [64], seed: 2 });
  onTestFinished(() => model.dispose());
  return model;
}

const fit = (model: Sequential, options: Partial<FitOptions> = {}): TrainingRun =>
  model.fit(dataset, {
    epochs: 10,
    batchSize: 32,
    loss: 'sparseCategoricalCrossentropy',
    backend: 'webgpu',
    ...options,
  });

const lossesOf = (run: TrainingRun) => run.history.steps.map(({ loss }) => loss);

const reached = (run: TrainingRun, step: number) =>
  new Promise<void>((resolve) => {
    const unsubscribe = run.subscribe(() => {
      if (run.history.steps.length < step) return;
      unsubscribe();
      resolve();
    });
  });

test('pausing, stepping and playing, however they fall, give the undisturbed curve', async () => {
  const whole = fit(build());
  const expected = lossesOf({ ...whole, history: await whole.finished } as TrainingRun);
  expect(expected).toHaveLength(100);

  const run = fit(build());
  run.pause();
  const first = run.step(2);
  const second = run.step(3);
  await Promise.all([first, second]);
  expect(run.history.steps).toHaveLength(5);
  run.play();
  run.pause();
  run.play();
  await reached(run, 40);
  run.pause();
  await run.step();
  await run.rewind();
  expect(run.state).toBe('paused');
  await run.step(7);
  run.play();
  await run.finished;
  expect(lossesOf(run)).toEqual(expected);
  expect(run.history.epochs).toHaveLength(10);
});

test('a run rewinds while it plays, and repeats its steps bit for bit', async () => {
  const run = fit(build(), { epochs: 40 });
  await reached(run, 50);
  const before = lossesOf(run);
  await run.rewind();
  expect(run.history.steps.length).toBeLessThan(before.length + 600);
  run.play();
  await run.finished;
  expect(lossesOf(run).slice(0, before.length)).toEqual(before);
  expect(run.history.steps.map(({ step }) => step)).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
});

test('a run that is stopped while it prepares never starts', async () => {
  const run = fit(build());
  const states: string[] = [];
  run.subscribe((event) => {
    if (event.type === 'state') states.push(event.state);
  });
  run.stop();
  expect((await run.finished).steps).toEqual([]);
  await run.released;
  expect([run.state, ...states]).toEqual(['stopped', 'stopped']);
});

test('a signal aborts: before the run, and in its middle', async () => {
  const early = fit(build(), { signal: AbortSignal.abort() });
  expect((await early.finished).steps).toEqual([]);
  expect(early.state).toBe('stopped');

  const controller = new AbortController();
  const run = fit(build(), { signal: controller.signal, epochs: 10_000 });
  await reached(run, 30);
  controller.abort();
  await run.finished;
  expect(run.state).toBe('stopped');
});

test('a second fit stops the first and goes on from its weights', async () => {
  const model = build();
  const first = fit(model, { epochs: 10_000 });
  await reached(first, 30);
  const second = fit(model);
  await second.finished;
  expect(first.state).toBe('stopped');
  expect(second.history.steps).toHaveLength(100);
  expect(second.history.steps[0]!.loss).toBeLessThan(first.history.steps[0]!.loss);
});

test('a model is disposed of while it trains: the run stops, the weights stay and it can be used again', async () => {
  const model = build();
  const run = fit(model, { epochs: 10_000 });
  await reached(run, 60);
  model.dispose();
  await run.finished;
  expect(run.state).toBe('stopped');
  await run.released;
  const again = fit(model, { epochs: 1 });
  await again.finished;
  expect(again.history.steps[0]!.loss).toBeLessThan(run.history.steps[0]!.loss);
});

/** 20 chunks of a prediction: there is time to dispose of the model in between. */
const manyExamples = () => Float32Array.from({ length: 64 * 256 * 20 }, (_, i) => (i % 13) / 13);

test.for(['webgpu', 'cpu'] as const)(
  '%s: a prediction under way when the model is disposed of ends as if it had not been',
  async (backend) => {
    const model = build();
    const expected = await model.predict(manyExamples(), { backend });
    for (const delay of [undefined, 0, 3, 10]) {
      const predicting = model.predict(manyExamples(), { backend });
      if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
      model.dispose();
      expect(await predicting, `disposed after ${delay} ms`).toEqual(expected);
    }
    expect(await model.predict(manyExamples(), { backend })).toEqual(expected);
  },
);

test('a prediction under way when another backend is asked for ends where it began', async () => {
  const model = build();
  const expected = await model.predict(manyExamples(), { backend: 'webgpu' });
  const predicting = model.predict(manyExamples(), { backend: 'webgpu' });
  const elsewhere = model.predict(manyExamples(), { backend: 'cpu' });
  expect(await predicting).toEqual(expected);
  expect(await elsewhere).toBeAllClose(expected);
});

test.for(['webgpu', 'cpu'] as const)(
  '%s: a prediction and a dispose while the model trains leave the trained weights',
  async (backend) => {
    const model = build();
    const [before] = await model.getWeights();
    const run = fit(model, { epochs: 10_000, backend });
    await reached(run, 60);
    const predicting = model.predict(manyExamples());
    model.dispose();
    const rows = await predicting;
    expect(rows.every((p) => p >= 0 && p <= 1)).toBe(true);
    await run.released;
    const [after] = await model.getWeights();
    expect(after!.data).not.toEqual(before!.data);
    expect(after!.data).toEqual((await run.snapshot()).parameters.slice(0, after!.data.length));
  },
);

test('steps come in order, also when the first validation is slow to come back', async () => {
  const { popErrorScope } = GPUDevice.prototype;
  onTestFinished(() => {
    GPUDevice.prototype.popErrorScope = popErrorScope;
  });
  // The first submit of a program, and so the first validation, waits for its scope.
  GPUDevice.prototype.popErrorScope = async function () {
    const error = await popErrorScope.call(this);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return error;
  };
  const run = fit(build(), { validationData: dataset, epochs: 3, stepsPerSubmit: 2 });
  const { steps, epochs } = await run.finished;
  expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  expect(epochs.map(({ epoch, validation }) => [epoch, validation !== undefined])).toEqual([
    [0, true],
    [1, true],
    [2, true],
  ]);
});

test('a listener that throws does not harm the run', async () => {
  const uncaught = new Promise<unknown>((resolve) => {
    const handler = (event: ErrorEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      window.removeEventListener('error', handler, { capture: true });
      resolve(event.error);
    };
    window.addEventListener('error', handler, { capture: true });
  });
  const run = fit(build());
  const unsubscribe = run.subscribe(() => {
    unsubscribe();
    throw new Error('the listener is broken');
  });
  await expect(uncaught).resolves.toThrow;
  expect((await run.finished).steps).toHaveLength(100);
});

test('iterating gives every event, and ends with the run', async () => {
  const events: TrainingEvent[] = [];
  for await (const event of fit(build())) events.push(event);
  const rows = events.flatMap((event) => (event.type === 'steps' ? event.rows : []));
  expect(rows.map(({ step }) => step)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  expect(events.filter(({ type }) => type === 'epoch')).toHaveLength(10);
  expect(events.at(-1)).toEqual({ type: 'complete' });
});

test('a prediction on another backend is refused while the model trains, and allowed afterwards', async () => {
  const model = build();
  const run = fit(model, { epochs: 10_000 });
  await reached(run, 10);
  await expect(model.predict(new Float32Array(64), { backend: 'cpu' })).rejects.toThrow(/being trained \(webgpu\)/);
  run.stop();
  await run.released;
  const [gpu, cpu] = [
    await model.predict(new Float32Array(64)),
    await model.predict(new Float32Array(64), { backend: 'cpu' }),
  ];
  expect(cpu).toBeAllClose(gpu);
});
