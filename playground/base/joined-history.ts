// One history out of several runs of the same model: training on after the last epoch continues the curves.

import type { History } from '../../engine/index.ts';

/** The rows of `current` behind those of `past`, counted on. */
export function joinHistories(past: History, current: History): History {
  const lastStep = past.steps.at(-1)?.step ?? 0;
  const lastEpoch = (past.epochs.at(-1)?.epoch ?? -1) + 1;
  const lastSeconds = past.epochs.at(-1)?.seconds ?? 0;
  return {
    steps: [
      ...past.steps,
      ...current.steps.map((row) => ({ ...row, step: row.step + lastStep, epoch: row.epoch + lastEpoch })),
    ],
    epochs: [
      ...past.epochs,
      ...current.epochs.map((row) => ({
        ...row,
        step: row.step + lastStep,
        epoch: row.epoch + lastEpoch,
        seconds: row.seconds + lastSeconds,
      })),
    ],
  };
}
