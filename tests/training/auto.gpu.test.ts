// `backend: 'auto'` measures both executors on what is to be trained, takes the faster, says so, and remembers.

import { beforeEach, expect, test } from 'vitest';
import { dense } from '../../engine/nn/layers.ts';
import { sequential } from '../../engine/nn/sequential.ts';
import { packedDigits } from './fixtures.ts';

const dataset = packedDigits(256);

async function trainedOn(units: number) {
  const model = sequential([dense(units, { activation: 'relu' }), dense(10, { activation: 'softmax' })], {
    inputShape: [784],
    seed: 1,
  });
  const run = model.fit(dataset, {
    batchSize: 64,
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
    seed: 2,
  });
  const { steps } = await run.finished;
  model.dispose();
  return { backend: run.backend!, losses: steps.map(({ loss }) => loss) };
}

beforeEach(() => localStorage.clear());

test('the executor is the one that was faster, and the reason has both rates', async () => {
  const { backend } = await trainedOn(20);
  const [, cpu = '', gpu = ''] = /: ([\d,]+) steps\/s on the CPU, ([\d,]+) with WebGPU/.exec(backend.reason) ?? [];
  const rate = (text: string) => Number(text.replaceAll(',', ''));
  expect(backend.reason).toMatch(/^Measured just now: /);
  expect(backend.executor).toBe(rate(cpu) > rate(gpu) ? 'cpu' : 'webgpu');
});

test('it is remembered for the same shapes, and measured for others', async () => {
  const first = await trainedOn(20);
  const again = await trainedOn(20);
  expect(again.backend.reason).toBe(first.backend.reason.replace('just now', '1 minute ago'));
  expect(again.backend.executor).toBe(first.backend.executor);
  expect(again.losses, 'measuring leaves no trace in the weights').toEqual(first.losses);
  expect((await trainedOn(21)).backend.reason).toMatch(/^Measured just now: /);
});

const storageKey = 'slope:step-rates-2';
/** What is remembered of the one program that was measured. */
const remembered = (): { key: string; figures: { cpu: number; webgpu: number; at: number } } | undefined => {
  const [entry] = Object.entries(JSON.parse(localStorage.getItem(storageKey) ?? '{}'));
  return entry && { key: entry[0], figures: entry[1] as { cpu: number; webgpu: number; at: number } };
};
const remember = (key: string, figures: object) => localStorage.setItem(storageKey, JSON.stringify({ [key]: figures }));

test('what is older than a week is measured again, and the age is said', async () => {
  await trainedOn(20);
  const { key, figures } = remembered()!;
  remember(key, { ...figures, at: Date.now() - 3 * 24 * 3600 * 1000 });
  expect((await trainedOn(20)).backend.reason).toMatch(/^Measured 3 days ago: /);
  remember(key, { ...figures, at: Date.now() - 8 * 24 * 3600 * 1000 });
  expect((await trainedOn(20)).backend.reason).toMatch(/^Measured just now: /);
});

test('figures that training contradicts are forgotten', async () => {
  const run = async (seconds: number) => {
    const model = sequential([dense(20, { activation: 'relu' }), dense(10, { activation: 'softmax' })], {
      inputShape: [784],
      seed: 1,
    });
    const training = model.fit(dataset, { batchSize: 64, loss: 'sparseCategoricalCrossentropy', epochs: 1e6, seed: 2 });
    setTimeout(() => training.stop(), 1000 * seconds);
    await training.finished;
    model.dispose();
  };
  await run(0.5);
  const { key, figures } = remembered()!;
  remember(key, { ...figures, cpu: 1000 * figures.cpu });
  await run(2.5);
  expect(remembered()).toBeUndefined();
});
