// Tables of numbers and words as datasets: loading a prepared one, and choosing what to learn from and what to predict.

import type { Dataset } from '../engine/graph/dataset.ts';
import { type CsvError, columnOf, parseCsv, type Table } from './csv.ts';
import { DatasetError, shortName } from './errors.ts';
import { type FetchOptions, fetchFile, fetchText } from './fetch.ts';
import { parseManifest, type TableManifest } from './manifest.ts';
import { f32Tensor } from './packed.ts';

export interface LoadedTable extends Table {
  readonly manifest: TableManifest;
}

export interface LoadTableOptions extends FetchOptions {
  /** Also the columns that the manifest hides from the default view, with its reasons. */
  readonly includeHidden?: boolean;
}

/** Loads a prepared table (Iris, Ames, Boston): `loadTable(datasetUrl('iris'))`. */
export async function loadTable(manifestUrl: string | URL, options: LoadTableOptions = {}): Promise<LoadedTable> {
  const url = new URL(manifestUrl, globalThis.document?.baseURI ?? globalThis.location?.href).href;
  const manifest = parseManifest(await fetchText(url, options), url);
  if (manifest.kind !== 'table') {
    throw new DatasetError('format', `${shortName(url)} describes images, not a table: use loadDataset.`, url);
  }
  const file = new URL(manifest.table.file, url).href;
  const text = new TextDecoder().decode(await fetchFile(file, manifest.table, options));
  let table: Table;
  try {
    table = parseCsv(text, { delimiter: ',', decimal: '.', header: true });
  } catch (cause) {
    throw new DatasetError('format', `${shortName(file)}: ${(cause as CsvError).message}`, file, {}, cause);
  }
  const visible = new Set(
    manifest.columns.filter((column) => options.includeHidden || !column.hidden).map((c) => c.name),
  );
  return { ...table, columns: table.columns.filter((column) => visible.has(column.name)), manifest };
}

/**
 * A dataset that predicts the column `target` from the columns `inputs` (all other number columns by default).
 * Inputs are f32 `[count, inputs.length]`; a target of numbers is f32 `[count, 1]`, one of words is class numbers `[count]`.
 * Rows with a missing cell in a column that is used are left out.
 */
export function tableDataset(
  table: Table,
  options: { readonly target: string; readonly inputs?: readonly string[]; readonly name?: string },
): Dataset {
  const target = columnOf(table, options.target);
  const chosen = options.inputs?.map((name) => columnOf(table, name));
  const inputs = (chosen ?? table.columns).flatMap((column) => {
    if (column.kind === 'number') return column === target ? [] : [column];
    if (!chosen) return [];
    throw new RangeError(`The column “${column.name}” holds words; a network needs numbers as inputs.`);
  });
  if (inputs.length === 0) throw new RangeError('There is no column of numbers to learn from.');
  const rows = Array.from({ length: table.count }, (_, row) => row).filter(
    (row) =>
      inputs.every((column) => Number.isFinite(column.values[row])) &&
      (target.kind === 'number' ? Number.isFinite(target.values[row]) : (target.values[row] ?? -1) >= 0),
  );
  if (rows.length === 0) throw new RangeError('Every row has a missing cell in one of the chosen columns.');
  const values = new Float32Array(rows.length * inputs.length);
  rows.forEach((row, at) => {
    inputs.forEach((column, index) => {
      values[at * inputs.length + index] = column.values[row] ?? Number.NaN;
    });
  });
  const targets = Float32Array.from(rows, (row) => target.values[row] ?? Number.NaN);
  return {
    ...(options.name !== undefined && { name: options.name }),
    ...(target.kind === 'category' && { classNames: target.categories }),
    inputs: f32Tensor([rows.length, inputs.length], values),
    targets: f32Tensor(target.kind === 'category' ? [rows.length] : [rows.length, 1], targets),
  };
}
