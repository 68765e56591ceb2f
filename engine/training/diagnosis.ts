// Why a run diverged: repeats its steps from the last good snapshot and names the first op whose result is not finite.

import type { MetricsRow } from '../graph/step-state.ts';
import type { LoadedProgram, Snapshot } from '../plan/executor.ts';
import { runSteps } from './pacing.ts';
import { hasFiniteParameters } from './snapshots.ts';

export interface Diagnosis {
  /** The step in which the first number that is not finite came up. */
  readonly step: number;
  /** The op that made it, in words. */
  readonly op: string;
}

/**
 * Searches between `good` and the end of step `bad`, whose loss or parameters are not finite. Steps are repeated bit for bit,
 * so this finds what happened, unless the learning rate was changed in between: then nothing may be found.
 * The program is left somewhere in between: restore it.
 */
export async function diagnose(program: LoadedProgram, good: Snapshot, bad: number): Promise<Diagnosis | undefined> {
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
  const op = await program.findNonFinite();
  return op === undefined ? undefined : { step: low.clock.step + 1, op };
}

export const isFiniteRow = ({ loss }: MetricsRow): boolean => Number.isFinite(loss);
