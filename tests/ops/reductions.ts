// Cases of sums, means, maxima, positions of maxima, and softmax.

import fc from 'fast-check';
import type { GraphNode } from '../../engine/graph/node.ts';
import { type Shape, sizeOf } from '../../engine/graph/shape.ts';
import { argmax } from '../../engine/ops/argmax.ts';
import { argmaxOverAxes } from '../../engine/ops/argmax-over-axes.ts';
import { logSoftmax } from '../../engine/ops/log-softmax.ts';
import { max, min } from '../../engine/ops/max.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { mean, sum } from '../../engine/ops/sum.ts';
import type { Case } from './harness.ts';
import { positive, shapeOf, shown, some } from './shapes.ts';
import { indices, uniform } from './values.ts';

const axesOf = (shape: Shape) => fc.subarray(shape.map((_, axis) => axis));
const shapeWithAxes = shapeOf(0, 4).chain((shape) => fc.tuple(fc.constant(shape), axesOf(shape)));
const filledWithAxes = shapeOf(1, 4, positive).chain((shape) => fc.tuple(fc.constant(shape), axesOf(shape)));
const both = <T>(values: readonly T[]) =>
  values.flatMap((value) => [true, false].map((asHardware) => ({ value, asHardware })));

function reduction(
  name: string,
  op: (x: GraphNode, axes: readonly number[]) => GraphNode,
  cases: readonly (readonly [Shape, readonly number[]])[],
  differentiate?: readonly number[],
): Case[] {
  return both(cases).map(({ value: [shape, axes], asHardware }, i) => ({
    name: `${name} ${shown(shape)} over [${axes}]${asHardware ? ' as hardware' : ''}`,
    inputs: [uniform(shape, i)],
    build: (x) => op(x!, axes),
    terms: sizeOf(axes.map((axis) => shape[axis] ?? 1)),
    asHardware,
    ...(differentiate && { differentiate }),
  }));
}

/** Reduced in two or three stages. */
const long: readonly (readonly [Shape, readonly number[]])[] = [
  [[100_003], [0]],
  [[3, 20_011], [1]],
  [[20_011, 3], [0]],
  [[2, 9001, 4], [1]],
  [[5, 8192], [1]],
  [[1025, 64], [0]],
];
/** More results than 65,535 workgroups of one result, or of 64, have. */
const many: readonly (readonly [Shape, readonly number[]])[] = [
  [[65_537, 37], [1]],
  [[65_537 * 64, 2], [1]],
];

const tied = some(filledWithAxes, 40).map(
  ([shape, axes], i): Case => ({
    name: `argmax with ties ${shown(shape)} over [${axes}]`,
    inputs: [indices(shape, i, 3)],
    build: (x) => argmaxOverAxes(x!, axes),
    differentiate: [],
  }),
);

const argmaxOfRows = [
  [3, 1000],
  [1, 65],
  [2, 70_001],
  [70_000, 70],
].flatMap((shape, i): Case[] =>
  [uniform(shape, i), indices(shape, i, 3)].map((x) => ({
    name: `argmax of rows ${shown(shape)}`,
    inputs: [x],
    build: (node) => argmax(node!, [1]),
    differentiate: [],
    asHardware: true,
  })),
);

const argmaxOfColumns = [
  [2, 300, 5],
  [1, 100, 40],
].map(
  (shape, i): Case => ({
    name: `argmax of columns ${shown(shape)}`,
    inputs: [indices(shape, i, 50)],
    build: (node) => argmax(node!, [1]),
    differentiate: [],
    asHardware: true,
  }),
);

const rowsOf = (name: string, op: (x: GraphNode) => GraphNode): Case[] => [
  ...both([...some(shapeOf(1, 3), 90), [7, 1000], [3, 1023]]).map(
    ({ value: shape, asHardware }, i): Case => ({
      name: `${name} ${shown(shape)}${asHardware ? ' as hardware' : ''}`,
      inputs: [uniform(shape, i, -6, 6)],
      build: (x) => op(x!),
      asHardware,
    }),
  ),
  {
    name: `${name} of 65,537 rows as hardware`,
    inputs: [uniform([65_537, 33], 3)],
    build: (x) => op(x!),
    differentiate: [],
    asHardware: true,
  },
];

export const reductions: readonly Case[] = [
  ...reduction('sum', sum, [...some(shapeWithAxes, 110), ...long]),
  ...reduction('sum', sum, many, []),
  ...reduction('mean', mean, [...some(filledWithAxes, 40), ...long.slice(0, 2)]),
  ...reduction('max', max, [...some(filledWithAxes, 80), ...long]),
  ...reduction('max', max, many, []),
  ...reduction('min', min, some(filledWithAxes, 30)),
  ...reduction('argmax', argmaxOverAxes, [...some(filledWithAxes, 50), ...long.slice(0, 3)], []),
  ...reduction(
    'argmax of neighbours',
    argmax,
    some(shapeOf(1, 3, positive), 30).map((shape) => [shape, [0]] as const),
    [],
  ),
  ...tied,
  ...argmaxOfRows,
  ...argmaxOfColumns,
  ...rowsOf('softmax', softmax),
  ...rowsOf('logSoftmax', logSoftmax),
];
