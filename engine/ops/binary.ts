// Functions of two values, broadcast as NumPy does: each line gives both derivatives.

import binaryKernel from '../../shaders/binary.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type BinaryFunction, type GraphNode, inputOf } from '../graph/node.ts';
import { broadcastShapes, broadcastStrides, sizeOf } from '../graph/shape.ts';
import { fourAxes } from './axes.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { fill } from './leaves.ts';
import { sumTo } from './sum-to.ts';
import { unary } from './unary.ts';

/** Cotangents of a and b before they are summed back to their shapes. */
type Gradient = (a: GraphNode, b: GraphNode, z: GraphNode, dz: GraphNode) => readonly [GraphNode, GraphNode];

/** In the order of the switch in `shaders/binary.wgsl`. Comparisons are flat. */
const gradients: Readonly<Record<BinaryFunction, Gradient | undefined>> = {
  add: (_a, _b, _z, dz) => [dz, dz],
  subtract: (_a, _b, _z, dz) => [dz, unary('negate', dz)],
  multiply: (a, b, _z, dz) => [multiply(dz, b), multiply(dz, a)],
  divide: (_a, b, z, dz) => [divide(dz, b), unary('negate', divide(multiply(dz, z), b))],
  // z·log a counts for a > 0 only: elsewhere the power is 0, or no function of a real exponent.
  power: (a, b, z, dz) => [
    multiply(dz, multiply(b, power(a, oneLess(b)))),
    multiply(dz, multiply(multiply(z, binary('greater', a, fill([], 0))), unary('log', positive(a)))),
  ],
  maximum: (a, b, _z, dz) => byWinner(greaterEqual(a, b), dz),
  minimum: (a, b, _z, dz) => byWinner(lessEqual(a, b), dz),
  equal: undefined,
  greater: undefined,
  greaterEqual: undefined,
  less: undefined,
  lessEqual: undefined,
};

/** b − 1; the slope of a constant power 0 is 0, also where a⁻¹ is infinite. */
const oneLess = (b: GraphNode) =>
  b.op === 'fill' ? fill([], b.attributes.value === 0 ? 0 : b.attributes.value - 1) : subtract(b, fill([], 1));
const positive = (a: GraphNode) => binary('maximum', a, fill([], 1e-37));

const codes = Object.keys(gradients) as BinaryFunction[];

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

export const binaryOp: OpDefinition<'binary'> = {
  gradient: (node, cotangent) => {
    const [a, b] = [inputOf(node, 0), inputOf(node, 1)];
    const cotangents = gradients[node.attributes.function]?.(a, b, node, cotangent);
    return cotangents ? [sumTo(cotangents[0], a.shape), sumTo(cotangents[1], b.shape)] : [];
  },
  kernels: (node) => {
    const [s0, s1, s2, s3] = binaryAxes(node);
    return [
      dispatch(binaryKernel, {
        bindings: { a: inputOf(node, 0), b: inputOf(node, 1), z: node },
        overrides: {
          COUNT: sizeOf(node.shape),
          FUNCTION: codes.indexOf(node.attributes.function),
          SIZE_1: s1.size,
          SIZE_2: s2.size,
          SIZE_3: s3.size,
          A_STRIDE_0: s0.strides[0] ?? 0,
          A_STRIDE_1: s1.strides[0] ?? 0,
          A_STRIDE_2: s2.strides[0] ?? 0,
          A_STRIDE_3: s3.strides[0] ?? 0,
          B_STRIDE_0: s0.strides[1] ?? 0,
          B_STRIDE_1: s1.strides[1] ?? 0,
          B_STRIDE_2: s2.strides[1] ?? 0,
          B_STRIDE_3: s3.strides[1] ?? 0,
        },
        workgroups: workgroupsFor(sizeOf(node.shape), 64),
      }),
    ];
  },
};

/** The axes with both operands' strides; a fill is one value, wherever it is read. */
export function binaryAxes(node: GraphNode<'binary'>) {
  const strides = node.inputs.map(({ op, shape }) => broadcastStrides(op === 'fill' ? [] : shape, node.shape));
  return fourAxes(node.attributes.function, node.shape, strides);
}
