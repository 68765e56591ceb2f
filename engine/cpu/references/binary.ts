// Functions of two values, broadcast.

import type { BinaryFunction } from '../../graph/node.ts';
import { binaryAxes } from '../../ops/binary.ts';
import type { Reference } from '../reference.ts';
import { walkRows } from './walk-rows.ts';

const values: Readonly<Record<BinaryFunction, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, b) => a ** b,
  maximum: Math.max,
  minimum: Math.min,
  equal: (a, b) => (a === b ? 1 : 0),
  greater: (a, b) => (a > b ? 1 : 0),
  greaterEqual: (a, b) => (a >= b ? 1 : 0),
  less: (a, b) => (a < b ? 1 : 0),
  lessEqual: (a, b) => (a <= b ? 1 : 0),
};

export const binary: Reference<'binary'> = (node, [a, b], output) => {
  if (!a || !b) return;
  const value = values[node.attributes.function];
  const axes = binaryAxes(node);
  const { size, strides } = axes[3];
  const [stepA = 0, stepB = 0] = strides;
  let i = 0;
  walkRows(axes, ([atA = 0, atB = 0]) => {
    for (let k = 0; k < size; k++) output[i++] = value(a[atA + k * stepA] ?? 0, b[atB + k * stepB] ?? 0);
  });
};
