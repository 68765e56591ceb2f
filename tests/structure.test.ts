/** The rooms of the repository: every file stands in a known one, and imports point to rooms on the left only. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '..');

const rooms = ['shaders', 'engine', 'playground', 'datasets', 'tests', 'bench'];
const topFiles = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'biome.json',
  'README.md',
  'LICENSE',
  'NOTICE',
];
const engineRooms = ['graph', 'ops', 'plan', 'webgpu', 'cpu', 'functional', 'nn', 'training', 'formats'];
const engineFiles = ['autodiff.ts', 'index.ts'];

function entries(folder: string) {
  const hidden = (name: string) => name.startsWith('.') || name === 'node_modules' || name === 'dist';
  const found = readdirSync(join(repository, folder), { withFileTypes: true }).filter(({ name }) => !hidden(name));
  return {
    folders: found.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    files: found.filter((entry) => entry.isFile()).map(({ name }) => name),
  };
}

/** Paths of all source files, relative to the repository, with forward slashes. */
function sources(): string[] {
  return entries('.').folders.flatMap((room) =>
    readdirSync(join(repository, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs|wgsl)$/.test(name) && !name.endsWith('.d.wgsl.ts') && !name.startsWith('public'))
      .map((name) => `${room}/${name.split(sep).join('/')}`),
  );
}

const unknownTo = (known: readonly string[], names: readonly string[]) => names.filter((name) => !known.includes(name));

describe('every file stands in a known room', () => {
  test('at the top level', () => {
    const { folders, files } = entries('.');
    expect(unknownTo(rooms, folders)).toEqual([]);
    expect(unknownTo(topFiles, files)).toEqual([]);
  });

  test('in the engine', () => {
    const { folders, files } = entries('engine');
    expect(unknownTo(engineRooms, folders)).toEqual([]);
    expect(unknownTo(engineFiles, files)).toEqual([]);
  });

  test('kernels stand in shaders/, one per file, side by side', () => {
    const nested = sources().filter(
      (path) => /^shaders\/.*\/.*\.wgsl$/.test(path) || /^(engine|playground)\/.*\.wgsl$/.test(path),
    );
    expect(nested).toEqual([]);
  });
});

test('every source file says in a first comment what it is about', () => {
  const silent = sources().filter((path) => !/^\/[/*]/.test(readFileSync(join(repository, path), 'utf8')));
  expect(silent).toEqual([]);
});

test('an op fits on one screen', () => {
  const long = sources()
    .filter((path) => path.startsWith('engine/ops/'))
    .map((path) => [path, readFileSync(join(repository, path), 'utf8').split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 100);
  expect(long).toEqual([]);
});

/** [file, import, may it?]; every rule of `biome.json` stands here with something it allows and something it forbids. */
const imports: [file: string, specifier: string, allowed: boolean][] = [
  ['shaders/kernel.ts', './reflect.ts', true],
  ['shaders/kernel.ts', '../engine/graph/node.ts', false],
  ['shaders/kernel.ts', 'lit', false],
  ['engine/graph/node.ts', './shape.ts', true],
  ['engine/graph/node.ts', '../ops/matmul.ts', false],
  ['engine/graph/node.ts', '../../shaders/kernel.ts', false],
  ['engine/ops/matmul.ts', '../graph/node.ts', true],
  ['engine/ops/matmul.ts', '../../shaders/matmul.wgsl', true],
  ['engine/ops/matmul.ts', '../autodiff.ts', false],
  ['engine/ops/matmul.ts', '../plan/plan.ts', false],
  ['engine/ops/matmul.ts', '@tensorflow/tfjs', false],
  ['engine/autodiff.ts', './ops/definition.ts', true],
  ['engine/autodiff.ts', './plan/plan.ts', false],
  ['engine/plan/plan.ts', '../autodiff.ts', true],
  ['engine/plan/plan.ts', '../webgpu/device.ts', false],
  ['engine/webgpu/device.ts', '../plan/plan.ts', true],
  ['engine/webgpu/device.ts', '../cpu/executor.ts', false],
  ['engine/cpu/executor.ts', '../ops/axes.ts', true],
  ['engine/cpu/executor.ts', '../webgpu/device.ts', false],
  ['engine/cpu/references/sum.ts', '../../ops/axes.ts', true],
  ['engine/cpu/references/sum.ts', '../../plan/plan.ts', false],
  ['engine/cpu/executor.ts', '../training/fit.ts', false],
  ['engine/functional/tensor.ts', '../webgpu/device.ts', true],
  ['engine/functional/tensor.ts', '../nn/dense.ts', false],
  ['engine/functional/tensor.ts', '../training/backend.ts', false],
  ['engine/cpu/executor.ts', '../functional/tensor.ts', false],
  ['engine/nn/dense.ts', '../training/fit.ts', true],
  ['engine/nn/dense.ts', '../functional/tensor.ts', true],
  ['engine/nn/dense.ts', '../index.ts', false],
  ['engine/training/fit.ts', '../webgpu/device.ts', true],
  ['engine/training/fit.ts', '../../datasets/loader.ts', false],
  ['engine/formats/onnx.ts', '../nn/dense.ts', true],
  ['engine/formats/onnx.ts', 'node:fs', false],
  ['engine/index.ts', './nn/dense.ts', true],
  ['engine/index.ts', '../playground/base/experiment.ts', false],
  ['datasets/loader.ts', '../engine/graph/dataset.ts', true],
  ['datasets/loader.ts', '../engine/graph/node.ts', false],
  ['datasets/loader.ts', '../engine/index.ts', false],
  ['playground/base/experiment.ts', '../../engine/index.ts', true],
  ['playground/base/experiment.ts', '../../datasets/loader.ts', true],
  ['playground/base/experiment.ts', '../../engine/nn/dense.ts', false],
  ['playground/base/experiment.ts', '../../shaders/matmul.wgsl', false],
  ['playground/base/experiment.ts', '../../bench/browser.ts', false],
  ['bench/kernels.ts', '../engine/plan/plan.ts', true],
  ['bench/kernels.ts', '../playground/base/experiment.ts', false],
  ['bench/gallery/scenes.ts', '../../playground/site/items.ts', true],
  ['bench/kernels.ts', '../tests/gpu.ts', false],
];

test('the linter refuses an import that points to the right, in every room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slope-imports-'));
  try {
    const configuration = JSON.parse(readFileSync(join(repository, 'biome.json'), 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...configuration, vcs: { enabled: false } }));
    const lines = new Map<string, string[]>();
    for (const [file, specifier] of imports) lines.set(file, [...(lines.get(file) ?? []), `import '${specifier}';`]);
    for (const [file, text] of lines) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${text.join('\n')}\n`);
    }

    const biome = join(repository, 'node_modules/@biomejs/biome/bin/biome');
    const options = ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none', '.'];
    const report = await new Promise<string>((done) => {
      // It exits with 1 as it should find errors; what it says is what counts.
      execFile(process.execPath, [biome, ...options], { cwd: folder }, (_, stdout, stderr) => done(stdout + stderr));
    });

    const refused = new Set(
      [...report.matchAll(/noRestrictedImports,file=([^,]+),line=(\d+)/g)].map((m) => `${m[1]}:${m[2]}`),
    );
    const verdicts = imports.map(([file, specifier]) => {
      const line = lines.get(file)!.indexOf(`import '${specifier}';`) + 1;
      return [file, specifier, ![...refused].some((place) => place.endsWith(`${file}:${line}`))];
    });
    expect(verdicts).toEqual(imports);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
