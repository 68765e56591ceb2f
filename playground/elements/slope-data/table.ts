// A table with holes knocked into it, what is done about them, and each column in numbers, as pandas' `describe()` has it.

import { Random } from '../../../datasets/random.ts';
import type { LoadedTable } from '../../../datasets/table.ts';
import type { Repair } from './definition.ts';

export interface InspectedColumn {
  readonly name: string;
  readonly unit: string;
  /** Words instead of numbers: indices into them. */
  readonly categories: readonly string[] | undefined;
  /** NaN where a cell is empty. */
  readonly cells: Float64Array;
}

export interface Described {
  readonly count: number;
  readonly missing: number;
  readonly zeros: number;
  readonly mean: number;
  readonly std: number;
  /** Smallest, first quartile, median, third quartile, largest. */
  readonly five: readonly [number, number, number, number, number];
}

export function inspected(table: LoadedTable, holes: number, seed: number): InspectedColumn[] {
  const random = new Random(seed);
  return table.columns.map((column) => {
    const cells = Float64Array.from(column.values, (value) =>
      column.kind === 'category' && value < 0 ? Number.NaN : value,
    );
    for (let row = 0; row < cells.length; row++) if (random.uniform() < holes) cells[row] = Number.NaN;
    return {
      name: column.name,
      unit: table.manifest.columns.find(({ name }) => name === column.name)?.unit ?? '',
      categories: column.kind === 'category' ? column.categories : undefined,
      cells,
    };
  });
}

/** Rows that are left, and the cells as the network would get them. */
export function repaired(columns: readonly InspectedColumn[], repair: Repair): InspectedColumn[] {
  if (repair === 'nothing') return [...columns];
  if (repair === 'mean') {
    return columns.map((column) => {
      const middle = column.categories ? 0 : describe(column.cells).mean;
      return { ...column, cells: column.cells.map((value) => (Number.isNaN(value) ? middle : value)) };
    });
  }
  const rows = columns[0]?.cells.length ?? 0;
  const whole = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    columns.every(({ cells }) => !Number.isNaN(cells[row] ?? Number.NaN)),
  );
  return columns.map((column) => ({ ...column, cells: Float64Array.from(whole, (row) => column.cells[row] ?? 0) }));
}

export function describe(cells: Float64Array): Described {
  const known = cells.filter((value) => !Number.isNaN(value)).sort();
  const count = known.length;
  const mean = known.reduce((sum, value) => sum + value, 0) / (count || 1);
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // Between two rows the quantile is a weighted mean of both, as NumPy's.
  const quantile = (share: number): number => {
    const at = share * (count - 1);
    const low = known[Math.floor(at)] ?? Number.NaN;
    return low + ((known[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
  };
  return {
    count,
    missing: cells.length - count,
    zeros: known.filter((value) => value === 0).length,
    mean,
    std: Math.sqrt(squares / Math.max(1, count - 1)),
    five: [quantile(0), quantile(0.25), quantile(0.5), quantile(0.75), quantile(1)],
  };
}

export interface Histogram {
  /** The middle of each bar. */
  readonly x: readonly number[];
  readonly counts: readonly number[];
  readonly width: number;
}

/** Bars of equal width between the ends; whole numbers with few values get a bar each. */
export function histogramOf({ cells, categories }: InspectedColumn, bars = 30): Histogram {
  const known = cells.filter((value) => !Number.isNaN(value));
  const [low, high] = [
    known.reduce((a, b) => Math.min(a, b), Infinity),
    known.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  if (!(high >= low)) return { x: [], counts: [], width: 1 };
  const whole = categories !== undefined || (known.every(Number.isInteger) && high - low < bars);
  const count = whole ? high - low + 1 : bars;
  const width = whole ? 1 : (high - low) / bars || 1;
  const start = whole ? low - 0.5 : low;
  const counts = new Array<number>(count).fill(0);
  for (const value of known) {
    const bar = Math.min(count - 1, Math.floor((value - start) / width));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return { x: counts.map((_, i) => start + (i + 0.5) * width), counts, width };
}
