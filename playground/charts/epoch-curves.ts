// A run's history as two curves over the epochs: measured while learning, and on what was kept for validation.

import type { History, Scores } from '../../engine/index.ts';
import type { LineSeries } from './line-chart.ts';

export interface EpochCurves {
  readonly x: readonly number[];
  readonly series: readonly LineSeries[];
}

export function epochCurves(
  history: History | undefined,
  names: { readonly training: string; readonly validation: string },
  value: (scores: Scores) => number | undefined = ({ loss }) => loss,
): EpochCurves {
  const epochs = history?.epochs ?? [];
  const finite = (scores: Scores | undefined): number | null => {
    const number = scores && value(scores);
    return number !== undefined && Number.isFinite(number) ? number : null;
  };
  const validation = epochs.map((row) => finite(row.validation));
  return {
    x: epochs.map(({ epoch }) => epoch + 1),
    series: [
      { name: names.training, values: epochs.map(finite), color: 'ink' },
      ...(validation.some((entry) => entry !== null)
        ? [{ name: names.validation, values: validation, color: 'accent', dashed: true } as const]
        : []),
    ],
  };
}
