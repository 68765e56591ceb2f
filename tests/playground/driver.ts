// What page tests do with a figure: wait for it, press its controls, read what it says. Works for every experiment.

import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';

// Everything that runs in the page is a string: Vitest rewrites functions, and what it adds does not exist there.

/** One experiment on a page, found by a selector. */
export class Figure {
  readonly page: Page;
  readonly selector: string;

  constructor(page: Page, selector: string) {
    this.page = page;
    this.selector = selector;
  }

  #script(expression: string): string {
    return `(() => { const figure = document.querySelector('${this.selector}'); const root = figure?.shadowRoot;
      return (${expression}); })()`;
  }

  /** Evaluates an expression in which `figure` is the element and `root` its shadow root. */
  evaluate<T>(expression: string): Promise<T> {
    return this.page.evaluate(this.#script(expression)) as Promise<T>;
  }

  /** Waits until such an expression holds. */
  async until(expression: string, timeout = 30_000): Promise<void> {
    try {
      await this.page.waitForFunction(this.#script(`Boolean(root && (${expression}))`), { timeout, polling: 50 });
    } catch {
      const seen = await this.evaluate<string>(`JSON.stringify({ figure: figure?.runState, run: figure?.run?.state,
        backend: figure?.backendInfo, steps: figure?.history?.steps.length, hidden: document.hidden, scrolled: scrollY,
        says: root?.querySelector('.run-bar')?.innerText })`);
      throw new Error(`${this.selector}: “${expression}” did not come true within ${timeout} ms. It says: ${seen}`);
    }
  }

  state(name: string, timeout?: number): Promise<void> {
    return this.until(`figure.runState === '${name}'`, timeout);
  }

  /** The first element in the figure that a selector finds. */
  async find(selector: string): Promise<ElementHandle<HTMLElement>> {
    const handle = await this.page.waitForSelector(`${this.selector} >>> ${selector}`);
    if (!handle) throw new Error(`${this.selector} has no ${selector}.`);
    return handle as unknown as ElementHandle<HTMLElement>;
  }

  /** Presses the first element that a selector finds, once it is there, enabled and stays where it is. */
  async click(selector: string): Promise<void> {
    await this.page.locator(`${this.selector} >>> ${selector}`).click();
  }

  /** Text as a visitor sees it. */
  text(selector: string): Promise<string> {
    return this.evaluate<string>(`root.querySelector('${selector}')?.innerText ?? ''`);
  }

  /** Replaces what stands in a field, and leaves the field. */
  async type(selector: string, text: string): Promise<void> {
    const field = await this.find(selector);
    await field.scrollIntoView();
    await field.click({ count: 3 });
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Tab');
  }

  async train(timeout = 60_000): Promise<void> {
    await this.until(`['ready', 'paused'].includes(figure.runState)`);
    await this.click('.play');
    await this.state('complete', timeout);
  }
}

/** Nothing sticks out to the right of the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = (await page.evaluate('document.documentElement.clientWidth')) as number;
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
}

/**
 * All texts that a visitor can see or hear on the page, shadow roots included: text nodes, labels, titles.
 * Numbers and code are left out: they are the same in every language.
 */
export async function visibleTexts(page: Page): Promise<string[]> {
  const script = `(() => {
    const texts = new Set();
    const visit = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = node.data.trim().replace(/\\s+/g, ' ');
        if (/\\p{L}{3}/u.test(text)) texts.add(text);
        return;
      }
      if (node instanceof Element) {
        if (['SCRIPT', 'STYLE', 'CODE', 'PRE', 'NOSCRIPT'].includes(node.tagName)) return;
        for (const name of ['aria-label', 'title', 'aria-valuetext', 'placeholder', 'alt']) {
          const value = node.getAttribute(name);
          if (value && /\\p{L}{3}/u.test(value)) texts.add(value);
        }
        if (node.shadowRoot) return node.shadowRoot.childNodes.forEach(visit);
      }
      node.childNodes.forEach(visit);
    };
    visit(document.body);
    texts.add(document.title);
    return [...texts];
  })()`;
  return (await page.evaluate(script)) as string[];
}
