/**
 * `npm run screens -- [SCENE…] [--out FOLDER] [--site FOLDER]`
 * Builds the playground and photographs its pages, light, dark, narrow and in French, before and after training: to be looked at.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Page } from 'puppeteer-core';
import { preview } from 'vite';
import { launchBrowser } from './browser.ts';

const repository = resolve(import.meta.dirname, '..');
const limitSeconds = 900;
const wide = { width: 1440, height: 900 };
const tablet = { width: 820, height: 1100 };
const phone = { width: 360, height: 780, isMobile: true, hasTouch: true };

interface Scene {
  readonly name: string;
  readonly path: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly prepare?: (page: Page) => Promise<void>;
  /** The whole page instead of the first screen. */
  readonly whole?: boolean;
}

const digits = 'basic-classification/';
const quick = `${digits}?preset=quick&epochs=6&backend=cpu`;

/** As a string: what a page runs must not be rewritten by the runner. */
const figure = `document.querySelector('slope-mnist')`;
const state = (name: string) => `${figure}?.runState === '${name}'`;

async function loaded(page: Page): Promise<void> {
  await page.waitForFunction(`${state('ready')} || ${state('paused')}`, { timeout: 60_000 });
}

async function trained(page: Page): Promise<void> {
  await loaded(page);
  await page.evaluate(`${figure}.play()`);
  await page.waitForFunction(state('complete'), { timeout: 120_000 });
  await settled(page);
}

/** Evaluation and images follow the last epoch. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(`${figure}.shadowRoot.querySelector('[data-verdict]')`, { timeout: 30_000 });
  await new Promise((done) => setTimeout(done, 1500));
}

async function drawSeven(page: Page): Promise<void> {
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
  const [first, ...rest] = points;
  if (!first) return;
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point, { steps: 8 });
  await page.mouse.up();
  await new Promise((done) => setTimeout(done, 600));
}

async function evaluated(page: Page): Promise<void> {
  await trained(page);
  await drawSeven(page);
  await page.evaluate(`(() => {
    const root = ${figure}.shadowRoot;
    root.querySelector('.thumbnail')?.click();
    root.querySelector('.neurons')?.setAttribute('open', '');
  })()`);
  await page.evaluate('scrollTo(0, 0)');
  await new Promise((done) => setTimeout(done, 500));
}

async function diverged(page: Page): Promise<void> {
  await loaded(page);
  await page.evaluate(`${figure}.play()`);
  await page.waitForFunction(state('diverged'), { timeout: 60_000 });
  await page.evaluate(`${figure}.scrollIntoView()`);
}

async function badLayers(page: Page): Promise<void> {
  await loaded(page);
  const field = await page.waitForSelector('slope-mnist >>> #setting-layers');
  await field?.click({ count: 3 });
  await page.keyboard.type('100,abc');
  await page.keyboard.press('Tab');
  await field?.scrollIntoView();
}

const scenes: readonly Scene[] = [
  { name: 'contents', path: '', viewport: wide },
  { name: 'contents-dark-fr', path: '?lang=fr', viewport: wide, dark: true },
  { name: 'contents-phone', path: '', viewport: phone, whole: true },
  { name: 'lesson-first-screen', path: digits, viewport: wide, prepare: loaded },
  { name: 'lesson-trained', path: quick, viewport: wide, prepare: evaluated, whole: true },
  { name: 'lesson-trained-dark', path: quick, viewport: wide, dark: true, prepare: evaluated, whole: true },
  { name: 'lesson-trained-fr', path: `${quick}&lang=fr`, viewport: wide, prepare: evaluated, whole: true },
  { name: 'lesson-tablet', path: quick, viewport: tablet, prepare: evaluated, whole: true },
  { name: 'lesson-phone', path: quick, viewport: phone, prepare: evaluated, whole: true },
  {
    name: 'lesson-phone-dark-fr',
    path: `${quick}&lang=fr`,
    viewport: phone,
    dark: true,
    prepare: evaluated,
    whole: true,
  },
  {
    name: 'no-hidden-layer',
    path: `${digits}?preset=no-hidden-layer&images=10000&epochs=4&backend=cpu`,
    viewport: wide,
    prepare: evaluated,
    whole: true,
  },
  { name: 'diverged', path: `${digits}?preset=diverges&images=10000&backend=cpu`, viewport: wide, prepare: diverged },
  { name: 'bad-layers', path: digits, viewport: wide, prepare: badLayers },
];

async function buildSite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'slope-screens-'));
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  // A process of its own: this one's NODE_ENV would leave Lit in development mode.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, args, { cwd: repository, env });
  return folder;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'dist/screens' },
    /** A site that is built already. */
    site: { type: 'string' },
  },
});
const wanted = positionals.length
  ? scenes.filter(({ name }) => positionals.some((part) => name.includes(part)))
  : scenes;
if (wanted.length === 0) throw new Error(`no such scene; there are: ${scenes.map(({ name }) => name).join(', ')}`);
const out = resolve(repository, values.out);
await mkdir(out, { recursive: true });

const site = values.site ? resolve(values.site) : await buildSite();
const configFile = join(repository, 'vite.config.ts');
const server = await preview({
  configFile,
  mode: 'production',
  logLevel: 'warn',
  build: { outDir: site },
  preview: { port: 0 },
});
const { browser, close } = await launchBrowser({
  limitSeconds,
  args: ['--font-render-hinting=none', '--force-color-profile=srgb', '--hide-scrollbars'],
});
try {
  const base = server.resolvedUrls?.local[0];
  if (!base) throw new Error('The preview server has no address.');
  for (const { name, path, viewport, dark = false, prepare, whole = false } of wanted) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) console.warn(`${name}: ${message.text()}`);
    });
    page.on('pageerror', (error) => console.warn(`${name}: ${error}`));
    await page.setViewport(viewport);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    try {
      await page.goto(new URL(path, base).href, { waitUntil: 'networkidle0' });
      await prepare?.(page);
    } catch (error) {
      console.warn(`${name}: ${error}`);
    }
    await page.screenshot({ path: join(out, `${name}.png`) as `${string}.png`, fullPage: whole });
    console.info(join(values.out, `${name}.png`));
    await context.close();
  }
} finally {
  await close();
  await server.close();
  if (!values.site) await rm(site, { recursive: true, force: true });
}
