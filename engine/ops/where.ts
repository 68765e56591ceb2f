// Choice by condition, broadcast as NumPy does; and clamping.

import { dispatch } from '../../shaders/kernel.ts';
import whereKernel from '../../shaders/where.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { broadcastShapes, sizeOf } from '../graph/shape.ts';
import { binary } from './binary.ts';
import { broadcastTo } from './broadcast.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { fill } from './leaves.ts';

/** a where the condition is not 0, b where it is. @throws ShapeError naming two shapes that do not broadcast. */
export function where(condition: GraphNode, a: GraphNode, b: GraphNode): GraphNode {
  const shape = broadcastShapes('where', broadcastShapes('where', condition.shape, a.shape), b.shape);
  const inputs = [condition, a, b].map((node) => broadcastTo(node, shape));
  return makeNode('where', whereOp, inputs, shape, {});
}

/** x held between `low` and `high`; the gradient is 0 beyond them. */
export const clamp = (x: GraphNode, low: number, high: number): GraphNode =>
  binary('minimum', binary('maximum', x, fill([], low)), fill([], high));

export const whereOp: OpDefinition<'where'> = {
  gradient: (node, cotangent) => {
    const condition = inputOf(node, 0);
    const zero = fill(node.shape, 0);
    return [undefined, where(condition, cotangent, zero), where(condition, zero, cotangent)];
  },
  kernels: (node) => [
    dispatch(whereKernel, {
      bindings: { condition: inputOf(node, 0), a: inputOf(node, 1), b: inputOf(node, 2), y: node },
      overrides: { COUNT: sizeOf(node.shape) },
      workgroups: workgroupsFor(sizeOf(node.shape), 64),
    }),
  ],
};
