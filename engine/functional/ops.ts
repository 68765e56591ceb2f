// Functions of tensors, named as in NumPy and JAX. Each takes tensors or numbers, broadcasts as NumPy does, and gives a tensor.

import type { BinaryFunction, GraphNode, UnaryFunction } from '../graph/node.ts';
import { formatShape, normalizeAxes, type Shape, ShapeError, sizeOf } from '../graph/shape.ts';
import * as argmaxOps from '../ops/argmax.ts';
import { binary } from '../ops/binary.ts';
import * as broadcastOps from '../ops/broadcast.ts';
import * as choleskyOps from '../ops/cholesky.ts';
import * as concatOps from '../ops/concat.ts';
import * as conv2dOps from '../ops/conv2d.ts';
import * as dropoutOps from '../ops/dropout.ts';
import * as gatherOps from '../ops/gather.ts';
import * as kMeansOps from '../ops/k-means.ts';
import { fill, reshape as reshapeNode } from '../ops/leaves.ts';
import * as logSoftmaxOps from '../ops/log-softmax.ts';
import { matmul as matmulNode } from '../ops/matmul.ts';
import * as maxOps from '../ops/max.ts';
import * as maxPoolOps from '../ops/max-pool.ts';
import * as oneHotOps from '../ops/one-hot.ts';
import * as sliceOps from '../ops/slice.ts';
import * as softmaxOps from '../ops/softmax.ts';
import * as sumOps from '../ops/sum.ts';
import * as transposeOps from '../ops/transpose.ts';
import { unary } from '../ops/unary.ts';
import * as whereOps from '../ops/where.ts';
import type { WindowOptions } from '../ops/window.ts';
import { apply, type Tensor, type TensorLike } from './tensor.ts';

const one = (x: TensorLike, build: (x: GraphNode) => GraphNode): Tensor =>
  apply([x], ([node]) => build(node ?? fill([], 0)));
const two = (a: TensorLike, b: TensorLike, build: (a: GraphNode, b: GraphNode) => GraphNode): Tensor =>
  apply([a, b], ([first, second]) => build(first ?? fill([], 0), second ?? fill([], 0)));

const each = (name: UnaryFunction, x: TensorLike): Tensor => one(x, (node) => unary(name, node));
const pairwise = (name: BinaryFunction, a: TensorLike, b: TensorLike): Tensor =>
  two(a, b, (first, second) => binary(name, first, second));

// ---- Two values, broadcast. @throws ShapeError naming both shapes and the axis.

export const add = (a: TensorLike, b: TensorLike): Tensor => pairwise('add', a, b);
export const sub = (a: TensorLike, b: TensorLike): Tensor => pairwise('subtract', a, b);
export const mul = (a: TensorLike, b: TensorLike): Tensor => pairwise('multiply', a, b);
export const div = (a: TensorLike, b: TensorLike): Tensor => pairwise('divide', a, b);
/** a to the power b; the gradient by b is defined for a > 0 only. */
export const pow = (a: TensorLike, b: TensorLike): Tensor => pairwise('power', a, b);
export const maximum = (a: TensorLike, b: TensorLike): Tensor => pairwise('maximum', a, b);
export const minimum = (a: TensorLike, b: TensorLike): Tensor => pairwise('minimum', a, b);
/** Comparisons give 1 and 0. */
export const equal = (a: TensorLike, b: TensorLike): Tensor => pairwise('equal', a, b);
export const greater = (a: TensorLike, b: TensorLike): Tensor => pairwise('greater', a, b);
export const greaterEqual = (a: TensorLike, b: TensorLike): Tensor => pairwise('greaterEqual', a, b);
export const less = (a: TensorLike, b: TensorLike): Tensor => pairwise('less', a, b);
export const lessEqual = (a: TensorLike, b: TensorLike): Tensor => pairwise('lessEqual', a, b);

// ---- One value.

