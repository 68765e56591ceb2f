/** The page on CPU and GPU in a browser: it measures both in slices, can be paused, names a software adapter; and the crossing's arithmetic. */
import { expect, test } from 'vitest';
import { crossing, parametersOf } from '../../playground/elements/slope-crossover/measure.ts';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'crossover/';
const tag = 'slope-crossover';

test('both executors are measured on small networks, and a sentence says where they cross', async () => {
  const { page, complaints } = await openPage(`${path}?largest=16&batch=16`);
  const figure = new Figure(page, tag);
  await figure.train();
  const cells = await figure.evaluate<string[]>(
    `[...root.querySelectorAll('[data-sizes] tbody td')].map((cell) => cell.innerText)`,
  );
  expect(cells).toHaveLength(3 * 4);
  expect(cells.filter((text) => Number(text.replaceAll(',', '')) > 0)).toHaveLength(12);
  expect(await figure.text('[data-finding]')).toMatch(/On this machine/);
  expect(await figure.text('[data-software]')).toContain('software');
  expect(complaints).toEqual([]);
});

test('a pause keeps what is measured, and going on completes it', async () => {
  const { page } = await openPage(`${path}?largest=16&batch=16`);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.click('.transport button:nth-of-type(2)');
  await figure.state('paused');
  expect(await figure.evaluate('figure.rows.length')).toBe(1);
  await figure.click('.play');
  await figure.until(`figure.runState === 'running'`);
  await figure.click('.play');
  await figure.state('paused');
  expect(await figure.evaluate('figure.rows.length')).toBeGreaterThanOrEqual(1);
  await figure.train();
  expect(await figure.evaluate('figure.rows.map((row) => row.width)')).toEqual([4, 8, 16]);
});

test('the crossing lies on straight lines between the sizes, on logarithmic axes', () => {
  const row = (parameters: number, cpu: number, webgpu: number) => ({ width: 1, parameters, rates: { cpu, webgpu } });
  expect(crossing([row(100, 1000, 100), row(10_000, 100, 1000)])).toBeCloseTo(1000, 6);
  expect(crossing([row(100, 1000, 100), row(10_000, 100, 90)])).toBeUndefined();
  expect(crossing([])).toBeUndefined();
  expect(parametersOf({ width: 100, layers: 2 })).toBe(65 * 100 + 101 * 100 + 101 * 10);
});
