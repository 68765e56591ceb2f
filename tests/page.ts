/** What page tests share: a fresh page of the built playground, what it complained about, and an accessibility check. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import puppeteer, { type Browser, type Page, type Viewport } from 'puppeteer-core';
import { inject, onTestFinished } from 'vitest';

let connection: Promise<Browser> | undefined;

export interface OpenedPage {
  readonly page: Page;
  /** Console errors, uncaught exceptions, policy violations and failed requests, in words. A good test ends with none. */
  readonly complaints: readonly string[];
}

export interface OpenOptions {
  readonly viewport?: Viewport;
  /** What `navigator.language` says. */
  readonly language?: string;
  readonly media?: { readonly name: string; readonly value: string }[];
}

/**
 * Opens a page of the playground in a browser context of its own: nothing stored, nothing shared. It closes after the test.
 * @param path relative to the site's root, with query and fragment
 */
export async function openPage(path = '', options: OpenOptions = {}): Promise<OpenedPage> {
  connection ??= puppeteer.connect({ browserWSEndpoint: inject('browserEndpoint'), defaultViewport: null });
  const context = await (await connection).createBrowserContext();
  const page = await context.newPage();
  onTestFinished(() => context.close());

  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error instanceof Error ? error.message : error}`));
  page.on('requestfailed', (request) => {
    // A page that goes away, or a fetch it gave up, is no failure.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request: ${request.url()}: ${reason}`);
  });

  await page.setViewport(options.viewport ?? { width: 1280, height: 800 });
  if (options.media) await page.emulateMediaFeatures(options.media);
  if (options.language) {
    const { language } = options;
    await page.setExtraHTTPHeaders({ 'Accept-Language': language });
    await page.evaluateOnNewDocument((value) => {
      Object.defineProperty(navigator, 'language', { get: () => value });
      Object.defineProperty(navigator, 'languages', { get: () => [value] });
    }, language);
  }
  await page.goto(new URL(path, inject('baseUrl')).href);
  // With its fonts the text above a figure takes its last shape: a click before that may miss.
  await page.evaluate('document.fonts.ready.then(() => {})');
  return { page, complaints };
}

let axeSource: Promise<string> | undefined;

/** What axe finds wrong with the page, one line per rule and element; an empty list is what a test wants. */
export async function findAccessibilityProblems(page: Page): Promise<string[]> {
  axeSource ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(await axeSource);
  // As a string: Vitest rewrites functions, and what it adds does not exist in the page.
  const problems = await page.evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => id + ': ' + help + ': ' + target.flat(Infinity).join(' '))))`);
  return problems as string[];
}
