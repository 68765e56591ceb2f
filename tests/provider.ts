/**
 * Lets Vitest run tests in the browser that `bench/browser.ts` finds, through puppeteer-core: Vitest has no provider for it.
 * The provider interface may change in any release, so Vitest's version is pinned.
 */
import { defineBrowserProvider } from '@vitest/browser';
import type { CDPSession, Page } from 'puppeteer-core';
import type { BrowserProvider, BrowserProviderOption, TestProject } from 'vitest/node';
import { launchBrowser, type RunningBrowser } from '../bench/browser.ts';

export interface PuppeteerOptions {
  /** Wall limit of all browser tests together. */
  readonly limitSeconds: number;
}

/** Lets a test crash the GPU process again and again: a page normally loses WebGPU after the second time. */
const crashSwitches = ['--disable-domain-blocking-for-3d-apis', '--disable-gpu-process-crash-limit'];

class PuppeteerProvider implements BrowserProvider {
  readonly name = 'puppeteer';
  readonly supportsParallelism = true;
  readonly #project: TestProject;
  readonly #options: PuppeteerOptions;
  readonly #pages = new Map<string, Page>();
  /** One for each session that runs beside the others: a test that crashes its GPU process leaves theirs alone. */
  readonly #browsers = new Map<string, Promise<RunningBrowser>>();

  constructor(project: TestProject, options: PuppeteerOptions) {
    this.#project = project;
    this.#options = options;
    // The runner in the page calls this command, and only providers can answer it.
    project.browser?.registerCommand('__vitest_viewport' as never, this.#setViewport as never);
  }

  readonly #setViewport = ({ sessionId }: { sessionId: string }, size: { width: number; height: number }) =>
    this.#page(sessionId).setViewport(size);

  #page(sessionId: string): Page {
    const page = this.#pages.get(sessionId);
    if (!page) throw new Error(`No page is open for the test session ${sessionId}`);
    return page;
  }

  #launch(): Promise<RunningBrowser> {
    return launchBrowser({
      // Somebody watches a watch run.
      limitSeconds: this.#project.vitest.config.watch ? 86_400 : this.#options.limitSeconds,
      args: crashSwitches,
      onLimit: (message) => this.#project.vitest.state.catchError(new Error(message), 'Browser time limit'),
    });
  }

  getCommandsContext(sessionId: string) {
    return { page: this.#pages.get(sessionId) };
  }

  async openPage(sessionId: string, url: string) {
    const running = this.#browsers.get(sessionId) ?? this.#launch();
    this.#browsers.set(sessionId, running);
    const { browser } = await running;
    await this.#pages.get(sessionId)?.close();
    const page = await browser.newPage();
    this.#pages.set(sessionId, page);
    await page.goto(url, { timeout: 0 });
  }

  /** `cdp()` in tests: the page's session, except that the `Browser` domain goes to the browser itself. */
  async getCDPSession(sessionId: string) {
    const page = this.#page(sessionId);
    const session = await page.createCDPSession();
    const whole = await page.browser().target().createCDPSession();
    const of = (method: string): CDPSession => (method.startsWith('Browser.') ? whole : session);
    return {
      send: (method: string, params?: object) => of(method).send(method as never, params as never),
      on: session.on.bind(session),
      once: session.once.bind(session),
      off: session.off.bind(session),
    } as Awaited<ReturnType<NonNullable<BrowserProvider['getCDPSession']>>>;
  }

  async close() {
    const browsers = await Promise.allSettled(this.#browsers.values());
    this.#browsers.clear();
    this.#pages.clear();
    await Promise.all(browsers.map((launch) => launch.status === 'fulfilled' && launch.value.close()));
  }
}

/** For `test.browser.provider` in the Vitest configuration. */
export function puppeteerProvider(options: PuppeteerOptions): BrowserProviderOption {
  return defineBrowserProvider({
    name: 'puppeteer',
    supportedBrowser: ['chrome'],
    options,
    providerFactory: (project) => new PuppeteerProvider(project, options),
  });
}
