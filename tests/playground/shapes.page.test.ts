/** The lesson on shapes in a browser: the road is the engine's, and so are the errors. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'shapes/';
const tag = 'slope-shapes';

test('an image goes from a block of pixels to one digit', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  expect(await figure.text('[data-shape="1"]')).toBe('(60000, 28, 28)');
  await figure.click('.play');
  await figure.state('complete');
  expect(await figure.text('[data-shape="7"]')).toBe('(512,)');
  await figure.until(`root.querySelector('[data-where="7"]')`);
  expect(complaints).toEqual([]);
});

test('a product is a row against a column; sizes that differ are named', async () => {
  const { page } = await openPage(`${path}?preset=matmul`);
  const figure = new Figure(page, tag);
  await figure.until(`root.querySelector('[data-said]')?.innerText.includes('0·0 + 1·4 + 2·8 = 20')`);
  await page.evaluate(`document.querySelector('${tag}').tryPreset('matmul-error')`);
  await figure.until(`root.querySelector('[data-error]')?.innerText.includes('[2×3]')`);
});
