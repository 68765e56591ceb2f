/** The lesson on activation functions in a browser: a layer with bends draws the wave, one without does not. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'activations/';
const tag = 'slope-activations';

const loss = 'figure.history.epochs.at(-1).loss';

test('eight tanh neurons draw the wave; without an activation the line stays straight', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.train();
  expect(await figure.evaluate<number>(loss)).toBeLessThan(0.05);
  const straight = new Figure((await openPage(`${path}?preset=linear&epochs=100`)).page, tag);
  await straight.train();
  expect(await straight.evaluate<number>(loss)).toBeGreaterThan(0.15);
  expect(complaints).toEqual([]);
});

test('the slope on screen is that of the function', async () => {
  const { page } = await openPage(`${path}?preset=sigmoid`);
  const figure = new Figure(page, tag);
  await figure.until(`root.querySelector('[data-steepest]')?.innerText.includes('0.25')`);
});
