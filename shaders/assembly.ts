/**
 * Vite plugin: `import bytes from './kernels.as'` gives the WebAssembly module that AssemblyScript makes of that file and of what it
 * imports. No binary is committed: a compiled module is kept in node_modules/.cache until its sources change (3 s to make).
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The memory is the caller's, and may be shared: then its largest size must be declared, in pages of 64 KiB. */
const options =
  '-O3 --converge --enable simd --runtime stub --noAssert --importMemory --noExportMemory --maximumMemory 32768'.split(
    ' ',
  );

/** Sources in the folder of an entry, which may import each other. */
const sourcesBeside = (entry: string): string[] =>
  readdirSync(dirname(entry))
    .filter((name) => name.endsWith('.as'))
    .map((name) => join(dirname(entry), name))
    .sort();

/** @throws {Error} with the compiler's messages, which name file, line and column. */
function compile(entry: string, compiler: string, cache: string): string {
  // The compiler reads files that end in .ts; ours do not, because they are none for tsc.
  const folder = mkdtempSync(join(cache, 'draft-'));
  for (const source of sourcesBeside(entry)) copyFileSync(source, join(folder, `${basename(source, '.as')}.ts`));
  try {
    const args = [compiler, `${basename(entry, '.as')}.ts`, '--outFile', 'module.wasm', ...options];
    execFileSync(process.execPath, args, { cwd: folder, stdio: 'pipe', encoding: 'utf8' });
    return join(folder, 'module.wasm');
  } catch (error) {
    rmSync(folder, { recursive: true });
    const messages = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`${entry} does not compile:\n${messages.replace(/\b(\w+)\.ts\(/g, '$1.as(')}`);
  }
}

function compiled(entry: string, root: string): Buffer {
  const modules = resolve(root, 'node_modules');
  const hash = createHash('sha256').update(options.join(' '));
  hash.update(readFileSync(join(modules, 'assemblyscript/package.json')));
  for (const source of sourcesBeside(entry)) hash.update(readFileSync(source));
  const cache = join(modules, '.cache/slope-assembly');
  const file = join(cache, `${basename(entry, '.as')}-${hash.digest('hex').slice(0, 16)}.wasm`);
  try {
    return readFileSync(file);
  } catch {
    mkdirSync(cache, { recursive: true });
    const draft = compile(entry, join(modules, 'assemblyscript/bin/asc.js'), cache);
    // Several processes may make it at once, and none must read half of it.
    renameSync(draft, file);
    rmSync(dirname(draft), { recursive: true });
    return readFileSync(file);
  }
}

/** @param root the repository's folder. */
export function assembly(root: string): Plugin {
  return {
    name: 'slope:assembly',
    load: {
      filter: { id: /\.as$/ },
      handler(id) {
        for (const source of sourcesBeside(id)) this.addWatchFile(source);
        // Inline: 11 KB of text need no request of their own, and work in Node and from any folder.
        const code = `export default Uint8Array.from(atob('${compiled(id, root).toString('base64')}'), (c) => c.charCodeAt(0));`;
        return { code, map: { mappings: '' }, moduleType: 'js' };
      },
    },
  };
}
