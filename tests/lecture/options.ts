// Experiments of the lecture in Node, on the CPU: their rows by what they say.

import type { Experiment, Row } from '../../bench/lecture/experiment.ts';
import { fileFetch, publicFolder } from '../../datasets/node.ts';

/** The prepared datasets on disk. */
export const datasets = { base: publicFolder, fetch: fileFetch };

/** All rows of an experiment on the CPU executor. */
export async function rowsOf(
  experiment: Experiment,
  options: { readonly seeds?: number; readonly epochs?: number } = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  await experiment({ ...options, backend: 'cpu', datasets, report: (row) => void rows.push(row), say: () => {} });
  return rows;
}

/** The rows that are not within, in words: expected to be none. */
export const missed = (rows: readonly Row[]): string[] =>
  rows
    .filter(({ within }) => !within)
    .map(({ experiment, quantity, ours, expected }) => `${experiment}, ${quantity}: ${ours}, not ${expected?.value}`);
