// Padding around and between elements: the adjoint of a slice.

import { dispatch } from '../../shaders/kernel.ts';
import padKernel from '../../shaders/pad.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, type Shape, ShapeError, sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { slice } from './slice.ts';

/**
 * x within a tensor of `shape`, its elements at `start + i·step` along each axis, `value` elsewhere.
 * @throws ShapeError naming the axis where x does not fit, or for more than four padded axes.
 */
export function pad(
  x: GraphNode,
  shape: Shape,
  start: readonly number[],
  { step = x.shape.map(() => 1), value = 0 }: { readonly step?: readonly number[]; readonly value?: number } = {},
): GraphNode {
  const misfit = x.shape.findIndex((n, axis) => {
    const [from = -1, by = 1] = [start[axis], step[axis]];
    return from < 0 || by < 1 || (n > 0 && from + (n - 1) * by >= (shape[axis] ?? 0));
  });
  if (misfit >= 0 || shape.length !== x.shape.length) {
    throw new ShapeError(
      `pad: ${formatShape(x.shape)} from [${start}] by steps [${step}] does not fit into ${formatShape(shape)}, axis ${misfit}`,
    );
  }
  return makeNode('pad', padOp, [x], shape, { start, step, value });
}

export const padOp: OpDefinition<'pad'> = {
  gradient: ({ inputs: [x], attributes: { start, step } }, cotangent) => [
    slice(cotangent, start, x?.shape ?? [], step),
  ],
  kernels: (node) => {
    const x = inputOf(node, 0);
    const [a0, a1, a2, a3] = paddedAxes(node, x.shape);
    return [
      dispatch(padKernel, {
        bindings: { x, y: node },
        overrides: {
          COUNT: sizeOf(node.shape),
          VALUE: node.attributes.value,
          SIZE_1: a1.size,
          SIZE_2: a2.size,
          SIZE_3: a3.size,
          X_0: a0.x,
          X_1: a1.x,
          X_2: a2.x,
          X_3: a3.x,
          START_0: a0.start,
          START_1: a1.start,
          START_2: a2.start,
          START_3: a3.start,
          STEP_0: a0.step,
          STEP_1: a1.step,
          STEP_2: a2.step,
          STEP_3: a3.step,
        },
        workgroups: workgroupsFor(sizeOf(node.shape), 64),
      }),
    ];
  },
};

interface PaddedAxis {
  size: number;
  x: number;
  start: number;
  step: number;
}

/** Four axes: one that is not padded joins the axis before it, whose places then count its elements. */
function paddedAxes({ shape, attributes }: GraphNode<'pad'>, x: Shape) {
  const merged: PaddedAxis[] = [];
  for (const [axis, size] of shape.entries()) {
    const own = { size, x: x[axis] ?? 0, start: attributes.start[axis] ?? 0, step: attributes.step[axis] ?? 1 };
    const last = merged.at(-1);
    if (last && own.x === size && last.step === 1) {
      last.size *= size;
      last.x *= size;
      last.start *= size;
    } else merged.push(own);
  }
  if (merged.length > 4) throw new ShapeError(`pad: more than four axes of ${formatShape(shape)} are padded`);
  const one = (): PaddedAxis => ({ size: 1, x: 1, start: 0, step: 1 });
  while (merged.length < 4) merged.unshift(one());
  const [a = one(), b = one(), c = one(), d = one()] = merged;
  return [a, b, c, d] as const;
}
