/** The lesson on linear regression in a browser: the line by hand, solved, and walked to. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { drawn, figureOf, reaches } from './lesson-checks.ts';

const path = 'linear-regression/';
const tag = 'slope-linear-regression';
const figure = figureOf(tag);

const press = (text: string) => `[...${figure}.shadowRoot.querySelectorAll('button')]
  .find((button) => button.textContent.trim() === '${text}').click()`;
const lineText = `${figure}.shadowRoot.querySelector('.formula-line').textContent.trim()`;

test('the normal equation and gradient descent find the same line', async () => {
  const { page, complaints } = await openPage(`${path}?preset=outlier`);
  await drawn(page, tag);
  await page.evaluate(`${figure}.play()`);
  await reaches(page, tag, 'complete');
  const walked = await page.evaluate(lineText);
  await page.evaluate(press('Solve exactly'));
  await page.evaluate(`${figure}.updateComplete`);
  // Anscombe's quartet was made so that all four lines are 3 + 0.5x.
  expect(await page.evaluate(lineText)).toBe('ŷ = 3.00 + 0.500 · x');
  expect(walked).toBe('ŷ = 3.00 + 0.500 · x');
  expect(complaints).toEqual([]);
});

test('points can be added, moved, removed and taken back, all by keys', async () => {
  const { page } = await openPage(`${path}?preset=outlier`);
  await drawn(page, tag);
  const count = async () => Number(await page.evaluate(`${figure}.toCSV().trim().split('\\n').length - 1`));
  await page.evaluate(`${figure}.shadowRoot.querySelector('.points').shadowRoot.querySelector('.surface').focus()`);
  expect(await count()).toBe(11);
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await count()).toBe(12);
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await page.keyboard.press('Delete');
  expect(await count()).toBe(11);
  await page.evaluate(press('Undo'));
  await page.evaluate(`${figure}.updateComplete`);
  expect(await count()).toBe(12);
});

test('points from a French spreadsheet are understood', async () => {
  const { page } = await openPage(path);
  await drawn(page, tag);
  await page.evaluate(`(() => {
    const root = ${figure}.shadowRoot;
    root.querySelector('textarea').value = 'x;y\\n0,5;1,5\\n1,5;2,5\\n2,5;3,5';
  })()`);
  await page.evaluate(press('Use these points'));
  expect(((await page.evaluate(`${figure}.getState()`)) as { points: string }).points).toBe('0.5,1.5;1.5,2.5;2.5,3.5');
});

test('the cost of an exact answer is measured here', async () => {
  const { page } = await openPage(path);
  await drawn(page, tag);
  await page.evaluate(press('Measure'));
  await page.waitForFunction(`${figure}.shadowRoot.querySelector('.measure span').textContent.includes('1,024')`, {
    timeout: 50_000,
  });
});
