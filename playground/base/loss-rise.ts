// Whether the loss has gone up for good: what a page can still say when training goes wrong and every number stays finite.

import type { StepRow } from '../../engine/index.ts';

/** So many times what it began with is no noise: a mean of 32 squares of normal errors is a third of its value once in 10,000 times. */
const RISEN = 3;
const firstExamples = 32;
/** An epoch, but no fewer updates than these, as one long step may be made good by the next, and no more, as pages do not wait. */
const [fewest, most] = [20, 100];

export interface LossRise {
  readonly first: number;
  readonly now: number;
  /** Far above, not merely above. */
  readonly isFar: boolean;
}

/**
 * The loss of the last epoch against that of the first batches, whose weights were those of the beginning: undefined while it is no higher,
 * or there are too few updates to say. The median, for a single leap is no rise.
 */
export function lossRise(
  steps: readonly StepRow[],
  { batchSize, stepsPerEpoch }: { readonly batchSize: number; readonly stepsPerEpoch: number },
): LossRise | undefined {
  const begin = Math.ceil(firstExamples / batchSize);
  const window = Math.min(most, Math.max(fewest, stepsPerEpoch));
  if (steps.length < begin + window) return undefined;
  const first = steps.slice(0, begin).reduce((sum, { loss }) => sum + loss, 0) / begin;
  const last = steps.slice(-window).map(({ loss }) => loss);
  const now = last.sort((a, b) => a - b)[Math.floor(window / 2)] ?? Number.NaN;
  // A perceptron begins without a mistake to count: a loss of 0 is nothing to compare with.
  return first > 0 && now > first ? { first, now, isFar: now > RISEN * first } : undefined;
}
