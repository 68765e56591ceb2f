/** The lesson on learning from examples in a browser: both heads learn the town, and six examples are too few. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'supervised/';
const tag = 'slope-supervised';

test('the kind of nearly all unseen homes is right, and the head is a softmax', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.train();
  await figure.until(`Number.parseInt(root.querySelector('[data-score]').innerText) <= 20`);
  expect(await figure.text('[data-head]')).toContain('softmax');
  expect(await figure.evaluate(`root.querySelectorAll('[data-examples] td.ignored').length`)).toBe(5);
  expect(complaints).toEqual([]);
});

test('prices are right to €30k for homes it never saw, and not after six examples', async () => {
  const { page } = await openPage(`${path}?preset=price`);
  const figure = new Figure(page, tag);
  const error = async () => Number(/€(\d+)k/.exec(await figure.text('[data-score]'))?.[1]);
  await figure.train();
  await figure.until(`/€[12]?\\dk/.test(root.querySelector('[data-score]').innerText)`);
  const many = await error();
  await figure.evaluate(`figure.tryPreset('few-prices')`);
  await figure.train();
  await figure.until(`/€\\d+k/.test(root.querySelector('[data-score]').innerText)`);
  await new Promise((done) => setTimeout(done, 300));
  expect(await error()).toBeGreaterThan(many + 10);
});

test('the home asked about is moved by keys, and the address keeps it', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.evaluate(`root.querySelector('slope-plane').shadowRoot.querySelector('.surface').focus()`);
  for (const key of ['n', 'Enter', 'ArrowRight', 'ArrowRight', 'Enter'] as const) await page.keyboard.press(key);
  await figure.until(`figure.getState().home && figure.getState().home !== '90,8'`);
  await expect.poll(() => page.url()).toContain('home=');
});
