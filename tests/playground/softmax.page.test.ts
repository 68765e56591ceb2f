/** The lesson on softmax and argmax in a browser: the bars are softmax, and heat makes them level. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'softmax/';
const tag = 'slope-softmax';

test('ten equal scores have a tenth each and cost ln 10', async () => {
  const { page, complaints } = await openPage(`${path}?preset=equal`);
  const figure = new Figure(page, tag);
  await figure.until(`root.querySelector('[data-share="0"]')?.innerText === '10.0%'`);
  expect(await figure.text('[data-loss]')).toContain('2.303');
  expect(complaints).toEqual([]);
});

test('the temperature rises to its end, and the winner stays the winner', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  const share = () => figure.evaluate<number>(`Number.parseFloat(root.querySelector('[data-share="3"]').innerText)`);
  const before = await share();
  await figure.click('.play');
  await figure.state('complete');
  await figure.until(`root.querySelector('[data-argmax]').innerText.startsWith('argmax: 3')`);
  expect(await share()).toBeLessThan(before / 2);
});
