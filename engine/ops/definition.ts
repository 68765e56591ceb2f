// What an op is: its gradient in terms of other ops, and the kernel calls that compute it.

import type { Dispatch } from '../../shaders/kernel.ts';
import type { GraphNode, OpAttributes, OpKind } from '../graph/node.ts';
import type { Shape } from '../graph/shape.ts';

/** What the choice between kernels may depend on. */
export interface DeviceTraits {
  /** A CPU that pretends to be a GPU: barriers cost far more there than registers. */
  readonly software: boolean;
  readonly subgroups: boolean;
}

/** Buffers that a whole program shares, beside those of its nodes. */
export type SharedBuffer = 'parameters' | 'gradients' | 'state' | 'clock' | 'knobs' | 'ring';

/** What a kernel's binding is bound to; `unused` is a small buffer for bindings that the overrides switch off. */
export type Operand = GraphNode | SharedBuffer | 'unused';

/** One dispatch, in terms of the graph. */
export type KernelCall = Dispatch<Operand>;

export interface OpDefinition<K extends OpKind> {
  /** Cotangents of the inputs, given the output's; `undefined` where none flows. */
  readonly gradient?: (node: GraphNode<K>, cotangent: GraphNode) => readonly (GraphNode | undefined)[];
  /** The dispatches that compute the node; none for leaves and views. */
  readonly kernels: (node: GraphNode<K>, traits: DeviceTraits) => readonly KernelCall[];
}

/**
 * Where a node carries its op's definition, so that a bundle holds only the ops that somebody imports.
 * Structured cloning drops symbol keys: the CPU worker computes nodes by their op's name, with `cpu/references`.
 */
const definitionKey = Symbol('definition');

interface Defined {
  [definitionKey]?: unknown;
}

/** Makes a node; ops use it after their shape rule. */
export const makeNode = <K extends OpKind>(
  op: K,
  definition: OpDefinition<K>,
  inputs: readonly GraphNode[],
  shape: Shape,
  attributes: OpAttributes[K],
): GraphNode<K> => ({ op, inputs, shape, attributes, [definitionKey]: definition }) as unknown as GraphNode<K>;

/** The definition of a node's op. */
export function definitionOf<K extends OpKind>(node: GraphNode<K>): OpDefinition<K> {
  const definition = (node as Defined)[definitionKey];
  if (!definition) throw new Error(`${node.op}: the node came from another thread without its definition`);
  return definition as OpDefinition<K>;
}

/** Workgroups for `count` invocations, folded into two dimensions beyond 65,535. */
export function workgroupsFor(count: number, workgroupSize: number): [number, number, number] {
  const groups = Math.max(1, Math.ceil(count / workgroupSize));
  if (groups <= 65_535) return [groups, 1, 1];
  const rows = Math.ceil(groups / 65_535);
  return [Math.ceil(groups / rows), rows, 1];
}
