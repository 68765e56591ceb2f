// Named fusions: groups of nodes that one kernel computes. There is no generic fuser: each pattern has a name.

import type { FusedActivation, GraphNode } from '../graph/node.ts';
import { inputOf } from '../graph/node.ts';
import { sameShape } from '../graph/shape.ts';
import { gatherBatchCall } from '../ops/batch.ts';
import { type DeviceTraits, definitionOf, type KernelCall } from '../ops/definition.ts';
import { matmulCalls } from '../ops/matmul-call.ts';
import { rowLossCall } from '../ops/row-loss.ts';
import { crossEntropyCall } from '../ops/softmax-cross-entropy.ts';

/** Nodes computed together, and how. */
export interface Group {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly calls: (traits: DeviceTraits) => readonly KernelCall[];
}

/** The graph as the patterns see it. */
interface View {
  readonly order: readonly GraphNode[];
  /** Nodes that read a node. */
  readonly consumers: ReadonlyMap<GraphNode, readonly GraphNode[]>;
  /** Nodes whose value must exist in memory: outputs and gradients. */
  readonly kept: ReadonlySet<GraphNode>;
}

type Pattern = (node: GraphNode, view: View) => Group | undefined;

const fusedActivations: readonly string[] = ['relu', 'sigmoid', 'tanh'] satisfies FusedActivation[];

/** The only reader of a node that nothing else needs. */
function soleConsumer(node: GraphNode, { consumers, kept }: View): GraphNode | undefined {
  const readers = consumers.get(node) ?? [];
  return readers.length === 1 && !kept.has(node) ? readers[0] : undefined;
}

/** dense: matmul, + bias, activation. */
const dense: Pattern = (node, view) => {
  if (node.op !== 'matmul' || node.shape.length !== 2) return undefined;
  const sum = soleConsumer(node, view);
  if (sum?.op !== 'binary' || sum.attributes.function !== 'add' || sum.inputs[0] !== node) return undefined;
  const bias = inputOf(sum, 1);
  if (!sameShape(bias.shape, node.shape.slice(1))) return undefined;
  const next = soleConsumer(sum, view);
  if (next?.op === 'unary' && fusedActivations.includes(next.attributes.function)) {
    const activation = next.attributes.function as FusedActivation;
    return {
      name: `dense ${activation}`,
      nodes: [node, sum, next],
      calls: (traits) => matmulCalls(node, { output: next, bias, activation }, traits),
    };
  }
  return { name: 'dense', nodes: [node, sum], calls: (traits) => matmulCalls(node, { output: sum, bias }, traits) };
};

/** dense, backward to its input: matmul with Wᵀ, × f' of the layer below. */
const denseInputGradient: Pattern = (node, view) => {
  if (node.op !== 'matmul') return undefined;
  const next = soleConsumer(node, view);
  if (next?.op !== 'activationGradient' || next.inputs[0] !== node) return undefined;
  const derivative = { function: next.attributes.function, activated: inputOf(next, 1) };
  return {
    name: `dense gradient ${next.attributes.function}`,
    nodes: [node, next],
    calls: (traits) => matmulCalls(node, { output: next, derivative }, traits),
  };
};

/** dense, backward to its weights: Xᵀ·dZ, with the column sums of dZ for the bias. */
const denseWeightGradient: Pattern = (node, { consumers }) => {
  if (node.op !== 'matmul' || node.shape.length !== 2) return undefined;
  if (!node.attributes.transposeA || node.attributes.transposeB) return undefined;
  const dz = inputOf(node, 1);
  const columnSums = consumers
    .get(dz)
    ?.find((reader) => reader.op === 'sum' && reader.attributes.axes.length === 1 && reader.attributes.axes[0] === 0);
  return (
    columnSums && {
      name: 'dense weight gradient',
      nodes: [node, columnSums],
      calls: (traits) => matmulCalls(node, { output: node, columnSums }, traits),
    }
  );
};

/** softmax with cross-entropy: losses, gradient and hits of the same logits. */
const crossEntropy: Pattern = (node, { consumers }) => {
  if (node.op !== 'softmaxCrossEntropy') return undefined;
  const [logits, labels] = [inputOf(node, 0), inputOf(node, 1)];
  const beside = (consumers.get(logits) ?? []).filter((reader) => reader.inputs[1] === labels);
  const gradient = beside.find((reader) => reader.op === 'softmaxCrossEntropyGradient');
  const hits = beside.find((reader) => reader.op === 'accuracy');
  return {
    name: 'softmax cross-entropy',
    nodes: [node, ...(gradient ? [gradient] : []), ...(hits ? [hits] : [])],
    calls: () => [
      crossEntropyCall(logits, labels, {
        losses: node,
        ...(gradient && { gradient }),
        ...(hits && { hits }),
      }),
    ],
  };
};

