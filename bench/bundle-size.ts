/** How large the built engine is: what a page must load before WebGPU training starts, minified and gzipped. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';

/** What `slope.js` and all it imports statically may weigh. The CPU executor and its worker come later, when needed. */
export const engineBudgetBytes = 30 * 1024;

export interface BundleFile {
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/**
 * The entry and its static imports, each weighed alone, as a server sends them.
 * @param folder what `vite build --mode engine` wrote
 */
export function weighEngine(folder: string): BundleFile[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const needed = new Set<string>();
  const add = (key: string) => {
    if (needed.has(key)) return;
    needed.add(key);
    for (const imported of manifest[key]?.imports ?? []) add(imported);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) add(key);
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

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

if (process.argv[1] === import.meta.filename) {
  const files = weighEngine(resolve(import.meta.dirname, '../dist/engine'));
  for (const { file, bytes, gzipBytes } of files) {
    console.log(`${file.padEnd(40)} ${kilobytes(bytes).padStart(9)}, gzip ${kilobytes(gzipBytes)}`);
  }
  const total = `${kilobytes(sumOf(files, 'bytes'))}, gzip ${kilobytes(sumOf(files, 'gzipBytes'))}`;
  console.log(`engine, WebGPU path: ${total} of ${kilobytes(engineBudgetBytes)}`);
}
