/** The lesson on the perceptron in a browser: setosa comes to rest without a mistake, virginica and XOR do not. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'perceptron/';
const tag = 'slope-perceptron';

test('setosa comes to rest within ten rounds, and every test flower is right', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.train(50_000);
  await figure.until(`root.querySelector('[data-rest]')?.innerText.includes('without a mistake')`);
  expect(await figure.text('[data-train]')).toBe('120 of 120 right');
  expect(await figure.text('[data-test]')).toBe('30 of 30 right in the test');
  expect(complaints).toEqual([]);
});

test('“next mistake” goes on to a flower that changes the numbers', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.click('.transport button:nth-of-type(3)');
  await figure.until(`root.querySelector('[data-mistakes]').innerText.startsWith('1 ')`);
  await figure.until(`figure.runState === 'paused'`);
  await new Promise((done) => setTimeout(done, 300));
  await figure.click('.transport button:nth-of-type(3)');
  await figure.until(`root.querySelector('[data-mistakes]').innerText.startsWith('2 ')`);
});

test('XOR is never answered', async () => {
  const { page } = await openPage(`${path}?preset=xor&epochs=4`);
  const figure = new Figure(page, tag);
  await figure.train(50_000);
  await figure.until(`root.querySelector('[data-rest]')?.innerText.includes('no straight border')`);
});
