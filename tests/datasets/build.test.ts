// The prepared MNIST is the original MNIST: checked sums, lossless 8-bit shards, 4-bit shards within half a level.

import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIdx } from '../../datasets/build/idx.ts';
import { buildMnist, MNIST_MD5, mnistFolder, readMnist, readOriginal } from '../../datasets/build/mnist.ts';
import { isUpToDate, type LabelledImages, writeShards } from '../../datasets/build/shards.ts';
import { loadDataset } from '../../datasets/loader.ts';
import { parseManifest, type ShardedManifest } from '../../datasets/manifest.ts';
import { fileFetch, publicFolder } from '../../datasets/node.ts';
import { packRows, unpackExample } from '../../datasets/packed.ts';

const mnist = fileURLToPath(new URL('mnist/', publicFolder));
const temporary = mkdtempSync(join(tmpdir(), 'datasets-build-'));
let originals: { train: LabelledImages; test: LabelledImages };

beforeAll(async () => {
  await buildMnist(mnist, 'u4');
  originals = readMnist();
}, 60_000);

afterAll(() => rmSync(temporary, { recursive: true }));

describe('the original files', () => {
  it('are the 60,000 + 10,000 digits with the published class counts', () => {
    const counts = (labels: Uint8Array) => {
      const perClass = new Array<number>(10).fill(0);
      for (const label of labels) perClass[label]!++;
      return perClass;
    };
    expect(counts(originals.train.labels)).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    expect(counts(originals.test.labels)).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
    expect(originals.train.values.length).toBe(60_000 * 784);
  });

  it('are refused when one byte differs', () => {
    const file = 't10k-labels-idx1-ubyte';
    const content = readFileSync(join(mnistFolder(), file));
    content[100]! ^= 1;
    writeFileSync(join(temporary, file), content);
    expect(() => readOriginal(temporary, file)).toThrow(/not the original MNIST file.*npm ci/);
    expect(Object.keys(MNIST_MD5)).toHaveLength(4);
  });

  it('are refused when the IDX header promises another size', () => {
    expect(() => parseIdx(new Uint8Array([0, 0, 8, 1, 0, 0, 0, 5, 1, 2]))).toThrow('holds 2 values, not 5');
    expect(() => parseIdx(new Uint8Array([137, 80, 78, 71]))).toThrow('not an IDX file');
  });
});

describe('the 4-bit shards', () => {
  it('hold every image within half of one of 15 steps, and every label', async () => {
    for (const split of ['train', 'test'] as const) {
      const dataset = await loadDataset(new URL('mnist/manifest.json', publicFolder), { split, fetch: fileFetch });
      const { count, values, labels } = originals[split];
      expect(dataset.inputs.shape).toEqual([count, 784]);
      expect(dataset.inputs.data.length).toBe(count * 392);
      expect(Array.from(dataset.targets.data)).toEqual(Array.from(labels));
      let largest = 0;
      for (let index = 0; index < count; index += 7) {
        const decoded = unpackExample(dataset.inputs, index);
        for (let pixel = 0; pixel < 784; pixel++) {
          largest = Math.max(largest, Math.abs(decoded[pixel]! - values[index * 784 + pixel]! / 255));
        }
      }
      expect(largest).toBeLessThanOrEqual(8 / 255 + 1e-6);
    }
  });

  it('are files of about 940 KB with the promised length and SHA-256', () => {
    const manifest = parseManifest(
      readFileSync(join(mnist, 'manifest.json'), 'utf8'),
      'manifest.json',
    ) as ShardedManifest;
    const { train, test } = manifest.splits;
    expect(train.shards).toHaveLength(6);
    expect(test.shards).toHaveLength(1);
    for (const file of [...train.shards, ...test.shards, train.labels, test.labels]) {
      const content = readFileSync(join(mnist, file.file));
      expect(content.length).toBe(file.bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(file.sha256);
    }
    for (const shard of [...train.shards, ...test.shards]) expect(shard.bytes).toBeLessThan(960_000);
    expect(manifest.mean).toBeCloseTo(0.1307, 2);
    expect(manifest.std).toBeCloseTo(0.3081, 2);
  });
});

describe('writing shards', () => {
  const source = (encoding: 'u4' | 'u8') => {
    const part = ({ values, labels }: LabelledImages, count: number): LabelledImages => ({
      count,
      values: values.subarray(0, count * 784),
      labels: labels.subarray(0, count),
    });
    return {
      name: 'part of MNIST',
      description: 'for a test',
      licence: { name: 'CC BY-SA 3.0', holder: 'Yann LeCun and Corinna Cortes' },
      source: 'a test',
      classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
      shape: [28, 28],
      encoding,
      shardSize: 400,
      train: part(originals.train, 1000),
      test: part(originals.test, 500),
    };
  };

  it('keeps every 8-bit value, over shards of unequal length', async () => {
    const folder = join(temporary, 'u8');
    const manifest = await writeShards(folder, 'manifest.json', source('u8'));
    expect(manifest.splits.train.shards.map(({ first, count }) => [first, count])).toEqual([
      [0, 400],
      [400, 400],
      [800, 200],
    ]);
    const url = pathToFileURL(join(folder, 'manifest.json'));
    const { inputs, targets } = await loadDataset(url, { split: 'train', fetch: fileFetch });
    expect(Buffer.compare(inputs.data as Uint8Array, originals.train.values.subarray(0, 784_000))).toBe(0);
    expect(inputs.scale).toBe(1 / 255);
    expect(Array.from(targets.data)).toEqual(Array.from(originals.train.labels.subarray(0, 1000)));
  });

  it('gives the same bytes each time, without a time stamp', async () => {
    const [first, second] = [join(temporary, 'first'), join(temporary, 'second')];
    await writeShards(first, 'manifest.json', source('u4'));
    await writeShards(second, 'manifest.json', source('u4'));
    for (const file of readdirSync(first)) {
      expect(readFileSync(join(first, file)).equals(readFileSync(join(second, file)))).toBe(true);
    }
    expect(Array.from(readFileSync(join(first, 'train-u4-1.bin')).subarray(4, 8))).toEqual([0, 0, 0, 0]);
  });

  it('puts the first pixel into the low half of the first byte', () => {
    expect(Array.from(packRows(new Uint8Array([17, 34, 255]), 1, 3, 'u4'))).toEqual([0x21, 0x0f, 0, 0]);
    expect(Array.from(packRows(new Uint8Array([1, 2, 3, 4, 5]), 1, 5, 'u8'))).toEqual([1, 2, 3, 4, 5, 0, 0, 0]);
  });

  it('is repeated only when a file is missing or damaged', async () => {
    const folder = join(temporary, 'again');
    cpSync(join(temporary, 'first'), folder, { recursive: true });
    expect(isUpToDate(folder, 'manifest.json', 'a test')).toBe(true);
    expect(isUpToDate(folder, 'manifest.json', 'another source')).toBe(false);
    const shard = join(folder, 'test-u4-1.bin');
    const damaged = readFileSync(shard);
    damaged[1000]! ^= 1;
    writeFileSync(shard, damaged);
    expect(isUpToDate(folder, 'manifest.json', 'a test')).toBe(false);
    rmSync(shard);
    expect(isUpToDate(folder, 'manifest.json', 'a test')).toBe(false);
    expect(gunzipSync(readFileSync(join(folder, 'test-labels.bin'))).length).toBe(500);
  });
});
