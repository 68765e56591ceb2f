/** The lesson on looking at the data in a browser: the zeros of the width, and what empty cells cost. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'data/';
const tag = 'slope-data';

test('490 plots have no width, and the page asks about them', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.until(`root.querySelector('.warn')?.innerText.includes('490')`);
  expect(await figure.text('[data-shape]')).toBe('(2930, 14)');
  await figure.click('.play');
  await figure.state('complete');
  await figure.until(`root.querySelector('tr.here').dataset.column === '14'`);
  expect(complaints).toEqual([]);
});

test('dropping rows with a hole drops half of the table; filling in keeps all', async () => {
  const { page } = await openPage(`${path}?preset=holes`);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  const rows = () => figure.evaluate<number>(`Number.parseInt(root.querySelector('[data-shape]').innerText.slice(1))`);
  expect(await rows()).toBeGreaterThan(1300);
  expect(await rows()).toBeLessThan(1600);
  await figure.click('input[value=mean]');
  await figure.until(`root.querySelector('[data-shape]').innerText === '(2930, 14)'`);
});

test('a table that did not arrive is said, and fetched at the press of a button', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  let broken = true;
  await page.setRequestInterception(true);
  page.on('request', (request) => void (broken && /iris/.test(request.url()) ? request.abort() : request.continue()));
  await figure.click('input[value=iris]');
  await figure.until(`root.querySelector('.notice.error button')`);
  broken = false;
  await figure.click('.notice.error button');
  await figure.until(`root.querySelector('[data-shape]').innerText.startsWith('(150,')`);
  expect(await figure.evaluate(`root.querySelector('.notice')`)).toBeNull();
});
