// Cases of convolution and max-pooling.

import fc from 'fast-check';
import { conv2d } from '../../engine/ops/conv2d.ts';
import { maxPool } from '../../engine/ops/max-pool.ts';
import type { Case } from './harness.ts';
import { shown, some } from './shapes.ts';
import { indices, uniform } from './values.ts';

const edge = fc.constantFrom(1, 2, 3, 5, 7, 8, 13);
const channels = fc.constantFrom(1, 2, 3, 4, 5, 8, 9);
const window = fc.constantFrom(1, 2, 3, 5);
const images = fc.record({
  batch: fc.constantFrom(0, 1, 2, 3),
  height: edge,
  width: edge,
  channels,
  filters: channels,
  window: fc.tuple(window, window),
  strides: fc.tuple(fc.constantFrom(1, 2, 3), fc.constantFrom(1, 2, 3)),
  padding: fc.constantFrom('same' as const, 'valid' as const),
});
const fitting = images.filter(
  ({ height, width, window, padding }) => padding === 'same' || (window[0] <= height && window[1] <= width),
);

const convolutions = some(fitting, 180).map((one, i): Case => {
  const x = [one.batch, one.height, one.width, one.channels];
  const w = [...one.window, one.channels, one.filters];
  return {
    name: `conv2d ${shown(x, w)} strides ${one.strides} ${one.padding}`,
    inputs: [uniform(x, i, -1, 1), uniform(w, i + 1, -1, 1)],
    build: (a, b) => conv2d(a!, b!, one),
    terms: one.window[0] * one.window[1] * one.channels * 4,
  };
});

const pools = some(fitting, 140).flatMap((one, i): Case[] => {
  const x = [one.batch, one.height, one.width, one.channels];
  const name = `maxPool ${shown(x)} window ${one.window} strides ${one.strides} ${one.padding}`;
  return [
    { name, inputs: [uniform(x, i)], build: (a) => maxPool(a!, one.window, one) },
    // Equal values: no difference quotient there, but both executors must choose alike.
    {
      name: `${name} of equal values`,
      inputs: [indices(x, i, 2)],
      build: (a) => maxPool(a!, one.window, one),
      differentiate: [],
    },
  ];
});

const large: Case[] = [
  {
    name: 'conv2d of a long batch, kernel gradient in parts',
    inputs: [uniform([16, 14, 14, 3], 1, -1, 1), uniform([3, 3, 3, 8], 2, -1, 1)],
    build: (x, w) => conv2d(x!, w!, { padding: 'same' }),
    terms: 16 * 14 * 14,
  },
];

export const convolutionAndPooling: readonly Case[] = [...convolutions, ...pools, ...large];
