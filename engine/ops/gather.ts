// Rows of a table by index, and its adjoint, the sum of rows by index.

import gatherKernel from '../../shaders/gather.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import scatterAddKernel from '../../shaders/scatter_add.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError, sameShape, sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';

/**
 * table [n, …], indices [...] (rounded down) → [..., …]; a row of zeros for an index outside 0 … n − 1.
 * @throws ShapeError when the table is a scalar.
 */
export function gather(table: GraphNode, indices: GraphNode): GraphNode {
  if (table.shape.length === 0) throw new ShapeError('gather: the table is a scalar and has no rows');
  return makeNode('gather', gatherOp, [table, indices], [...indices.shape, ...table.shape.slice(1)], {});
}

/**
 * updates [..., …], indices [...] → [rows, …]: sums of the updates with the same index.
 * @throws ShapeError when the updates' first axes are not those of the indices.
 */
export function scatterAdd(updates: GraphNode, indices: GraphNode, rows: number): GraphNode {
  const rank = indices.shape.length;
  if (!sameShape(updates.shape.slice(0, rank), indices.shape)) {
    throw new ShapeError(
      `scatterAdd: updates ${formatShape(updates.shape)} must begin with the axes of the indices ${formatShape(indices.shape)}`,
    );
  }
  return makeNode('scatterAdd', scatterAddOp, [updates, indices], [rows, ...updates.shape.slice(rank)], {});
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

export const scatterAddOp: OpDefinition<'scatterAdd'> = {
  gradient: (node, cotangent) => [gather(cotangent, inputOf(node, 1)), undefined],
  kernels: (node) => {
    const [updates, indices] = [inputOf(node, 0), inputOf(node, 1)];
    const [rows = 0, ...row] = node.shape;
    return [
      dispatch(scatterAddKernel, {
        bindings: { updates, indices, y: node },
        overrides: { COUNT: sizeOf(indices.shape), ROWS: rows, WIDTH: sizeOf(row) },
        workgroups: workgroupsFor(sizeOf(node.shape), 64),
      }),
    ];
  },
};
