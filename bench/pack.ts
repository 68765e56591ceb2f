/**
 * `npm run bench:pack [FOLDER]`: the benchmarks for a Linux machine with a GPU, Node and no network. The folder (default
 * `dist/bench-pack`) is copied there and run: `node bench.mjs`. It holds the bundled bench and the npm package `webgpu` (Dawn),
 * which is fetched here.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { compilers } from '../shaders/plugin.ts';

const dawn = 'webgpu@0.6.2';
const repository = resolve(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(repository, 'dist/bench-pack'));

rmSync(folder, { recursive: true, force: true });
await build({
  configFile: false,
  root: repository,
  publicDir: false,
  logLevel: 'error',
  plugins: compilers(repository),
  worker: { format: 'es', plugins: () => compilers(repository) },
  build: {
    ssr: join(import.meta.dirname, 'pack/main.ts'),
    target: 'es2022',
    outDir: folder,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'bench.mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' } },
  },
});
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', dawn], { stdio: 'inherit' });
console.log(`${folder}: copy it to a Linux machine with a GPU, and run there: node bench.mjs`);
