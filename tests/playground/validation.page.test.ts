/** The lesson on training and validation in a browser: the curves part, early stopping goes back, a leak hides it. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'validation/';
const tag = 'slope-validation';

const losses = 'figure.history.epochs.map(({ loss, validation }) => [loss, validation.loss])';
const right = (figure: Figure, part: string) =>
  figure.evaluate<number>(`Number.parseFloat(root.querySelector('[data-right=${part}]').innerText)`);

test('trained too long, the validation loss ends far above its lowest', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.train();
  const rows = await figure.evaluate<[number, number][]>(losses);
  const validation = rows.map(([, loss]) => loss);
  const last = rows.at(-1) as [number, number];
  expect(last[0]).toBeLessThan(0.2);
  expect(last[1]).toBeGreaterThan(2 * Math.min(...validation));
  expect(complaints).toEqual([]);
});

test('early stopping ends the run and says so', async () => {
  const { page } = await openPage(`${path}?preset=stops-early`);
  const figure = new Figure(page, tag);
  await figure.train();
  const rows = await figure.evaluate<[number, number][]>(losses);
  expect(rows.length).toBeLessThan(100);
  expect(await figure.text('[data-verdict]')).toContain('back in place');
});

test('with a leak, validation promises more than new points give', async () => {
  const { page } = await openPage(`${path}?preset=leak`);
  const figure = new Figure(page, tag);
  await figure.train();
  await figure.until(`root.querySelector('[data-right=fresh]').innerText !== '–'`);
  expect(await right(figure, 'validation')).toBeGreaterThan((await right(figure, 'fresh')) + 3);
  expect(((await figure.evaluate<[number, number][]>(losses)).at(-1) ?? [])[1]).toBeLessThan(0.25);
});
