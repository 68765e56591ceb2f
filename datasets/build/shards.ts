// Writing classified images as gzip shards with their manifest: the same input gives the same bytes.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type ManifestFile, parseManifest, type Shard, type ShardedManifest, type Split } from '../manifest.ts';
import { packRows } from '../packed.ts';

export interface LabelledImages {
  readonly count: number;
  /** Grey values, `count` examples one after the other. */
  readonly values: Uint8Array;
  /** One class number per example. */
  readonly labels: Uint8Array;
}

export interface ShardedSource
  extends Pick<ShardedManifest, 'name' | 'description' | 'licence' | 'source' | 'classNames' | 'shape' | 'encoding'> {
  readonly train: LabelledImages;
  readonly test: LabelledImages;
  /** The grey value that decodes to 1; 255 unless the source counts otherwise. */
  readonly white?: number;
  readonly shardSize: number;
}

/** Writes shards, labels and manifest into `folder`. File names carry the encoding, so that both can stand side by side. */
export async function writeShards(
  folder: string,
  manifestName: string,
  source: ShardedSource,
): Promise<ShardedManifest> {
  mkdirSync(folder, { recursive: true });
  const { encoding, shape, white = 255 } = source;
  const size = shape.reduce((a, b) => a * b, 1);

  const writeShard = async (name: string, images: LabelledImages, index: number): Promise<Shard> => {
    const first = index * source.shardSize;
    const count = Math.min(source.shardSize, images.count - first);
    const rows = packRows(images.values.subarray(first * size, (first + count) * size), count, size, encoding);
    return { ...(await writeGzip(folder, `${name}-${encoding}-${index + 1}.bin`, rows)), first, count };
  };
  // All at once: zlib's threads compress side by side (MNIST in 4.6 s instead of 8.6 s on two cores).
  const writeSplit = async (name: 'train' | 'test', images: LabelledImages): Promise<Split> => {
    const indices = Array.from({ length: Math.ceil(images.count / source.shardSize) }, (_, index) => index);
    const [labels, ...shards] = await Promise.all([
      writeGzip(folder, `${name}-labels.bin`, images.labels),
      ...indices.map((index) => writeShard(name, images, index)),
    ]);
    return { count: images.count, shards, labels };
  };
  const [train, test] = await Promise.all([writeSplit('train', source.train), writeSplit('test', source.test)]);

  const scale = encoding === 'u4' ? 1 / 15 : 1 / white;
  const manifest: ShardedManifest = {
    format: 'slope-dataset',
    version: 1,
    kind: 'shards',
    name: source.name,
    description: source.description,
    licence: source.licence,
    source: source.source,
    shape,
    encoding,
    scale,
    offset: 0,
    classNames: source.classNames,
    ...statistics(
      source.train.values,
      encoding === 'u4' ? (value) => Math.round(value / 17) / 15 : (value) => value / white,
    ),
    splits: { train, test },
  };
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Whether a manifest and all its files stand in the folder, each with the promised checksum (10 ms for the 4-bit MNIST). */
export function isUpToDate(folder: string, manifestName: string, source: string): boolean {
  try {
    const manifest = parseManifest(readFileSync(join(folder, manifestName), 'utf8'), manifestName);
    if (manifest.kind !== 'shards' || manifest.source !== source) return false;
    return Object.values(manifest.splits)
      .flatMap((split: Split): ManifestFile[] => [split.labels, ...split.shards])
      .every(({ file, sha256 }) => checksum(readFileSync(join(folder, file))) === sha256);
  } catch {
    return false;
  }
}

/**
 * The ending is `.bin`, not `.gz`: development servers (Vite's among them) and Apache send `.gz` files with
 * `Content-Encoding: gzip`, and the browser would unpack them before the loader can check length and checksum.
 */
async function writeGzip(folder: string, file: string, content: Uint8Array): Promise<ManifestFile> {
  const compressed = await promisify(gzip)(content, { level: 9, memLevel: 9 });
  compressed[9] = 255; // operating system "unknown"; zlib leaves the time at 0, so equal input gives equal bytes
  writeFileSync(join(folder, file), compressed);
  return { file, bytes: compressed.length, sha256: checksum(compressed) };
}

const checksum = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Mean and standard deviation of the decoded values, to six decimals, from a histogram of the 256 grey values. */
function statistics(values: Uint8Array, decode: (value: number) => number): { mean: number; std: number } {
  const histogram = new Float64Array(256);
  for (const value of values) histogram[value] = (histogram[value] ?? 0) + 1;
  const average = (of: (value: number) => number) =>
    histogram.reduce((sum, count, value) => sum + count * of(value), 0) / values.length;
  const mean = average(decode);
  const variance = average((value) => (decode(value) - mean) ** 2);
  return { mean: Number(mean.toFixed(6)), std: Number(Math.sqrt(variance).toFixed(6)) };
}
