// Functions of two values, broadcast as NumPy does: each line gives the formula and both derivatives.

import binaryKernel from '../../shaders/binary.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type BinaryFunction, type GraphNode, inputOf } from '../graph/node.ts';
import { broadcastShapes, broadcastStrides, type Shape, ShapeError, sameShape, sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { fill, reshape } from './leaves.ts';
import { sum } from './sum.ts';
import { unary } from './unary.ts';

interface Formula {
  readonly value: (a: number, b: number) => number;
  /** Cotangents of a and b before they are summed back to their shapes; none for comparisons. */
  readonly gradient?: (a: GraphNode, b: GraphNode, z: GraphNode, dz: GraphNode) => readonly [GraphNode, GraphNode];
}

/** In the order of the switch in `shaders/binary.wgsl`. */
const formulas: Readonly<Record<BinaryFunction, Formula>> = {
  add: { value: (a, b) => a + b, gradient: (_a, _b, _z, dz) => [dz, dz] },
  subtract: { value: (a, b) => a - b, gradient: (_a, _b, _z, dz) => [dz, unary('negate', dz)] },
  multiply: { value: (a, b) => a * b, gradient: (a, b, _z, dz) => [multiply(dz, b), multiply(dz, a)] },
  divide: {
    value: (a, b) => a / b,
    gradient: (_a, b, z, dz) => [divide(dz, b), unary('negate', divide(multiply(dz, z), b))],
  },
  power: {
    value: (a, b) => a ** b,
    gradient: (a, b, z, dz) => [
      multiply(dz, multiply(b, power(a, subtract(b, fill([], 1))))),
      multiply(dz, multiply(z, unary('log', a))),
    ],
  },
  maximum: { value: Math.max, gradient: (a, b, _z, dz) => byWinner(greaterEqual(a, b), dz) },
  minimum: { value: Math.min, gradient: (a, b, _z, dz) => byWinner(lessEqual(a, b), dz) },
  equal: { value: (a, b) => (a === b ? 1 : 0) },
  greater: { value: (a, b) => (a > b ? 1 : 0) },
  greaterEqual: { value: (a, b) => (a >= b ? 1 : 0) },
  less: { value: (a, b) => (a < b ? 1 : 0) },
  lessEqual: { value: (a, b) => (a <= b ? 1 : 0) },
};

const codes = Object.keys(formulas) as BinaryFunction[];

const byWinner = (aWins: GraphNode, dz: GraphNode) =>
  [multiply(dz, aWins), multiply(dz, subtract(fill([], 1), aWins))] as const;

/** f(a, b), broadcast. @throws ShapeError naming both shapes. */
export const binary = (name: BinaryFunction, a: GraphNode, b: GraphNode): GraphNode =>
  makeNode('binary', binaryOp, [a, b], broadcastShapes(name, a.shape, b.shape), { function: name });

export const add = (a: GraphNode, b: GraphNode): GraphNode => binary('add', a, b);
export const subtract = (a: GraphNode, b: GraphNode): GraphNode => binary('subtract', a, b);
export const multiply = (a: GraphNode, b: GraphNode): GraphNode => binary('multiply', a, b);
export const divide = (a: GraphNode, b: GraphNode): GraphNode => binary('divide', a, b);
export const power = (a: GraphNode, b: GraphNode): GraphNode => binary('power', a, b);
export const greaterEqual = (a: GraphNode, b: GraphNode): GraphNode => binary('greaterEqual', a, b);
export const lessEqual = (a: GraphNode, b: GraphNode): GraphNode => binary('lessEqual', a, b);

/** Sums a cotangent over the axes that broadcasting repeated, back to `shape`. */
export function sumTo(x: GraphNode, shape: Shape): GraphNode {
  if (sameShape(x.shape, shape)) return x;
  const missing = x.shape.length - shape.length;
  const axes = x.shape.flatMap((n, axis) => (axis < missing || (shape[axis - missing] === 1 && n !== 1) ? [axis] : []));
  return reshape(axes.length > 0 ? sum(x, axes) : x, shape);
}

export const binaryOp: OpDefinition<'binary'> = {
  gradient: (node, cotangent) => {
    const [a, b] = [inputOf(node, 0), inputOf(node, 1)];
    const gradients = formulas[node.attributes.function].gradient?.(a, b, node, cotangent);
    return gradients ? [sumTo(gradients[0], a.shape), sumTo(gradients[1], b.shape)] : [undefined, undefined];
  },
  reference: (node, [a, b], output) => {
    if (!a || !b) return;
    const { value } = formulas[node.attributes.function];
    const axes = mergeAxes(node);
    let i = 0;
    for (let i0 = 0; i0 < axes[0].size; i0++)
      for (let i1 = 0; i1 < axes[1].size; i1++)
        for (let i2 = 0; i2 < axes[2].size; i2++) {
          const atA = i0 * axes[0].a + i1 * axes[1].a + i2 * axes[2].a;
          const atB = i0 * axes[0].b + i1 * axes[1].b + i2 * axes[2].b;
          for (let i3 = 0; i3 < axes[3].size; i3++)
            output[i++] = value(a[atA + i3 * axes[3].a] ?? 0, b[atB + i3 * axes[3].b] ?? 0);
        }
  },
  kernels: (node) => {
    const [s0, s1, s2, s3] = mergeAxes(node);
    return [
      dispatch(binaryKernel, {
        bindings: { a: inputOf(node, 0), b: inputOf(node, 1), z: node },
        overrides: {
          COUNT: sizeOf(node.shape),
          FUNCTION: codes.indexOf(node.attributes.function),
          SIZE_1: s1.size,
          SIZE_2: s2.size,
          SIZE_3: s3.size,
          A_STRIDE_0: s0.a,
          A_STRIDE_1: s1.a,
          A_STRIDE_2: s2.a,
          A_STRIDE_3: s3.a,
          B_STRIDE_0: s0.b,
          B_STRIDE_1: s1.b,
          B_STRIDE_2: s2.b,
          B_STRIDE_3: s3.b,
        },
        workgroups: workgroupsFor(sizeOf(node.shape), 64),
      }),
    ];
  },
};

interface Axis {
  size: number;
  a: number;
  b: number;
}

/** Four axes with both operands' strides: neighbours that both operands walk evenly are one axis. */
function mergeAxes(node: GraphNode<'binary'>): readonly [Axis, Axis, Axis, Axis] {
  const stridesA = broadcastStrides(inputOf(node, 0).shape, node.shape);
  const stridesB = broadcastStrides(inputOf(node, 1).shape, node.shape);
  const merged: Axis[] = [];
  for (const [axis, size] of node.shape.entries()) {
    if (size === 1) continue;
    const next = { size, a: stridesA[axis] ?? 0, b: stridesB[axis] ?? 0 };
    const last = merged.at(-1);
    if (last && last.a === next.a * size && last.b === next.b * size) {
      last.size *= size;
      last.a = next.a;
      last.b = next.b;
    } else merged.push(next);
  }
  if (merged.length > 4) {
    throw new ShapeError(
      `${node.attributes.function}: broadcasting over more than four alternating axes; reshape first`,
    );
  }
  const one = (): Axis => ({ size: 1, a: 0, b: 0 });
  while (merged.length < 4) merged.unshift(one());
  return [merged[0] ?? one(), merged[1] ?? one(), merged[2] ?? one(), merged[3] ?? one()];
}
