/** The engine's weight: a page that trains on WebGPU loads no more than its budget. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEngine, describeSize, engineBudgetBytes, sumOf, weighEngine } from '../bench/bundle-size.ts';

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

test('an app that trains a model on WebGPU is within the budget', () => {
  const files = weighEngine(app);
  console.info(
    `engine, WebGPU path of an app that trains: ${describeSize(files)}; everything: ${describeSize(weighEngine(everything))}`,
  );
  expect(files.map(({ file }) => file)).toContain('slope.js');
  expect(sumOf(files, 'gzipBytes')).toBeLessThanOrEqual(engineBudgetBytes);
});

test('the CPU executor and its worker wait for the moment they are needed', async () => {
  for (const { file } of weighEngine(app)) expect(await readFile(join(app, file), 'utf8')).not.toContain('new Worker(');
});

test('the built engine is minified, its kernels too', async () => {
  const files = await Promise.all(weighEngine(everything).map(({ file }) => readFile(join(everything, file), 'utf8')));
  const code = files.join('');
  expect(code).toContain('@compute');
  expect(code.split('\n').length).toBeLessThan(20);
  expect(code).not.toContain('// ');
});
