// Steps per second of a run, timed in slices between which it can be stopped.

import type { TrainingRun } from '../../engine/index.ts';

/** A slice shorter than this says more about the clock than about the model. */
const SLICE_MS = 60;
const SLICES = 3;
const MOST_STEPS = 65_536;
/** Not timed: the first steps build kernels and workers, and the CPU's code is compiled while it runs. */
const WARM_UP_MS = 60;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/**
 * @param run made with `paused: true` and more epochs than it can need.
 * @returns the median of three slices, or undefined when `goesOn` said no in between.
 */
export async function stepsPerSecond(run: TrainingRun, goesOn: () => boolean): Promise<number | undefined> {
  const timed = async (steps: number): Promise<number> => {
    const started = performance.now();
    await Promise.race([run.step(steps), run.finished]);
    return performance.now() - started;
  };
  await timed(1);
  let steps = 1;
  const warmUntil = performance.now() + WARM_UP_MS;
  for (;;) {
    if (!goesOn()) return undefined;
    const elapsed = await timed(steps);
    const long = elapsed >= SLICE_MS || steps >= MOST_STEPS;
    if (long && performance.now() >= warmUntil) break;
    if (!long)
      steps = Math.min(MOST_STEPS, steps * Math.max(2, Math.min(8, Math.ceil(SLICE_MS / Math.max(1, elapsed)))));
  }
  const rates: number[] = [];
  for (let slice = 0; slice < SLICES; slice++) {
    if (!goesOn()) return undefined;
    rates.push((1000 * steps) / (await timed(steps)));
  }
  return median(rates);
}
