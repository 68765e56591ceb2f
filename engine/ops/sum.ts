// Sum over axes, which are kept with size 1. One kernel call per run of neighbouring axes.

import { dispatch } from '../../shaders/kernel.ts';
import sumAxis from '../../shaders/sum_axis.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { normalizeAxes, sizeOf } from '../graph/shape.ts';
import { multiply } from './binary.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { fill } from './leaves.ts';

/** Σ over `axes` (all by default), kept with size 1. Axes that are no neighbours are summed one run after another. */
export function sum(x: GraphNode, axes?: readonly number[]): GraphNode {
  const wanted = normalizeAxes('sum', x.shape, axes);
  const runs: number[][] = [];
  for (const axis of wanted) {
    const run = runs.at(-1);
    if (run && axis === (run.at(-1) ?? 0) + 1) run.push(axis);
    else runs.push([axis]);
  }
  return runs.reduce((node, run) => {
    const shape = node.shape.map((n, axis) => (run.includes(axis) ? 1 : n));
    return makeNode('sum', sumOp, [node], shape, { axes: run });
  }, x);
}

export const sumOp: OpDefinition<'sum'> = {
  gradient: (node, cotangent) => [multiply(cotangent, fill(inputOf(node, 0).shape, 1))],
  reference: (node, [x], output) => {
    if (!x) return;
    const { outer, reduced, inner } = extents(node);
    output.fill(0);
    for (let o = 0; o < outer; o++)
      for (let r = 0; r < reduced; r++) {
        const from = (o * reduced + r) * inner;
        for (let i = 0; i < inner; i++) output[o * inner + i] = (output[o * inner + i] ?? 0) + (x[from + i] ?? 0);
      }
  },
  kernels: (node) => {
    const { outer, reduced, inner } = extents(node);
    return [
      dispatch(sumAxis, {
        bindings: { x: inputOf(node, 0), total: node },
        overrides: { OUTER: outer, REDUCED: reduced, INNER: inner },
        workgroups: workgroupsFor(outer * inner, 64),
      }),
    ];
  },
};

function extents(node: GraphNode<'sum'>) {
  const { shape } = inputOf(node, 0);
  const first = node.attributes.axes[0] ?? 0;
  const last = node.attributes.axes.at(-1) ?? -1;
  return {
    outer: sizeOf(shape.slice(0, first)),
    reduced: sizeOf(shape.slice(first, last + 1)),
    inner: sizeOf(shape.slice(last + 1)),
  };
}
