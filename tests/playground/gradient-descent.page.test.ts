/** The lesson on gradient descent in a browser: the lecture's table, and what learning rates do. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { drawn, figureOf, reaches } from './lesson-checks.ts';

const path = 'gradient-descent/';
const tag = 'slope-gradient-descent';
const figure = figureOf(tag);

test('the preset “slide” prints the lecture’s 55 numbers digit for digit', async () => {
  const { page, complaints } = await openPage(`${path}?preset=slide`);
  await drawn(page, tag);
  await page.evaluate(`${figure}.play()`);
  await reaches(page, tag, 'complete');
  expect(await page.evaluate(`${figure}.toCSV()`)).toBe(`i,loss,gradient_0,gradient_1,theta_0,theta_1
0,+12.481,-6.777,-1.732,-3.388,+0.000
20,+4.653,-4.066,-1.039,-2.033,+0.346
40,+1.835,-2.440,-0.624,-1.220,+0.554
60,+0.821,-1.464,-0.374,-0.732,+0.679
80,+0.455,-0.878,-0.224,-0.439,+0.754
100,+0.324,-0.527,-0.135,-0.263,+0.799
120,+0.277,-0.316,-0.081,-0.158,+0.826
140,+0.260,-0.190,-0.048,-0.095,+0.842
160,+0.253,-0.114,-0.029,-0.057,+0.851
180,+0.251,-0.068,-0.017,-0.034,+0.857
200,+0.250,-0.041,-0.010,-0.020,+0.861
`);
  expect(complaints).toEqual([]);
});

test('without the bug the same iterations arrive after a few rows', async () => {
  const { page } = await openPage(`${path}?preset=slide&updates=every-step`);
  await drawn(page, tag);
  await page.evaluate(`${figure}.play()`);
  await reaches(page, tag, 'complete');
  const rows = ((await page.evaluate(`${figure}.toCSV()`)) as string).trim().split('\n');
  expect(rows).toHaveLength(12);
  expect(rows[2]).toBe('20,+0.250,-0.000,-0.000,-0.000,+0.866');
});

test('a learning rate above one diverges, is explained, and can be taken back', async () => {
  const { page } = await openPage(`${path}?preset=diverges`);
  await drawn(page, tag);
  await page.evaluate(`${figure}.play()`);
  await reaches(page, tag, 'diverged');
  await page.evaluate(`${figure}.shadowRoot.querySelector('.notice.error button').click()`);
  await reaches(page, tag, 'complete');
  const rows = ((await page.evaluate(`${figure}.toCSV()`)) as string).trim().split('\n');
  expect(rows.at(-1)).toContain('+0.250');
});

test('the start can be moved by keys', async () => {
  const { page } = await openPage(path);
  await drawn(page, tag);
  const contour = `${figure}.shadowRoot.querySelector('.contour').shadowRoot`;
  await page.evaluate(`${contour}.querySelector('.surface').focus()`);
  for (const key of ['n', 'Enter', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'Enter'] as const)
    await page.keyboard.press(key);
  const { start } = (await page.evaluate(`${figure}.getState()`)) as { start: string };
  const [intercept = 0, slope = 0] = start.split(',').map(Number);
  expect(intercept).toBeGreaterThan(-3.388);
  expect(slope).toBeGreaterThan(0);
  expect(new URL(page.url()).searchParams.get('start')).toBe(start);
});

test('four optimizers race', async () => {
  const { page, complaints } = await openPage(`${path}?preset=race`);
  await drawn(page, tag);
  await page.evaluate(`${figure}.play()`);
  await reaches(page, tag, 'complete');
  expect(await page.evaluate(`${figure}.shadowRoot.querySelectorAll('.race tbody tr').length`)).toBe(4);
  expect(complaints).toEqual([]);
});
