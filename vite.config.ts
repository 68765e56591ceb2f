/**
 * One configuration for everything Vite does here: the playground (`vite`, `vite build`), the engine as a library
 * (`vite build --mode engine`), an app on it to weigh (`vite build --mode engine-app`), and the tests (Vitest).
 */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';
import { engineChunks } from './bench/engine-chunks.ts';
import { compilers } from './shaders/plugin.ts';
import { puppeteerProvider } from './tests/provider.ts';

const repository = import.meta.dirname;

/** Cross-origin isolation: WASM threads need it, and clocks are finer with it. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const shared = {
  plugins: compilers(repository),
  worker: { format: 'es', plugins: () => compilers(repository) },
  build: { target: 'es2022' },
} satisfies ViteUserConfig;

/** Every page of the playground is an entry of the build. */
function pages(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.html')).map((name) => resolve(folder, name));
}

/**
 * What nearly every figure uses of the engine, each with all that it imports: left to itself, the bundler cuts it into a dozen files,
 * which are a sixth larger.
 */
const engineParts = [
  // Of everybody who imports dynamically, the autoloader too.
  { name: 'preload-helper', priority: 3, test: /preload-helper/ },
  {
    name: 'ops',
    priority: 2,
    test: /engine[\\/](autodiff|webgpu[\\/]device|ops[\\/](activation-gradient|argmax|matmul|softmax|sum|unary))\.ts$/,
  },
  { name: 'network', priority: 1, test: /engine[\\/]nn[\\/]sequential\.ts$/ },
];

function playground(): ViteUserConfig {
  return {
    ...shared,
    root: resolve(repository, 'playground'),
    publicDir: resolve(repository, 'datasets/public'),
    // Relative addresses: the built site works in any folder of any host.
    base: './',
    server: { headers, host: 'localhost' },
    preview: { headers, host: 'localhost' },
    build: {
      ...shared.build,
      // Browsers that know `light-dark()`. Rewritten for older ones, it would need a rule of ours on the page around an embedded figure.
      cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
      modulePreload: {
        // Every browser with WebGPU preloads modules by itself.
        polyfill: false,
        // The autoloader would carry a list of every element's files.
        resolveDependencies: (_file, files, { hostId }) => (/slope\.[jt]s$/.test(hostId) ? [] : files),
      },
      outDir: resolve(repository, 'dist'),
      emptyOutDir: true,
      manifest: true,
      rolldownOptions: {
        input: [...pages(resolve(repository, 'playground')), resolve(repository, 'playground/slope.ts')],
        // Other people's pages name the autoloader: it keeps its name and stands at the root.
        preserveEntrySignatures: 'allow-extension',
        // Importing the engine does nothing by itself: a page then fetches those modules of it that it uses, not what any page uses.
        treeshake: { moduleSideEffects: (id) => !/[\\/](engine|shaders|datasets)[\\/]/.test(id) },
        output: {
          entryFileNames: ({ name }) => (name === 'slope' ? 'slope.js' : 'assets/[name]-[hash].js'),
          codeSplitting: { groups: engineParts },
        },
      },
    },
  };
}

function engine(entry: string, name: string): ViteUserConfig {
  return {
    ...shared,
    root: repository,
    publicDir: false,
    base: './',
    build: {
      ...shared.build,
      outDir: resolve(repository, 'dist', name),
      emptyOutDir: true,
      manifest: true,
      lib: { entry: resolve(repository, entry), formats: ['es'], fileName: 'slope' },
      rolldownOptions: {
        output: {
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
          codeSplitting: { groups: engineChunks },
        },
      },
    },
  };
}

function tests(): ViteUserConfig {
  return {
    ...shared,
    root: repository,
    publicDir: resolve(repository, 'datasets/public'),
    server: { headers },
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/**/*.{gpu,page}.test.ts'],
          },
        },
        {
          extends: true,
          // Found while tests run, a dependency would reload the page under them.
          optimizeDeps: { include: ['fast-check'] },
          test: {
            name: 'gpu',
            include: ['tests/**/*.gpu.test.ts'],
            testTimeout: 30_000,
            browser: {
              enabled: true,
              headless: true,
              ui: false,
              screenshotFailures: false,
              provider: puppeteerProvider({ limitSeconds: 2400 }),
              instances: [{ browser: 'chrome' }],
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'page',
            include: ['tests/**/*.page.test.ts'],
            globalSetup: ['tests/page-setup.ts'],
            // Longer than any wait inside a test: then it is the wait that says what did not happen.
            testTimeout: 180_000,
          },
        },
      ],
      setupFiles: ['tests/setup.ts'],
      pool: 'threads',
      maxWorkers: 2,
    },
  };
}

export default defineConfig(({ mode }) => {
  if (mode === 'test') return tests();
  if (mode === 'engine') return engine('engine/index.ts', mode);
  return mode === 'engine-app' ? engine('bench/training-app.ts', mode) : playground();
});
