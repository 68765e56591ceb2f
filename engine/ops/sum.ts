// Sum and mean over axes, which are kept with size 1. One kernel call or two per run of neighbouring axes.

import { type GraphNode, inputOf } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { extentsOf, keptShape, runsOf } from './axes.ts';
import { add, multiply } from './binary.ts';
import { makeNode, type OpDefinition } from './definition.ts';
import { fill } from './leaves.ts';
import { reduceCalls } from './reduce.ts';

/**
 * Σ over `axes` (all by default), kept with size 1; 0 over no elements.
 * Axes that are no neighbours are summed one run after another. @throws ShapeError for an axis out of range.
 */
export const sum = (x: GraphNode, axes?: readonly number[]): GraphNode =>
  runsOf('sum', x.shape, axes).reduce(
    (node, run) => makeNode('sum', sumOp, [node], keptShape(node.shape, run), { axes: run }),
    x,
  );

/** Mean over `axes` (all by default), kept with size 1; NaN over no elements. */
export function mean(x: GraphNode, axes?: readonly number[]): GraphNode {
  const total = sum(x, axes);
  return multiply(total, fill([], sizeOf(total.shape) / sizeOf(x.shape)));
}

export const sumOp: OpDefinition<'sum'> = {
  gradient: (node, cotangent) => [add(cotangent, fill(inputOf(node, 0).shape, 0))],
  kernels: (node, traits) => {
    const x = inputOf(node, 0);
    return reduceCalls(x, node, extentsOf(x.shape, node.attributes.axes), 'sum', traits);
  },
};
