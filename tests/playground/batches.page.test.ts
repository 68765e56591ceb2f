/** The lesson on epochs and batches in a browser: the counts are right, and 32 at a time learn what 512 at a time do not. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'batches/';
const tag = 'slope-batches';

test('512 of 60,000 images make 118 updates', async () => {
  const { page } = await openPage(`${path}?preset=large`);
  const figure = new Figure(page, tag);
  await figure.until(`root.querySelector('[data-per-epoch="60000"]')?.innerText === '118'`);
  expect(await figure.text('[data-per-epoch="1437"]')).toBe('3');
});

test('batches of 32 learn in four epochs what batches of 512 do not', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.train();
  const accuracy = 'figure.history.epochs.at(-1).validation.metrics.accuracy';
  expect(await figure.evaluate<number>(accuracy)).toBeGreaterThan(0.85);
  await page.evaluate(`document.querySelector('${tag}').tryPreset('large')`);
  await figure.train();
  expect(await figure.evaluate<number>(accuracy)).toBeLessThan(0.8);
  await figure.until(`root.querySelectorAll('[data-run]').length === 2`);
  expect(complaints).toEqual([]);
});

test('a step lights up one batch', async () => {
  const { page } = await openPage(`${path}?batch=16`);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await page.evaluate(`document.querySelector('${tag}').step()`);
  await figure.until(`root.querySelector('[data-samples]').dataset.samples === '16'`);
});
