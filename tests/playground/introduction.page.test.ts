/** The first lesson in a browser: every station opens a page that exists, and the years go by to the last one. */
import { expect, test } from 'vitest';
import { stations } from '../../playground/elements/slope-timeline/stations.ts';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'introduction/';
const tag = 'slope-timeline';

test('each station has a page of its own to open', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  for (const { year, page: name } of stations) {
    await figure.evaluate(`figure.setState({ year: ${year} })`);
    await figure.until(`root.querySelector('[data-year]').innerText === '${year}'`);
    const address = await figure.evaluate<string>(`root.querySelector('[data-open]').href`);
    expect(address).toContain(`/${name}/`);
    expect(await page.evaluate(`fetch(${JSON.stringify(address)}).then(({ status }) => status)`)).toBe(200);
  }
  expect(complaints).toEqual([]);
});

test('a station is chosen in its set; the years then go on to the last one', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.click('.set .set .set .chips button:last-of-type');
  await figure.until(`root.querySelector('[data-year]').innerText === '2022'`);
  await expect.poll(() => page.url()).toContain('year=2022');
  await figure.evaluate(`figure.setState({ year: 2015 })`);
  await figure.train();
});
