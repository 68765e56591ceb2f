// Cases of matrix products, factorisations, and k-means.

import fc from 'fast-check';
import type { GraphNode } from '../../engine/graph/node.ts';
import { add } from '../../engine/ops/binary.ts';
import { cholesky, choleskySolve, lowerTriangle } from '../../engine/ops/cholesky.ts';
import { kMeansAssign, kMeansUpdate } from '../../engine/ops/k-means.ts';
import { matmul } from '../../engine/ops/matmul.ts';
import { triangularSolve } from '../../engine/ops/triangular-solve.ts';
import type { Case } from './harness.ts';
import { shown, size, some } from './shapes.ts';
import { indices, type Tensor, uniform } from './values.ts';

const transposes = [
  { transposeA: false, transposeB: false },
  { transposeA: false, transposeB: true },
  { transposeA: true, transposeB: false },
  { transposeA: true, transposeB: true },
];

const sizes = fc.tuple(size, size, size).filter(([m, k, n]) => m * k * n <= 300_000);

const product = (
  batch: readonly number[],
  m: number,
  k: number,
  n: number,
  flags: (typeof transposes)[number],
  i: number,
): Case => ({
  name: `matmul ${shown([...batch, m, k], [...batch, k, n])}${flags.transposeA ? ' TA' : ''}${flags.transposeB ? ' TB' : ''}`,
  inputs: [
    uniform([...batch, ...(flags.transposeA ? [k, m] : [m, k])], i, -1, 1),
    uniform([...batch, ...(flags.transposeB ? [n, k] : [k, n])], i + 1, -1, 1),
  ],
  build: (a, b) => matmul(a!, b!, flags),
  terms: Math.max(m, k, n),
  // What software adapters get compiles slowly, and has a test of its own: a quarter of the cases is enough.
  asHardware: i % 4 !== 0,
});

const matmulCases = transposes.flatMap((flags) => [
  ...some(sizes, 25).map(([m, k, n], i) => product([], m, k, n, flags, i)),
  ...some(fc.tuple(fc.constantFrom(0, 1, 2, 5, 33), sizes), 30)
    .filter(([batch, [m, k, n]]) => batch * m * k * n <= 600_000)
    .map(([batch, [m, k, n]], i) => product([batch], m, k, n, flags, i)),
]);

const large: Case[] = [
  { ...product([65_537], 2, 3, 2, transposes[0]!, 1), differentiate: [] },
  { ...product([], 8 * 65_537, 2, 3, transposes[0]!, 1), differentiate: [] },
  { ...product([], 2, 1, 8 * 65_537, transposes[1]!, 1), differentiate: [] },
  { ...product([], 4096, 4, 513, transposes[0]!, 1), differentiate: [] },
];

/** A = M·Mᵀ + n·I from any M: symmetric positive definite, also after M moves a little. */
const definite = (m: GraphNode, ridge: GraphNode) => add(matmul(m, m, { transposeB: true }), ridge);
const ridgeOf = (n: number): Tensor => ({
  shape: [n, n],
  values: Float32Array.from({ length: n * n }, (_, i) => (Math.floor(i / n) === i % n ? n : 0)),
});

const orders = [0, 1, 2, 3, 5, 7, 8, 13, 31, 33, 63, 64, 65, 70];

const choleskyCases = orders.flatMap((n, i): Case[] => [
  {
    name: `cholesky ${n}`,
    inputs: [uniform([n, n], i, -1, 1), ridgeOf(n)],
    build: (m, ridge) => cholesky(definite(m!, ridge!)),
    differentiate: [0],
    terms: n,
    asHardware: true,
  },
  {
    name: `choleskySolve ${n}`,
    inputs: [uniform([n, n], i, -1, 1), ridgeOf(n), uniform([n, 3], i + 1)],
    build: (m, ridge, b) => choleskySolve(definite(m!, ridge!), b!),
    differentiate: [0, 2],
    terms: n,
    asHardware: true,
  },
]);

/** A lower triangle that is well conditioned: small below a diagonal of 2. */
const triangle = (n: number, seed: number): Tensor => {
  const { shape, values } = uniform([n, n], seed, -1 / Math.max(n, 1), 1 / Math.max(n, 1));
  return { shape, values: values.map((v, i) => (Math.floor(i / n) === i % n ? 2 + v : v)) };
};

const triangularCases = some(
  fc.tuple(fc.constantFrom(...orders), fc.constantFrom(0, 1, 2, 64, 65), fc.boolean()),
  70,
).map(
  ([n, m, transpose], i): Case => ({
    name: `triangularSolve ${n}, ${m} right sides${transpose ? ', transposed' : ''}`,
    inputs: [triangle(n, i), uniform([n, m], i + 1)],
    build: (l, b) => triangularSolve(l!, b!, { transpose }),
    terms: n,
    asHardware: true,
  }),
);

const lowerCases = orders.map(
  (n, i): Case => ({
    name: `lowerTriangle ${n}`,
    inputs: [uniform([n, n], i)],
    build: (x) => lowerTriangle(x!, 0.5),
  }),
);

const clouds = fc.tuple(size, fc.constantFrom(1, 2, 3, 10), fc.constantFrom(1, 2, 3, 65));

const kMeansCases = some(clouds, 60).flatMap(([n, k, d], i): Case[] => [
  {
    name: `kMeansAssign ${n} points of ${d} to ${k}`,
    inputs: [uniform([n, d], i), uniform([k, d], i + 1)],
    build: (points, centers) => kMeansAssign(points!, centers!),
    differentiate: [],
  },
  {
    name: `kMeansUpdate ${n} points of ${d} to ${k}`,
    // One center more than is assigned: it has no points and stays.
    inputs: [uniform([n, d], i), indices([n], i + 1, k), uniform([k + 1, d], i + 2)],
    build: (points, assignments, centers) => kMeansUpdate(points!, assignments!, centers!),
    differentiate: [0, 2],
    terms: n,
    asHardware: true,
  },
]);

export const linearAlgebra: readonly Case[] = [
  ...matmulCases,
  ...large,
  ...choleskyCases,
  ...triangularCases,
  ...lowerCases,
  ...kMeansCases,
];
