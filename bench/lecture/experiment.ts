// What an experiment of the lecture reports: its numbers beside ours, and whether they agree.

import type { Fetch } from '../../datasets/fetch.ts';

/** A number that the lecture prints, or that its parameters lead to, and how near ours must come. */
export interface Expected {
  readonly value: number;
  readonly tolerance?: number;
  /** `near` (default): |ours − value| ≤ tolerance; `at least`: ours ≥ value − tolerance; `at most`; `equal`: the same. */
  readonly relation?: 'near' | 'at least' | 'at most' | 'equal';
}

/** One number of the lecture and ours. */
export interface Row {
  readonly experiment: string;
  readonly quantity: string;
  /** `1-20`: a mean or median over these seeds. */
  readonly seed: string;
  /** `null` where the lecture prints none: then the row only informs. */
  readonly expected: Expected | null;
  readonly ours: number;
  readonly within: boolean;
}

export type ExecutorName = 'webgpu' | 'cpu';

export interface ExperimentOptions {
  /** In place of the preset's number of seeds. */
  readonly seeds?: number;
  /** In place of the lecture's number of epochs. */
  readonly epochs?: number;
  /** Small experiments run on WebGPU and on the CPU; `cpu` leaves WebGPU out. */
  readonly backend: ExecutorName;
  /** Where the prepared datasets lie, and how they are read where there is no server. */
  readonly datasets: { readonly base: URL; readonly fetch?: Fetch };
  /** Called with each row as soon as it is known, and with lines on what goes on. */
  readonly report: (row: Row) => void;
  readonly say: (line: string) => void;
}

export type Experiment = (options: ExperimentOptions) => Promise<void>;

/** Where a small experiment runs. */
export const executorsOf = ({ backend }: ExperimentOptions): readonly ExecutorName[] =>
  backend === 'webgpu' ? ['webgpu', 'cpu'] : ['cpu'];

export const seedsFrom1 = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Judges one number. `seed`: one seed, or the number of seeds that a mean is over. */
export function row(
  experiment: string,
  quantity: string,
  seed: number | readonly number[],
  ours: number,
  expected: Expected | null = null,
): Row {
  const named = typeof seed === 'number' ? String(seed) : `${seed[0]}-${seed.at(-1)}`;
  return { experiment, quantity, seed: named, expected, ours, within: expected === null || holds(ours, expected) };
}

function holds(ours: number, { value, tolerance = 0, relation = 'near' }: Expected): boolean {
  switch (relation) {
    case 'near':
      return Math.abs(ours - value) <= tolerance;
    case 'at least':
      return ours >= value - tolerance;
    case 'at most':
      return ours <= value + tolerance;
    case 'equal':
      return ours === value;
    default:
      return relation satisfies never;
  }
}

export const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value) => total + value, 0) / values.length;

/** Standard deviation of the population. */
export function deviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - centre) ** 2)));
}
