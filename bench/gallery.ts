/**
 * `npm run gallery -- [NAME…] [--out FOLDER] [--site FOLDER] [--every]`
 * Photographs every page of the built playground in its goal state, light, dark, in French and 360 pixels wide, into one folder with
 * an index.html: to be looked at. `--every` takes every situation of a page, not only its first.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { launchBrowser } from './browser.ts';
import { serveSite } from './built-site.ts';
import { type Scene, scenes } from './gallery/scenes.ts';

const repository = resolve(import.meta.dirname, '..');
const limitSeconds = 1800;

/** One after the other on the same page: the run that led to the picture is not repeated. */
const looks = ['light', 'dark', 'french', 'phone', 'phone-dark-french'] as const;
type Look = (typeof looks)[number];

async function show(page: Page, look: Look): Promise<void> {
  const narrow = look.startsWith('phone');
  await page.setViewport(narrow ? { width: 360, height: 780 } : { width: 1280, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: look.includes('dark') ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.evaluate(`document.querySelector('.language [lang=${look.includes('french') ? 'fr' : 'en'}]').click()`);
  await page.evaluate('scrollTo(0, 0)');
  await new Promise((done) => setTimeout(done, 700));
}

const fileOf = (name: string, look: Look): string => `${name.replaceAll(' ', '-')}--${look}.png`;

function indexPage(taken: readonly Scene[]): string {
  const rows = taken.map(
    ({ name, path }) =>
      `<section><h2>${name}</h2><p><code>${path || './'}</code></p><div>${looks
        .map(
          (look) =>
            `<a href="${fileOf(name, look)}"><img src="${fileOf(name, look)}" alt="${name}, ${look}" loading="lazy"></a>`,
        )
        .join('')}</div></section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Slope: every page</title>
<style>body{font:1rem system-ui;margin:2rem}div{display:flex;gap:1rem;align-items:start}
img{height:30rem;border:1px solid #888}</style><h1>Slope: every page</h1>${rows.join('')}</html>\n`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'dist/gallery' },
    /** A site that is built already. */
    site: { type: 'string' },
    every: { type: 'boolean', default: false },
  },
});
const named = positionals.length
  ? scenes.filter(({ name }) => positionals.some((part) => name.includes(part)))
  : scenes;
const wanted = values.every ? named : named.filter(({ name }) => !/ \d+$/.test(name));
if (wanted.length === 0) throw new Error(`no such page; there are: ${scenes.map(({ name }) => name).join(', ')}`);
const out = resolve(repository, values.out);
await mkdir(out, { recursive: true });

const site = await serveSite(values.site);
const { browser, close } = await launchBrowser({
  limitSeconds,
  args: ['--font-render-hinting=none', '--force-color-profile=srgb', '--hide-scrollbars'],
});
const complaints: string[] = [];
try {
  for (const { name, path, prepare } of wanted) {
    const complain = (text: unknown): void => {
      complaints.push(`${name}: ${text}`);
      console.warn(`${name}: ${text}`);
    };
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complain(message.text());
    });
    page.on('pageerror', complain);
    await page.setViewport({ width: 1280, height: 900 });
    try {
      await page.goto(new URL(path, site.url).href, { waitUntil: 'networkidle0' });
      await prepare?.(page);
      for (const look of looks) {
        await show(page, look);
        const width = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        if (Number(width) > 0) complain(`${look}: ${width} pixels too wide`);
        await page.screenshot({ path: join(out, fileOf(name, look)) as `${string}.png`, fullPage: true });
      }
      console.info(name);
    } catch (error) {
      complain(error);
    }
    await context.close();
  }
  await writeFile(join(out, 'index.html'), indexPage(wanted));
  console.info(`${join(values.out, 'index.html')}: ${wanted.length} pages, ${complaints.length} complaints`);
} finally {
  await close();
  await site.close();
}
process.exitCode = complaints.length ? 1 : 0;