export const neg = (x: TensorLike): Tensor => each('negate', x);
export const abs = (x: TensorLike): Tensor => each('abs', x);
export const sign = (x: TensorLike): Tensor => each('sign', x);
export const square = (x: TensorLike): Tensor => each('square', x);
export const sqrt = (x: TensorLike): Tensor => each('sqrt', x);
export const exp = (x: TensorLike): Tensor => each('exp', x);
export const log = (x: TensorLike): Tensor => each('log', x);
export const reciprocal = (x: TensorLike): Tensor => each('reciprocal', x);
export const relu = (x: TensorLike): Tensor => each('relu', x);
/** x for x ≥ 0, else 0.2·x. */
export const leakyRelu = (x: TensorLike): Tensor => each('leakyRelu', x);
export const sigmoid = (x: TensorLike): Tensor => each('sigmoid', x);
export const tanh = (x: TensorLike): Tensor => each('tanh', x);
export const softplus = (x: TensorLike): Tensor => each('softplus', x);
/** The tanh form of Hendrycks & Gimpel 2016. */
export const gelu = (x: TensorLike): Tensor => each('gelu', x);
/** x held between `low` and `high`. */
export const clip = (x: TensorLike, low: number, high: number): Tensor =>
  one(x, (node) => whereOps.clamp(node, low, high));
/** `a` where `condition` is not 0, else `b`; all broadcast. */
export const where = (condition: TensorLike, a: TensorLike, b: TensorLike): Tensor =>
  apply([condition, a, b], ([c = fill([], 0), first = c, second = c]) => whereOps.where(c, first, second));

// ---- Over the last axis.

export const softmax = (x: TensorLike): Tensor => one(x, softmaxOps.softmax);
export const logSoftmax = (x: TensorLike): Tensor => one(x, logSoftmaxOps.logSoftmax);

// ---- Over axes: one, several, or all by default; negative ones count from the end.

export interface ReduceOptions {
  /** Keep the reduced axes with size 1; default false. */
  readonly keepDims?: boolean;
}

type Axes = number | readonly number[] | undefined;

/** Reduces, then takes the axes out unless they are kept. */
function reduced(
  name: string,
  x: TensorLike,
  axis: Axes,
  { keepDims = false }: ReduceOptions,
  build: (x: GraphNode, axes: readonly number[]) => GraphNode,
): Tensor {
  return one(x, (node) => {
    const axes = normalizeAxes(name, node.shape, typeof axis === 'number' ? [axis] : axis);
    const kept = build(node, axes);
    return keepDims
      ? kept
      : reshapeNode(
          kept,
          kept.shape.filter((_, i) => !axes.includes(i)),
        );
  });
}

export const sum = (x: TensorLike, axis?: Axes, options: ReduceOptions = {}): Tensor =>
  reduced('sum', x, axis, options, sumOps.sum);
export const mean = (x: TensorLike, axis?: Axes, options: ReduceOptions = {}): Tensor =>
  reduced('mean', x, axis, options, sumOps.mean);
export const max = (x: TensorLike, axis?: Axes, options: ReduceOptions = {}): Tensor =>
  reduced('max', x, axis, options, maxOps.max);
export const min = (x: TensorLike, axis?: Axes, options: ReduceOptions = {}): Tensor =>
  reduced('min', x, axis, options, maxOps.min);
/** Row-major position of the first maximum within the axes. */
export const argmax = (x: TensorLike, axis?: Axes, options: ReduceOptions = {}): Tensor =>
  reduced('argmax', x, axis, options, argmaxOps.argmax);

// ---- Shapes.

/** One size may be −1: it is what is left. @throws ShapeError when the counts differ. */
export const reshape = (x: TensorLike, shape: Shape): Tensor =>
  one(x, (node) => {
    const known = sizeOf(shape.filter((n) => n !== -1));
    return reshapeNode(
      node,
      shape.map((n) => (n === -1 ? sizeOf(node.shape) / known : n)),
    );
  });
/** The axes in the order of `permutation`, by default reversed. */
export const transpose = (x: TensorLike, permutation?: readonly number[]): Tensor =>
  one(x, (node) => transposeOps.transpose(node, permutation));
export const broadcastTo = (x: TensorLike, shape: Shape): Tensor =>
  one(x, (node) => broadcastOps.broadcastTo(node, shape));
/** Elements start + i·step for i below size, along each axis. */
export const slice = (x: TensorLike, start: readonly number[], size: Shape, step?: readonly number[]): Tensor =>
  one(x, (node) => sliceOps.slice(node, start, size, step));