/** A row loss with its gradient (sigmoid with binary cross-entropy is one of them). */
const rowLossWithGradient: Pattern = (node, { consumers }) => {
  if (node.op !== 'rowLoss') return undefined;
  const [predictions, targets] = [inputOf(node, 0), inputOf(node, 1)];
  const name = node.attributes.function;
  const gradient = consumers
    .get(predictions)
    ?.find(
      (reader) =>
        reader.op === 'rowLossGradient' && reader.attributes.function === name && reader.inputs[1] === targets,
    );
  return (
    gradient && {
      name: `${name} with gradient`,
      nodes: [node, gradient],
      calls: () => [rowLossCall(name, predictions, targets, { losses: node, gradient })],
    }
  );
};

/** The batch of a step: rows, weights, inputs and targets. */
const batch: Pattern = (node, { order, consumers }) => {
  if (node.op !== 'batchRows') return undefined;
  const gathers = (consumers.get(node) ?? []).flatMap((reader) => (reader.op === 'gatherRows' ? [reader] : []));
  const weights = order.find((other) => other.op === 'batchWeights');
  const [first, second] = gathers;
  if (!first || !second || weights?.op !== 'batchWeights') return undefined;
  const [inputs, targets] = inputOf(first, 0) === inputOf(second, 0) ? [first, first] : [first, second];
  const name = (gather: GraphNode) => {
    const source = inputOf(gather, 0);
    return source.op === 'data' ? source.attributes.name : '';
  };
  const [x, y] = name(inputs) === 'inputs' ? [inputs, targets] : [targets, inputs];
  return {
    name: 'batch',
    nodes: [node, x, y, weights],
    calls: () => [gatherBatchCall({ rows: node, inputs: x, targets: y, weights })],
  };
};

const patterns: readonly Pattern[] = [
  batch,
  crossEntropy,
  rowLossWithGradient,
  dense,
  denseInputGradient,
  denseWeightGradient,
];

/** Whether `node` needs any of `members` through other nodes. */
function dependsOn(node: GraphNode, members: ReadonlySet<GraphNode>): boolean {
  const seen = new Set<GraphNode>();
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (members.has(next)) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    stack.push(...next.inputs);
  }
  return false;
}

/**
 * All nodes as groups, each after the groups it reads.
 * A pattern is taken only when none of its inputs needs one of its own results.
 */
export function fuse(order: readonly GraphNode[], kept: ReadonlySet<GraphNode>): Group[] {
  const consumers = new Map<GraphNode, GraphNode[]>();
  for (const node of order)
    for (const input of new Set(node.inputs)) {
      const readers = consumers.get(input);
      if (readers) readers.push(node);
      else consumers.set(input, [node]);
    }
  const view: View = { order, consumers, kept };

  const groupOf = new Map<GraphNode, Group>();
  for (const pattern of patterns)
    for (const node of order) {
      if (groupOf.has(node)) continue;
      const group = pattern(node, view);
      if (!group || group.nodes.some((member) => groupOf.has(member))) continue;
      const members = new Set(group.nodes);
      const outside = group.nodes.flatMap((member) => member.inputs.filter((input) => !members.has(input)));
      if (outside.some((input) => dependsOn(input, members))) continue;
      for (const member of group.nodes) groupOf.set(member, group);
    }

  for (const node of order)
    if (!groupOf.has(node)) {
      groupOf.set(node, {
        name: node.op,
        nodes: [node],
        calls: (traits) => definitionOf(node).kernels(node, traits),
      });
    }

  const sorted: Group[] = [];
  const placed = new Set<Group>();
  const place = (group: Group) => {
    if (placed.has(group)) return;
    placed.add(group);
    for (const node of group.nodes)
      for (const input of node.inputs) {
        const before = groupOf.get(input);
        if (before && before !== group) place(before);
      }
    sorted.push(group);
  };
  for (const node of order) {
    const group = groupOf.get(node);
    if (group) place(group);
  }
  return sorted;
}
