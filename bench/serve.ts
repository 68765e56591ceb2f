// Serves the repository's sources to a headless browser, for the commands that measure in a page.

import { resolve } from 'node:path';
import { createServer } from 'vite';
import { compilers } from '../shaders/plugin.ts';

const repository = resolve(import.meta.dirname, '..');

export interface Served {
  /** `http://localhost:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/** A Vite server over the whole repository, cross-origin isolated as the playground's own. */
export async function serveSources(): Promise<Served> {
  const server = await createServer({
    configFile: false,
    root: repository,
    publicDir: resolve(repository, 'datasets/public'),
    logLevel: 'warn',
    plugins: compilers(repository),
    worker: { format: 'es', plugins: () => compilers(repository) },
    server: {
      port: 0,
      host: 'localhost',
      hmr: false,
      watch: null,
      headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The server for the measuring page did not start.');
  return { url, close: () => server.close() };
}
