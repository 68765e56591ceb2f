// One history out of several runs of the same model: training on after the last epoch continues the curves.

import type { History } from '../../engine/index.ts';

export class JoinedHistory {
  #past: History | undefined;
  #joined: { readonly rows: number; readonly history: History } | undefined;

  /** Epochs of the runs before the present one. */
  get epochsBefore(): number {
    return this.#past?.epochs.length ?? 0;
  }

  /** Everything the model went through, `current` included. */
  with(current: History | undefined): History | undefined {
    if (!this.#past || !current) return this.#past ?? current;
    const rows = current.steps.length + current.epochs.length;
    if (this.#joined?.rows !== rows) this.#joined = { rows, history: join(this.#past, current) };
    return this.#joined.history;
  }

  /** The run is over: the next one continues behind it. */
  keep(current: History | undefined): void {
    this.#past = this.with(current);
  }

  /** A new model has no past. */
  forget(): void {
    this.#past = undefined;
  }
}

/** The rows of `current` behind those of `past`, counted on. */
function join(past: History, current: History): History {
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
