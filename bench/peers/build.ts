// The measuring pages as a production build: each library minified and bundled, as a site would ship it.

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Manifest, preview } from 'vite';
import { compilers } from '../../shaders/plugin.ts';
import { engineChunks } from '../engine-chunks.ts';

const repository = resolve(import.meta.dirname, '../..');
const folder = join(repository, 'node_modules/.cache/slope-peers');
const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

export const firstStepLibraries = ['slope', 'tensorflow', 'jax'] as const;
export type FirstStepLibrary = (typeof firstStepLibraries)[number];

export interface Site {
  readonly url: string;
  /** What the first-step page of a library names: its script and all that this imports, gzipped. */
  gzipBytes(library: FirstStepLibrary): number;
  /** What these addresses of the site weigh, gzipped. */
  gzipBytesOf(urls: readonly string[]): number;
  close(): Promise<void>;
}

/** Builds the pages and serves them, cross-origin isolated so that WASM threads work. */
export async function serveSite(): Promise<Site> {
  rmSync(folder, { recursive: true, force: true });
  // What runs this file has set it to development; a page that is measured is built as it is shipped.
  process.env.NODE_ENV = 'production';
  const here = import.meta.dirname;
  const firstSteps = firstStepLibraries.map((library) => join(here, `first-step/${library}.html`));
  await buildPages(firstSteps, true);
  // Not minified: TensorFlow.js hands the source of a function to its WASM threads, which wait forever for a renamed one.
  await buildPages([join(here, 'index.html')], false);
  const server = await preview({
    configFile: false,
    root: repository,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, host: 'localhost', headers },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The server for the measuring pages did not start.');
  return { url, gzipBytes, gzipBytesOf, close: () => server.close() };
}

async function buildPages(input: string[], minify: boolean): Promise<void> {
  await build({
    configFile: false,
    root: repository,
    base: '/',
    publicDir: false,
    logLevel: 'error',
    plugins: compilers(repository),
    worker: { format: 'es', plugins: () => compilers(repository) },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      // The pages that are weighed write the manifest.
      manifest: minify,
      minify,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input,
        // The bundler's own helper is everybody's: in the engine's file, the peers' pages would fetch that too.
        output: {
          codeSplitting: { groups: [{ name: 'helper', priority: 1, test: /preload-helper/ }, ...engineChunks] },
        },
      },
    },
  });
}

function gzipBytes(library: FirstStepLibrary): number {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const needed = new Set<string>();
  const add = (key: string) => {
    if (needed.has(key)) return;
    needed.add(key);
    for (const imported of manifest[key]?.imports ?? []) add(imported);
  };
  add(`bench/peers/first-step/${library}.html`);
  return [...needed].reduce((total, key) => {
    const file = manifest[key]?.file;
    if (!file) throw new Error(`The build's manifest has no file for ${key} in ${readdirSync(folder).join(', ')}.`);
    return total + weightOf(file);
  }, 0);
}

const weightOf = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;

const gzipBytesOf = (urls: readonly string[]) =>
  urls.reduce((total, url) => total + weightOf(new URL(url).pathname), 0);
