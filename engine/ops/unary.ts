// Functions of one value: each line gives the derivative.

import { dispatch } from '../../shaders/kernel.ts';
import unaryKernel from '../../shaders/unary.wgsl';
import { type GraphNode, inputOf, type UnaryFunction } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { activationGradient } from './activation-gradient.ts';
import { add, divide, multiply, subtract } from './binary.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { fill } from './leaves.ts';

/** Cotangent of x, given the input, the output and the output's cotangent. */
type Gradient = (x: GraphNode, y: GraphNode, dy: GraphNode) => GraphNode;

const constant = (value: number) => fill([], value);
const geluInner = 0.7978845608; // √(2/π)

/** In the order of the switch in `shaders/unary.wgsl`. Steps are flat. */
const gradients: Readonly<Record<UnaryFunction, Gradient | undefined>> = {
  negate: (_x, _y, dy) => negate(dy),
  abs: (x, _y, dy) => multiply(dy, unary('sign', x)),
  square: (x, _y, dy) => multiply(dy, multiply(constant(2), x)),
  sqrt: (_x, y, dy) => divide(dy, multiply(constant(2), y)),
  exp: (_x, y, dy) => multiply(dy, y),
  log: (x, _y, dy) => divide(dy, x),
  sign: undefined,
  reciprocal: (_x, y, dy) => negate(multiply(dy, square(y))),
  relu: (_x, y, dy) => activationGradient('relu', dy, y),
  leakyRelu: (x, _y, dy) => multiply(dy, add(constant(0.2), multiply(constant(0.8), unary('step', x)))),
  sigmoid: (_x, y, dy) => activationGradient('sigmoid', dy, y),
  tanh: (_x, y, dy) => activationGradient('tanh', dy, y),
  softplus: (x, _y, dy) => multiply(dy, unary('sigmoid', x)),
  gelu: (x, _y, dy) => {
    const t = unary(
      'tanh',
      multiply(constant(geluInner), add(x, multiply(constant(0.044715), multiply(x, square(x))))),
    );
    const inner = multiply(constant(geluInner), add(constant(1), multiply(constant(3 * 0.044715), square(x))));
    const bent = multiply(multiply(constant(0.5), x), multiply(subtract(constant(1), square(t)), inner));
    return multiply(dy, add(multiply(constant(0.5), add(constant(1), t)), bent));
  },
  step: undefined,
};

const codes = Object.keys(gradients) as UnaryFunction[];

/** f(x), element by element. */
export const unary = (name: UnaryFunction, x: GraphNode): GraphNode =>
  makeNode('unary', unaryOp, [x], x.shape, { function: name });

export const negate = (x: GraphNode): GraphNode => unary('negate', x);
export const square = (x: GraphNode): GraphNode => unary('square', x);

export const unaryOp: OpDefinition<'unary'> = {
  gradient: (node, cotangent) => [gradients[node.attributes.function]?.(inputOf(node, 0), node, cotangent)],
  kernels: (node) => [
    dispatch(unaryKernel, {
      bindings: { x: inputOf(node, 0), y: node },
      overrides: { COUNT: sizeOf(node.shape), FUNCTION: codes.indexOf(node.attributes.function) },
      workgroups: workgroupsFor(sizeOf(node.shape), 64),
    }),
  ],
};
