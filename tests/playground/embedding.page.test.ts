/** Figures in other people's pages: the autoloader under the strictest policy, frames, and what an embedded figure weighs. */
import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { figureSizes } from '../../bench/figure-sizes.ts';
import { type OpenedPage, openPage } from '../page.ts';
import { Figure } from './driver.ts';
import { drawn, reaches } from './lesson-checks.ts';

const strict = "default-src 'none'; script-src 'self'; style-src 'self'";

/** A page that is not of this site, with a policy of its own; it stands on the same host, as a course page would with its own copy. */
async function openForeign(body: string, policy = strict): Promise<OpenedPage> {
  const opened = await openPage('embed.html');
  const { page } = opened;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().endsWith('/course.html')) return void request.continue();
    void request.respond({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': policy },
      body: `<!doctype html><html lang="fr"><title>Cours</title><script type="module" src="slope.js"></script>${body}</html>`,
    });
  });
  await page.goto(new URL('course.html', inject('baseUrl')).href);
  return opened;
}

test('a figure runs in a plain page under the strictest policy, in the page’s language, and leaves its address alone', async () => {
  const { page, complaints } = await openForeign(
    '<h1>Un cours</h1><slope-gradient-descent preset="slide"><p>Sans script.</p></slope-gradient-descent>',
  );
  const figure = new Figure(page, 'slope-gradient-descent');
  await drawn(page, figure.selector);
  await figure.evaluate('figure.play()');
  await reaches(page, figure.selector, 'complete');
  expect(await figure.evaluate<string>('figure.toCSV()')).toContain('200;+0,250');
  expect(await figure.text('.play')).toContain('Descendre');
  // The tokens' colours do not lean on a stylesheet of the site.
  expect(await figure.evaluate(`getComputedStyle(root.querySelector('.play')).backgroundColor`)).toBe(
    'rgb(13, 99, 86)',
  );
  expect(new URL(page.url()).search).toBe('');
  expect(complaints).toEqual([]);
});

test('an element is fetched when it comes near, and an unknown tag never', async () => {
  const far = '<p>…</p>'.repeat(300);
  const { page, complaints } = await openForeign(
    `<slope-unknown></slope-unknown>${far}<slope-softmax></slope-softmax>`,
  );
  await new Promise((done) => setTimeout(done, 500));
  expect(await page.evaluate(`Boolean(customElements.get('slope-softmax'))`)).toBe(false);
  await page.evaluate(`document.querySelector('slope-softmax').scrollIntoView()`);
  await drawn(page, 'slope-softmax');
  expect(await page.evaluate(`Boolean(customElements.get('slope-unknown'))`)).toBe(false);
  expect(complaints).toEqual([]);
});

test('an element that a script adds later is found, and ten share one device', async () => {
  const { page, complaints } = await openForeign('<main></main>');
  await page.evaluate(
    `for (let i = 0; i < 10; i++) document.querySelector('main').append(document.createElement('slope-neuron'))`,
  );
  await page.waitForFunction(
    `[...document.querySelectorAll('slope-neuron')].every(({ runState }) => runState === 'ready')`,
  );
  expect(complaints).toEqual([]);
});

