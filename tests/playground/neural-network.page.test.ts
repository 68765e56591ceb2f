/** The lesson on networks of neurons in a browser: learns, fails where it should, follows its code, its weights and its points. */
import { expect, test } from 'vitest';
import { openPage } from '../page.ts';
import { Figure } from './driver.ts';

const path = 'neural-network/';
const tag = 'slope-network';

const wrong = `Number(root.querySelector('[data-verdict] b').textContent.match(/^\\d+/)[0])`;

test('the ring is parted, and XOR with one neuron is not', async () => {
  const ring = await openPage(`${path}?epochs=120`);
  const figure = new Figure(ring.page, tag);
  await figure.train();
  await figure.until(`${wrong} === 0`);
  const xor = await openPage(`${path}?preset=one-neuron&epochs=100`);
  const alone = new Figure(xor.page, tag);
  await alone.train();
  await alone.until(`${wrong} > 30`);
  expect([...ring.complaints, ...xor.complaints]).toEqual([]);
});

test('the lecture’s network has 26 parameters, and its code is the drawing', async () => {
  const { page, complaints } = await openPage(`${path}?preset=lecture`);
  const figure = new Figure(page, tag);
  await figure.until(`root.querySelector('[data-parameters]')?.textContent.startsWith('26 ')`);
  await figure.evaluate(`(() => {
    const field = root.querySelector('#keras');
    field.value = field.value.replace('Dense(4, activation="relu")', 'Dense(6, activation="tanh")');
    field.dispatchEvent(new InputEvent('input'));
  })()`);
  expect(await figure.evaluate('figure.getState()')).toMatchObject({ layers: '6', activation: 'tanh' });
  await figure.until(`root.querySelector('[data-parameters]').textContent.startsWith('38 ')`);
  // The other way round: a neuron is added in the drawing.
  await figure.click('slope-network-diagram >>> [aria-label="Add a neuron to layer 1"]');
  await figure.until(`root.querySelector('#keras').value.includes('Dense(7, activation="tanh")')`);
  expect(complaints).toEqual([]);
});

test('code that makes no network is answered with a sentence and its line, and the network stays', async () => {
  const { page } = await openPage(`${path}?preset=lecture`);
  const figure = new Figure(page, tag);
  await figure.until(`root.querySelector('#keras')`);
  await figure.evaluate(`(() => {
    const field = root.querySelector('#keras');
    field.value = field.value.replace('relu', 'rule');
    field.dispatchEvent(new InputEvent('input'));
  })()`);
  await figure.until(
    `root.querySelector('[data-code-error]')?.textContent.includes('Line 3: “rule” is no activation')`,
  );
  expect(await figure.evaluate('figure.values.layers')).toBe('4');
});

test('a weight is changed in place, by keys alone', async () => {
  const { page } = await openPage(path);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.until(`figure.look`);
  await figure.evaluate(
    `root.querySelector('slope-network-diagram').shadowRoot.querySelector('[data-node="1-0"]').focus()`,
  );
  await page.keyboard.press('Enter');
  await figure.type('#weight-0', '-2.5');
  await figure.until(`root.querySelector('.formula-line').textContent.includes('− 2.50')`);
});

test('points are added, removed and taken back by keys, and a link carries them', async () => {
  const { page, complaints } = await openPage(`${path}?count=20`);
  const figure = new Figure(page, tag);
  await figure.state('ready');
  await figure.evaluate(`root.querySelector('slope-plane').shadowRoot.querySelector('.surface').focus()`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp', {});
  await page.keyboard.down('Shift');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Shift');
  await page.keyboard.press('Enter');
  await figure.until(
    `figure.points.length === 21 || root.querySelector('slope-plane').shadowRoot.querySelector('.taken')`,
  );
  if ((await figure.evaluate('figure.points.length')) === 20) await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.press('Delete');
  const left = await figure.evaluate<number>('figure.points.length');
  expect(page.url()).toContain('points=');
  await page.reload();
  await figure.until(`figure.points.length === ${left}`);
  expect(complaints).toEqual([]);
});
