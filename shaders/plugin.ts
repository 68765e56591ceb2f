/** Vite plugin: `import matmul from './matmul.wgsl'` gives a KernelModule, typed by a generated `matmul.d.wgsl.ts`. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { assembly } from './assembly.ts';
import type { KernelModule } from './kernel.ts';
import { minifyWgsl } from './minify.ts';
import { KernelError, kernelDeclaration, reflectKernel } from './reflect.ts';

/** Folders that may hold kernels; tests and bench keep small ones of their own. */
const rooms = ['shaders', 'tests', 'bench'];

const declarationOf = (file: string) => join(dirname(file), `${basename(file, '.wgsl')}.d.wgsl.ts`);

function writeIfChanged(file: string, text: string) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

/** Every kernel file of the repository, as absolute paths. */
export function kernelFiles(root: string): string[] {
  return rooms.flatMap((room) => filesBelow(join(root, room), '.wgsl'));
}

/**
 * Writes the declaration beside every kernel and removes those whose kernel is gone. Returns the kernels' paths.
 * @throws {Error} one line per kernel that cannot be used, after the others are written.
 */
export function generateDeclarations(root: string): string[] {
  const files = kernelFiles(root);
  const errors: string[] = [];
  for (const file of files) {
    try {
      const kernel = reflectKernel(relative(root, file), readFileSync(file, 'utf8'));
      writeIfChanged(declarationOf(file), kernelDeclaration(kernel));
    } catch (error) {
      if (!(error instanceof KernelError)) throw error;
      errors.push(error.message);
    }
  }
  const wanted = new Set(files.map(declarationOf));
  for (const room of rooms) {
    for (const file of filesBelow(join(root, room), '.d.wgsl.ts')) if (!wanted.has(file)) rmSync(file);
  }
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return files;
}

const exported = (value: unknown) => `export default ${JSON.stringify(value)};`;

/** In a production build a page fetches the text of a kernel when it first builds a pipeline of it, not before. */
function fetchedKernel({ name, bindings, overrides, workgroupSize }: KernelModule): string {
  const signs = { read: '', read_write: '+', uniform: '=' };
  const words: string[] = [];
  for (const [word, { binding, access }] of Object.entries(bindings)) words[binding] = signs[access] + word;
  const sizing = Object.fromEntries(Object.entries(overrides).filter(([override]) => workgroupSize.includes(override)));
  const reflection = [name, words.join(' '), workgroupSize, sizing].map((value) => JSON.stringify(value)).join(', ');
  return `import { shippedKernel } from './kernel.ts';
export default /* @__PURE__ */ shippedKernel(${reflection}, () => import('./${name}.wgsl?text'));`;
}

/** @param root the repository's folder. */
export function wgsl(root: string): Plugin {
  let minify = false;
  let declare = true;
  return {
    name: 'slope:wgsl',
    configResolved(config) {
      minify = config.command === 'build' && config.isProduction;
      // Vitest makes a server per project, and the test run has written them before.
      declare = config.mode !== 'test';
    },
    buildStart() {
      if (!declare) return;
      try {
        generateDeclarations(root);
      } catch (error) {
        // A kernel that is being typed must not stop the server; where it is imported, `transform` reports it.
        this.warn(error instanceof Error ? error.message : String(error));
      }
    },
    // The text of a kernel as a module of its own, which `fetchedKernel` imports.
    load: {
      filter: { id: /\.wgsl\?text$/ },
      handler(id) {
        const code = minifyWgsl(readFileSync(id.slice(0, -'?text'.length), 'utf8'));
        return { code: exported(code), map: { mappings: '' }, moduleType: 'js' };
      },
    },
    transform: {
      // A query (`?raw`) asks for the text, not for a kernel.
      filter: { id: /\.wgsl$/ },
      handler(code, id) {
        try {
          const kernel = reflectKernel(relative(root, id), code);
          return { code: minify ? fetchedKernel(kernel) : exported(kernel), map: { mappings: '' }, moduleType: 'js' };
        } catch (error) {
          if (error instanceof KernelError)
            this.error({ message: error.message, id, loc: { file: id, line: error.line, column: 0 } });
          throw error;
        }
      },
    },
    async hotUpdate({ file, read, type }) {
      if (!file.endsWith('.wgsl')) return;
      if (type === 'delete') return rmSync(declarationOf(file), { force: true });
      try {
        writeIfChanged(declarationOf(file), kernelDeclaration(reflectKernel(relative(root, file), await read())));
      } catch (error) {
        // The reload that follows runs `transform`, which shows the error in the page.
        if (!(error instanceof KernelError)) throw error;
      }
    },
  };
}

/** The plugins of all builds and servers: WGSL for the GPU, AssemblyScript for the CPU. */
export const compilers = (root: string): Plugin[] => [wgsl(root), assembly(root)];
