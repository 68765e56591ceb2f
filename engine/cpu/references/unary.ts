// Functions of one value.

import type { UnaryFunction } from '../../graph/node.ts';
import type { Reference } from '../reference.ts';

const geluInner = 0.7978845608; // √(2/π)

/** Stable for any x: no exponential of a large positive number. */
export const sigmoidOf = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

const values: Readonly<Record<UnaryFunction, (x: number) => number>> = {
  negate: (x) => -x,
  abs: Math.abs,
  square: (x) => x * x,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  sign: Math.sign,
  reciprocal: (x) => 1 / x,
  relu: (x) => Math.max(x, 0),
  leakyRelu: (x) => (x >= 0 ? x : 0.2 * x),
  sigmoid: sigmoidOf,
  tanh: Math.tanh,
  softplus: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  gelu: (x) => 0.5 * x * (1 + Math.tanh(geluInner * (x + 0.044715 * x ** 3))),
  step: (x) => (x > 0 ? 1 : 0),
};

export const unary: Reference<'unary'> = (node, [x], output) => {
  const value = values[node.attributes.function];
  for (let i = 0; i < output.length; i++) output[i] = value(x?.[i] ?? 0);
};
