// Made-up homes of one town: how large, how far from its centre; which kind they are, and what they cost.

import { f32Tensor } from '../../../datasets/packed.ts';
import { Random } from '../../../datasets/random.ts';
import type { Dataset } from '../../../engine/index.ts';

export interface Home {
  /** Square metres. */
  readonly size: number;
  /** Kilometres from the centre. */
  readonly distance: number;
  /** 0 flat, 1 house. */
  readonly kind: 0 | 1;
  /** Thousands of euros. */
  readonly price: number;
}

export type Question = 'kind' | 'price';

export const SIZE = [20, 180] as const;
export const DISTANCE = [0, 20] as const;
export const HOMES = 160;
const UNITS = { size: [95, 40], distance: [9, 5], price: [300, 130] } as const;

const within = (value: number, [min, max]: readonly [number, number]): number => Math.min(max, Math.max(min, value));

/** A town: flats are small and central, houses large and outside, with some of each among the others. */
export function town(seed: number): readonly Home[] {
  const random = new Random(seed + 40);
  return Array.from({ length: HOMES }, (): Home => {
    const distance = random.uniform(0.5, 19);
    const house = random.uniform() < 1 / (1 + Math.exp(-(distance - 8) / 2));
    const size = within(random.normal(house ? 116 : 64, house ? 27 : 21), [26, 174]);
    const price = (40 + 3.6 * size) * Math.exp(-distance / 24) + (house ? 25 : 0) + random.normal(0, 14);
    return {
      size: Math.round(size),
      distance: Math.round(distance * 10) / 10,
      kind: house ? 1 : 0,
      price: Math.round(price),
    };
  });
}

/** Sizes and distances as the network gets them: around 0, about 1 apart. */
export function inputsOf(homes: readonly Pick<Home, 'size' | 'distance'>[]): Float32Array {
  return Float32Array.from(
    homes.flatMap(({ size, distance }) => [
      (size - UNITS.size[0]) / UNITS.size[1],
      (distance - UNITS.distance[0]) / UNITS.distance[1],
    ]),
  );
}

/** The answers that the loss compares with: kinds as class numbers `[n]`, prices as a column `[n, 1]` around 0. */
export function datasetOf(homes: readonly Home[], question: Question): Dataset {
  const targets = homes.map(({ kind, price }) =>
    question === 'kind' ? kind : (price - UNITS.price[0]) / UNITS.price[1],
  );
  return {
    inputs: f32Tensor([homes.length, 2], inputsOf(homes)),
    targets: f32Tensor(question === 'kind' ? [homes.length] : [homes.length, 1], Float32Array.from(targets)),
  };
}

/** What the network's outputs mean: the probability of a house, or thousands of euros. */
export function answersOf(outputs: Float32Array, question: Question): Float32Array {
  return question === 'kind'
    ? Float32Array.from({ length: outputs.length / 2 }, (_, i) => outputs[2 * i + 1] ?? 0)
    : outputs.map((value) => value * UNITS.price[1] + UNITS.price[0]);
}

/** Further away than this from the real price counts as wrong. */
export const FAR_OFF = 50;

export const isWrong = (home: Home, answer: number, question: Question): boolean =>
  question === 'kind' ? answer > 0.5 !== (home.kind === 1) : Math.abs(answer - home.price) > FAR_OFF;
