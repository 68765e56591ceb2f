/** The lesson on perception in a browser: rules are written by pressing pixels, and the network does better than the best of them. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'rules/';
const tag = 'slope-rules';
const wrong = (figure: Figure, side: 'hand' | 'learned') =>
  figure.evaluate<number>(`Number.parseInt(root.querySelector('[data-${side}]').innerText)`);

test('a network beats the best two rules', async () => {
  const { page, complaints } = await openPage(`${path}?preset=best`);
  const figure = new Figure(page, tag);
  await figure.train();
  expect(await wrong(figure, 'hand')).toBe(8);
  await figure.until(`Number.parseInt(root.querySelector('[data-learned]').innerText) <= 3`);
  expect(complaints).toEqual([]);
});

test('a pixel goes from ink to paper to no matter; arrows move between pixels; the address keeps the rules', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.click('[data-pixel="0"]');
  await expect.poll(() => page.url()).toContain('rules=0i,42p');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('rules=0p,42p');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).not.toContain('rules=');
  await page.keyboard.press('ArrowRight');
  await figure.until(`root.activeElement.dataset.pixel === '1'`);
  await page.keyboard.press('ArrowDown');
  await figure.until(`root.activeElement.dataset.pixel === '9'`);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('rules=9i,42p');
});
