// The manifest that describes a dataset's files: what they hold, how they are encoded, how to check them, who made them.

import type { Encoding } from '../engine/graph/dataset.ts';
import { DatasetError, shortName } from './errors.ts';

/** One file, named relative to its manifest, with the length and SHA-256 of its bytes as they travel. */
export interface ManifestFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A gzip file of packed rows: examples `first` to `first + count` of its split. */
export interface Shard extends ManifestFile {
  readonly first: number;
  readonly count: number;
}

export interface Split {
  readonly count: number;
  readonly shards: readonly Shard[];
  /** A gzip file of one byte per example: the class. */
  readonly labels: ManifestFile;
}

export interface Licence {
  readonly name: string;
  readonly holder: string;
  readonly url?: string;
}

interface ManifestHead {
  readonly format: 'slope-dataset';
  readonly version: 1;
  readonly name: string;
  readonly description: string;
  readonly licence: Licence;
  /** Where the values come from, and what was done to them. */
  readonly source: string;
}

/** Classified examples (images) in packed shards. */
export interface ShardedManifest extends ManifestHead {
  readonly kind: 'shards';
  /** Shape of one example, for drawing: `[28, 28]`. */
  readonly shape: readonly number[];
  readonly encoding: Exclude<Encoding, 'f32'>;
  readonly scale: number;
  readonly offset: number;
  readonly classNames: readonly string[];
  /** Mean and standard deviation of all decoded values of the training split. */
  readonly mean: number;
  readonly std: number;
  readonly splits: { readonly train: Split; readonly test: Split };
}

export interface TableColumn {
  /** The name in the file's header. */
  readonly name: string;
  readonly description: string;
  readonly unit?: string;
  /** A column that the default view leaves out, and why. */
  readonly hidden?: string;
}

/** A CSV file with a header line. */
export interface TableManifest extends ManifestHead {
  readonly kind: 'table';
  readonly table: ManifestFile;
  readonly count: number;
  readonly columns: readonly TableColumn[];
  /** The column that experiments predict. */
  readonly target: string;
}

export type Manifest = ShardedManifest | TableManifest;

/** Reads a manifest's text; anything else is an error that says so. */
export function parseManifest(text: string, url: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new DatasetError(
      'format',
      `${shortName(url)} is not a dataset manifest (it is not JSON). Check the address, or make the data with “npm run data”.`,
      url,
      { file: shortName(url) },
      cause,
    );
  }
  if (isManifest(value)) return value;
  throw new DatasetError(
    'format',
    `${shortName(url)} is not a dataset manifest that this version can read (format “slope-dataset”, version 1). Make the data again with “npm run data”.`,
    url,
    { file: shortName(url) },
  );
}

/** Checks the fields that decide how the file is read; the rest is description. */
function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value) || value.format !== 'slope-dataset' || value.version !== 1) return false;
  if (value.kind === 'table')
    return isFile(value.table) && Array.isArray(value.columns) && typeof value.target === 'string';
  return (
    value.kind === 'shards' &&
    (value.encoding === 'u4' || value.encoding === 'u8') &&
    Array.isArray(value.shape) &&
    Array.isArray(value.classNames) &&
    typeof value.scale === 'number' &&
    typeof value.offset === 'number' &&
    isRecord(value.splits) &&
    isSplit(value.splits.train) &&
    isSplit(value.splits.test)
  );
}

function isSplit(value: unknown): value is Split {
  if (!isRecord(value) || !isFile(value.labels) || !Array.isArray(value.shards)) return false;
  let next = 0;
  for (const shard of value.shards) {
    if (!isFile(shard) || !isShard(shard) || shard.first !== next) return false;
    next += shard.count;
  }
  return value.count === next;
}

const isShard = (file: ManifestFile): file is Shard =>
  'first' in file && typeof file.first === 'number' && 'count' in file && typeof file.count === 'number';

function isFile(value: unknown): value is ManifestFile {
  return (
    isRecord(value) &&
    typeof value.file === 'string' &&
    typeof value.bytes === 'number' &&
    typeof value.sha256 === 'string'
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
