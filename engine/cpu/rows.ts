// Metrics of many steps as one array of numbers: what the worker hands over to the page.

import type { MetricsRow } from '../graph/step-state.ts';

/** Step, epoch, count, 1 if the parameters are finite, and the loss stand before the metrics. */
export const rowHead = 5;

/** Of all rows without metrics: nobody writes to it. */
const none: number[] = [];

/** The rows as objects. */
export function unpackRows(packed: Float64Array, metricCount: number): MetricsRow[] {
  const rows: MetricsRow[] = [];
  for (let at = 0; at < packed.length; at += rowHead + metricCount) {
    const metrics: number[] = metricCount === 0 ? none : [];
    for (let i = 0; i < metricCount; i++) metrics.push(packed[at + rowHead + i] as number);
    rows.push({
      step: packed[at] as number,
      epoch: packed[at + 1] as number,
      count: packed[at + 2] as number,
      finite: packed[at + 3] === 1,
      loss: packed[at + 4] as number,
      metrics,
    });
  }
  return rows;
}