test('a figure in a frame says its height and its events', async () => {
  const { page, complaints } = await openForeign(
    '<iframe src="embed.html?element=neuron&amp;preset=and&amp;lang=en" height="50" width="700"></iframe>',
    `${strict}; frame-src 'self'`,
  );
  await page.evaluate(`window.heard = []; addEventListener('message', ({ data }) => heard.push(data))`);
  await page.waitForFunction(`Number(document.querySelector('iframe').height) > 300`);
  const [, frame] = page.frames();
  await frame?.waitForFunction(`document.querySelector('slope-neuron')?.runState === 'ready'`);
  await frame?.evaluate(`document.querySelector('slope-neuron').play()`);
  await page.waitForFunction(`heard.some(({ type, element }) => type === 'slope-complete' && element === 'neuron')`, {
    timeout: 20_000,
  });
  expect(await frame?.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(complaints).toEqual([]);
});

/** Kilobytes that a figure may fetch to be drawn. The goal is 60 for all. */
const budgets: Readonly<Record<string, number>> = {
  'slope-training-loop': 61,
  'slope-rules': 63.5,
  'slope-metrics': 63,
  'slope-approximation': 64,
  'slope-features': 65.5,
  'slope-activations': 67,
  'slope-batches': 67,
  'slope-gradient-descent': 67.5,
  'slope-logistic-regression': 68,
  'slope-linear-regression': 68,
  'slope-supervised': 69.5,
  'slope-validation': 70.5,
  'slope-perceptron': 73.5,
  'slope-regression': 77,
  'slope-network': 86,
  'slope-mnist': 88.5,
};

test('an embedded figure fetches at most 60 KB to be drawn, or what stands above', () => {
  const sizes = figureSizes(inject('siteFolder'));
  expect(sizes.size).toBeGreaterThan(25);
  for (const [tag, bytes] of sizes) expect.soft(bytes / 1024, tag).toBeLessThanOrEqual(budgets[tag] ?? 60);
});

/** Everything that the page has fetched to show a figure, gzipped; the preview server compresses nothing, a host does. */
async function weigh(page: Page): Promise<{ readonly loader: number; readonly all: number }> {
  const sizes = (await page.evaluate(`Promise.all(performance.getEntriesByType('resource')
    .map(({ name }) => name).filter((name) => name.endsWith('.js')).map(async (url) => {
      const packed = (await fetch(url)).body.pipeThrough(new CompressionStream('gzip'));
      return [url, (await new Response(packed).arrayBuffer()).byteLength];
    }))`)) as [string, number][];
  return {
    loader: sizes.find(([url]) => url.endsWith('/slope.js'))?.[1] ?? Number.NaN,
    all: sizes.reduce((sum, [, bytes]) => sum + bytes, 0),
  };
}

/** With engine, Lit and charts, on WebGPU; the CPU executor is 20 KB more where there is no graphics processor. */
test.each([
  ['neuron', 67],
  ['gradient-descent', 79.75],
])('an embedded <slope-%s> weighs at most %i KB all in, the autoloader 1.5 KB', async (name, kilobytes) => {
  const { page } = await openPage(`embed.html?element=${name}&backend=webgpu`);
  await drawn(page, `slope-${name}`);
  await page.evaluate(`document.querySelector('slope-${name}').step()`);
  await page.waitForFunction(`document.querySelector('slope-${name}').runState === 'paused'`);
  await new Promise((done) => setTimeout(done, 500));
  const { loader, all } = await weigh(page);
  console.info(`slope.js ${loader} bytes; slope-${name}, all in, ${(all / 1024).toFixed(2)} KB, gzip`);
  expect(loader).toBeLessThanOrEqual(1536);
  expect(all).toBeLessThanOrEqual(kilobytes * 1024);
});

test('a figure can be asked for a picture of itself and for what its weights are worth', async () => {
  const { page, complaints } = await openPage('embed.html?element=logistic-regression&epochs=40&backend=cpu');
  const figure = new Figure(page, 'slope-logistic-regression');
  await figure.train();
  const scores = await figure.evaluate<{ loss: number; metrics: Record<string, number> }>('figure.evaluate()');
  expect(scores.loss).toBeLessThan(0.4);
  expect(scores.loss).toBeGreaterThan(0.1);
  const [width, colours, of] = await figure.evaluate<[number, number, number]>(`figure.toBlob().then(async (blob) => {
    const picture = await createImageBitmap(blob);
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    return [picture.width, new Set(new Uint32Array(data.buffer)).size, 2 * figure.getBoundingClientRect().width];
  })`);
  expect(width).toBe(Math.round(of));
  expect(colours).toBeGreaterThan(500);
  expect(complaints).toEqual([]);
});
