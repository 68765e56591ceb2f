// A trace: the graph that a function of tensors builds, with the tensors that it reads.

import { type GraphNode, topologicalOrder } from '../graph/node.ts';
import type { Shape } from '../graph/shape.ts';
import { input } from '../ops/leaves.ts';
import type { Tensor } from './tensor.ts';

export class Trace {
  /** The tensor of each input, by its number; undefined for those that a call fills in. */
  readonly inputs: (Tensor | undefined)[] = [];
  readonly #nodes = new Map<Tensor, GraphNode>();

  /** An input that a later call fills in. */
  placeholder(shape: Shape): GraphNode {
    this.inputs.push(undefined);
    return input(`${this.inputs.length - 1}`, shape);
  }

  /** The node of a concrete tensor. */
  nodeOf(tensor: Tensor): GraphNode {
    let node = this.#nodes.get(tensor);
    if (!node) {
      this.inputs.push(tensor);
      node = input(`${this.inputs.length - 1}`, tensor.shape);
      this.#nodes.set(tensor, node);
    }
    return node;
  }
}

/** JSON knows neither NaN and infinities nor −0, which are different constants. */
const exact = (_key: string, value: unknown) =>
  typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
    ? `#${Object.is(value, -0) ? '-0' : value}`
    : value;

/** A graph as text: equal for equal structures, whatever tensors they are applied to. */
export function structureOf(outputs: readonly GraphNode[]): string {
  const order = topologicalOrder(outputs);
  const numberOf = new Map(order.map((node, i) => [node, i]));
  const lines = order.map(
    ({ op, attributes, shape, inputs }) =>
      `${op} ${JSON.stringify(attributes, exact)} [${shape}] ${inputs.map((node) => numberOf.get(node))}`,
  );
  return `${lines.join('\n')}\n${outputs.map((node) => numberOf.get(node))}`;
}
