// W9, of Slope alone: what following every loss costs it, and what the training loop asks of the page's own thread.

import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../browser.ts';
import { median } from '../median.ts';
import { eventsOfPage, recordTrace, type TraceEvent } from '../trace.ts';
import type { NamedWorkload } from './workloads.ts';

/** K */
const stepsPerSubmit = 16;
const rounds = 3;

interface Figure {
  readonly variant: string;
  readonly value: number;
  readonly unit: string;
}

/** @param url of the measuring pages */
export async function measureOverhead(url: string, named: NamedWorkload, seconds: number): Promise<Figure[]> {
  const { browser, close } = await launchBrowser({ limitSeconds: 180 });
  try {
    const page = await browser.newPage();
    await page.goto(new URL('bench/peers/index.html', url).href);
    await page.waitForFunction('typeof window.prepareOverhead === "function"');
    const workload = JSON.stringify([named.group, named.variant, stepsPerSubmit]);
    await page.evaluate(`window.prepareOverhead(...${workload})`);
    const snapshotMark = (await page.evaluate('window.overhead.snapshotMark')) as string;
    const call = async (work: string) => (await page.evaluate(`window.overhead.${work}`)) as number;
    const times = async (work: string) => {
      const found: number[] = [];
      for (let round = 0; round < rounds; round++) found.push(await call(work));
      return found;
    };
    const turns = async (work: string) => {
      const found: Turns[] = [];
      for (let round = 0; round < rounds; round++) found.push(await scriptTurns(page, snapshotMark, () => call(work)));
      return (value: (turns: Turns) => number) => median(found.map(value));
    };

    let steps = stepsPerSubmit;
    for (let elapsed = 0; elapsed < 300 * seconds; steps *= 2) elapsed = await call(`train(${steps})`);
    // What is done once a run must weigh little beside its submits, of which there are a few a second where steps are slow.
    const counted = 4 * steps;
    const training = await turns(`train(${counted})`);
    const trained = await times(`train(${steps})`);
    // A replay moves the clock on the device: no run goes on after it.
    const replayed = await times(`replay(${steps}, false)`);
    const calls = await turns(`replay(${counted}, true)`);

    const share = median(replayed.map((elapsed, round) => elapsed / (trained[round] ?? Number.NaN)));
    const thread = `main thread, K = ${stepsPerSubmit}`;
    const aStep = (variant: string, micros: number) => ({ variant, value: micros / counted, unit: 'µs a step' });
    return [
      { variant: 'rate with every loss read', value: 100 * share, unit: '% of without' },
      aStep(
        `${thread}: JavaScript and the WebGPU calls it makes`,
        training(({ loop }) => loop.processor),
      ),
      aStep(
        `${thread}: those calls alone, by a bare loop`,
        calls(({ loop }) => loop.processor),
      ),
      aStep(
        `${thread}: all of it, and waiting for a processor`,
        training(({ loop }) => loop.wall),
      ),
      { variant: 'main thread, a snapshot (one a second)', value: training(({ snapshot }) => snapshot), unit: 'µs' },
    ];
  } finally {
    await close();
  }
}

interface Turns {
  /** Microseconds of all turns but those of snapshots: on a processor, and with the waiting for one. */
  readonly loop: { readonly processor: number; readonly wall: number };
  /** Microseconds on a processor of one snapshot. */
  readonly snapshot: number;
}

/**
 * What the page's thread did in JavaScript, calls of the browser and collecting garbage included: the turns are in the browser's trace,
 * each with its length, and so nothing is sampled. 200 turns of 1 ms were found to be 206 ms, 500 of 0.05 ms 57 instead of 51; a
 * sampling profile at every 0.2 ms found 131 and 40. The tasks around them are left out: the browser's messages between processes, and
 * what the tools that look on ask for.
 */
async function scriptTurns(page: Page, snapshotMark: string, work: () => Promise<unknown>): Promise<Turns> {
  const begin = 'slope-begin';
  const events = await recordTrace(page, ['v8', 'v8.execute', 'devtools.timeline'], async () => {
    await page.evaluate(`performance.mark('${begin}'); undefined`);
    await work();
  });
  const { own, started } = eventsOfPage(events, begin);
  const snapshots = own.filter(({ name }) => name === snapshotMark);
  let [processor, wall, snapshot] = [0, 0, 0];
  for (const turn of outermost(own.filter(({ name, ph, ts }) => ph === 'X' && scripts.has(name) && ts > started))) {
    const { ts, dur = 0, tdur = 0 } = turn;
    if (snapshots.some((mark) => mark.ts >= ts && mark.ts <= ts + dur)) snapshot += tdur;
    else {
      processor += tdur;
      wall += dur;
    }
  }
  return { loop: { processor, wall }, snapshot: snapshot / snapshots.length };
}

const scripts: ReadonlySet<string> = new Set(['FunctionCall', 'RunMicrotasks', 'MinorGC', 'MajorGC']);

/** Those that lie in no other. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return [...events]
    .sort((a, b) => a.ts - b.ts)
    .filter(({ ts, dur = 0 }) => {
      const isInside = ts < end;
      if (!isInside) end = ts + dur;
      return !isInside;
    });
}
