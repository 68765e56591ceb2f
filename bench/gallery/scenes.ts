/** What the gallery photographs: every page in its goal state, and some moments that no goal state shows. */
import type { Page } from 'puppeteer-core';
import { figures, items, pathOf } from '../../playground/site/items.ts';

export interface Scene {
  readonly name: string;
  /** Relative to the site's root. */
  readonly path: string;
  /** Brings the page to the moment that is worth a picture. */
  readonly prepare?: (page: Page) => Promise<void>;
}

// Everything that runs in the page is a string: the runner rewrites functions, and what it adds does not exist there.
const figureOf = (tag: string): string => `document.querySelector('${tag}')`;
const rest = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

async function reaches(page: Page, tag: string, ...states: string[]): Promise<void> {
  const figure = figureOf(tag);
  await page.waitForFunction(`${JSON.stringify(states)}.includes(${figure}?.runState)`, { timeout: 90_000 });
}

const play =
  (tag: string, state: string) =>
  async (page: Page): Promise<void> => {
    await reaches(page, tag, 'ready', 'paused');
    await page.evaluate(`${figureOf(tag)}.play()`);
    await reaches(page, tag, state);
    // Maps and evaluations follow the last epoch.
    await rest(1500);
  };

/** Every situation of every item; the first one of a page stands for the page. */
function situations(): Scene[] {
  const scenes: Scene[] = [];
  const seen = new Set<string>();
  for (const { place } of items) {
    if (seen.has(pathOf(place))) continue;
    seen.add(pathOf(place));
    const nth = scenes.filter(({ name }) => name.split(' ')[0] === place.page).length;
    scenes.push({
      name: nth ? `${place.page} ${nth + 1}` : place.page,
      path: pathOf(place),
      prepare: play(figures[place.page].tag, place.goal.state),
    });
  }
  for (const [page, { tag }] of Object.entries(figures)) {
    if (scenes.some(({ name }) => name === page)) continue;
    scenes.push({ name: page, path: `${page}/`, prepare: play(tag, 'complete') });
  }
  return scenes;
}

const digits = 'basic-classification/';
const mnist = 'slope-mnist';

async function drawSeven(page: Page): Promise<void> {
  await play(mnist, 'complete')(page);
  const pad = await page.waitForSelector('slope-mnist >>> slope-digit-pad');
  await pad?.scrollIntoView();
  const box = await pad?.boundingBox();
  if (!box) throw new Error('The pad is not on the page.');
  const points = [
    [0.28, 0.22],
    [0.72, 0.22],
    [0.6, 0.45],
    [0.46, 0.82],
  ].map(([x = 0, y = 0]) => [box.x + x * box.width, box.y + y * box.height] as const);
  const [first, ...others] = points;
  if (!first) return;
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const point of others) await page.mouse.move(...point, { steps: 8 });
  await page.mouse.up();
  await page.evaluate(`${figureOf(mnist)}.shadowRoot.querySelector('.thumbnail')?.click()`);
  await rest(800);
}

async function badLayers(page: Page): Promise<void> {
  await reaches(page, mnist, 'ready');
  const field = await page.waitForSelector('slope-mnist >>> #setting-layers');
  await field?.click({ count: 3 });
  await page.keyboard.type('100,abc');
  await page.keyboard.press('Tab');
}

export const scenes: readonly Scene[] = [
  { name: 'contents', path: '' },
  ...situations(),
  { name: 'digits drawn', path: `${digits}?preset=quick&epochs=6&backend=cpu`, prepare: drawSeven },
  {
    name: 'digits diverged',
    path: `${digits}?preset=diverges&images=10000&backend=cpu`,
    prepare: play(mnist, 'diverged'),
  },
  { name: 'digits refused', path: digits, prepare: badLayers },
];
