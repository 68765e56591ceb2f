// Rows of a table by index.

import gatherKernel from '../../shaders/gather.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { ShapeError, sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { scatterAdd } from './scatter-add.ts';

/**
 * table [n, …], indices [...] (rounded down) → [..., …]; a row of zeros for an index outside 0 … n − 1.
 * @throws ShapeError when the table is a scalar.
 */
export function gather(table: GraphNode, indices: GraphNode): GraphNode {
  if (table.shape.length === 0) throw new ShapeError('gather: the table is a scalar and has no rows');
  return makeNode('gather', gatherOp, [table, indices], [...indices.shape, ...table.shape.slice(1)], {});
}

export const gatherOp: OpDefinition<'gather'> = {
  gradient: (node, cotangent) => [scatterAdd(cotangent, inputOf(node, 1), inputOf(node, 0).shape[0] ?? 0), undefined],
  kernels: (node) => {
    const [table, indices] = [inputOf(node, 0), inputOf(node, 1)];
    const [rows = 0, ...row] = table.shape;
    const count = sizeOf(node.shape);
    return [
      dispatch(gatherKernel, {
        bindings: { table, indices, y: node },
        overrides: { COUNT: count, ROWS: rows, WIDTH: sizeOf(row) },
        workgroups: workgroupsFor(count, 64),
      }),
    ];
  },
};
