/** The lesson on metrics in a browser: the threshold trades precision for recall, typed counts give the textbook's ratios. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'metrics/';
const tag = 'slope-metrics';

const rating = (figure: Figure, name: string) =>
  figure.evaluate<number>(`Number.parseFloat(root.querySelector('[data-metric=${name}]').innerText)`);

test('a higher threshold is more precise and finds fewer', async () => {
  const { page, complaints } = await openPage(`${path}?threshold=0.2`);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  const [precision, recall] = [await rating(figure, 'precision'), await rating(figure, 'recall')];
  await page.evaluate(`document.querySelector('${tag}').setState({ threshold: 0.9 })`);
  await figure.until(`root.querySelector('[data-metric=recall]').innerText !== '${recall.toFixed(1)}%'`);
  expect(await rating(figure, 'precision')).toBeGreaterThan(precision);
  expect(await rating(figure, 'recall')).toBeLessThan(recall);
  expect(complaints).toEqual([]);
});

test('never saying yes is accurate and finds nobody', async () => {
  const { page } = await openPage(`${path}?preset=never`);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  expect(await rating(figure, 'accuracy')).toBeGreaterThan(85);
  expect(await rating(figure, 'recall')).toBe(0);
  expect(await figure.text('[data-metric=precision]')).toBe('–');
});

test('typed counts are rated at once', async () => {
  const { page } = await openPage(`${path}?counts=40,10,5,45`);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  expect(await rating(figure, 'accuracy')).toBe(85);
  await figure.type('[data-cell=fn]', '0');
  await figure.until(`root.querySelector('[data-metric=recall]').innerText === '100.0%'`);
});
