/**
 * Before the page tests: builds the playground, serves the build, and starts one browser for all of them.
 * The server sends the strictest content security policy that a host page may have, so every page test proves it holds.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { launchBrowser } from '../bench/browser.ts';

const repository = resolve(import.meta.dirname, '..');

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
].join('; ');

/** Wall limit of all page tests together. */
const limitSeconds = 2400;

async function build(outDir: string) {
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  // A process of its own: in this one, NODE_ENV says that everything is a test.
  const env = { ...process.env, NODE_ENV: 'production' };
  try {
    await promisify(execFile)(process.execPath, args, { cwd: repository, env, timeout: 180_000 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`The playground does not build:\n${stdout ?? ''}${stderr ?? error}`);
  }
}

export default async function setup(project: TestProject) {
  const cleanUp: (() => Promise<unknown>)[] = [];
  const tearDown = async () => {
    for (const task of cleanUp.reverse()) await task();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'slope-pages-'));
    cleanUp.push(() => rm(folder, { recursive: true, force: true }));
    await build(folder);

    const server = await preview({
      configFile: join(repository, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'warn',
      build: { outDir: folder },
      preview: { port: 0, headers: { 'Content-Security-Policy': contentSecurityPolicy } },
    });
    cleanUp.push(() => server.close());
    const address = server.resolvedUrls?.local[0];
    if (!address) throw new Error('The preview server has no local address.');

    const { browser, close } = await launchBrowser({
      limitSeconds,
      // Screenshots of one machine come out the same every time.
      args: ['--font-render-hinting=none', '--force-color-profile=srgb', '--hide-scrollbars'],
      onLimit: (message) => project.vitest.state.catchError(new Error(message), 'Browser time limit'),
    });
    cleanUp.push(close);
    project.provide('browserEndpoint', browser.wsEndpoint());
    project.provide('baseUrl', address);
    project.provide('siteFolder', folder);
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    browserEndpoint: string;
    baseUrl: string;
    /** Where the built playground lies. */
    siteFolder: string;
  }
}
