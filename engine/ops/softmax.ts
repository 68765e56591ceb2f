// Softmax over the last axis.

import { dispatch } from '../../shaders/kernel.ts';
import softmaxRows from '../../shaders/softmax_rows.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { multiply, subtract } from './binary.ts';
import { type FloatArray, makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { sum } from './sum.ts';

/** exp(x) / Σ exp(x) over the last axis. */
export const softmax = (x: GraphNode): GraphNode => makeNode('softmax', softmaxOp, [x], x.shape, {});

export const softmaxOp: OpDefinition<'softmax'> = {
  // dx = y·(dy − Σ dy·y)
  gradient: (node, dy) => [multiply(node, subtract(dy, sum(multiply(dy, node), [node.shape.length - 1])))],
  reference: (node, [x], y) => {
    const width = node.shape.at(-1) ?? 1;
    for (let first = 0; first < y.length; first += width) if (x) softmaxRow(x, y, first, width);
  },
  kernels: (node) => {
    const width = node.shape.at(-1) ?? 1;
    const rows = sizeOf(node.shape) / width;
    return [
      dispatch(softmaxRows, {
        bindings: { x: inputOf(node, 0), y: node },
        overrides: { ROWS: rows, WIDTH: width },
        workgroups: workgroupsFor(rows, 1),
      }),
    ];
  },
};

function softmaxRow(x: FloatArray, y: FloatArray, first: number, width: number): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = first; i < first + width; i++) largest = Math.max(largest, x[i] as number);
  let total = 0;
  for (let i = first; i < first + width; i++) {
    const e = Math.exp((x[i] as number) - largest);
    y[i] = e;
    total += e;
  }
  for (let i = first; i < first + width; i++) y[i] = (y[i] as number) / total;
}
