/** What every lesson with a figure has to pass, whatever it is about; each lesson's test adds what its own figure promises. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findAccessibilityProblems, openPage } from '../page.ts';

export interface FigureFacts {
  /** The page, relative to the site's root. */
  readonly path: string;
  readonly tag: string;
  /** A change by script of settings that shows in the address, and what it must carry. */
  readonly change: { readonly preset: string; readonly query: string };
  /** For a figure whose data is not on a plane: what in it must be there at first paint, as a selector. */
  readonly picture?: string;
  /** Texts that are the same in both languages for good reason. */
  readonly sameInFrench?: readonly string[];
}

/** An expression in the page about the figure; as a string, because Vitest rewrites functions. */
export const figureOf = (tag: string): string => `document.querySelector('${tag}')`;

export async function drawn(page: Page, tag: string): Promise<void> {
  await page.waitForFunction(`${figureOf(tag)}?.runState && ${figureOf(tag)}.runState !== 'loading'`);
  // Fonts and palette settle the first picture.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

export async function reaches(page: Page, tag: string, state: string): Promise<void> {
  await page.waitForFunction(`${figureOf(tag)}.runState === '${state}'`, { timeout: 40_000 });
}

/** A plot of what is only measured on demand says `data-later`. How many of the others have something drawn in them, and how many there are. */
const plotsWithInk = (tag: string): string => `(() => {
  const planes = [...${figureOf(tag)}.shadowRoot.querySelectorAll('slope-plane:not([data-later])')];
  const has = (plane, layer) => {
    const canvas = plane.shadowRoot.querySelector('canvas.' + layer);
    return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value !== 0);
  };
  const inked = planes.filter((plane) => has(plane, 'ground') && (plane.ground.length > 0 || has(plane, 'marks')));
  return [inked.length, planes.length];
})()`;

/** The visible words of the page and its figure, text node by text node. */
const words = `(() => {
  const found = [];
  const walk = (node) => {
    if (node.nodeType === 3 && /[a-zA-Z]{3,}.*\\s.*[a-zA-Z]{3,}/.test(node.textContent.trim())) found.push(node.textContent.trim());
    if (['STYLE', 'SCRIPT', 'CODE', 'SLOPE-CODE-TABS', 'NOSCRIPT'].includes(node.nodeName)) return;
    if (node.shadowRoot) walk(node.shadowRoot);
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return found;
})()`;

export function testFigure({ path, tag, change, picture, sameInFrench = [] }: FigureFacts): void {
  describe(`${tag}, as every figure`, () => {
    test('draws its data at first paint, without a complaint', async () => {
      const { page, complaints } = await openPage(path);
      await drawn(page, tag);
      const [inked, all] = (await page.evaluate(plotsWithInk(tag))) as [number, number];
      if (picture) await page.waitForFunction(`${figureOf(tag)}.shadowRoot.querySelector('${picture}')`);
      else expect(all).toBeGreaterThan(0);
      expect(inked).toBe(all);
      expect(complaints).toEqual([]);
    });

    test('space starts and pauses, the arrow steps, R resets', async () => {
      const { page } = await openPage(path);
      await drawn(page, tag);
      await page.evaluate(`${figureOf(tag)}.shadowRoot.querySelector('.experiment').focus()`);
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(`['paused', 'complete'].includes(${figureOf(tag)}.runState)`);
      await page.keyboard.press('r');
      await reaches(page, tag, 'ready');
      await page.keyboard.press('Space');
      await page.waitForFunction(`['running', 'complete'].includes(${figureOf(tag)}.runState)`);
    });

    test.each(['light', 'dark'])('axe finds nothing in %s colours', async (value) => {
      const { page } = await openPage(path, { media: [{ name: 'prefers-color-scheme', value }] });
      await drawn(page, tag);
      expect(await findAccessibilityProblems(page)).toEqual([]);
    });

    test('no English is left in French', async () => {
      const english = await openPage(`${path}?lang=en`);
      await drawn(english.page, tag);
      const said = new Set((await english.page.evaluate(words)) as string[]);
      const french = await openPage(`${path}?lang=fr`);
      await drawn(french.page, tag);
      const left = ((await french.page.evaluate(words)) as string[]).filter((text) => said.has(text));
      expect(left.filter((text) => !sameInFrench.includes(text) && !/google|WebGPU/.test(text))).toEqual([]);
    });

    test('nothing scrolls sideways at 360 pixels', async () => {
      const { page } = await openPage(path, { viewport: { width: 360, height: 780, isMobile: true, hasTouch: true } });
      await drawn(page, tag);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    });

    test('the address carries the situation, and back undoes it', async () => {
      const { page, complaints } = await openPage(path);
      await drawn(page, tag);
      const before = await page.evaluate(`JSON.stringify(${figureOf(tag)}.getState())`);
      await page.evaluate(`${figureOf(tag)}.tryPreset('${change.preset}')`);
      const after = await page.evaluate(`JSON.stringify(${figureOf(tag)}.getState())`);
      expect(new URL(page.url()).search).toContain(change.query);
      await page.reload();
      await drawn(page, tag);
      expect(await page.evaluate(`JSON.stringify(${figureOf(tag)}.getState())`)).toBe(after);
      await page.goBack();
      await page.waitForFunction(`JSON.stringify(${figureOf(tag)}?.getState()) === ${JSON.stringify(before)}`);
      expect(complaints).toEqual([]);
    });
  });
}
