// The sum of rows by index, the adjoint of gathering them.

import { dispatch } from '../../shaders/kernel.ts';
import mergeOrders from '../../shaders/merge_orders.wgsl';
import orderBlocks from '../../shaders/order_blocks.wgsl';
import scatterAddKernel from '../../shaders/scatter_add.wgsl';
import sumRuns from '../../shaders/sum_runs.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError, sameShape, sizeOf } from '../graph/shape.ts';
import { type DeviceTraits, type KernelCall, makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { gather } from './gather.ts';
import { scratch } from './leaves.ts';
import { reduceCalls } from './reduce.ts';

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

/** Up to here each sum may look at every index; beyond, the indices are sorted first. */
const fewIndices = 256;
/** Length of the runs that `order_blocks` sorts. */
const block = 64;
/** Places that a thread adds up, on average and at least, where runs are cut; and threads that fill a GPU. */
const shortestPart = 64;
const wantedThreads = 16_384;

export const scatterAddOp: OpDefinition<'scatterAdd'> = {
  gradient: (node, cotangent) => [gather(cotangent, inputOf(node, 1)), undefined],
  kernels: (node, traits) => {
    const [updates, indices] = [inputOf(node, 0), inputOf(node, 1)];
    const [rows = 0, ...row] = node.shape;
    const sizes = { COUNT: sizeOf(indices.shape), ROWS: rows, WIDTH: sizeOf(row) };
    if (sizes.COUNT > fewIndices) return sortedCalls(node, sizes, traits);
    return [
      dispatch(scatterAddKernel, {
        bindings: { updates, indices, y: node },
        overrides: sizes,
        workgroups: workgroupsFor(sizeOf(node.shape), 64),
      }),
    ];
  },
};

/** Sorts the places by their index, then sums each row's run: n·log n steps instead of rows·n. */
function sortedCalls(
  node: GraphNode<'scatterAdd'>,
  sizes: { readonly COUNT: number; readonly ROWS: number; readonly WIDTH: number },
  traits: DeviceTraits,
): KernelCall[] {
  const [updates, indices] = [inputOf(node, 0), inputOf(node, 1)];
  const { COUNT, ROWS, WIDTH } = sizes;
  const workgroups = workgroupsFor(COUNT, 64);
  let [order, merged] = [scratch([COUNT]), scratch([COUNT])];
  const calls: KernelCall[] = [
    dispatch(orderBlocks, { bindings: { indices, order }, overrides: { COUNT, ROWS }, workgroups }),
  ];
  for (let RUN = block; RUN < COUNT; RUN *= 2) {
    const bindings = { indices, order, merged };
    calls.push(dispatch(mergeOrders, { bindings, overrides: { COUNT, ROWS, RUN }, workgroups }));
    [order, merged] = [merged, order];
  }
  const wanted = Math.min(Math.ceil(COUNT / ROWS / shortestPart), Math.ceil(wantedThreads / (ROWS * WIDTH)));
  const parts = Math.max(1, wanted);
  const y = parts > 1 ? scratch([parts, ...node.shape]) : node;
  calls.push(
    dispatch(sumRuns, {
      bindings: { updates, indices, order, y },
      overrides: { ...sizes, PARTS: parts },
      workgroups: workgroupsFor(parts * ROWS * WIDTH, 64),
    }),
  );
  if (parts === 1) return calls;
  return [...calls, ...reduceCalls(y, node, { outer: 1, reduced: parts, inner: ROWS * WIDTH }, 'sum', traits)];
}
