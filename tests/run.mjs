/**
 * `npm test`: lint, kernel declarations, types, data, then all tests. `npm test -- ops gradient` runs only the test files with
 * such names; other arguments go to Vitest too. Every step runs even if one before it failed. The last line counts:
 * `N passed, N failed`; a step other than the tests counts as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const folder = mkdtempSync(join(tmpdir(), 'slope-test-'));
const report = join(folder, 'report.json');

const minutes = 60_000;
const typescript = (file) => [join(root, 'bench/run.mjs'), join(root, file)];
const steps = {
  lint: [join(modules, '@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  kernels: typescript('shaders/generate.ts'),
  types: [join(modules, 'typescript/bin/tsc')],
  data: typescript('datasets/build.ts'),
  tests: [
    join(modules, 'vitest/vitest.mjs'),
    'run',
    // Biome's rule against `test.only` cannot stay on: it takes the engine's `fit` for a focused test.
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
};

/** Tests that passed and failed. A file that does not load has no tests, and an error between tests has no name: each is one. */
function countTests(exitCode) {
  let passed = 0;
  let failed = 0;
  try {
    for (const file of JSON.parse(readFileSync(report, 'utf8')).testResults) {
      const failures = file.assertionResults.filter(({ status }) => status === 'failed').length;
      passed += file.assertionResults.filter(({ status }) => status === 'passed').length;
      failed += failures > 0 || file.status === 'passed' ? failures : 1;
    }
  } catch {
    // Vitest did not get as far as a report.
  }
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

const lines = [];
let passed = 0;
let failed = 0;
for (const [name, args] of Object.entries(steps)) {
  console.log(`\n— ${name}`);
  const start = performance.now();
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', timeout: 45 * minutes });
  if (error) console.error(error.message);
  const exitCode = status ?? 1;
  const count =
    name === 'tests' ? countTests(exitCode) : { passed: Number(exitCode === 0), failed: Number(exitCode !== 0) };
  passed += count.passed;
  failed += count.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  lines.push(`${count.failed === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
}
rmSync(folder, { recursive: true, force: true });

console.log(`\n${lines.join('\n')}\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
