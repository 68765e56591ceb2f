/** The playground as its visitors get it: built for production and served, for what photographs or measures it. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';

const repository = resolve(import.meta.dirname, '..');

export interface BuiltSite {
  /** Address of the site's root, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

async function build(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'slope-site-'));
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  // A process of its own: this one's NODE_ENV would leave Lit in development mode.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, args, { cwd: repository, env });
  return folder;
}

/** Builds the site, or takes a folder where it is built already, and serves it until it is closed. */
export async function serveSite(built?: string): Promise<BuiltSite> {
  const folder = built ? resolve(built) : await build();
  const server = await preview({
    configFile: join(repository, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The preview server has no address.');
  return {
    url,
    async close() {
      await server.close();
      if (!built) await rm(folder, { recursive: true, force: true });
    },
  };
}
