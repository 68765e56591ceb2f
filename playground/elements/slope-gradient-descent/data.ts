// The points of `<slope-gradient-descent>` and the bowl that belongs to them.

import { gradientCloud, type Series, standardizedLine } from '../../../datasets/synthetic.ts';
import type { Data } from './definition.ts';

const COUNT = 200;

/** `cloud` is the slide's data; `random` draws a line with noise and standardises it; `raw` leaves its x in 0..10. */
export function descentData(data: Data, seed: number): Series {
  if (data === 'cloud') return gradientCloud(COUNT);
  // A line that is flat or drowned in noise teaches little: the next draws of the same seed are tried.
  for (let attempt = 0; ; attempt++) {
    const line = standardizedLine({ seed: seed + 1000 * attempt, count: COUNT });
    const correlation = line.x.reduce((sum, x, i) => sum + x * (line.y[i] ?? 0), 0) / COUNT;
    if (Math.abs(correlation) < 0.6) continue;
    return data === 'random' ? line : { x: line.x.map((x) => 5 + x * (10 / Math.sqrt(12))), y: line.y };
  }
}
