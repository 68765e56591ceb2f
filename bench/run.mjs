/**
 * Runs a TypeScript file: `node bench/run.mjs FILE.ts [arguments]`, with `.wgsl` and `.as` imports. The file finds its own arguments
 * at `process.argv[2]` on, and must await its work at top level: what it imports later is not found any more.
 * Node 20 cannot strip types, and the usual runners need an install script.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('usage: node bench/run.mjs FILE.ts [arguments]');
  process.exit(2);
}

const quiet = { configFile: false, root, logLevel: /** @type {const} */ ('error') };
const script = resolve(file);
try {
  const { module } = await runnerImport(resolve(root, 'shaders/plugin.ts'), quiet);
  process.argv = [process.execPath, script, ...args];
  await runnerImport(script, { ...quiet, plugins: module.compilers(root) });
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
