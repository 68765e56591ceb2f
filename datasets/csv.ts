// Reading CSV text, from a prepared file or from a visitor: separators and decimal commas are recognised, errors name line and column.

export interface CsvOptions {
  /** Recognised when not given: tab, `;`, `|` or `,`. */
  readonly delimiter?: string;
  /** Recognised when not given; a comma only where the delimiter is another character (French and German spreadsheets). */
  readonly decimal?: '.' | ',';
  /** Whether the first line names the columns; by default it does when none of its cells is a number. */
  readonly header?: boolean;
  /** What a column holds where the guess (numbers if most cells are numbers) is not wanted, by column name. */
  readonly kinds?: Readonly<Record<string, Column['kind']>>;
}

/** Missing cells (empty, `NA`, `NaN`, `N/A`, `null`, `?`) are NaN. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly name: string;
  readonly values: Float64Array;
}

/** Words, as indices into `categories` in order of first appearance; missing cells are -1. */
export interface CategoryColumn {
  readonly kind: 'category';
  readonly name: string;
  readonly values: Int32Array;
  readonly categories: readonly string[];
}

export type Column = NumberColumn | CategoryColumn;

export interface Table {
  readonly columns: readonly Column[];
  /** Rows. */
  readonly count: number;
  readonly delimiter: string;
  readonly decimal: '.' | ',';
}

/** `line` counts lines of the text and `column` counts fields, both from 1. */
export class CsvError extends Error {
  override readonly name = 'CsvError';

  constructor(
    message: string,
    readonly line: number,
    readonly column?: number,
  ) {
    super(message);
  }
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Parses CSV text (RFC 4180, and what spreadsheets write) into columns of numbers or words. */
export function parseCsv(text: string, options: CsvOptions = {}): Table {
  const content = text.replace(/^\uFEFF/, '');
  const delimiter = options.delimiter ?? detectDelimiter(content);
  const rows = splitRows(content, delimiter);
  const first = rows[0];
  if (!first) throw new CsvError('The file is empty: there is no line with data in it.', 1);
  const decimal = options.decimal ?? detectDecimal(rows, delimiter);
  const hasHeader = options.header ?? first.cells.every((cell) => !isNumber(cell, decimal));
  const names = first.cells.map((cell, index) => (hasHeader && cell.trim()) || `column ${index + 1}`);
  checkNames(names, first.line);
  const body = hasHeader ? rows.slice(1) : rows;
  if (body.length === 0) throw new CsvError('The file has a line of column names but no data under it.', first.line);
  for (const { line, cells } of body) {
    if (cells.length === names.length) continue;
    throw new CsvError(
      `Line ${line} has ${fields(cells.length)}, but ${hasHeader ? 'the header' : 'the first line'} has ${names.length}. ` +
        `Fields are separated by ${describe(delimiter)}; a field that contains one must stand in double quotes.`,
      line,
      Math.min(cells.length, names.length) + 1,
    );
  }
  const columns = names.map((name, index) => readColumn(name, index, body, decimal, options.kinds?.[name]));
  return { columns, count: body.length, delimiter, decimal };
}

/** The column of that name; a wrong name is an error that lists the right ones. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column) return column;
  throw new RangeError(`There is no column “${name}”. There are: ${table.columns.map((c) => c.name).join(', ')}.`);
}

function readColumn(
  name: string,
  index: number,
  rows: readonly Row[],
  decimal: '.' | ',',
  kind: Column['kind'] | undefined,
): Column {
  const cells = rows.map((row) => row.cells[index]?.trim() ?? '');
  const present = cells.filter((cell) => !isMissing(cell));
  const numbers = present.filter((cell) => isNumber(cell, decimal));
  if (kind === 'category' || (kind === undefined && numbers.length * 2 <= present.length)) {
    const categories = [...new Set(present)];
    const indexOf = new Map(categories.map((category, at) => [category, at]));
    return { kind: 'category', name, categories, values: Int32Array.from(cells, (cell) => indexOf.get(cell) ?? -1) };
  }
  const values = Float64Array.from(cells, (cell, at) => {
    if (isMissing(cell)) return Number.NaN;
    if (isNumber(cell, decimal)) return toNumber(cell, decimal);
    const line = rows[at]?.line ?? 0;
    throw new CsvError(
      `Line ${line}, column ${index + 1} (“${name}”): “${shorten(cell)}” is not a number, as the other cells of this column are. ` +
        `Correct it, or leave the cell empty.${decimalHint(cell, decimal)}`,
      line,
      index + 1,
    );
  });
  return { kind: 'number', name, values };
}

function checkNames(names: readonly string[], line: number): void {
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice < 0) return;
  throw new CsvError(`Two columns have the name “${names[twice]}”. Rename one of them.`, line, twice + 1);
}

/** Splits the text into rows of cells; blank lines are left out. */
function splitRows(text: string, delimiter: string): Row[] {
  const rows: Row[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row = readRow(text, at, line, delimiter);
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push({ line, cells: row.cells });
    at = row.end;
    line = row.nextLine;
  }
  return rows;
}

function readRow(text: string, start: number, startLine: number, delimiter: string) {
  const cells: string[] = [];
  let at = start;
  let line = startLine;
  for (;;) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at, line, cells.length + 1, delimiter);
      cells.push(quoted.cell);
      line = quoted.line;
      at = quoted.end;
    } else {
      const end = endOfCell(text, at, delimiter);
      cells.push(text.slice(at, end));
      at = end;
    }
    if (text[at] !== delimiter) break;
    at++;
  }
  if (text[at] === '\r' && text[at + 1] === '\n') at++;
  return { cells, end: at + 1, nextLine: line + 1 };
}

