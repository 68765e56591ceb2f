// Makes public/digits and public/fashion-mnist from the originals that fetch.sh collects.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parseIdx } from '../build/idx.ts';
import { type LabelledImages, writeShards } from '../build/shards.ts';
import { Random } from '../random.ts';

const raw = process.argv[2];
if (!raw) throw new Error('usage: node bench/run.mjs datasets/sources/images.ts RAW (the folder that fetch.sh filled)');
const output = (name: string): string => fileURLToPath(new URL(`../public/${name}/`, import.meta.url));
const unzip = (file: string): Buffer => gunzipSync(readFileSync(join(raw, file)));

/** The rows of digits.csv: 64 numbers 0..16 and the digit. In the file's order the last rows are other people's writing, hence the shuffle. */
function digits(): { train: LabelledImages; test: LabelledImages } {
  const rows = unzip('digits.csv.gz')
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));
  const shuffled = Array.from(new Random(1).permutation(rows.length), (row) => rows[row] ?? []);
  const images = (part: number[][]): LabelledImages => ({
    count: part.length,
    values: Uint8Array.from(part.flatMap((row) => row.slice(0, 64))),
    labels: Uint8Array.from(part, (row) => row[64] ?? 0),
  });
  return { train: images(shuffled.slice(0, 1437)), test: images(shuffled.slice(1437)) };
}

await writeShards(output('digits'), 'manifest.json', {
  name: 'Digits 8×8',
  description: '1,797 handwritten digits, 8×8 values from 0 to 16, ink bright on dark',
  licence: { name: 'CC BY 4.0', holder: 'E. Alpaydin and C. Kaynak (1998), UCI Machine Learning Repository' },
  source: 'scikit-learn 1.2.1, digits.csv.gz; shuffled with seed 1, the first 1,437 to train on and 360 to test with',
  classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  shape: [8, 8],
  encoding: 'u8',
  white: 16,
  shardSize: 10_000,
  ...digits(),
});

/** The first images of a part: all 70,000 in 4 bits would be 13.6 MB. */
function fashion(prefix: string, count: number): LabelledImages {
  const { values } = parseIdx(unzip(`${prefix}-images-idx3-ubyte.gz`));
  const labels = parseIdx(unzip(`${prefix}-labels-idx1-ubyte.gz`)).values;
  return { count, values: values.subarray(0, count * 784), labels: labels.subarray(0, count) };
}

await writeShards(output('fashion-mnist'), 'manifest.json', {
  name: 'Fashion-MNIST',
  description:
    '30,000 of the 70,000 pictures of clothes, 28×28 grey values: the first 20,000 to train on, all 10,000 to test with',
  licence: { name: 'MIT', holder: 'Zalando SE', url: 'https://github.com/zalandoresearch/fashion-mnist' },
  source: 'Debian dataset-fashion-mnist 0.0~git20200523; grey values rounded to 16 levels, Math.round(v / 17)',
  classNames: ['T-shirt', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'],
  shape: [28, 28],
  encoding: 'u4',
  shardSize: 10_000,
  train: fashion('train', 20_000),
  test: fashion('t10k', 10_000),
});
