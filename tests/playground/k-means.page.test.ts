/** The lesson on k-means in a browser: it comes to rest where it should, and the table tells how well the groups are species. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'k-means/';
const tag = 'slope-k-means';

test('petals in three groups come to rest at 31.4, and 144 flowers are with their own kind', async () => {
  const { page, complaints } = await openPage(`${path}?species=shown`);
  const figure = new Figure(page, tag);
  await figure.train();
  expect(await figure.text('[data-inertia]')).toBe('31.4');
  expect(await figure.text('[data-agree]')).toContain('144 of 150');
  expect(complaints).toEqual([]);
});

test('an unlucky start ends in a worse place', async () => {
  const { page } = await openPage(`${path}?preset=worse`);
  const figure = new Figure(page, tag);
  await figure.train();
  expect(await figure.text('[data-inertia]')).toBe('142.8');
});

test('assign and move take turns, and the inertia never rises', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  const inertias: number[] = [];
  for (let half = 1; half <= 6; half++) {
    await figure.click('.transport button:nth-of-type(2)');
    await figure.until(`figure.inertias.length === ${half}`);
    inertias.push(Number(await figure.text('[data-inertia]')));
    expect(await figure.text('.transport button:nth-of-type(2)')).toBe(half % 2 ? 'Move' : 'Assign');
  }
  expect(inertias).toEqual([...inertias].sort((a, b) => b - a));
});
