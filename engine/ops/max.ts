// Maximum over axes, which are kept with size 1.

import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError, sizeOf } from '../graph/shape.ts';
import { extentsOf, keptShape, runsOf } from './axes.ts';
import { binary, divide, multiply } from './binary.ts';
import { makeNode, type OpDefinition } from './definition.ts';
import { reduceCalls } from './reduce.ts';
import { sum } from './sum.ts';
import { negate } from './unary.ts';

/**
 * Maximum over `axes` (all by default), kept with size 1.
 * @throws ShapeError over no elements, or for an axis out of range.
 */
export function max(x: GraphNode, axes?: readonly number[]): GraphNode {
  const runs = runsOf('max', x.shape, axes);
  checkNotEmpty('max', x, runs.flat());
  return runs.reduce((node, run) => makeNode('max', maxOp, [node], keptShape(node.shape, run), { axes: run }), x);
}

/** Minimum over `axes`, as `max`. */
export const min = (x: GraphNode, axes?: readonly number[]): GraphNode => negate(max(negate(x), axes));

/** @throws ShapeError naming the empty axis: nothing is the largest of no elements. */
export function checkNotEmpty(op: string, { shape }: GraphNode, axes: readonly number[]): void {
  const empty = axes.find((axis) => shape[axis] === 0);
  if (empty !== undefined && sizeOf(keptShape(shape, axes)) > 0) {
    throw new ShapeError(`${op}: axis ${empty} of ${formatShape(shape)} has no elements`);
  }
}

export const maxOp: OpDefinition<'max'> = {
  // Equal maxima share the cotangent.
  gradient: (node, dy) => {
    const winners = binary('equal', inputOf(node, 0), node);
    return [multiply(winners, divide(dy, sum(winners, node.attributes.axes)))];
  },
  kernels: (node, traits) => {
    const x = inputOf(node, 0);
    return reduceCalls(x, node, extentsOf(x.shape, node.attributes.axes), 'max', traits);
  },
};
