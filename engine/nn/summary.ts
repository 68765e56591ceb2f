// A model's layers as a table: names, output shapes, parameter counts.

export interface SummaryRow {
  readonly name: string;
  readonly type: string;
  /** With `null` for the batch. */
  readonly outputShape: readonly (number | null)[];
  readonly parameterCount: number;
}

export interface Summary {
  readonly rows: readonly SummaryRow[];
  readonly parameterCount: number;
  toString(): string;
}

export function summarize(rows: readonly SummaryRow[]): Summary {
  const parameterCount = rows.reduce((total, row) => total + row.parameterCount, 0);
  const cells = [
    ['Layer', 'Output shape', 'Parameters'],
    ...rows.map((row) => [
      `${row.name} (${row.type})`,
      `(${row.outputShape.map((n) => n ?? 'None').join(', ')})`,
      `${row.parameterCount}`,
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const text = cells.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return { rows, parameterCount, toString: () => [...text, `Total: ${parameterCount} parameters`].join('\n') };
}
