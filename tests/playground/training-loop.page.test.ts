/** The lesson on the training loop in a browser: a real run, box by box, that halts where it is told to. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'training-loop/';
const tag = 'slope-training-loop';

test('it goes round until four epochs are over, and has learned', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.train();
  const right = await figure.evaluate<number>(`Number.parseFloat(root.querySelector('[data-validated]').innerText)`);
  expect(right).toBeGreaterThan(85);
  expect(complaints).toEqual([]);
});

test('it halts at the loss, which is that of a guess', async () => {
  const { page } = await openPage(`${path}?stop=loss`);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.click('.play');
  await figure.state('paused');
  await figure.until(`root.querySelector('.here [data-box=loss]')`);
  const loss = await figure.evaluate<number>(`Number.parseFloat(root.querySelector('[data-loss]').innerText)`);
  expect(loss).toBeGreaterThan(1.9);
  expect(loss).toBeLessThan(2.9);
});

test('a step goes from box to box', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  for (const box of ['batch', 'model', 'loss', 'gradient', 'optimizer', 'weights', 'batch']) {
    await page.evaluate(`document.querySelector('${tag}').step()`);
    await figure.until(`root.querySelector('.here [data-box=${box}]')`);
  }
});
