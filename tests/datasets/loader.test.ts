// Loading over HTTP: shard by shard, and what happens when the network, the server or a file fails.

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeShards } from '../../datasets/build/shards.ts';
import { DatasetError } from '../../datasets/errors.ts';
import { type DatasetProgress, datasetUrl, loadDataset, openDataset } from '../../datasets/loader.ts';
import type { ShardedManifest } from '../../datasets/manifest.ts';
import { unpackExample } from '../../datasets/packed.ts';
import { Random } from '../../datasets/random.ts';

const SIZE = 784;
const folder = mkdtempSync(join(tmpdir(), 'datasets-loader-'));
let manifest: ShardedManifest;
let server: Server;
let base: string;
/** What the server does with a file instead of sending it. */
let mishaps: Map<string, (response: ServerResponse, content: Buffer) => void>;
let requests: string[];

beforeAll(async () => {
  const random = new Random(1);
  const images = (count: number) => ({
    count,
    values: Uint8Array.from({ length: count * SIZE }, () => random.integer(0, 256)),
    labels: Uint8Array.from({ length: count }, (_, index) => index % 10),
  });
  manifest = await writeShards(folder, 'manifest.json', {
    name: 'noise',
    description: 'for a test',
    licence: { name: 'none', holder: 'nobody' },
    source: 'a test',
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shape: [28, 28],
    encoding: 'u4',
    shardSize: 100,
    train: images(250),
    test: images(30),
  });
  server = createServer((request, response) => {
    const file = (request.url ?? '').split('/').at(-1) ?? '';
    requests.push(file);
    let content: Buffer;
    try {
      content = readFileSync(join(folder, file));
    } catch {
      response.writeHead(404).end();
      return;
    }
    const mishap = mishaps.get(file);
    if (mishap) mishap(response, content);
    else response.writeHead(200, { 'Content-Length': content.length }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/site/noise/`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  mishaps = new Map();
  requests = [];
});

const url = () => `${base}manifest.json`;

/** The rejection of a promise, which must be a DatasetError. */
async function failureOf(promise: Promise<unknown>): Promise<DatasetError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatasetError);
  return error as DatasetError;
}

/** A gate that holds a response back until it is opened. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('loading', () => {
  it('gives every example in order, packed, with its label', async () => {
    const dataset = await loadDataset(url(), { split: 'train' });
    expect(dataset.inputs).toMatchObject({ shape: [250, SIZE], encoding: 'u4', scale: 1 / 15, offset: 0 });
    expect(dataset.inputs.data.byteOffset % 4).toBe(0);
    expect(Array.from(dataset.targets.data.slice(0, 12))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
    const random = new Random(1);
    const grey = Array.from({ length: SIZE }, () => random.integer(0, 256));
    const expected = grey.map((value) => Math.fround(Math.round(value / 17) / 15));
    unpackExample(dataset.inputs, 0).forEach((value, pixel) => {
      expect(value).toBeCloseTo(expected[pixel]!, 6);
    });
    expect(requests).toEqual([
      'manifest.json',
      'train-labels.bin',
      'train-u4-1.bin',
      'train-u4-2.bin',
      'train-u4-3.bin',
    ]);
  });

  it('fetches only the shards that a limit needs', async () => {
    const dataset = await loadDataset(url(), { split: 'train', limit: 130 });
    expect(dataset.inputs.shape).toEqual([130, SIZE]);
    expect(dataset.targets.shape).toEqual([130]);
    expect(requests).not.toContain('train-u4-3.bin');
  });

  it('reports bytes and examples, growing to their totals', async () => {
    const seen: DatasetProgress[] = [];
    await loadDataset(url(), { split: 'train', onProgress: (progress) => seen.push(progress) });
    const { labels, shards } = manifest.splits.train;
    const total = [labels, ...shards].reduce((sum, { bytes }) => sum + bytes, 0);
    expect(seen.at(-1)).toEqual({ loadedBytes: total, totalBytes: total, loadedExamples: 250, totalExamples: 250 });
    const bytes = seen.map(({ loadedBytes }) => loadedBytes);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
  });

  it('resolves addresses under a base path', () => {
    expect(datasetUrl('mnist', 'https://host.example/course/slope/').href).toBe(
      'https://host.example/course/slope/mnist/manifest.json',
    );
  });
});

describe('streaming', () => {
  it('lets the first shard be used while the second has not arrived', async () => {
    const { open, opened } = gate();
    mishaps.set('train-u4-2.bin', (response, content) => void opened.then(() => response.end(content)));
    const stream = await openDataset(url(), { split: 'train' });
    await stream.whenAvailable(64);
    expect(stream.available).toBe(100);
    const early = stream.dataset(64);
    expect(early.inputs.shape).toEqual([64, SIZE]);
    const first = unpackExample(early.inputs, 63);
    open();
    const whole = await stream.complete;
    expect(unpackExample(whole.inputs, 63)).toEqual(first);
    expect(early.inputs.data.buffer).toBe(whole.inputs.data.buffer);
    expect(stream.progress.loadedExamples).toBe(250);
  });
});

describe('when something fails', () => {
  it('a broken connection names the bytes and keeps what is loaded; retry goes on from there', async () => {
    mishaps.set('train-u4-2.bin', (response, content) => {
      response.writeHead(200, { 'Content-Length': content.length });
      response.write(content.subarray(0, 5000), () => response.destroy());
    });
    const stream = await openDataset(url(), { split: 'train' });
    const failure = await failureOf(stream.complete);
    const { bytes } = manifest.splits.train.shards[1]!;
    expect(failure.kind).toBe('truncated');
    expect(failure.message).toBe(
      `The file noise/train-u4-2.bin is incomplete (5,000 of ${bytes.toLocaleString('en-US')} bytes arrived). ` +
        'Check the connection and press Retry; the 100 images already loaded are kept.',
    );
    expect(failure.details).toMatchObject({ receivedBytes: 5000, expectedBytes: bytes, keptExamples: 100 });
    expect(stream.available).toBe(100);
    await expect(stream.whenAvailable(101)).rejects.toBe(failure);

    mishaps.clear();
    requests = [];
    const waiting = stream.retry();
    expect(stream.failure).toBeUndefined();
    expect((await waiting).inputs.shape).toEqual([250, SIZE]);
    expect(requests).toEqual(['train-u4-2.bin', 'train-u4-3.bin']);
  });

  it('a short file that ends cleanly is incomplete as well', async () => {
    mishaps.set('train-u4-1.bin', (response, content) => response.end(content.subarray(0, 1234)));
    const failure = await failureOf(loadDataset(url(), { split: 'train' }));
    expect(failure.kind).toBe('truncated');
    expect(failure.message).toMatch(/^The file noise\/train-u4-1\.bin is incomplete \(1,234 of .* press Retry\.$/);
  });

  it('a changed byte is found by the checksum', async () => {
    mishaps.set('train-u4-1.bin', (response, content) => {
      const damaged = Buffer.from(content);
      damaged[1000]! ^= 1;
      response.end(damaged);
    });
    const failure = await failureOf(loadDataset(url(), { split: 'train' }));
    expect(failure.kind).toBe('checksum');
    expect(failure.message).toContain('arrived damaged');
  });

  it('a longer file is another file', async () => {
    mishaps.set('train-labels.bin', (response, content) => response.end(Buffer.concat([content, content])));
    const failure = await failureOf(loadDataset(url(), { split: 'train' }));
    expect(failure.kind).toBe('checksum');
    expect(failure.message).toContain('not the one that the manifest describes');
  });

  it('a missing file says how data is made', async () => {
    expect((await failureOf(openDataset(`${base}nothing.json`, { split: 'test' }))).message).toBe(
      'The file noise/nothing.json was not found. Check the address; the data is made by “npm run data”.',
    );
    mishaps.set('test-u4-1.bin', (response) => response.writeHead(503).end());
    const failure = await failureOf(loadDataset(url(), { split: 'test' }));
    expect(failure).toMatchObject({ kind: 'missing', details: { status: 503 } });
  });

  it('a start page in place of a file is a missing file', async () => {
    mishaps.set('manifest.json', (response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>'),
    );
    expect(await failureOf(openDataset(url(), { split: 'test' }))).toMatchObject({ kind: 'missing' });
  });

  it('a manifest of another kind or version is a format error', async () => {
    for (const text of ['{', '{"format":"slope-dataset","version":2}', '[]']) {
      mishaps.set('manifest.json', (response) => response.end(text));
      expect(await failureOf(openDataset(url(), { split: 'test' }))).toMatchObject({ kind: 'format' });
    }
  });

  it('a shard that holds another number of examples is a format error', async () => {
    const { train } = manifest.splits;
    const wrong = {
      ...train.shards[0],
      ...{ file: train.labels.file, bytes: train.labels.bytes, sha256: train.labels.sha256 },
    };
    const splits = { ...manifest.splits, train: { ...train, shards: [wrong, ...train.shards.slice(1)] } };
    mishaps.set('manifest.json', (response) => response.end(JSON.stringify({ ...manifest, splits })));
    const failure = await failureOf(loadDataset(url(), { split: 'train' }));
    expect(failure.kind).toBe('format');
    expect(failure.message).toContain('holds 250 bytes of examples where its manifest promises 39,200');
  });

  it('bytes that are not gzip are a format error', async () => {
    const content = Buffer.from('not gzip');
    const labels = {
      file: 'test-labels.bin',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
    const splits = { ...manifest.splits, test: { ...manifest.splits.test, labels } };
    mishaps.set('manifest.json', (response) => response.end(JSON.stringify({ ...manifest, splits })));
    mishaps.set('test-labels.bin', (response) => response.end(content));
    const failure = await failureOf(loadDataset(url(), { split: 'test' }));
    expect(failure.kind).toBe('format');
    expect(failure.message).toContain('not valid gzip');
  });

  it('no server at all is being offline', async () => {
    const failure = await failureOf(openDataset('http://127.0.0.1:9/noise/manifest.json', { split: 'test' }));
    expect(failure.kind).toBe('offline');
    expect(failure.message).toBe(
      'The file noise/manifest.json could not be reached. Check the connection and press Retry.',
    );
  });

  it('an abort stops the transfer, and a retry with a fresh signal completes it', async () => {
    const controller = new AbortController();
    mishaps.set('train-u4-2.bin', (response, content) => {
      response.writeHead(200, { 'Content-Length': content.length });
      response.write(content.subarray(0, 3000), () => controller.abort());
    });
    const stream = await openDataset(url(), { split: 'train', signal: controller.signal });
    const failure = await failureOf(stream.complete);
    expect(failure.kind).toBe('aborted');
    expect(failure.message).toContain('the 100 images already loaded are kept');
    mishaps.clear();
    expect((await stream.retry(new AbortController().signal)).inputs.shape[0]).toBe(250);
  });
});
