// Loading packed examples shard by shard: training can start on the first 10,000 images while the others still arrive.

import type { Dataset } from '../engine/graph/dataset.ts';
import { DatasetError, formatCount, shortName } from './errors.ts';
import { type Fetch, type FetchOptions, fetchFile, fetchText } from './fetch.ts';
import { type ManifestFile, parseManifest, type Shard, type ShardedManifest } from './manifest.ts';
import { rowBytes } from './packed.ts';

export interface DatasetProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
  readonly loadedExamples: number;
  readonly totalExamples: number;
}

export interface LoadOptions {
  readonly split: 'train' | 'test';
  /** Load only this many examples, from the first on. */
  readonly limit?: number;
  /** Called at every piece that arrives (about 64 KB each). */
  readonly onProgress?: (progress: DatasetProgress) => void;
  readonly signal?: AbortSignal;
  /** In place of the global `fetch`, for example `fileFetch` of `node.ts`. */
  readonly fetch?: Fetch;
}

/**
 * Address of a prepared dataset's manifest: `mnist` is `<base>/mnist/manifest.json`.
 * @param base the site's root; by default the document's base, so that a site may live under any path. A Worker must give it.
 */
export const datasetUrl = (name: string, base: string | URL = document.baseURI): URL =>
  new URL(`${name}/manifest.json`, base);

/** Loads a whole split. To train while it loads, or to retry after a broken connection, use `openDataset`. */
export async function loadDataset(manifestUrl: string | URL, options: LoadOptions): Promise<Dataset> {
  return (await openDataset(manifestUrl, options)).complete;
}

/** Reads the manifest and starts to load a split; rejects only when the manifest cannot be read. */
export async function openDataset(manifestUrl: string | URL, options: LoadOptions): Promise<StreamedDataset> {
  const url = absoluteUrl(manifestUrl);
  const manifest = parseManifest(await fetchText(url, pick(options)), url);
  if (manifest.kind !== 'shards') {
    throw new DatasetError('format', `${shortName(url)} describes a table, not images: use loadTable.`, url);
  }
  return new StreamedDataset(url, manifest, options);
}

/** A split that is being loaded. What has arrived can be used at once and shares its memory with what follows. */
export class StreamedDataset {
  readonly manifest: ShardedManifest;
  /** Examples when everything has arrived. */
  readonly total: number;
  readonly #url: string;
  readonly #options: LoadOptions;
  readonly #stride: number;
  /** All rows, filled from the front. */
  readonly #inputs: Uint8Array<ArrayBuffer>;
  readonly #labels: Float32Array;
  readonly #shards: readonly Shard[];
  readonly #waiting = new Set<{ count: number; resolve: () => void; reject: (error: unknown) => void }>();
  #labelsLoaded = false;
  #shardsLoaded = 0;
  #available = 0;
  #finishedBytes = 0;
  #partialBytes = 0;
  #failure: DatasetError | undefined;
  #complete: Promise<Dataset>;

  constructor(url: string, manifest: ShardedManifest, options: LoadOptions) {
    const split = manifest.splits[options.split];
    this.#url = url;
    this.#options = options;
    this.manifest = manifest;
    this.total = Math.min(options.limit ?? split.count, split.count);
    this.#stride = rowBytes(manifest.encoding, exampleSize(manifest));
    this.#inputs = new Uint8Array(this.total * this.#stride);
    this.#labels = new Float32Array(this.total);
    this.#shards = split.shards.filter((shard) => shard.first < this.total);
    this.#complete = this.#start(options.signal);
  }

  /** Examples that can be used now. */
  get available(): number {
    return this.#available;
  }

  /** The error that stopped loading, until `retry`. */
  get failure(): DatasetError | undefined {
    return this.#failure;
  }

  /** The whole split, or a rejection with a `DatasetError`. */
  get complete(): Promise<Dataset> {
    return this.#complete;
  }

