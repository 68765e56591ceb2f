// Two of the ten digits on 8×8 pixels, to be told apart by rules written by hand, or by a network.

import { datasetUrl, loadDataset } from '../../../datasets/loader.ts';
import { f32Tensor, unpackExample } from '../../../datasets/packed.ts';
import type { Dataset } from '../../../engine/index.ts';
import { basePath } from '../../base/assets.ts';

export const pairs = ['0-1', '3-8', '1-8', '2-8', '4-9', '5-6'] as const;
export type Pair = (typeof pairs)[number];

export const SIDE = 8;
export const PIXELS = SIDE * SIDE;

export interface Digit {
  /** Brightness of the ink, 0 to 1, row by row. */
  readonly pixels: Float32Array;
  readonly digit: number;
  /** It is the first one of the pair, which the rules describe. */
  readonly isFirst: boolean;
}

export interface PairOfDigits {
  readonly first: number;
  readonly second: number;
  readonly train: readonly Digit[];
  readonly unseen: readonly Digit[];
  readonly trainData: Dataset;
  readonly unseenData: Dataset;
  /** The mean picture of each of both. */
  readonly means: readonly [Float32Array, Float32Array];
}

const splits = new Map<string, Promise<Dataset>>();

/** Fetched once per page: all pairs are parts of the same 1,797 pictures. */
function wholeSplit(split: 'train' | 'test'): Promise<Dataset> {
  const known = splits.get(split);
  if (known) return known;
  const loading = loadDataset(datasetUrl('digits', basePath()), { split });
  splits.set(split, loading);
  loading.catch(() => splits.delete(split));
  return loading;
}

export async function loadPair(pair: Pair): Promise<PairOfDigits> {
  const [first = 0, second = 1] = pair.split('-').map(Number);
  const [train, unseen] = await Promise.all([wholeSplit('train'), wholeSplit('test')]);
  const parts = [train, unseen].map((split) => digitsOf(split, first, second));
  const [learned = [], asked = []] = parts;
  return {
    first,
    second,
    train: learned,
    unseen: asked,
    trainData: datasetOf(learned),
    unseenData: datasetOf(asked),
    means: [meanOf(learned.filter(({ isFirst }) => isFirst)), meanOf(learned.filter(({ isFirst }) => !isFirst))],
  };
}

function digitsOf({ inputs, targets }: Dataset, first: number, second: number): Digit[] {
  return Array.from({ length: inputs.shape[0] ?? 0 }, (_, i) => i).flatMap((i) => {
    const digit = targets.data[i] ?? -1;
    return digit === first || digit === second
      ? [{ pixels: unpackExample(inputs, i), digit, isFirst: digit === first }]
      : [];
  });
}

const datasetOf = (digits: readonly Digit[]): Dataset => ({
  inputs: f32Tensor([digits.length, PIXELS], Float32Array.from(digits.flatMap(({ pixels }) => [...pixels]))),
  targets: f32Tensor(
    [digits.length, 1],
    Float32Array.from(digits, ({ isFirst }) => Number(isFirst)),
  ),
});

function meanOf(digits: readonly Digit[]): Float32Array {
  const mean = new Float32Array(PIXELS);
  for (const { pixels } of digits) {
    pixels.forEach((ink, i) => {
      mean[i] = (mean[i] ?? 0) + ink / digits.length;
    });
  }
  return mean;
}

// ---- Rules

/** What a rule asks of a pixel. */
export type Wish = 'ink' | 'paper';
/** By the pixel's number, row by row. */
export type Rules = ReadonlyMap<number, Wish>;

/** "42p,43i": pixel 42 is paper, pixel 43 is ink; undefined when it is something else. */
export function parseRules(text: string): Rules | undefined {
  const rules = new Map<number, Wish>();
  for (const part of text.split(',').filter(Boolean)) {
    const [, number, wish] = /^(\d{1,2})([ip])$/.exec(part.trim()) ?? [];
    if (number === undefined || Number(number) >= PIXELS) return undefined;
    rules.set(Number(number), wish === 'i' ? 'ink' : 'paper');
  }
  return rules;
}

export const rulesText = (rules: Rules): string =>
  [...rules]
    .sort(([a], [b]) => a - b)
    .map(([pixel, wish]) => `${pixel}${wish === 'ink' ? 'i' : 'p'}`)
    .join(',');

/** All of them must hold; a picture that breaks one is the other digit. */
export const obeys = (pixels: Float32Array, rules: Rules): boolean =>
  [...rules].every(([pixel, wish]) => (pixels[pixel] ?? 0) > 0.5 === (wish === 'ink'));
