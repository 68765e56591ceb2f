/** The lesson on loss functions in a browser: the squared error follows the outlier, the absolute error does not. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'losses/';
const tag = 'slope-losses';

const slopeOf = (figure: Figure, loss: string) =>
  figure.evaluate<number>(`Number(root.querySelector('[data-loss=${loss}] td').innerText.match(/([\\d.]+) x/)[1])`);

test('one point far off turns the squared error’s line and leaves the absolute error’s', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.train();
  expect(await slopeOf(figure, 'mae')).toBeGreaterThan(1.05);
  expect(await slopeOf(figure, 'huber')).toBeGreaterThan(1.0);
  expect(await slopeOf(figure, 'mse')).toBeLessThan(0.95);
  expect(complaints).toEqual([]);
});

test('sure and wrong, cross-entropy pushes and the squared error does not', async () => {
  const { page } = await openPage(`${path}?preset=sure-and-wrong`);
  const figure = new Figure(page, tag);
  await figure.until(`root.querySelector('[data-push]')?.innerText.includes('0.998')`);
  expect(await figure.text('[data-push]')).toContain('0.005');
});
