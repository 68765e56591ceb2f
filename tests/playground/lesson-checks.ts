/** What every lesson with a figure has to pass, whatever it is about; each lesson's test adds what its own figure promises. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { FigureFacts } from '../../playground/site/items.ts';
import { findAccessibilityProblems, openPage } from '../page.ts';
import { expectNoSidewaysScroll, Figure, visibleTexts } from './driver.ts';

/** An expression in the page about the figure; as a string, because Vitest rewrites functions. */
export const figureOf = (tag: string): string => `document.querySelector('${tag}')`;

/** Milliseconds. A page beside others on a busy machine may go without frames for long, and a wait that polls with them with it. */
const polling = 50;

/** Waits until the figure has its data and its first picture. */
export async function drawn(page: Page, tag: string): Promise<void> {
  await page.waitForFunction(`${figureOf(tag)}?.runState && ${figureOf(tag)}.runState !== 'loading'`, {
    timeout: 60_000,
    polling,
  });
  await settled(page);
}

/** Fonts and palette settle the first picture. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

export async function reaches(page: Page, tag: string, state: string): Promise<void> {
  await page.waitForFunction(`${figureOf(tag)}.runState === '${state}'`, { timeout: 40_000, polling });
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

/** Every plane is drawn in; a figure without planes shows what its `picture` names. */
export async function expectData(page: Page, { tag, picture }: FigureFacts): Promise<void> {
  const [inked, all] = (await page.evaluate(plotsWithInk(tag))) as [number, number];
  if (picture) await page.waitForFunction(`${figureOf(tag)}.shadowRoot.querySelector('${picture}')`, { polling });
  else expect(all).toBeGreaterThan(0);
  expect(inked).toBe(all);
}

/** Presses Tab until an element in a figure has the focus, found by a selector, as somebody without a mouse does. */
export async function tabTo(page: Page, selector: string, most = 80): Promise<void> {
  const found = `(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return Boolean(at?.matches('${selector}'));
  })()`;
  for (let presses = 0; presses < most; presses++) {
    if (await page.evaluate(found)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by ${most} presses of Tab.`);
}

/** All that is drawn in a figure: its canvases' pixels, its vectors, its words. Two equal answers are two equal pictures. */
export async function pictureOf(page: Page, tag: string): Promise<readonly string[]> {
  await settled(page);
  return (await page.evaluate(`(() => {
    const seen = [];
    const visit = (node) => {
      if (node.nodeName === 'CANVAS' && node.width && node.height) seen.push(node.className + ' ' + node.toDataURL());
      if (node.nodeName === 'svg' || node.nodeName === 'math') seen.push(node.outerHTML.replace(/<!--.*?-->/g, ''));
      if (node.nodeType === 3 && node.data.trim()) seen.push(node.data.trim());
      if (['STYLE', 'svg', 'math'].includes(node.nodeName)) return;
      (node.shadowRoot ?? node).childNodes.forEach(visit);
    };
    visit(${figureOf(tag)});
    return seen;
  })()`)) as string[];
}

/** The same picture comes back, after what is still being computed has been drawn. */
async function expectPicture(page: Page, tag: string, expected: readonly string[]): Promise<void> {
  await expect.poll(() => pictureOf(page, tag), { timeout: 15_000, interval: 200 }).toEqual(expected);
}

/** A picture that has stopped changing: maps and measures follow the first one. */
async function stillPicture(page: Page, tag: string): Promise<readonly string[]> {
  let last = await pictureOf(page, tag);
  for (let tries = 0, same = 0; tries < 60; tries++) {
    await new Promise((done) => setTimeout(done, 250));
    const next = await pictureOf(page, tag);
    same = JSON.stringify(next) === JSON.stringify(last) ? same + 1 : 0;
    if (same === 4) return next;
    last = next;
  }
  throw new Error(`${tag} does not come to rest.`);
}

/** What stands in a formula without being MathML: the browser leaves it out, and the formula says something else. */
export async function strangersInFormulas(page: Page): Promise<string[]> {
  return (await page.evaluate(`[...document.querySelectorAll('math *')]
    .filter(({ namespaceURI }) => namespaceURI !== 'http://www.w3.org/1998/Math/MathML')
    .map(({ outerHTML }) => outerHTML)`)) as string[];
}

/** Sentences, not names: two words of three letters. */
const isSentence = (text: string): boolean => /[a-zA-Z]{3,}.*\s.*[a-zA-Z]{3,}/.test(text);
/** The adapter's name, and layers as Keras writes them. */
const alike = /google|WebGPU|^dense, (ReLU|softmax|tanh|sigmoid)$/;

export interface LessonFacts extends FigureFacts {
  /** The page, relative to the site's root. */
  readonly path: string;
}

export function testFigure(facts: LessonFacts): void {
  const { path, tag, other } = facts;
  describe(`${path}, as every lesson`, () => {
    test('draws its data at first paint without a complaint; axe finds nothing in light or dark', async () => {
      const { page, complaints } = await openPage(path, { media: [{ name: 'prefers-color-scheme', value: 'light' }] });
      await drawn(page, tag);
      await expectData(page, facts);
      expect(await strangersInFormulas(page)).toEqual([]);
      expect(await findAccessibilityProblems(page)).toEqual([]);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await settled(page);
      expect(await findAccessibilityProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    test('space starts and pauses, the arrow steps, R resets', async () => {
      const { page } = await openPage(path);
      await drawn(page, tag);
      await page.evaluate(`${figureOf(tag)}.shadowRoot.querySelector('.experiment').focus()`);
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(`['paused', 'complete'].includes(${figureOf(tag)}.runState)`, { polling });
      await page.keyboard.press('r');
      await reaches(page, tag, 'ready');
      await page.keyboard.press('Space');
      await page.waitForFunction(`['running', 'complete'].includes(${figureOf(tag)}.runState)`, { polling });
    });

    test('no English is left in French, and nothing scrolls sideways at 360 pixels in either', async () => {
      const viewport = { width: 360, height: 780, isMobile: true, hasTouch: true };
      const { page } = await openPage(`${path}?lang=en`, { viewport });
      await drawn(page, tag);
      await expectNoSidewaysScroll(page);
      const english = new Set(await visibleTexts(page));
      await page.goto(page.url().replace('lang=en', 'lang=fr'));
      await drawn(page, tag);
      await expectNoSidewaysScroll(page);
      const left = (await visibleTexts(page)).filter((text) => english.has(text) && isSentence(text));
      expect(left.filter((text) => !alike.test(text))).toEqual([]);
    });

    test('the address carries the situation: a reload shows the same picture, back undoes, forward redoes', async () => {
      const { page, complaints } = await openPage(path);
      const figure = new Figure(page, tag);
      const state = () => figure.evaluate<string>('JSON.stringify(figure.getState())');
      await drawn(page, tag);
      const [first, firstPicture] = [await state(), await stillPicture(page, tag)];
      await figure.evaluate(`figure.tryPreset('${other}')`);
      const [second, secondPicture] = [await state(), await stillPicture(page, tag)];
      expect(new URL(page.url()).search).toBe(`?preset=${other}`);
      expect(second).not.toBe(first);
      await page.reload();
      await drawn(page, tag);
      expect(await state()).toBe(second);
      await expectPicture(page, tag, secondPicture);
      await page.goBack();
      await expect.poll(state).toBe(first);
      await drawn(page, tag);
      await expectPicture(page, tag, firstPicture);
      await page.goForward();
      await expect.poll(state).toBe(second);
      expect(complaints).toEqual([]);
    });
  });
}
