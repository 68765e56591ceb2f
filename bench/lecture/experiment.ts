// What an experiment of the lecture reports: its numbers beside ours, and whether they agree.

/** One number of the lecture and ours. */
export interface Row {
  readonly experiment: string;
  readonly quantity: string;
  readonly seed: number;
  /** The lecture's number; `null` where it prints none: then the row only informs. */
  readonly expected: number | null;
  readonly tolerance: number | null;
  /** `near`: |ours − expected| ≤ tolerance; `at least`: ours ≥ expected − tolerance; `equal`: the same. */
  readonly relation: 'near' | 'at least' | 'at most' | 'equal';
  readonly ours: number;
  readonly within: boolean;
}

export interface ExperimentOptions {
  readonly seeds: number;
  /** Instead of the lecture's number of epochs. */
  readonly epochs?: number;
  readonly backend: 'webgpu' | 'cpu';
  /** Called with each row as soon as it is known, and with lines on what goes on. */
  readonly report: (row: Row) => void;
  readonly say: (line: string) => void;
}

export type Experiment = (options: ExperimentOptions) => Promise<{ readonly adapter: string }>;

/** Judges one number. */
export function row(
  experiment: string,
  quantity: string,
  seed: number,
  ours: number,
  expected: number | null = null,
  tolerance: number | null = null,
  relation: Row['relation'] = 'near',
): Row {
  const slack = tolerance ?? 0;
  const within =
    expected === null ||
    {
      near: Math.abs(ours - expected) <= slack,
      'at least': ours >= expected - slack,
      'at most': ours <= expected + slack,
      equal: ours === expected,
    }[relation];
  return { experiment, quantity, seed, expected, tolerance, relation, ours, within };
}
