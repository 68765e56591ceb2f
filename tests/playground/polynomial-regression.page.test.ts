/** The lesson on polynomial regression in a browser: training error only falls, validation error turns. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { drawn, figureOf, reaches } from './lesson-checks.ts';

const path = 'polynomial-regression/';
const tag = 'slope-polynomial-regression';
const figure = figureOf(tag);

test('the training error falls with every degree, the validation error turns, as in the median of many draws', async () => {
  const { page } = await openPage(path);
  await drawn(page, tag);
  const rows = ((await page.evaluate(`${figure}.toCSV()`)) as string).trim().split('\n').slice(1);
  const errors = rows.map((row) => row.split(',').map(Number) as [number, number, number]);
  expect(errors).toHaveLength(24);
  for (let i = 1; i < 24; i++) expect(errors[i]![1]).toBeLessThanOrEqual(errors[i - 1]![1] + 1e-9);
  expect(errors[5]![2]).toBeGreaterThan(0.43);
  expect(errors[5]![2]).toBeLessThan(0.54);
  expect(errors[23]![2]).toBeGreaterThan(1);
});

test('it plays through all degrees and says where the validation error is least', async () => {
  const { page, complaints } = await openPage(`${path}?degree=18`);
  await drawn(page, tag);
  await page.evaluate(`${figure}.play()`);
  await reaches(page, tag, 'complete');
  expect(((await page.evaluate(`${figure}.getState()`)) as { degree: number }).degree).toBe(24);
  expect(complaints).toEqual([]);
});

test('the degree is dragged along the error curve by keys', async () => {
  const { page } = await openPage(path);
  await drawn(page, tag);
  await page.evaluate(`${figure}.shadowRoot.querySelector('.errors').shadowRoot.querySelector('.surface').focus()`);
  for (const key of ['n', 'Enter'] as const) await page.keyboard.press(key);
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(((await page.evaluate(`${figure}.getState()`)) as { degree: number }).degree).toBeGreaterThan(6);
});
