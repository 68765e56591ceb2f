// A program: the graph of one step with what is read from it, as plain data that any executor can run.

import type { GraphNode } from '../graph/node.ts';
import { type Shape, sizeOf } from '../graph/shape.ts';

/** One parameter's place in the flat buffers. */
export interface ParameterSlot {
  readonly name: string;
  readonly shape: Shape;
  /** In elements; slots start at multiples of 64 elements (256 bytes), as bind group offsets must. */
  readonly offset: number;
}

export interface ParameterLayout {
  readonly slots: readonly ParameterSlot[];
  /** Elements of the flat parameter and gradient buffers, gaps included. */
  readonly length: number;
}

/** Whether a model is so small that its steps may be done whole, many to a dispatch. */
export const isSmall = ({ length }: ParameterLayout): boolean => length <= 16_384;

/** The place of each parameter in the flat buffers, in order. */
export function layoutParameters(
  parameters: readonly { readonly name: string; readonly shape: Shape }[],
): ParameterLayout {
  let length = 0;
  const slots = parameters.map(({ name, shape }) => {
    const offset = length;
    length += Math.ceil(sizeOf(shape) / 64) * 64;
    return { name, shape, offset };
  });
  return { slots, length: Math.max(length, 64) };
}

export interface Gradient {
  readonly parameter: GraphNode<'parameter'>;
  readonly node: GraphNode;
}

export interface Program {
  readonly name: string;
  readonly layout: ParameterLayout;
  /** Elements of the flat optimizer state buffer. */
  readonly stateLength: number;
  /** Nodes whose values are read back, by their position here. */
  readonly outputs: readonly GraphNode[];
  /** Nodes that are written into the flat gradient buffer. */
  readonly gradients: readonly Gradient[];
  /** Nodes run for what they write, in this order, after all others: the optimizer, then the tick. */
  readonly effects: readonly GraphNode[];
  /** Columns that the tick sums beside the loss. */
  readonly metricNames: readonly string[];
}
