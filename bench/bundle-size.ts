/**
 * How large the built engine is, minified and gzipped: all that a page loads which trains, evaluates and asks the lecture's
 * MNIST network on a GPU, texts of kernels included; and everything.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';

/**
 * What an app that trains the lecture's MNIST network (`bench/training-app.ts`) may fetch on a GPU, kernels included.
 * The CPU executor and its worker come later, when needed.
 */
export const engineBudgetBytes = 30 * 1024;

/** Chunks that this app fetches on a GPU while it runs; `tests/bundle.test.ts` watches a browser fetch them. */
const fetchedOnTheWay = ['network_kernels', 'adam'];

export interface BundleFile {
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

const repository = resolve(import.meta.dirname, '..');

/** Builds the engine as a library (`engine`), or the app on it (`engine-app`), into `folder`. */
export async function buildEngine(mode: 'engine' | 'engine-app', folder: string): Promise<void> {
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--mode', mode, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  // A process of its own: under Vitest, NODE_ENV says that everything is a test.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, args, { cwd: repository, env });
}

/**
 * The entry and its static imports, each weighed alone, as a server sends them; and with `fetched` what the app fetches on
 * its way through a training on a GPU.
 * @param folder what `buildEngine` wrote
 */
export function weighEngine(folder: string, { fetched = false } = {}): BundleFile[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const needed = new Set<string>();
  const add = (key: string) => {
    if (needed.has(key)) return;
    needed.add(key);
    for (const imported of manifest[key]?.imports ?? []) add(imported);
  };
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry || (fetched && fetchedOnTheWay.includes(chunk.name ?? ''))) add(key);
  }
  return [...needed].map((key) => {
    const file = manifest[key]?.file;
    if (!file) throw new Error(`The build's manifest has no file for ${key}.`);
    const content = readFileSync(join(folder, file));
    return { file, bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length };
  });
}

export function sumOf(files: readonly BundleFile[], unit: 'bytes' | 'gzipBytes'): number {
  return files.reduce((sum, file) => sum + file[unit], 0);
}

/** "62.1 KB, gzip 24.9 KB" */
export function describeSize(files: readonly BundleFile[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  return `${kilobytes(sumOf(files, 'bytes'))}, gzip ${kilobytes(sumOf(files, 'gzipBytes'))}`;
}

if (process.argv[1] === import.meta.filename) {
  const folder = mkdtempSync(join(tmpdir(), 'slope-app-'));
  try {
    await buildEngine('engine-app', folder);
    console.log(`engine, everything: ${describeSize(weighEngine(resolve(repository, 'dist/engine')))}`);
    const budget = `${engineBudgetBytes / 1024} KB`;
    const files = weighEngine(folder, { fetched: true });
    console.log(
      `engine, all that training MNIST on a GPU fetches, kernels included: ${describeSize(files)} of ${budget}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
