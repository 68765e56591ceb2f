/** The lesson on features in a browser: one neuron needs the idea, the network has it by itself. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'learned-features/';
const tag = 'slope-features';
const wrong = (figure: Figure, side: 'hand' | 'learned') =>
  figure.evaluate<number>(`Number.parseInt(root.querySelector('[data-wrong="${side}"]').innerText)`);

test('squares make one neuron see the circle; the network sees it without them', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.train();
  expect(await wrong(figure, 'hand')).toBeLessThanOrEqual(6);
  expect(await wrong(figure, 'learned')).toBeLessThanOrEqual(8);
  expect(await figure.text('[data-parameters="hand"]')).toContain('3');
  expect(await figure.text('[data-parameters="learned"]')).toContain('17');
  expect(complaints).toEqual([]);
});

test('without the squares, one neuron is lost', async () => {
  const { page } = await openPage(`${path}?preset=bare&epochs=100`);
  const figure = new Figure(page, tag);
  await figure.train();
  expect(await wrong(figure, 'hand')).toBeGreaterThan(25);
});

test('a feature is added and removed by its map, and the address keeps it', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.click('button.map');
  await figure.state('ready');
  await expect.poll(() => page.url()).toContain('features=x1,x1sq,x2sq');
  await figure.until(`root.querySelector('[data-parameters="hand"]').innerText.startsWith('4')`);
});
