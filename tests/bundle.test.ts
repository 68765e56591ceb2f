/** The engine's weight: a page that trains on WebGPU loads no more than its budget, kernels included. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../bench/browser.ts';
import { buildEngine, describeSize, engineBudgetBytes, sumOf, weighEngine } from '../bench/bundle-size.ts';
import type { Dataset } from '../engine/graph/dataset.ts';

type App = typeof import('../bench/training-app.ts');

let folder: string;
let everything: string;
let app: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slope-engine-'));
  everything = join(folder, 'engine');
  app = join(folder, 'app');
  await Promise.all([buildEngine('engine', everything), buildEngine('engine-app', app)]);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('an app that trains MNIST on a GPU fetches no more than the budget, kernels included', () => {
  const files = weighEngine(app, { fetched: true });
  console.info(`engine, all that training MNIST on a GPU fetches, kernels included: ${describeSize(files)}`);
  console.info(`engine, the same without kernels: ${describeSize(weighEngine(app))}`);
  console.info(`engine, everything without kernels: ${describeSize(weighEngine(everything))}`);
  expect(files.map(({ file }) => file)).toContain('slope.js');
  expect(sumOf(files, 'gzipBytes')).toBeLessThanOrEqual(engineBudgetBytes);
});

test('what is weighed is what a browser fetches', { timeout: 120_000 }, async () => {
  await writeFile(
    join(app, 'index.html'),
    `<!doctype html><title>app</title><link rel="icon" href="data:,"><script>app = import('./slope.js')</script>`,
  );
  const server = await preview({ configFile: false, root: folder, build: { outDir: app }, preview: { port: 0 } });
  const { browser, close } = await launchBrowser({ limitSeconds: 100, onLimit: (message) => expect.fail(message) });
  try {
    const page = await browser.newPage();
    // The only adapter here is software, for which other kernels are better; the app is told that it is none.
    await page.evaluateOnNewDocument(() => {
      const pretended = { vendor: 'a', architecture: 'real', description: 'GPU', isFallbackAdapter: false };
      for (const [name, value] of Object.entries(pretended)) {
        Object.defineProperty(GPUAdapterInfo.prototype, name, { get: () => value });
      }
    });
    const fetched: string[] = [];
    page.on('response', (response) => fetched.push(new URL(response.url()).pathname.slice(1)));
    await page.goto(server.resolvedUrls?.local[0] ?? expect.fail('the server has no address'));
    const answer = await page.evaluate(async () => {
      const { trainClassifier } = await (globalThis as { app?: Promise<App> }).app!;
      const images = (count: number): Dataset => ({
        inputs: { shape: [count, 784], encoding: 'u8', data: new Uint8Array(784 * count), scale: 1 / 255, offset: 0 },
        targets: { shape: [count], encoding: 'f32', data: new Float32Array(count), scale: 1, offset: 0 },
      });
      return [...(await trainClassifier(images(1024), images(100), new Float32Array(784)))];
    });
    expect(answer).toHaveLength(10);
    const weighed = weighEngine(app, { fetched: true }).map(({ file }) => file);
    expect(fetched.filter((file) => file.endsWith('.js')).sort()).toEqual(weighed.sort());
  } finally {
    await close();
    await server.close();
  }
});

test('the CPU executor and its worker wait for the moment they are needed', async () => {
  for (const { file } of weighEngine(app)) expect(await readFile(join(app, file), 'utf8')).not.toContain('new Worker(');
});

test('kernels are fetched when they are used, minified; the bundle holds none', async () => {
  const texts = new Map<string, string>();
  for (const file of await readdir(app)) {
    if (!file.endsWith('.js')) continue;
    const code = await readFile(join(app, file), 'utf8');
    if (code.includes('@compute')) texts.set(file, code);
  }
  expect(texts.size).toBeGreaterThan(10);
  for (const code of texts.values()) {
    expect(code.split('\n').length).toBeLessThan(5);
    expect(code).not.toContain('// ');
  }
  for (const { file } of weighEngine(app)) expect([...texts.keys()]).not.toContain(file);
});
