// A loss that is no longer finite is a result: the step, the op at fault, and the way back.

import { expect, onTestFinished, test } from 'vitest';
import type { Dataset } from '../../engine/graph/dataset.ts';
import type { FitOptions } from '../../engine/nn/fit-options.ts';
import { dense } from '../../engine/nn/layers.ts';
import { adam, sgd } from '../../engine/nn/optimizers.ts';
import { type Sequential, sequential } from '../../engine/nn/sequential.ts';
import type { TrainingEvent } from '../../engine/training/events.ts';
import type { TrainingRun } from '../../engine/training/run.ts';
import { packedDigits } from './fixtures.ts';

const digits = packedDigits(320);

function build(): Sequential {
  const layers = [
    dense(100, { activation: 'relu' }),
    dense(100, { activation: 'relu' }),
    dense(10, { activation: 'softmax' }),
  ];
  const model = sequential(layers, { inputShape: [784], seed: 5 });
  onTestFinished(() => model.dispose());
  return model;
}

function fit(model: Sequential, dataset: Dataset, options: Partial<FitOptions>) {
  const run = model.fit(dataset, {
    epochs: 8,
    batchSize: 64,
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
    backend: 'webgpu',
    ...options,
  });
  const events: TrainingEvent[] = [];
  run.subscribe((event) => events.push(event));
  return { run, events };
}

const divergenceIn = (events: readonly TrainingEvent[]) => events.flatMap((e) => (e.type === 'diverged' ? [e] : []));
const finiteRows = (run: TrainingRun) => run.history.steps.every(({ loss }) => Number.isFinite(loss));

/** One step is enough to overflow the products of the next. */
const explosive = { optimizer: sgd({ learningRate: 1e30 }) };

for (const backend of ['webgpu', 'cpu'] as const) {
  test(`${backend}: a run that overflows stops at the step, names the op and offers the snapshot before`, async () => {
    const model = build();
    const { run, events } = fit(model, digits, { ...explosive, backend });
    await run.finished;
    expect(run.state).toBe('diverged');
    const [divergence] = divergenceIn(events);
    console.info(`${backend}: ${divergence?.message}`);
    expect(divergence?.message).toMatch(/no longer finite at step \d+: first in [a-z]+.*rewind to step \d+, lower it/);
    expect(divergence?.step).toBeLessThanOrEqual(run.history.steps.length + 1);
    expect(finiteRows(run)).toBe(true);
    // The weights are those of the snapshot meanwhile.
    for (const { data } of await model.getWeights()) expect(data.every(Number.isFinite)).toBe(true);

    await run.rewind();
    expect(run.state).toBe('paused');
    run.learningRate = 0.01;
    run.play();
    await run.finished;
    expect(run.state).toBe('completed');
    expect(run.history.steps).toHaveLength(40);
    expect(finiteRows(run)).toBe(true);
  });
}

test('the op that is named is the one that made the number: a NaN in the data comes from the batch', async () => {
  const data = new Float32Array(320 * 784).fill(0.5);
  data[170 * 784 + 3] = Number.NaN;
  const dataset: Dataset = {
    inputs: { shape: [320, 784], encoding: 'f32', data, scale: 1, offset: 0 },
    targets: digits.targets,
  };
  const { run, events } = fit(build(), dataset, { shuffle: false });
  await run.finished;
  const [divergence] = divergenceIn(events);
  // Example 170 is in the third batch of 64.
  expect(divergence?.step).toBe(3);
  expect(divergence?.message).toContain('first in batch (gather_batch)');
  expect(divergence?.origin).toEqual({ operation: 'batch', kernel: 'gather_batch', writesGradient: false });
  // The loss of that step is finite, as a ReLU swallows NaN; what comes after it is not kept.
  expect(run.history.steps).toHaveLength(3);
});

test('weights that were not finite from the beginning are said to be so', async () => {
  const model = build();
  const [kernel] = await model.getWeights();
  model.setWeights([{ ...kernel!, data: kernel!.data.fill(Number.NaN, 0, 1) }]);
  const { run, events } = fit(model, digits, {});
  await run.finished;
  expect(divergenceIn(events)[0]?.message).toMatch(/not finite before the first step/);
});

for (const [name, optimizer] of Object.entries({
  sgd: sgd({ learningRate: 100 }),
  adam: adam({ learningRate: 100 }),
})) {
  test(`${name} with learning rate 100: a huge loss is no divergence, one that is not finite is`, async () => {
    const { run, events } = fit(build(), digits, { optimizer, epochs: 12 });
    await run.finished;
    const losses = run.history.steps.map(({ loss }) => loss);
    const [divergence] = divergenceIn(events);
    console.info(
      `${name} at 100: ${run.state} after ${losses.length} steps, largest loss ${Math.max(...losses).toPrecision(4)}; ${divergence?.message ?? 'no divergence'}`,
    );
    expect(finiteRows(run)).toBe(true);
    expect(run.state).toBe(divergence ? 'diverged' : 'completed');
    if (!divergence) expect(losses).toHaveLength(60);
  });
}

test('stop ends a run that diverged, and a new fit begins from the last good weights', async () => {
  const model = build();
  const { run } = fit(model, digits, explosive);
  await run.finished;
  run.stop();
  await run.released;
  expect(run.state).toBe('stopped');
  const next = fit(model, digits, { epochs: 1 });
  await next.run.finished;
  expect(next.run.state).toBe('completed');
});

/** A bias falls to −∞ in the first step; its ReLU is 0 from then on, and so no loss shows it. */
function hidden(): { readonly model: Sequential; readonly dataset: Dataset } {
  const layers = [dense(1, { activation: 'relu' }), dense(1, { useBias: false })];
  const model = sequential(layers, { inputShape: [1] });
  onTestFinished(() => model.dispose());
  const [kernel, bias, second] = [1, 0, 1e20].map((value) => Float32Array.of(value));
  model.setWeights([
    { name: 'dense_1/kernel', shape: [1, 1], data: kernel! },
    { name: 'dense_1/bias', shape: [1], data: bias! },
    { name: 'dense_2/kernel', shape: [1, 1], data: second! },
  ]);
  const column = (value: number) =>
    ({ shape: [2, 1], encoding: 'f32', data: Float32Array.of(value, value), scale: 1, offset: 0 }) as const;
  return { model, dataset: { inputs: column(1e-30), targets: column(-1) } };
}

test.for([
  ['cpu', 'constant'],
  ['webgpu', 'step'],
  // As a chain: the mark comes with the next row, the search finds the step.
  ['webgpu', 'constant'],
] as const)('%s, %s: an infinity that a ReLU hides from the loss is found at its own step', async ([backend, kind]) => {
  const { model, dataset } = hidden();
  const schedule =
    kind === 'step' ? ({ schedule: 'step', every: 1000, factor: 0.5 } as const) : ({ schedule: 'constant' } as const);
  const optimizer = sgd({ learningRate: 1e20, schedule });
  const { run, events } = fit(model, dataset, {
    loss: 'mse',
    metrics: [],
    optimizer,
    backend,
    batchSize: 2,
    epochs: 50,
  });
  await run.finished;
  expect(run.state).toBe('diverged');
  expect(run.history.steps.map(({ step }) => step)).toEqual([1]);
  const [divergence] = divergenceIn(events);
  expect(divergence?.step).toBe(1);
  expect(divergence?.message).toContain('step 1: first in');
  // The loss of that step is finite, and the gradients too: it is the step that leaves the numbers.
  expect(divergence?.origin?.operation).toBe('optimizerUpdate');
});
