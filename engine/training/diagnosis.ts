// Why a run diverged: repeats its steps from the last good snapshot and names the first op whose result is not finite.

import type { LoadedProgram, Origin, Snapshot } from '../plan/executor.ts';
import type { TrainingEvent } from './events.ts';
import { isFiniteRow } from './history.ts';
import { runSteps } from './pacing.ts';
import { hasFiniteParameters } from './snapshots.ts';

interface Found {
  /** The step in which the first number that is not finite came up. */
  readonly step: number;
  readonly origin: Origin;
}

/**
 * Searches between `good` and the end of step `bad`, whose loss or parameters are not finite. Steps are repeated bit for bit,
 * so this finds what happened, unless the learning rate was changed in between: then nothing may be found.
 * The program is left somewhere in between: restore it.
 */
async function search(program: LoadedProgram, good: Snapshot, bad: number): Promise<Found | undefined> {
  // The first step with a loss, or parameters after it, that are not finite lies in (low, high].
  let low = good;
  let high = bad;
  while (high - low.clock.step > 1) {
    const middle = low.clock.step + Math.ceil((high - low.clock.step) / 2);
    program.restore(low);
    const rows = await runSteps(program, middle - low.clock.step);
    const firstBad = rows.find((row) => !isFiniteRow(row));
    const state = await program.snapshot();
    if (firstBad) high = firstBad.step;
    else if (hasFiniteParameters(state)) low = state;
    else high = middle;
  }
  program.restore(low);
  const origin = await program.findNonFinite();
  return origin && { step: low.clock.step + 1, origin };
}

/**
 * What to tell: the step at fault and a sentence for people.
 * @param good the last good snapshot; undefined when there was none
 * @param found the step at which a number was found not to be finite
 */
export async function diagnose(
  program: LoadedProgram,
  good: Snapshot | undefined,
  found: number,
  learningRate: number,
): Promise<TrainingEvent & { readonly type: 'diverged' }> {
  const type = 'diverged';
  if (!good) return { type, step: found, message: 'The weights were not finite before the first step: reset them.' };
  const first = await search(program, good, found);
  const step = first?.step ?? found;
  const where = first ? `: first in ${inWords(first.origin)}` : '';
  const advice = `The learning rate ${learningRate} is probably too high: rewind to step ${good.clock.step}, lower it and go on.`;
  const message = `The numbers are no longer finite at step ${step}${where}. ${advice}`;
  return { type, step, message, ...(first && { origin: first.origin }) };
}

/** "dense relu (matmul_direct) of dense_1/kernel" */
const inWords = ({ operation, kernel, parameter }: Origin): string =>
  [operation, kernel && `(${kernel})`, parameter && `of ${parameter}`].filter(Boolean).join(' ');
