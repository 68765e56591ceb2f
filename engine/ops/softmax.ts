// Softmax over the last axis, and the kernels that its logarithm shares.

import { dispatch } from '../../shaders/kernel.ts';
import softmaxRows from '../../shaders/softmax_rows.wgsl';
import softmaxSerial from '../../shaders/softmax_serial.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { ShapeError, sizeOf } from '../graph/shape.ts';
import { multiply, subtract } from './binary.ts';
import { type DeviceTraits, type KernelCall, makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { sum } from './sum.ts';

/** exp(x) / Σ exp(x) over the last axis. @throws ShapeError for a scalar. */
export const softmax = (x: GraphNode): GraphNode => makeNode('softmax', softmaxOp, [rowsOf('softmax', x)], x.shape, {});

/** x itself, if it has a last axis. */
export function rowsOf(op: string, x: GraphNode): GraphNode {
  if (x.shape.length === 0) throw new ShapeError(`${op}: a scalar has no last axis`);
  return x;
}

/** A row each for a thread where rows are short or barriers dear, else a row each for a workgroup. */
export function softmaxCalls(node: GraphNode, logarithm: boolean, { software }: DeviceTraits): KernelCall[] {
  const width = node.shape.at(-1) ?? 1;
  const rows = sizeOf(node.shape) / width;
  const launch = {
    bindings: { x: inputOf(node, 0), y: node },
    overrides: { ROWS: rows, WIDTH: width, LOGARITHM: logarithm },
  };
  return software || width <= 32
    ? [dispatch(softmaxSerial, { ...launch, workgroups: workgroupsFor(rows, 64) })]
    : [dispatch(softmaxRows, { ...launch, workgroups: workgroupsFor(rows, 1) })];
}

export const softmaxOp: OpDefinition<'softmax'> = {
  // dx = y·(dy − Σ dy·y)
  gradient: (node, dy) => [multiply(node, subtract(dy, sum(multiply(dy, node), [node.shape.length - 1])))],
  kernels: (node, traits) => softmaxCalls(node, false, traits),
};
