/** The lesson on back-propagation in a browser: the numbers of a stage, the way back in time, and XOR learned at the end. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'back-propagation/';
const tag = 'slope-backprop';

test('the gradients on screen are those of the formula', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  for (let stage = 0; stage < 4; stage++) await page.evaluate(`document.querySelector('${tag}').step()`);
  await figure.until(`figure.stage === 4`);
  const worst = await figure.evaluate<number>(`(() => {
    const { example, answer, gradient, hidden, before } = figure.events[0];
    const delta = answer - example.y;
    const errors = [delta - gradient.b2[0]];
    hidden.forEach((a, j) => {
      const inner = before.w2[j] * delta * (1 - a * a);
      errors.push(delta * a - gradient.w2[j], inner - gradient.b1[j]);
      example.x.forEach((x, i) => errors.push(inner * x - gradient.w1[i * hidden.length + j]));
    });
    return Math.max(...errors.map(Math.abs));
  })()`);
  expect(worst).toBeLessThan(1e-5);
  expect(await figure.text('.calculation')).toContain('δ = p − y');
  expect(complaints).toEqual([]);
});

test('the slider goes back to what was, and on again', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  const explained = await figure.text('.explain');
  await page.evaluate(`document.querySelector('${tag}').step()`);
  await figure.until(`figure.stage === 1`);
  expect(await figure.text('.explain')).not.toBe(explained);
  await figure.click('.scrub button');
  await figure.until(`figure.stage === 0`);
  expect(await figure.text('.explain')).toBe(explained);
});

test('XOR is learned, and with one hidden neuron it is not', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.click('.play');
  await figure.state('complete', 50_000);
  await figure.until(`root.querySelector('[data-right]').innerText.startsWith('4 ')`);
  expect(complaints).toEqual([]);
});
