// Two columns of numbers, pasted from a spreadsheet, as points; and points as text, for the address and for a spreadsheet.

import { type NumberColumn, parseCsv } from '../../datasets/csv.ts';
import type { Series } from '../../datasets/synthetic.ts';

/** More points than this make an address too long to send. */
export const MAX_POINTS = 250;

/** The first two columns of numbers. @returns undefined when there are none. */
export function pointsFromCsv(text: string): Series | undefined {
  try {
    const numbers = parseCsv(text).columns.filter((column): column is NumberColumn => column.kind === 'number');
    const [x, y] = numbers;
    if (!x || !y) return undefined;
    const kept = [...x.values.keys()].filter((i) => Number.isFinite(x.values[i]) && Number.isFinite(y.values[i]));
    if (kept.length < 2) return undefined;
    const take = (values: Float64Array): Float64Array =>
      Float64Array.from(kept.slice(0, MAX_POINTS), (i) => values[i] ?? 0);
    return { x: take(x.values), y: take(y.values) };
  } catch {
    return undefined;
  }
}

const short = (value: number): string => String(Number(value.toPrecision(4)));

/** "1,2;3,4": short enough for an address. */
export const pointsText = ({ x, y }: Series): string =>
  Array.from(x, (value, i) => `${short(value)},${short(y[i] ?? 0)}`).join(';');

export function parsePoints(text: string): Series | undefined {
  const pairs = text.split(';').map((pair) => pair.split(',').map(Number));
  const usable = pairs.every((pair) => pair.length === 2 && pair.every((value) => Number.isFinite(value)));
  if (!usable || pairs.length < 2 || pairs.length > MAX_POINTS) return undefined;
  return { x: Float64Array.from(pairs, ([x = 0]) => x), y: Float64Array.from(pairs, ([, y = 0]) => y) };
}

/** The text as an address carries it; empty stands for generated points. */
export function canonicalPoints(text: string): string | undefined {
  if (text.trim() === '') return '';
  const points = parsePoints(text.trim());
  return points && pointsText(points);
}
