// Functions of one value: each line gives the formula and its derivative.

import { dispatch } from '../../shaders/kernel.ts';
import unaryKernel from '../../shaders/unary.wgsl';
import { type GraphNode, inputOf, type UnaryFunction } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { activationGradient } from './activation-gradient.ts';
import { add, divide, multiply, subtract } from './binary.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { fill } from './leaves.ts';

interface Formula {
  readonly value: (x: number) => number;
  /** Cotangent of x, given the input, the output and the output's cotangent. */
  readonly gradient: (x: GraphNode, y: GraphNode, dy: GraphNode) => GraphNode | undefined;
}

const constant = (value: number) => fill([], value);
const sigmoidOf = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
const geluInner = 0.7978845608; // √(2/π)

/** In the order of the switch in `shaders/unary.wgsl`. */
const formulas: Readonly<Record<UnaryFunction, Formula>> = {
  negate: { value: (x) => -x, gradient: (_x, _y, dy) => negate(dy) },
  abs: { value: Math.abs, gradient: (x, _y, dy) => multiply(dy, unary('sign', x)) },
  square: { value: (x) => x * x, gradient: (x, _y, dy) => multiply(dy, multiply(constant(2), x)) },
  sqrt: { value: Math.sqrt, gradient: (_x, y, dy) => divide(dy, multiply(constant(2), y)) },
  exp: { value: Math.exp, gradient: (_x, y, dy) => multiply(dy, y) },
  log: { value: Math.log, gradient: (x, _y, dy) => divide(dy, x) },
  sign: { value: Math.sign, gradient: () => undefined },
  reciprocal: { value: (x) => 1 / x, gradient: (_x, y, dy) => negate(multiply(dy, square(y))) },
  relu: { value: (x) => Math.max(x, 0), gradient: (_x, y, dy) => activationGradient('relu', dy, y) },
  leakyRelu: {
    value: (x) => (x >= 0 ? x : 0.2 * x),
    gradient: (x, _y, dy) => multiply(dy, add(constant(0.2), multiply(constant(0.8), unary('step', x)))),
  },
  sigmoid: { value: sigmoidOf, gradient: (_x, y, dy) => activationGradient('sigmoid', dy, y) },
  tanh: { value: Math.tanh, gradient: (_x, y, dy) => activationGradient('tanh', dy, y) },
  softplus: {
    value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    gradient: (x, _y, dy) => multiply(dy, unary('sigmoid', x)),
  },
  gelu: {
    value: (x) => 0.5 * x * (1 + Math.tanh(geluInner * (x + 0.044715 * x ** 3))),
    gradient: (x, _y, dy) => {
      const t = unary(
        'tanh',
        multiply(constant(geluInner), add(x, multiply(constant(0.044715), multiply(x, square(x))))),
      );
      const inner = multiply(constant(geluInner), add(constant(1), multiply(constant(3 * 0.044715), square(x))));
      const bent = multiply(multiply(constant(0.5), x), multiply(subtract(constant(1), square(t)), inner));
      return multiply(dy, add(multiply(constant(0.5), add(constant(1), t)), bent));
    },
  },
  step: { value: (x) => (x > 0 ? 1 : 0), gradient: () => undefined },
};

const codes = Object.keys(formulas) as UnaryFunction[];

/** f(x), element by element. */
export const unary = (name: UnaryFunction, x: GraphNode): GraphNode =>
  makeNode('unary', unaryOp, [x], x.shape, { function: name });

export const negate = (x: GraphNode): GraphNode => unary('negate', x);
export const square = (x: GraphNode): GraphNode => unary('square', x);

export const unaryOp: OpDefinition<'unary'> = {
  gradient: (node, cotangent) => [formulas[node.attributes.function].gradient(inputOf(node, 0), node, cotangent)],
  reference: (node, [x], output) => {
    const { value } = formulas[node.attributes.function];
    for (let i = 0; i < output.length; i++) output[i] = value(x?.[i] ?? 0);
  },
  kernels: (node) => [
    dispatch(unaryKernel, {
      bindings: { x: inputOf(node, 0), y: node },
      overrides: { COUNT: sizeOf(node.shape), FUNCTION: codes.indexOf(node.attributes.function) },
      workgroups: workgroupsFor(sizeOf(node.shape), 64),
    }),
  ],
};
