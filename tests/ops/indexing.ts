// Cases of ops that move elements.

import fc from 'fast-check';
import { type Shape, sizeOf } from '../../engine/graph/shape.ts';
import { broadcastTo } from '../../engine/ops/broadcast.ts';
import { concat } from '../../engine/ops/concat.ts';
import { gather } from '../../engine/ops/gather.ts';
import { reshape } from '../../engine/ops/leaves.ts';
import { oneHot } from '../../engine/ops/one-hot.ts';
import { pad } from '../../engine/ops/pad.ts';
import { scatterAdd } from '../../engine/ops/scatter-add.ts';
import { slice } from '../../engine/ops/slice.ts';
import { transpose } from '../../engine/ops/transpose.ts';
import type { Case } from './harness.ts';
import { broadcastPair, shapeOf, shown, size, some } from './shapes.ts';
import { indices, uniform } from './values.ts';

const permuted = shapeOf(0, 4).chain((shape) =>
  fc.tuple(
    fc.constant(shape),
    fc.shuffledSubarray(
      shape.map((_, axis) => axis),
      { minLength: shape.length },
    ),
  ),
);

const transposeCases = some(permuted, 220).map(
  ([shape, permutation], i): Case => ({
    name: `transpose ${shown(shape)} by [${permutation}]`,
    inputs: [uniform(shape, i)],
    build: (x) => transpose(x!, permutation),
  }),
);

/** For each axis: how long, from where, by which step, and how many. */
const sliceAxis = fc
  .tuple(size, fc.nat(10), fc.constantFrom(1, 1, 2, 3), fc.nat(70))
  .map(([length, from, step, wanted]) => {
    const start = Math.min(from, length);
    return { length, start, step, count: Math.min(wanted, Math.ceil((length - start) / step)) };
  });
const slices = fc
  .array(sliceAxis, { minLength: 1, maxLength: 4 })
  .filter((axes) => axes.reduce((n, { length }) => n * length, 1) <= 20_000);

const sliceCases = some(slices, 200).map((axes, i): Case => {
  const shape = axes.map(({ length }) => length);
  const [start, count, step] = [axes.map((a) => a.start), axes.map((a) => a.count), axes.map((a) => a.step)];
  return {
    name: `slice ${shown(shape)} from [${start}] ${shown(count)} by [${step}]`,
    inputs: [uniform(shape, i)],
    build: (x) => slice(x!, start, count, step),
  };
});

const padCases = some(slices, 160).map((axes, i): Case => {
  const shape = axes.map(({ count }) => count);
  const target = axes.map(({ length }) => length);
  const [start, step] = [axes.map((a) => a.start), axes.map((a) => a.step)];
  return {
    name: `pad ${shown(shape)} into ${shown(target)} from [${start}] by [${step}]`,
    inputs: [uniform(shape, i)],
    build: (x) => pad(x!, target, start, { step, value: i % 3 }),
    // Padding with a value is affine: its scaled gradient is still the slice.
  };
});

const broadcastCases = some(broadcastPair, 120).map(([a, b], i): Case => {
  const rank = Math.max(a.length, b.length);
  const target = Array.from({ length: rank }, (_, axis) => {
    const [m = 1, n = 1] = [a[axis - rank + a.length], b[axis - rank + b.length]];
    return m === 1 ? n : m;
  });
  return { name: `broadcastTo ${shown(a, target)}`, inputs: [uniform(a, i)], build: (x) => broadcastTo(x!, target) };
});

const parts = fc
  .tuple(shapeOf(1, 3), fc.nat(2), fc.array(fc.constantFrom(0, 1, 3, 8, 65), { minLength: 1, maxLength: 4 }))
  .map(([shape, axis, lengths]): { shapes: Shape[]; axis: number } => {
    const along = axis % shape.length;
    return { shapes: lengths.map((n) => shape.map((m, i) => (i === along ? n : Math.min(m, 20)))), axis: along };
  });

const concatCases = some(parts, 180).map(
  ({ shapes, axis }, i): Case => ({
    name: `concat ${shown(...shapes)} along ${axis}`,
    inputs: shapes.map((shape, k) => uniform(shape, i + k)),
    build: (...nodes) => concat(nodes, axis),
  }),
);

const oneHotCases = some(fc.tuple(shapeOf(0, 2), fc.constantFrom(1, 2, 10, 65)), 100).map(
  ([shape, depth], i): Case => ({
    name: `oneHot ${shown(shape)} of ${depth}`,
    // One index more than there are classes: a row of zeros.
    inputs: [indices(shape, i, depth + 1)],
    build: (x) => oneHot(x!, depth),
    differentiate: [],
  }),
);

const tables = fc
  .tuple(shapeOf(1, 3), shapeOf(0, 2))
  .filter(([table, rows]) => sizeOf(table.slice(1)) * sizeOf(rows) <= 20_000);

const gatherCases = some(tables, 140).map(
  ([table, rows], i): Case => ({
    name: `gather ${shown(table, rows)}`,
    inputs: [uniform(table, i), indices(rows, i + 1, (table[0] ?? 0) + 1)],
    build: (x, at) => gather(x!, at!),
    differentiate: [0],
    terms: sizeOf(rows),
  }),
);

const scatterCases = some(tables, 140).map(([[count = 0, ...row], [rows = 3]], i): Case => {
  return {
    name: `scatterAdd ${shown([count, ...row])} to ${rows} rows`,
    inputs: [uniform([count, ...row], i), indices([count], i + 1, rows + 1)],
    build: (x, at) => scatterAdd(x!, at!, rows),
    differentiate: [0],
    terms: count,
  };
});

/** More indices than each sum looks through: they are sorted. The last shapes have few rows, whose runs are cut. */
const sortedScatterCases = [
  [257, 1, 3],
  [300, 5, 1000],
  [1024, 2, 65],
  [1025, 3, 7],
  [4099, 1, 64],
  [20_000, 3, 2],
  [70_000, 1, 5],
].map(
  ([count = 0, width = 1, rows = 1], i): Case => ({
    name: `scatterAdd of ${count} rows of ${width} to ${rows}`,
    inputs: [uniform([count, width], i), indices([count], i + 1, rows + 1)],
    build: (x, at) => scatterAdd(x!, at!, rows),
    differentiate: [0],
    terms: count,
  }),
);

const reshapeCases = some(shapeOf(0, 4), 40).map(
  (shape, i): Case => ({
    name: `reshape ${shown(shape)}`,
    inputs: [uniform(shape, i)],
    build: (x) => reshape(x!, [1, sizeOf(shape)]),
  }),
);

const large: Case[] = [
  { name: 'transpose of 4 M', inputs: [uniform([2049, 2050], 1)], build: (x) => transpose(x!), differentiate: [] },
  {
    name: 'slice of 4 M',
    inputs: [uniform([2049, 2060], 1)],
    build: (x) => slice(x!, [0, 5], [2049, 2050]),
    differentiate: [],
  },
  {
    name: 'pad to 4 M',
    inputs: [uniform([2000, 2000], 1)],
    build: (x) => pad(x!, [2049, 2050], [3, 4]),
    differentiate: [],
  },
];

export const indexing: readonly Case[] = [
  ...transposeCases,
  ...sliceCases,
  ...padCases,
  ...broadcastCases,
  ...concatCases,
  ...oneHotCases,
  ...gatherCases,
  ...scatterCases,
  ...sortedScatterCases,
  ...reshapeCases,
  ...large,
];
