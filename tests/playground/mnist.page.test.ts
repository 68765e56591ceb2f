/** The lesson on handwritten digits in the built site, as a visitor meets it. */
import type { HTTPRequest, Page } from 'puppeteer-core';
import { describe, expect, inject, test } from 'vitest';
import { findAccessibilityProblems, type OpenOptions, openPage } from '../page.ts';
import { digitStrokes } from './digit-strokes.ts';
import { expectNoSidewaysScroll, Figure, visibleTexts } from './driver.ts';

const lesson = 'basic-classification/';
/** Enough to read digits well, and little enough for a test: about ten seconds of CPU. */
const small = `${lesson}?images=10000&batch=128&epochs=4&backend=cpu`;

interface Opened {
  readonly page: Page;
  readonly figure: Figure;
  readonly complaints: readonly string[];
}

async function open(path: string, options?: OpenOptions): Promise<Opened> {
  const { page, complaints } = await openPage(path, { language: 'en', ...options });
  return { page, complaints, figure: new Figure(page, 'slope-mnist') };
}

/** Opens the lesson with something in its way: the obstacle is set up on another page first. */
async function openWith(path: string, obstacle: (page: Page) => Promise<unknown>): Promise<Opened> {
  const opened = await open('');
  await obstacle(opened.page);
  await opened.page.goto(new URL(path, inject('baseUrl')).href);
  return opened;
}

const intercept = (handle: (request: HTTPRequest) => void) => async (page: Page) => {
  await page.setRequestInterception(true);
  page.on('request', handle);
};

const isShard = (request: HTTPRequest, number: number) => request.url().endsWith(`train-u4-${number}.bin`);

describe('a visitor arrives', () => {
  test('data, an untrained network and its verdict are there before any click, and nothing complains', async () => {
    const { page, figure, complaints } = await open(lesson);
    await figure.state('ready');
    await figure.until(`root.querySelector('[data-verdict]')`);
    expect(await figure.evaluate(`root.querySelectorAll('.wall canvas').length`)).toBe(36);
    expect(await figure.text('[data-parameters]')).toBe('89,610');
    expect(await figure.text('[data-train-count]')).toBe('60,000');
    expect(await figure.text('[data-verdict]')).toMatch(/^[78],\d{3} of 10,000 wrong|^9,\d{3} of 10,000 wrong/);
    expect(await page.title()).toContain('handwritten digits');
    expect(complaints).toEqual([]);
  });

  for (const scheme of ['light', 'dark']) {
    test(`axe finds nothing wrong in ${scheme} colours`, async () => {
      const { page, figure } = await open(lesson, { media: [{ name: 'prefers-color-scheme', value: scheme }] });
      await figure.state('ready');
      await figure.until(`root.querySelector('[data-verdict]')`);
      await figure.click('.thumbnail');
      await figure.evaluate(`root.querySelectorAll('details').forEach((details) => { details.open = true; })`);
      expect(await findAccessibilityProblems(page)).toEqual([]);
    });
  }

  for (const language of ['en', 'fr']) {
    test(`nothing scrolls sideways at 360 pixels (${language})`, async () => {
      const viewport = { width: 360, height: 740, isMobile: true, hasTouch: true };
      const { page, figure } = await open(`${lesson}?lang=${language}`, { viewport });
      await figure.until(`root.querySelector('[data-verdict]')`);
      await expectNoSidewaysScroll(page);
    });
  }

  test('the French page has no English sentence left', async () => {
    const { page, figure } = await open(lesson);
    await figure.until(`root.querySelector('[data-verdict]')`);
    await figure.click('.thumbnail');
    const english = new Set(await visibleTexts(page));
    await page.evaluate(`document.querySelector('.language [lang=fr]').click()`);
    await page.waitForFunction(`document.title.includes('manuscrits')`);
    await figure.until(`root.querySelector('#step-train').innerText.includes('Entraîner')`);
    const french = await visibleTexts(page);
    const same = french.filter((text) => english.has(text));
    // Names, and words that both languages write alike.
    const alike =
      /^(Slope|English|Français|WebGPU|CPU|auto|Adam|SGD|ReLU|tanh|MNIST.*|Keras|PyTorch|Introduction|Situation|images|test|validation|min|max|Loss|argmax|Softmax|Activation|dense, ReLU|dense, softmax|Total)$/;
    expect(same.filter((text) => !alike.test(text) && !/swiftshader|CPU/i.test(text))).toEqual([]);
    expect(await page.evaluate('document.documentElement.lang')).toBe('fr');
    expect(page.url()).toContain('lang=fr');
    expect(await figure.text('[data-parameters]')).toBe('89\u202f610');
  });
});

