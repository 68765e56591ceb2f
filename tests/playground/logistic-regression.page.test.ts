/** The lesson on logistic regression in a browser: two columns, six columns, and a threshold. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { drawn, figureOf, reaches } from './lesson-checks.ts';

const path = 'logistic-regression/';
const tag = 'slope-logistic-regression';
const figure = figureOf(tag);

const accuracy = `Number.parseFloat(${figure}.shadowRoot.querySelector('[data-accuracy]').textContent)`;

test('two columns reach about nine in ten, squares and cubes do better', async () => {
  const { page, complaints } = await openPage(`${path}?backend=cpu`);
  await drawn(page, tag);
  await page.evaluate(`${figure}.play()`);
  await reaches(page, tag, 'complete');
  await page.waitForFunction(`${accuracy} > 80`);
  const linear = (await page.evaluate(accuracy)) as number;
  expect(linear).toBeGreaterThan(85);
  expect(linear).toBeLessThan(93);
  await page.evaluate(`${figure}.tryPreset('nonlinear')`);
  await page.waitForFunction(`${figure}.runState === 'ready'`);
  await page.evaluate(`${figure}.play()`);
  await reaches(page, tag, 'complete');
  await page.waitForFunction(`${accuracy} > ${linear}`);
  expect(await page.evaluate(`${figure}.shadowRoot.querySelectorAll('.matrix-table thead th').length`)).toBe(8);
  expect(complaints).toEqual([]);
});

test('a strict threshold raises precision and lowers recall', async () => {
  const { page } = await openPage(`${path}?backend=cpu&epochs=100`);
  await drawn(page, tag);
  await page.evaluate(`${figure}.play()`);
  await reaches(page, tag, 'complete');
  const ratios = async () => {
    await page.evaluate(`${figure}.updateComplete`);
    return (await page.evaluate(
      `[...${figure}.shadowRoot.querySelectorAll('.ratios dd:not(.why)')].map((cell) => Number.parseFloat(cell.textContent))`,
    )) as [number, number, number];
  };
  await page.waitForFunction(`${accuracy} > 80`);
  const [, precision, recall] = await ratios();
  await page.evaluate(`${figure}.setState({ threshold: 0.9, epochs: 100, backend: 'cpu' })`);
  const [, stricter, missed] = await ratios();
  expect(stricter).toBeGreaterThan(precision);
  expect(missed).toBeLessThan(recall);
});
