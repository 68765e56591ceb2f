// How long the exact answer takes for more parameters, measured on the visitor's machine and set beside n³.

import { html, type TemplateResult } from 'lit';
import type { View } from '../../base/view.ts';
import type { PlaneMark } from '../../charts/plane.ts';
import type { LinearMessages } from './messages.en.ts';

export interface Timing {
  readonly size: number;
  readonly milliseconds: number;
}

/** Parameters of the network that reads digits. */
const NETWORK = 89_610;

/** Runs the timing in a worker and reports each size as it comes. */
export function measure(report: (timing: Timing) => void, done: () => void): () => void {
  const worker = new Worker(new URL('./solve-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Timing | { done: true }>) => {
    if ('done' in data) {
      worker.terminate();
      done();
    } else {
      report(data);
    }
  });
  worker.addEventListener('error', () => {
    worker.terminate();
    done();
  });
  worker.postMessage('start');
  return () => worker.terminate();
}

export function costView(
  view: View<LinearMessages>,
  timings: readonly Timing[],
  measuring: boolean,
  start: () => void,
): TemplateResult {
  const { t, f, shared, palette } = view;
  const words = t.cube;
  const last = timings.at(-1);
  const seconds = ({ milliseconds }: Timing): number => milliseconds / 1000;
  // The guide goes through the largest size: small ones pay overheads that have nothing to do with n³.
  const guide = (n: number): number => (last ? seconds(last) * (n / last.size) ** 3 : Number.NaN);
  const marks: PlaneMark[] = last
    ? [
        { kind: 'curve', f: guide, color: 'inkSoft', width: 1.25, dash: [5, 4], label: words.guide },
        {
          kind: 'path',
          x: timings.map(({ size }) => size),
          y: timings.map(seconds),
          color: 'accent',
          width: 2,
          dots: true,
          head: true,
        },
      ]
    : [];
  return html`<p class="small-text soft about">${words.about}</p>
    <slope-plane class="cost" ?data-later=${!last} .summary=${last ? words.summary(f.integer(last.size), f.significant(seconds(last))) : words.nothing}
      .xAxis=${{ label: words.x, min: 20, max: 2000, log: true, ticks: [32, 128, 512, 1024], format: f.integer }}
      .yAxis=${{ label: words.y, min: 1e-6, max: 10, log: true }}
      .marks=${marks} .format=${(value: number) => f.significant(value)} .palette=${palette} .words=${shared.plane}></slope-plane>
    <p class="measure"><button type="button" ?disabled=${measuring} @click=${start}>${measuring ? words.measuring : words.measure}</button>
      <span class="small-text" role="status">${last && !measuring ? words.result(f.integer(last.size), time(view, seconds(last)), f.integer(NETWORK), time(view, guide(NETWORK))) : ''}</span></p>`;
}

/** A time in the unit that makes it a small number. */
function time({ t, f }: View<LinearMessages>, seconds: number): string {
  const words = t.cube;
  const round = (value: number): string => f.significant(Number(value.toPrecision(2)));
  if (seconds < 1) return `${round(seconds * 1000)} ms`;
  if (seconds < 90) return `${round(seconds)} s`;
  if (seconds < 5400) return words.minutes(round(seconds / 60));
  if (seconds < 48 * 3600) return words.hours(round(seconds / 3600));
  return seconds < 2 * 365 * 86_400
    ? words.days(round(seconds / 86_400))
    : words.years(round(seconds / (365 * 86_400)));
}
