/** Finds a browser with WebGPU on this machine and starts it for tests and benchmarks. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  Browser as BrowserKind,
  ChromeReleaseChannel,
  computeSystemExecutablePath,
  getInstalledBrowsers,
} from '@puppeteer/browsers';
import puppeteer, { type Browser } from 'puppeteer-core';

const repository = resolve(import.meta.dirname, '..');

export interface FoundBrowser {
  /** Where it was found, in words. */
  readonly origin: string;
  readonly executablePath: string;
  /** `shell` is the only kind of headless that the packed Chromium has. */
  readonly headless: true | 'shell';
  readonly env?: Readonly<Record<string, string>>;
}

const systemBrowsers = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Looks in this order: `CHROME_PATH` or `PUPPETEER_EXECUTABLE_PATH`, what puppeteer downloaded, the system's Chrome,
 * Chromium or Edge, and on 64-bit Linux the Chromium packed in `@sparticuz/chromium`, which needs nothing installed.
 * @throws {Error} that says what to install.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const { env } = process;
  const named = env.CHROME_PATH ?? env.PUPPETEER_EXECUTABLE_PATH;
  if (named) {
    if (!existsSync(named))
      throw new Error(`CHROME_PATH or PUPPETEER_EXECUTABLE_PATH names ${named}, which is not there.`);
    return { origin: 'environment variable', executablePath: named, headless: true };
  }

  const cacheDir = env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
  const downloaded = existsSync(cacheDir) ? await getInstalledBrowsers({ cacheDir }) : [];
  const chrome = downloaded.filter(({ browser }) => browser === BrowserKind.CHROME).at(-1);
  if (chrome && existsSync(chrome.executablePath)) {
    return { origin: 'puppeteer cache', executablePath: chrome.executablePath, headless: true };
  }

  for (const channel of Object.values(ChromeReleaseChannel)) {
    try {
      const executablePath = computeSystemExecutablePath({ browser: BrowserKind.CHROME, channel });
      return { origin: `Chrome ${channel} of this system`, executablePath, headless: true };
    } catch {
      // not installed
    }
  }
  const system = systemBrowsers.find((path) => existsSync(path));
  if (system) return { origin: 'browser of this system', executablePath: system, headless: true };

  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium();
  throw new Error(
    'No browser found. Install Chrome, or run `npx @puppeteer/browsers install chrome@stable`, or set CHROME_PATH to one.',
  );
}

/**
 * Unpacks `@sparticuz/chromium` once per installation of the dependencies. It unpacks to `TMPDIR` and takes what lies there
 * for complete, which two processes starting at once would trip over: so each unpacks into a folder of its own, and
 * the first to finish gives it the name.
 */
async function unpackChromium(): Promise<FoundBrowser> {
  const cache = join(repository, 'node_modules', '.cache');
  const folder = join(cache, 'slope-chromium');
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const own = await mkdtemp(`${folder}-`);
    try {
      const script = `await (await import('@sparticuz/chromium')).default.executablePath()`;
      await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: repository,
        // The Lambda runtime's name makes it unpack the shared libraries that a bare machine lacks.
        env: { ...process.env, TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
        timeout: 120_000,
      });
      await writeFile(join(own, 'fonts', 'fonts.conf'), fontConfiguration(folder));
      await rename(own, folder);
    } catch (error) {
      await rm(own, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return {
    origin: '@sparticuz/chromium',
    executablePath: join(folder, 'chromium'),
    headless: 'shell',
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/** The packed one names `/tmp`. */
const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

export interface LaunchOptions {
  /** The browser is killed after this long, whatever it does: a software adapter has no watchdog for endless kernels. */
  readonly limitSeconds: number;
  /** Called when the limit was reached, after the kill. */
  readonly onLimit?: (message: string) => void;
  /** Further command-line switches. */
  readonly args?: readonly string[];
}

export interface RunningBrowser {
  readonly browser: Browser;
  readonly origin: string;
  /** Closes the browser; kills it where it does not close within 5 seconds. */
  close(): Promise<void>;
}

/** Starts a headless browser with WebGPU, on a software adapter where there is no other. */
export async function launchBrowser({ limitSeconds, onLimit, args = [] }: LaunchOptions): Promise<RunningBrowser> {
  const { origin, executablePath, headless, env } = await findBrowser();
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    env: { ...process.env, ...env },
    protocolTimeout: limitSeconds * 1000,
    args: [
      '--enable-unsafe-webgpu', // without it headless Linux has no adapter
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
    ],
  });

  const kill = () => {
    const pid = browser.process()?.pid;
    if (pid === undefined) return;
    try {
      // puppeteer starts the browser as the leader of a process group, except on Windows.
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // it is gone
    }
  };
  const limit = setTimeout(() => {
    kill();
    onLimit?.(`The browser was killed: it had not finished after ${limitSeconds} seconds.`);
  }, limitSeconds * 1000);
  limit.unref();

  return {
    browser,
    origin,
    async close() {
      clearTimeout(limit);
      const patience = setTimeout(kill, 5000);
      // A browser that was killed cannot answer.
      await browser.close().catch(() => {});
      clearTimeout(patience);
    },
  };
}
