/** The lesson on universal approximation in a browser: twelve neurons follow the waves, two do not; the curve can be drawn. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'approximation/';
const tag = 'slope-approximation';
const error = async (figure: Figure) => Number(await figure.text('[data-error]'));

test('twelve neurons lie on the curve, two cannot', async () => {
  const { page, complaints } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.train();
  await figure.until(`Number(root.querySelector('[data-error]').innerText) < 0.09`);
  await figure.evaluate(`figure.tryPreset('narrow')`);
  await figure.train();
  expect(await error(figure)).toBeGreaterThan(0.2);
  expect(await figure.text('[data-parameters]')).toBe('7 parameters');
  expect(complaints).toEqual([]);
});

test('a knot is moved by keys; the network keeps its weights and learns the new curve', async () => {
  const { page } = await openPage(`${path}?epochs=50`);
  const figure = new Figure(page, tag);
  await figure.train();
  await figure.evaluate(`root.querySelector('slope-plane').shadowRoot.querySelector('.surface').focus()`);
  for (const key of ['n', 'Enter', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter'] as const) await page.keyboard.press(key);
  await figure.state('paused');
  await expect.poll(() => page.url()).toContain('curve=');
  expect(await error(figure)).toBeLessThan(0.5);
  await figure.train();
});

test('a step in the figure’s first moments stays', async () => {
  const { page } = await openPage(path);
  const state = await page.evaluate(`(async () => {
    await customElements.whenDefined('${tag}');
    const figure = document.createElement('${tag}');
    document.body.append(figure);
    await figure.updateComplete;
    figure.step();
    await new Promise((done) => setTimeout(done, 500));
    return figure.runState;
  })()`);
  expect(state).toBe('paused');
});