function endOfCell(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function readQuoted(text: string, start: number, startLine: number, column: number, delimiter: string) {
  let cell = '';
  let line = startLine;
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character !== '"') {
      if (character === '\n') line++;
      cell += character;
    } else if (text[at + 1] === '"') {
      cell += '"';
      at++;
    } else {
      const next = text[at + 1];
      if (next === undefined || next === delimiter || next === '\n' || next === '\r')
        return { cell, line, end: at + 1 };
      throw new CsvError(
        `Line ${line}, column ${column}: after the closing quote of “${shorten(cell)}” stands “${next}” where ${describe(delimiter)} or the end of the line belongs.`,
        line,
        column,
      );
    }
  }
  throw new CsvError(
    `Line ${startLine}, column ${column}: the double quote that opens here is never closed.`,
    startLine,
    column,
  );
}

/**
 * The delimiter is a character that stands equally often in each of the first lines. The comma is asked last, because it may be
 * a decimal comma: "1,5;2,5" holds one semicolon and two commas per line.
 */
function detectDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 20)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .filter((line) => line !== '');
  const count = (line: string, delimiter: string) => line.split(delimiter).length - 1;
  const inFirst = ['\t', ';', '|', ','].filter((delimiter) => count(lines[0] ?? '', delimiter) > 0);
  const even = inFirst.find((delimiter) =>
    lines.every((line) => count(line, delimiter) === count(lines[0] ?? '', delimiter)),
  );
  return even ?? inFirst[0] ?? ',';
}

/** A decimal comma, if numbers with a comma are found and none with a point. */
function detectDecimal(rows: readonly Row[], delimiter: string): '.' | ',' {
  if (delimiter === ',') return '.';
  const cells = rows.slice(0, 200).flatMap((row) => row.cells);
  const has = (pattern: RegExp) => cells.some((cell) => pattern.test(cell.trim()));
  return has(/^[+-]?\d+,\d+(e[+-]?\d+)?$/i) && !has(/^[+-]?\d+\.\d+(e[+-]?\d+)?$/i) ? ',' : '.';
}

const NUMBER = { '.': /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, ',': /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i };
const isNumber = (cell: string, decimal: '.' | ','): boolean => NUMBER[decimal].test(cell.trim());
const toNumber = (cell: string, decimal: '.' | ','): number => Number(decimal === ',' ? cell.replace(',', '.') : cell);
const isMissing = (cell: string): boolean => /^(na|nan|n\/a|null|\?)?$/i.test(cell.trim());

const decimalHint = (cell: string, decimal: '.' | ','): string =>
  decimal === '.' && isNumber(cell, ',')
    ? ' Write decimals with a point here: the comma separates fields or thousands.'
    : '';

const fields = (count: number): string => (count === 1 ? '1 field' : `${count} fields`);
const shorten = (cell: string): string => (cell.length > 30 ? `${cell.slice(0, 30)}…` : cell);
const NAMES: Readonly<Record<string, string>> = { ',': 'a comma', ';': 'a semicolon', '\t': 'a tab', '|': 'a bar' };
const describe = (delimiter: string): string => NAMES[delimiter] ?? `“${delimiter}”`;
