/** The lesson on the first neuron in a browser: the numbers flow, the words change, gates appear. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { drawn, figureOf, reaches } from './lesson-checks.ts';

const path = 'neuron/';
const tag = 'slope-neuron';
const figure = figureOf(tag);

const output = `${figure}.shadowRoot.querySelector('[data-output]').textContent`;
const truthTable = `[...${figure}.shadowRoot.querySelectorAll('.truth tbody tr')].map((row) => row.lastElementChild.textContent).join('')`;

test('the numbers flow to the output, and the engine says the same', async () => {
  const { page, complaints } = await openPage(path);
  await drawn(page, tag);
  // σ(3.28·0.8 − 3.47·1.2 + 2.28) = σ(0.74) = 0.676996
  expect(await page.evaluate(output)).toBe('0.68');
  await page.evaluate(`${figure}.play()`);
  await reaches(page, tag, 'complete');
  await page.waitForFunction(`${figure}.shadowRoot.querySelector('.status').textContent.includes('0.67699')`);
  expect(complaints).toEqual([]);
});

test('renaming changes the words and not the numbers', async () => {
  const { page } = await openPage(path);
  await drawn(page, tag);
  const before = await page.evaluate(output);
  await page.evaluate(`${figure}.tryPreset('neuron')`);
  await page.evaluate(`${figure}.updateComplete`);
  expect(await page.evaluate(output)).toBe(before);
  expect(await page.evaluate(`${figure}.shadowRoot.querySelector('[data-whole]').textContent`)).toContain('neuron');
});

test('three numbers make AND and OR', async () => {
  const { page } = await openPage(`${path}?preset=and`);
  await drawn(page, tag);
  expect(await page.evaluate(truthTable)).toBe('0001');
  await page.evaluate(`${figure}.tryPreset('or')`);
  await page.evaluate(`${figure}.updateComplete`);
  expect(await page.evaluate(truthTable)).toBe('0111');
});
