// What the page's own thread did, as the browser's trace tells it.

import type { Page } from 'puppeteer-core';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Times in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread ran on a processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: Record<string, unknown> };
}

export async function recordTrace(
  page: Page,
  categories: readonly string[],
  work: () => Promise<unknown>,
): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: [...categories, 'blink.user_timing'] });
  await work();
  const trace = await page.tracing.stop();
  return (JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** Of the thread that made the performance mark `begin`: all events, and when the mark was made. */
export function eventsOfPage(events: readonly TraceEvent[], begin: string) {
  const mark = events.find(({ name }) => name === begin);
  return { own: events.filter(({ pid, tid }) => pid === mark?.pid && tid === mark.tid), started: mark?.ts ?? 0 };
}
