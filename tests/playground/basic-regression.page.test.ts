/** The lesson on the price of a house in a browser: it beats the two rules, keeps the best epoch, prices an edited house. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'basic-regression/';
const tag = 'slope-regression';

test('after a few epochs the network is ahead of the mean and of the straight rule', async () => {
  const { page, complaints } = await openPage(`${path}?epochs=24`);
  const figure = new Figure(page, tag);
  expect(await figure.train().then(() => figure.text('[data-parameters]'))).toBe('4,673');
  const rules = await figure.evaluate<number[]>(
    `[...root.querySelectorAll('.rules b')].map((cell) => Number.parseFloat(cell.textContent))`,
  );
  const [mean = 0, linear = 0, , best = 99] = rules;
  expect(mean).toBeGreaterThan(55);
  expect(linear).toBeLessThan(mean / 2);
  expect(best).toBeLessThan(linear);
  expect(complaints).toEqual([]);
});

test('the best epoch is put back, and an edited house gets another price', async () => {
  const { page } = await openPage(`${path}?preset=boston&epochs=6`);
  const figure = new Figure(page, tag);
  await figure.train();
  await figure.click('.rules-side button');
  await figure.until(`root.querySelector('.notices')?.textContent.includes('best epoch')`);
  const before = await figure.text('[data-price]');
  await figure.type('#house-4', '9');
  await figure.until(`root.querySelector('[data-price]').innerText !== '${before}'`);
});