  get progress(): DatasetProgress {
    const files: readonly ManifestFile[] = [this.manifest.splits[this.#options.split].labels, ...this.#shards];
    return {
      loadedBytes: this.#finishedBytes + this.#partialBytes,
      totalBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      loadedExamples: this.#available,
      totalExamples: this.total,
    };
  }

  /** The first `limit` of the examples that have arrived (all of them by default): a view, inputs `[count, size]`. */
  dataset(limit = this.#available): Dataset {
    const count = Math.min(limit, this.#available);
    const { name, classNames, encoding, scale, offset } = this.manifest;
    const size = exampleSize(this.manifest);
    return {
      name,
      classNames,
      inputs: { shape: [count, size], encoding, data: this.#inputs.subarray(0, count * this.#stride), scale, offset },
      targets: { shape: [count], encoding: 'f32', data: this.#labels.subarray(0, count), scale: 1, offset: 0 },
    };
  }

  /** Resolves when at least `count` examples (at most `total`) can be used; rejects when loading fails before. */
  whenAvailable(count: number): Promise<void> {
    if (Math.min(count, this.total) <= this.#available) return Promise.resolve();
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.add({ count: Math.min(count, this.total), resolve, reject });
    });
  }

  /** After a failure: goes on with the first file that is missing. Does nothing while loading is under way. */
  retry(signal: AbortSignal | undefined = this.#options.signal): Promise<Dataset> {
    if (this.#failure) {
      this.#failure = undefined;
      this.#complete = this.#start(signal);
    }
    return this.#complete;
  }

  #start(signal: AbortSignal | undefined): Promise<Dataset> {
    const complete = this.#load(signal).catch((error: unknown) => {
      this.#partialBytes = 0;
      this.#failure = asDatasetError(error, this.#url);
      for (const waiter of this.#waiting) waiter.reject(this.#failure);
      this.#waiting.clear();
      throw this.#failure;
    });
    // Whoever uses `whenAvailable` alone has heard of the failure there; `complete` still rejects for those who await it.
    complete.catch(() => {});
    return complete;
  }

  async #load(signal: AbortSignal | undefined): Promise<Dataset> {
    if (!this.#labelsLoaded) {
      const labels = this.manifest.splits[this.#options.split].labels;
      const target = new Uint8Array(this.manifest.splits[this.#options.split].count);
      await this.#loadFile(labels, target, target.length, signal);
      this.#labels.set(target.subarray(0, this.total));
      this.#labelsLoaded = true;
    }
    for (const shard of this.#shards.slice(this.#shardsLoaded)) {
      const end = Math.min(shard.first + shard.count, this.total);
      const target = this.#inputs.subarray(shard.first * this.#stride, end * this.#stride);
      await this.#loadFile(shard, target, shard.count * this.#stride, signal);
      this.#shardsLoaded++;
      this.#available = end;
      this.#report();
      for (const waiter of this.#waiting) {
        if (waiter.count > end) continue;
        this.#waiting.delete(waiter);
        waiter.resolve();
      }
    }
    return this.dataset();
  }

  /** Fetches, checks and decodes one file; `target` takes its first bytes, the whole must be `length` bytes. */
  async #loadFile(
    file: ManifestFile,
    target: Uint8Array<ArrayBuffer>,
    length: number,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const url = new URL(file.file, this.#url).href;
    const compressed = await fetchFile(url, file, {
      ...pick({ ...this.#options, signal }),
      keptExamples: this.#available,
      onBytes: (bytes) => {
        this.#partialBytes = Math.min(bytes, file.bytes);
        this.#report();
      },
    });
    await gunzipInto(compressed, target, length, url);
    this.#finishedBytes += file.bytes;
    this.#partialBytes = 0;
  }

  #report(): void {
    this.#options.onProgress?.(this.progress);
  }
}

async function gunzipInto(
  compressed: Uint8Array<ArrayBuffer>,
  target: Uint8Array<ArrayBuffer>,
  length: number,
  url: string,
): Promise<void> {
  let at = 0;
  try {
    const reader = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (at < target.length) target.set(next.value.subarray(0, target.length - at), at);
      at += next.value.length;
    }
  } catch (cause) {
    throw new DatasetError(
      'format',
      `The file ${shortName(url)} cannot be unpacked: it is not valid gzip. Make the data again with “npm run data”.`,
      url,
      { file: shortName(url) },
      cause,
    );
  }
  if (at === length) return;
  throw new DatasetError(
    'format',
    `The file ${shortName(url)} holds ${formatCount(at)} bytes of examples where its manifest promises ${formatCount(length)}. Make the data again with “npm run data”.`,
    url,
    { file: shortName(url) },
  );
}

const exampleSize = (manifest: ShardedManifest): number => manifest.shape.reduce((a, b) => a * b, 1);

/** Relative addresses mean the page, or the worker's script. */
function absoluteUrl(url: string | URL): string {
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  return new URL(url, base).href;
}

const pick = ({ fetch, signal }: FetchOptions): FetchOptions => ({
  ...(fetch && { fetch }),
  ...(signal && { signal }),
});

const asDatasetError = (error: unknown, url: string): DatasetError =>
  error instanceof DatasetError
    ? error
    : new DatasetError('format', `The dataset could not be read: ${String(error)}`, url, {}, error);