export const concatenate = (parts: readonly TensorLike[], axis = 0): Tensor =>
  apply(parts, (nodes) => concatOps.concat(nodes, axis));
/** A last axis of `depth` with 1 at the index. */
export const oneHot = (indices: TensorLike, depth: number): Tensor =>
  one(indices, (node) => oneHotOps.oneHot(node, depth));
/** Rows of a table by index; zeros for an index outside. */
export const take = (table: TensorLike, indices: TensorLike): Tensor => two(table, indices, gatherOps.gather);

// ---- Images [batch, height, width, channels], and chance.

/**
 * Images with a bank of filters [height, width, channels, filters]: each filter's sum of products at each place of its window.
 * @throws ShapeError when channels differ or a window does not fit.
 */
export const conv2d = (images: TensorLike, filters: TensorLike, options: WindowOptions = {}): Tensor =>
  two(images, filters, (x, w) => conv2dOps.conv2d(x, w, options));
/** The largest value of each window, 2 × 2 by default; strides are the window's by default. @throws ShapeError */
export const maxPool2d = (
  images: TensorLike,
  window: number | readonly [number, number] = 2,
  options: WindowOptions = {},
): Tensor => one(images, (x) => maxPoolOps.maxPool(x, window, options));
/**
 * Elements zeroed with probability `rate`, the others divided by 1 − rate. The same whole-number `seed` drops the same places.
 * @throws RangeError when the rate is not in [0, 1).
 */
export const dropout = (x: TensorLike, rate: number, seed = 0): Tensor =>
  one(x, (node) => dropoutOps.dropout(node, rate, seed));

// ---- Linear algebra.

/**
 * The matrix product, as NumPy's: of matrices, of vectors (a row on the left, a column on the right), of as many pairs
 * of matrices as a first axis counts, or of those with one matrix. @throws ShapeError naming both shapes.
 */
export const matmul = (a: TensorLike, b: TensorLike): Tensor =>
  two(a, b, (left, right) => {
    if (left.shape.length === 0 || right.shape.length === 0) {
      throw new ShapeError(
        `matmul: ${formatShape(left.shape)}·${formatShape(right.shape)}: a scalar is no matrix; use mul`,
      );
    }
    const row = left.shape.length === 1;
    const column = right.shape.length === 1;
    const matrix = row ? reshapeNode(left, [1, ...left.shape]) : left;
    const second = column ? reshapeNode(right, [...right.shape, 1]) : right;
    const [count = 1, m = 1, k = 1] = matrix.shape;
    const many = matrix.shape.length === 3 && second.shape.length === 2;
    const flat = matmulNode(many ? reshapeNode(matrix, [count * m, k]) : matrix, second);
    const product = many ? reshapeNode(flat, [count, m, second.shape[1] ?? 1]) : flat;
    if (!row && !column) return product;
    const shape = product.shape.slice(0, -2);
    return reshapeNode(product, [
      ...shape,
      ...(row ? [] : product.shape.slice(-2, -1)),
      ...(column ? [] : product.shape.slice(-1)),
    ]);
  });
/** L of a symmetric positive definite matrix, A = L·Lᵀ. */
export const cholesky = (a: TensorLike): Tensor => one(a, choleskyOps.cholesky);
/** x of A·x = b for a symmetric positive definite matrix A. */
export const choleskySolve = (a: TensorLike, b: TensorLike): Tensor => two(a, b, choleskyOps.choleskySolve);

/** Index of the nearest center for each point, the first of equally near ones: points [n, d], centers [k, d] → [n]. */
export const kMeansAssign = (points: TensorLike, centers: TensorLike): Tensor =>
  two(points, centers, kMeansOps.kMeansAssign);
/** The mean of each center's points; a center without points stays: [n, d], [n], [k, d] → [k, d]. */
export const kMeansUpdate = (points: TensorLike, assignments: TensorLike, centers: TensorLike): Tensor =>
  apply([points, assignments, centers], (nodes) => {
    const [first = fill([], 0), second = fill([], 0), third = fill([], 0)] = nodes;
    return kMeansOps.kMeansUpdate(first, second, third);
  });
