/** The engine's weight: a page that trains on WebGPU loads no more than its budget. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineBudgetBytes, sumOf, weighEngine } from '../bench/bundle-size.ts';

const repository = resolve(import.meta.dirname, '..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slope-engine-'));
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--mode', 'engine', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, args, { cwd: repository, env });
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the WebGPU path of the engine is within its budget', () => {
  const files = weighEngine(folder);
  expect(files.map(({ file }) => file)).toContain('slope.js');
  console.info(`engine, WebGPU path: ${sumOf(files, 'gzipBytes')} of ${engineBudgetBytes} bytes (gzip)`);
  expect(sumOf(files, 'gzipBytes')).toBeLessThanOrEqual(engineBudgetBytes);
});

test('the built engine is minified, its kernels too', async () => {
  const { file } = weighEngine(folder)[0]!;
  const code = await readFile(join(folder, file), 'utf8');
  expect(code).toContain('@compute');
  expect(code.split('\n').length).toBeLessThan(20);
  expect(code).not.toContain('// ');
});
