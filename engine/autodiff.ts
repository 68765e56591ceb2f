// Reverse-mode differentiation, graph to graph: the backward pass is made of the same ops as the forward pass.

import { type GraphNode, topologicalOrder } from './graph/node.ts';
import { formatShape, ShapeError, sameShape } from './graph/shape.ts';
import { add } from './ops/binary.ts';
import { definitionOf } from './ops/definition.ts';
import { fill } from './ops/leaves.ts';

/**
 * Vector-Jacobian product: the cotangents of `sources`, given one cotangent for each of `outputs`.
 * Nodes that no source reaches are not differentiated, so gradients nobody needs (that of the data, say) never exist.
 * A source that no output depends on gets zeros.
 * @throws ShapeError when a cotangent has another shape than its output.
 */
export function vectorJacobianProduct(
  outputs: readonly GraphNode[],
  cotangents: readonly GraphNode[],
  sources: readonly GraphNode[],
): GraphNode[] {
  const order = topologicalOrder(outputs);
  const wanted = new Set<GraphNode>(sources);
  for (const node of order) if (node.inputs.some((input) => wanted.has(input))) wanted.add(node);

  const cotangentOf = new Map<GraphNode, GraphNode>();
  const accumulate = (node: GraphNode, cotangent: GraphNode) => {
    const sofar = cotangentOf.get(node);
    cotangentOf.set(node, sofar ? add(sofar, cotangent) : cotangent);
  };
  outputs.forEach((output, i) => {
    const cotangent = cotangents[i];
    if (!cotangent || !sameShape(cotangent.shape, output.shape)) {
      throw new ShapeError(`gradient: the cotangent of an output ${formatShape(output.shape)} must have its shape`);
    }
    if (wanted.has(output)) accumulate(output, cotangent);
  });

  for (const node of order.reverse()) {
    const cotangent = cotangentOf.get(node);
    if (!cotangent || !node.inputs.some((input) => wanted.has(input))) continue;
    const { gradient } = definitionOf(node);
    // An op that is flat (comparisons, argmax) has no rule and gives zeros.
    const gradients = gradient?.(node, cotangent) ?? [];
    node.inputs.forEach((input, i) => {
      const gradient = gradients[i];
      if (gradient && wanted.has(input)) accumulate(input, gradient);
    });
  }
  return sources.map((source) => cotangentOf.get(source) ?? fill(source.shape, 0));
}
