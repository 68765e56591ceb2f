/** The engine's weight: a page that trains on WebGPU loads no more than its budget. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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

/** What the lecture's MNIST network fetches on a GPU, beside the bundle, when its pipelines are built. */
const lectureKernels = [
  'gather_batch',
  'matmul_tiled',
  'matmul_direct',
  'matmul_small',
  'softmax_cross_entropy',
  'adam',
  'tick',
];

test('kernels are fetched when they are used, minified; the bundle holds none', async () => {
  const texts = new Map<string, string>();
  for (const file of await readdir(app)) {
    if (!file.endsWith('.js')) continue;
    const code = await readFile(join(app, file), 'utf8');
    if (code.includes('@compute')) texts.set(file, code);
  }
  for (const code of texts.values()) {
    expect(code.split('\n').length).toBeLessThan(5);
    expect(code).not.toContain('// ');
  }
  for (const { file } of weighEngine(app)) expect([...texts.keys()]).not.toContain(file);
  const sizes = lectureKernels.map((name) => {
    const [, code] = [...texts].find(([file]) => file.startsWith(`${name}-`)) ?? [];
    return gzipSync(code ?? expect.fail(`no text of ${name}`), { level: 9 }).length;
  });
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  console.info(`kernel texts of the lecture's MNIST network, fetched beside it: gzip ${kilobytes.toFixed(1)} KB`);
});
