// The comparison as tables of text: values, and Slope's ratios to the best peer.

/** One number of one library. */
export interface Row {
  readonly workload: string;
  readonly variant: string;
  readonly peer: string;
  readonly value: number;
  readonly unit: string;
  /** The results were right. */
  readonly ok: boolean;
}

const number = (value: number) => {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value === 0 ? '0' : value.toPrecision(3);
};

function align(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const unique = (values: readonly string[]) => [...new Set(values)];

const keysOf = (rows: readonly Row[]) => unique(rows.map(({ workload, variant }) => `${workload}\t${variant}`));

const rowsOf = (rows: readonly Row[], key: string) =>
  rows.filter(({ workload, variant }) => `${workload}\t${variant}` === key);

/** A line for each variant, a column for each library. */
export function valueTable(rows: readonly Row[]): string {
  const peers = unique(rows.map(({ peer }) => peer));
  const lines = keysOf(rows).map((key) => {
    const own = rowsOf(rows, key);
    const [workload = '', variant = ''] = key.split('\t');
    const cells = peers.map((peer) => {
      const row = own.find((candidate) => candidate.peer === peer);
      return row ? `${number(row.value)}${row.ok ? '' : ' WRONG'}` : '–';
    });
    return [workload, `${variant}, ${own[0]?.unit}`, ...cells];
  });
  return `${align([['', '', ...peers], ...lines])}\n`;
}

/** Time and size are better small. */
const smallIsBetter = (unit: string) => unit === 'ms' || unit === 'KB';

/** Slope on WebGPU against the best WebGPU peer, and `auto` against the best of any backend. */
export function ratioTable(rows: readonly Row[]): string {
  const lines = keysOf(rows).flatMap((key) => {
    const own = rowsOf(rows, key).filter(({ ok, workload }) => ok && workload !== 'W8' && workload !== 'W9');
    const others = own.filter(({ peer }) => !peer.startsWith('slope'));
    const ratio = (name: string, against: readonly Row[]) => {
      const ours = own.find(({ peer }) => peer === name);
      if (!ours || against.length === 0) return '–';
      const values = against.map(({ value }) => value);
      const best = smallIsBetter(ours.unit) ? Math.min(...values) : Math.max(...values);
      return `${number(ours.value / best)}×`;
    };
    if (own.length === 0) return [];
    const webgpu = others.filter(({ peer }) => peer.endsWith('webgpu'));
    const [workload = '', variant = ''] = key.split('\t');
    return [
      [workload, variant, ratio('slope-webgpu', webgpu), ratio('slope-cpu', others), ratio('slope-auto', others)],
    ];
  });
  const head = ['', 'ratios', 'WebGPU to best WebGPU peer', 'CPU to best of all', 'auto to best of all'];
  return align([head, ...lines]);
}
