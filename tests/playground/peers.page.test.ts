/** The page that compares libraries in a browser: bars from the committed figures, and figures of this machine beside them. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'peers/';
const tag = 'slope-peers';

test('a bar for every library, the adapter named, and all backends when asked', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  const bars = () => figure.evaluate<number>(`root.querySelectorAll('.bar-row').length`);
  const few = await bars();
  expect(await figure.text('[data-adapter]')).toMatch(/Measured on .+/);
  await figure.evaluate(`figure.tryPreset('every')`);
  await figure.until(`root.querySelectorAll('.bar-row').length > ${few}`);
  await figure.evaluate(`figure.tryPreset('digits')`);
  await figure.until(`root.querySelectorAll('.group').length === 3`);
  await expect.poll(() => page.url()).toContain('preset=digits');
  expect(complaints).toEqual([]);
});

test('a training is measured on this machine, and stands beside the bars', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.click('.transport button:nth-of-type(2)');
  await figure.state('paused');
  expect(await figure.text('[data-mine]')).toMatch(/WebGPU [\d,.]+, CPU [\d,.]+/);
  expect(await figure.text('[data-here]')).toContain('another one');
  expect(complaints).toEqual([]);
});
