/** The lesson on normalising in a browser: the bowl is reached, the ravine is not; a house alone is always average. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'normalisation/';
const tag = 'slope-normalisation';

const ratio = (figure: Figure, name: string) =>
  figure.evaluate<number>(`Number.parseFloat(root.querySelector('[data-ratio=${name}]').innerText)`);
const price = (figure: Figure, name: string) =>
  figure.evaluate<number>(`Number.parseFloat(root.querySelector('[data-price=${name}]').innerText)`);

test('raw data makes a ravine, normalised data a bowl, and only the bowl is left', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  expect(await ratio(figure, 'raw')).toBeGreaterThan(30);
  expect(await ratio(figure, 'normalised')).toBeLessThan(5);
  await figure.train();
  const left = await figure.evaluate<string>(`root.querySelector('.curve slope-plane').summary`);
  const [raw = 0, normalised = 1] = (left.match(/[\d.]+/g) ?? []).map(Number);
  expect(raw).toBeGreaterThan(50 * normalised);
  expect(complaints).toEqual([]);
});

test('normalised by itself, a small house costs as much as a large one', async () => {
  const { page } = await openPage(`${path}?preset=small-house`);
  const figure = new Figure(page, tag);
  await figure.train();
  const [right, own] = [await price(figure, 'training'), await price(figure, 'own')];
  expect(right).toBeLessThan(own - 60);
  await page.evaluate(`document.querySelector('${tag}').setState({ area: 16, rooms: 7 })`);
  await figure.until(`Number.parseFloat(root.querySelector('[data-price=training]').innerText) > ${own}`);
  expect(await price(figure, 'own')).toBe(own);
});

test('over the limit it diverges, and one click brings it back', async () => {
  const { page } = await openPage(`${path}?preset=over-the-limit&n=320`);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.click('.play');
  await figure.state('diverged');
  await figure.click('.notice-actions button');
  await figure.state('complete');
});