describe('training', () => {
  test('a small run draws curves, judges the test images, reads drawn digits, and stays accessible', async () => {
    const { page, figure, complaints } = await open(small);
    await figure.state('ready');
    await figure.evaluate(`(window.heard = [], ['ready', 'step', 'epoch', 'change', 'complete'].forEach((name) =>
      document.addEventListener('slope-' + name, ({ type, detail }) => heard.push([type, detail]))))`);
    await figure.train();

    const history = await figure.evaluate<{
      steps: { loss: number }[];
      epochs: { validation: { metrics: { accuracy: number } } }[];
    }>(`({ steps: figure.history.steps.map(({ loss }) => ({ loss })), epochs: figure.history.epochs })`);
    expect(history.steps.length).toBe(4 * 79);
    expect(history.steps[0]?.loss).toBeCloseTo(2.3, 0);
    expect(history.epochs.at(-1)?.validation.metrics.accuracy).toBeGreaterThan(0.92);

    const heard = await page.evaluate('heard.map(([type]) => type)');
    expect(heard).toEqual(expect.arrayContaining(['slope-step', 'slope-epoch', 'slope-complete']));
    expect(heard).not.toContain('slope-change');

    // Each chart has drawn something in ink.
    const inked = await figure.evaluate<number[]>(`[...root.querySelectorAll('slope-line-chart')].map((chart) => {
      const canvas = chart.shadowRoot.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200 && data[i] < 60) count++;
      return count;
    })`);
    for (const count of inked) expect(count).toBeGreaterThan(200);

    await figure.until(`Number(root.querySelector('[data-verdict]').dataset.step) === 316`);
    const wrong = Number((await figure.text('[data-verdict]')).replace(/\D*of.*/, '').replace(',', ''));
    const accuracy = history.epochs.at(-1)?.validation.metrics.accuracy ?? 0;
    expect(wrong).toBe(Math.round((1 - accuracy) * 10_000));
    const cells = await figure.evaluate<number[]>(
      `[...root.querySelectorAll('.confusion td')].map((cell) => Number(cell.innerText || 0))`,
    );
    expect(cells.reduce((a, b) => a + b)).toBe(10_000);
    expect(cells.filter((_count, index) => index % 11 !== 0).reduce((a, b) => a + b)).toBe(wrong);

    // A cell of the matrix shows its mistakes, a mistake its probabilities.
    await figure.click('.confusion td.wrong button');
    await figure.click('.thumbnail');
    const shares = await figure.evaluate<number[]>(
      `[...root.querySelectorAll('.detail .bar-value')].map(({ innerText }) => parseFloat(innerText))`,
    );
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(100, 0);

    expect(await figure.evaluate<string>('figure.toCSV()')).toMatch(
      /^epoch,step,loss,accuracy,val_loss,val_accuracy,seconds\n1,79,/,
    );
    expect(await figure.evaluate<string>(`figure.toCode('keras')`)).toContain('batch_size=128');

    const right = await readDrawnDigits(page, figure);
    expect(right).toBeGreaterThanOrEqual(8);

    await figure.evaluate(`root.querySelectorAll('details').forEach((details) => { details.open = true; })`);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.setViewport({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    expect(complaints).toEqual([]);
  });

  test('everything can be done with the keyboard', async () => {
    const { page, figure } = await open(`${lesson}?images=3000&batch=128&epochs=2&backend=cpu`);
    await figure.state('ready');
    const focused = () =>
      page.evaluate(`(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at.className + ' ' + at.id; })()`) as Promise<string>;
    for (let tab = 0; tab < 30 && !(await focused()).includes('play'); tab++) await page.keyboard.press('Tab');
    expect(await focused()).toContain('play');

    await page.keyboard.press('ArrowRight');
    await figure.until('figure.history?.steps.length === 1');
    await page.keyboard.press('ArrowRight');
    await figure.until('figure.history?.steps.length === 2');
    await page.keyboard.press('Space');
    await figure.state('running');
    await page.keyboard.press('Space');
    await figure.state('paused');
    const before = await figure.evaluate<string>('JSON.stringify(figure.history.steps[0])');
    await page.keyboard.press('r');
    await figure.until('!figure.history');
    await page.keyboard.press('Space');
    await figure.state('complete');
    // Reset means the same weights: the first update is the same to the last digit.
    expect(await figure.evaluate<string>('JSON.stringify(figure.history.steps[0])')).toBe(before);

    const pad = await figure.find('slope-digit-pad >>> .paper');
    await pad.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await figure.until(`/It reads \\d/.test(root.querySelector('[data-reading]').innerText)`);
    await page.keyboard.press('Delete');
    await figure.until(`root.querySelector('[data-reading]').innerText.startsWith('Nothing drawn')`);

    const chart = await figure.find('slope-line-chart >>> .plot');
    await chart.focus();
    await page.keyboard.press('Home');
    const first = await chart.evaluate((plot) => plot.getAttribute('aria-valuetext'));
    await page.keyboard.press('End');
    const last = await chart.evaluate((plot) => plot.getAttribute('aria-valuetext'));
    expect(first).toMatch(/^epoch 1: training [\d.]+, validation/);
    expect(last).toMatch(/^epoch 2: training/);
  });

  test('the learning rate can change while it trains; the layers start over and say so', async () => {
    const { figure } = await open(small);
    await figure.state('ready');
    await figure.click('.play');
    await figure.until('figure.history?.steps.length > 3');
    await figure.evaluate(`figure.setState({ ...figure.getState(), learningRate: 0.003 })`);
    expect(await figure.evaluate('figure.runState')).toBe('running');
    expect(await figure.evaluate('figure.run.learningRate')).toBe(0.003);
    await figure.type('#setting-layers', '32');
    await figure.until(`root.querySelector('.notices')?.innerText.includes('Hidden layers changed')`);
    expect(await figure.text('[data-parameters]')).toBe('25,450');
    expect(await figure.evaluate('figure.history')).toBeUndefined();
  });

  test('it can begin with the images that are here, before all have arrived', async () => {
    const held: HTTPRequest[] = [];
    const { figure } = await openWith(
      `${lesson}?batch=512&epochs=1&backend=cpu`,
      intercept((request) => {
        if (isShard(request, 2)) held.push(request);
        else void request.continue();
      }),
    );
    await figure.until(`root.querySelector('.offer button')`);
    expect(await figure.text('.offer')).toContain('10,000 have arrived');
    await figure.click('.offer button');
    await figure.state('complete');
    expect(await figure.evaluate('figure.history.steps.length')).toBe(20);
    for (const request of held) void request.continue();
    await figure.until(`root.querySelector('.offer')?.innerText.includes('first 10,000 images only')`);
  });
});

describe('other images, other networks', () => {
  test('the small digits are learned in seconds, and what the network doubts can be looked through', async () => {
    const { figure, complaints } = await open(`${lesson}?preset=small&epochs=12`);
    await figure.train();
    expect(await figure.evaluate<number>('figure.history.epochs.at(-1).validation.metrics.accuracy')).toBeGreaterThan(
      0.94,
    );
    await figure.until(`root.querySelector('[data-verdict]').dataset.step !== '0'`);
    await figure.click('input[value=doubts]');
    await figure.click('.thumbnail');
    const shares = await figure.evaluate<number[]>(
      `[...root.querySelectorAll('.detail .bar-value')].map((bar) => Number.parseFloat(bar.innerText))`,
    );
    expect(Math.max(...shares)).toBeLessThan(70);
    expect(complaints).toEqual([]);
  });

  test('more images, more of them right: measured on subsets', async () => {
    const { figure } = await open(`${lesson}?data=digits`);
    await figure.state('ready');
    await figure.click('[data-measure]');
    await figure.until(`root.querySelector('[data-size="1437"]') && root.querySelector('[data-measure]')`, 120_000);
    const right = await figure.evaluate<number[]>(
      `[...root.querySelectorAll('[data-size]')].map((row) => Number.parseFloat(row.children[1].innerText))`,
    );
    expect(right.length).toBe(4);
    expect(right[3] ?? 0).toBeGreaterThan((right[0] ?? 100) + 3);
  });

  test('clothes have names and no drawing pad; convolutions read small digits', async () => {
    const clothes = await open(`${lesson}?preset=fashion`);
    await clothes.figure.state('ready');
    await clothes.figure.until(`root.querySelector('.confusion')?.innerText.includes('shi')`);
    expect(await clothes.figure.evaluate(`root.querySelector('slope-digit-pad')`)).toBeNull();
    const { figure } = await open(`${lesson}?preset=cnn&data=digits&batch=32&epochs=10`);
    await figure.train();
    expect(await figure.evaluate<number>('figure.history.epochs.at(-1).validation.metrics.accuracy')).toBeGreaterThan(
      0.85,
    );
  });
});

describe('the address carries the situation', () => {
  test('what is set comes back after a reload, and "back" undoes it', async () => {
    const { page, figure } = await open(lesson);
    await figure.state('ready');
    await (await figure.find('#preset')).select('no-hidden-layer');
    await figure.type('#setting-seed', '7');
    await figure.click('input[value=sgd]');
    await figure.until('figure.getState().optimizer === "sgd"');
    expect(new URL(page.url()).search).toBe('?preset=no-hidden-layer&optimizer=sgd&seed=7');
    const state = await figure.evaluate('figure.getState()');
    expect(state).toEqual({ preset: 'no-hidden-layer', optimizer: 'sgd', seed: 7 });

    await page.reload();
    await figure.state('ready');
    expect(await figure.evaluate('figure.getState()')).toEqual(state);
    expect(await figure.text('[data-parameters]')).toBe('7,850');

    await page.goBack();
    await figure.until('figure.getState().optimizer === undefined');
    expect(await figure.evaluate('figure.getState()')).toEqual({ preset: 'no-hidden-layer', seed: 7 });
  });

  test('a value that cannot be used is named and not used', async () => {
    const { figure } = await open(`${lesson}?lr=fast&layers=100,abc`);
    await figure.until(`root.querySelectorAll('.notice').length === 2`);
    const sentences = await figure.text('.notices');
    expect(sentences).toContain(
      'Learning rate: “fast” from the address or an attribute cannot be used, so it stays 0.001.',
    );
    expect(sentences).toContain('Hidden layers: “100,abc”');
    expect(await figure.text('[data-parameters]')).toBe('89,610');
  });
});

describe('what goes wrong is a sentence that says what to do', () => {
  test('layers that are no numbers: the field says so, the network and its run stay', async () => {
    const { figure } = await open(small);
    await figure.state('ready');
    await figure.click('.play');
    await figure.until('figure.history?.steps.length > 2');
    await figure.type('#setting-layers', '100,abc');
    expect(await figure.text('#setting-layers-error')).toBe(
      '“abc” is not a number of neurons. Write whole numbers with commas, for example 100,100. The network keeps 100,100.',
    );
    expect(await figure.text('[data-parameters]')).toBe('89,610');
    expect(await figure.evaluate('figure.runState')).toBe('running');
  });

  test('a learning rate of 100: explained, and one click goes back and on', async () => {
    const { figure } = await open(`${lesson}?preset=diverges&images=10000&epochs=2&backend=cpu`);
    await figure.state('ready');
    await figure.click('.play');
    await figure.state('diverged');
    expect(await figure.text('.notices')).toMatch(
      /no longer a number since update \d+\. With a learning rate of 100 .* It began in .+: “.+”\./,
    );
    await figure.click('.notice-actions button');
    await figure.state('complete');
    expect(await figure.evaluate('figure.getState().learningRate')).toBe(0.1);
    expect(await figure.evaluate('Number.isFinite(figure.history.steps.at(-1).loss)')).toBe(true);
    expect(await figure.evaluate(`root.querySelector('.notice.error')`)).toBeNull();
  });

  test('a loss that is finite and far above its beginning: said once, in French too, and one click starts again', async () => {
    const { page, figure } = await open(`${lesson}?preset=small&lr=100&backend=cpu`);
    await figure.state('ready');
    await figure.click('.play');
    await figure.until(`root.querySelector('.notice.warning')`);
    expect(await figure.text('.notices')).toMatch(
      /The loss has gone up to [\d,.e]+, far above the 2\.\d+ it began with\. With a learning rate of 100 /,
    );
    await page.evaluate(`document.querySelector('.language [lang=fr]').click()`);
    await figure.until(`root.querySelector('.notice.warning')?.innerText.includes('bien plus que les 2,')`);
    await figure.click('.notice.warning .quiet');
    const seen = await figure.evaluate<number>('figure.history.epochs.length');
    await figure.until(`figure.history.epochs.length > ${seen + 3}`);
    expect(await figure.evaluate(`root.querySelector('.notice.warning')`)).toBeNull();

    await figure.evaluate('figure.reset()');
    await figure.state('ready');
    await figure.click('.play');
    await figure.until(`root.querySelector('.notice.warning')`);
    await figure.click('.notice.warning button:not(.quiet)');
    await figure.state('complete');
    expect(await figure.evaluate('figure.getState().learningRate')).toBeUndefined();
    expect(await figure.evaluate('figure.history.steps.at(-1).loss')).toBeLessThan(0.5);
    expect(await figure.evaluate(`root.querySelector('.notice')`)).toBeNull();
  });

  test('a truncated file: what arrived is kept, Retry goes on', async () => {
    let broken = true;
    const { figure } = await openWith(
      lesson,
      intercept((request) => {
        if (broken && isShard(request, 3)) void request.respond({ status: 200, body: Buffer.alloc(1000) });
        else void request.continue();
      }),
    );
    await figure.until(`root.querySelector('[data-retry]')`);
    expect(await figure.text('.retrieve .notice')).toMatch(
      /train-u4-3\.bin is incomplete: 1 kB of 9\d\d kB arrived\. .*press Retry\. The 20,000 images that arrived are kept/s,
    );
    broken = false;
    await figure.click('[data-retry]');
    await figure.until(`root.querySelector('[data-train-count]').innerText === '60,000'`);
    expect(await figure.evaluate(`root.querySelector('[data-retry]')`)).toBeNull();
  });

  test('a damaged file: its checksum is found wrong', async () => {
    const { figure } = await openWith(
      lesson,
      intercept((request) => {
        if (isShard(request, 1)) void request.respond({ status: 200, body: Buffer.alloc(936_997) });
        else void request.continue();
      }),
    );
    await figure.until(`root.querySelector('[data-retry]')`);
    expect(await figure.text('.retrieve .notice')).toMatch(/train-u4-1\.bin arrived damaged: its checksum is wrong/);
  });

  test('a server that cannot be reached: Retry loads everything', async () => {
    let offline = true;
    const { figure } = await openWith(
      lesson,
      intercept((request) => {
        if (offline && request.url().includes('/mnist/')) void request.abort('connectionrefused');
        else void request.continue();
      }),
    );
    await figure.until(`root.querySelector('[data-retry]')`);
    expect(await figure.text('.retrieve .notice')).toMatch(
      /could not be reached\. Check the connection, then press Retry\./,
    );
    offline = false;
    await figure.click('[data-retry]');
    await figure.state('ready');
  });

  test('no WebGPU: a line says so, and the CPU trains; WebGPU by force is refused with a way out', async () => {
    const { figure, page } = await openWith(`${lesson}?images=1000&epochs=1`, (page) =>
      page.evaluateOnNewDocument(`delete Navigator.prototype.gpu`),
    );
    await figure.until(`root.querySelector('.init .hint')?.innerText.includes('no WebGPU')`);
    expect(await figure.text('[data-backend]')).toBe('CPU');
    await figure.train();
    await page.goto(new URL(`${lesson}?backend=webgpu`, inject('baseUrl')).href);
    await figure.until(`root.querySelector('.notice.error')`);
    expect(await figure.text('.notice.error')).toContain('this browser does not have it');
    await figure.click('.notice-actions button');
    await figure.until(`figure.getState().backend === 'cpu' && !root.querySelector('.notice.error')`);
  });

  test('no adapter: the sentence names the setting to look at', async () => {
    const { figure } = await openWith(lesson, (page) =>
      page.evaluateOnNewDocument(`if (navigator.gpu) GPU.prototype.requestAdapter = async () => null`),
    );
    await figure.until(`root.querySelector('.init .hint')?.innerText.includes('no graphics adapter')`);
    expect(await figure.text('.init .hint')).toContain('Hardware acceleration');
  });

  test('a hidden tab pauses the run, and it goes on when it is seen again', async () => {
    const { figure, page } = await open(small);
    await figure.state('ready');
    await figure.click('.play');
    await figure.until('figure.history?.steps.length > 2');
    const setHidden = (hidden: boolean) =>
      page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))`);
    await setHidden(true);
    await figure.until(`root.querySelector('[data-state]').innerText.includes('Paused while the tab was hidden')`);
    await setHidden(false);
    await figure.state('running');
    await figure.until(`root.querySelector('.notices')?.innerText.includes('it goes on now')`);
  });

  test('out of sight it pauses, back in sight it goes on', async () => {
    const { figure, page } = await open(small);
    await figure.state('ready');
    await figure.click('.play');
    await figure.until('figure.history?.steps.length > 2');
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await figure.state('paused');
    await page.evaluate('scrollTo(0, 0)');
    await figure.state('running');
  });

  test('a lost graphics device: training goes on with a new one; lost again, the page says reload', async () => {
    const { figure, page } = await openWith(`${lesson}?images=10000&batch=128&epochs=16&backend=webgpu`, (page) =>
      page.evaluateOnNewDocument(`{
        const request = GPUAdapter.prototype.requestDevice;
        GPUAdapter.prototype.requestDevice = async function (...args) {
          const device = await request.apply(this, args);
          (window.devices ??= []).push(device);
          return device;
        };
      }`),
    );
    await figure.state('ready');
    await figure.evaluate(`(window.heard = [], ['device-lost', 'device-restored'].forEach((name) =>
      document.addEventListener('slope-' + name, ({ type }) => heard.push(type))))`);
    await figure.click('.play');
    await figure.until('figure.history?.steps.length > 5');
    await page.evaluate('devices.at(-1).destroy()');
    await page.waitForFunction(`heard.includes('slope-device-restored')`, { timeout: 20_000 });
    expect(await figure.text('.notices')).toContain('A new graphics device is here');
    const steps = await figure.evaluate<number>('figure.history.steps.length');
    await figure.until(`figure.history.steps.length > ${steps + 3}`);
    await page.evaluate('devices.at(-1).destroy()');
    await figure.until(`root.querySelector('.notice.error')?.innerText.includes('a second time')`);
    expect(await figure.text('.notice.error')).toContain('Reload the page');
  });
});

describe('in another page', () => {
  test('attributes set it up, hide parts and choose its language; the address is left alone', async () => {
    const { page, figure } = await open(lesson);
    await figure.state('ready');
    const address = page.url();
    await page.evaluate(`{
      const second = document.createElement('slope-mnist');
      second.id = 'second';
      second.setAttribute('preset', 'quick');
      second.setAttribute('layers', '16');
      second.setAttribute('learning-rate', '0,01');
      second.setAttribute('lang', 'fr');
      second.setAttribute('without-draw', '');
      second.setAttribute('without-presets', '');
      document.querySelector('.figure').append(second);
    }`);
    const second = new Figure(page, '#second');
    await second.until(`root.querySelector('#step-train')?.innerText.includes('Entraîner le modèle')`);
    expect(await figure.text('#step-train')).toContain('Train the model');
    expect(await second.evaluate('figure.getState()')).toEqual({ preset: 'quick', layers: '16', learningRate: 0.01 });
    expect(await second.evaluate(`root.querySelector('slope-digit-pad') ?? root.querySelector('#preset')`)).toBeNull();
    await second.evaluate(`figure.setAttribute('layers', '8')`);
    expect(await second.evaluate('figure.getState().layers')).toBe('8');
    await second.state('ready');
    await second.evaluate('figure.play()');
    await second.state('running');
    expect(await page.evaluate(`document.querySelector('#second').matches(':state(running)')`)).toBe(true);
    expect(page.url()).toBe(address);
  });
});

/** Draws the ten digits with the mouse and counts those that are read as what they are. */
async function readDrawnDigits(page: Page, figure: Figure): Promise<number> {
  let right = 0;
  for (let digit = 0; digit < 10; digit++) {
    await figure.click('.pad-buttons button');
    await figure.until(`root.querySelector('[data-reading]').innerText.startsWith('Nothing drawn')`);
    const paper = await figure.find('slope-digit-pad >>> .paper');
    await paper.scrollIntoView();
    const box = await paper.boundingBox();
    if (!box) throw new Error('The pad is not on the page.');
    for (const stroke of digitStrokes(digit, box.width)) {
      for (const [index, { x, y }] of stroke.entries()) {
        await page.mouse.move(box.x + x, box.y + y);
        if (index === 0) await page.mouse.down();
      }
      await page.mouse.up();
    }
    await page.evaluate('new Promise((done) => setTimeout(done, 150))');
    await figure.until(`/It reads \\d/.test(root.querySelector('[data-reading]').innerText)`);
    const said = await figure.text('[data-reading]');
    if (said.startsWith(`It reads ${digit}`)) right++;
  }
  return right;
}
