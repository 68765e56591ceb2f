// Where the walk begins: the notebook's rule (intercept = smallest y, slope 0) or a place that was chosen.

import type { Theta } from './surface.ts';

/** "-2.5,1" as two numbers; undefined when it is not that. */
export function parseStart(text: string): Theta | undefined {
  const [intercept, slope, ...rest] = text.split(/\s*[,;]\s*/).map(Number);
  if (rest.length || intercept === undefined || slope === undefined) return undefined;
  const usable = [intercept, slope].every((value) => Number.isFinite(value) && Math.abs(value) <= 1000);
  return usable ? [intercept, slope] : undefined;
}

/** The text as an address carries it; empty stands for the rule. */
export function canonicalStart(text: string): string | undefined {
  if (text.trim() === '') return '';
  const start = parseStart(text.trim());
  return start && startText(start);
}

export const startText = ([intercept, slope]: Theta): string =>
  [intercept, slope].map((value) => String(Number(value.toFixed(3)))).join(',');
