// Copies by strides: what transposition, slices and repetition share.

import { dispatch } from '../../shaders/kernel.ts';
import stridedCopyKernel from '../../shaders/strided_copy.wgsl';
import { type GraphNode, inputOf, type OpKind } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { fourAxes } from './axes.ts';
import { type OpDefinition, workgroupsFor } from './definition.ts';

/** Where an output element stands in the input. */
export interface Origin {
  /** Position of the first element. */
  readonly start: number;
  /** One for each axis of the output. */
  readonly strides: readonly number[];
}

/** The kernel of an op that only copies; `originOf` says where its elements come from. */
export const copying =
  <K extends OpKind>(originOf: (node: GraphNode<K>) => Origin): OpDefinition<K>['kernels'] =>
  (node) => {
    const { start, strides } = originOf(node);
    const [a0, a1, a2, a3] = fourAxes(node.op, node.shape, [strides]);
    return [
      dispatch(stridedCopyKernel, {
        bindings: { x: inputOf(node as GraphNode, 0), y: node as GraphNode },
        overrides: {
          COUNT: sizeOf(node.shape),
          START: start,
          SIZE_1: a1.size,
          SIZE_2: a2.size,
          SIZE_3: a3.size,
          STRIDE_0: a0.strides[0] ?? 0,
          STRIDE_1: a1.strides[0] ?? 0,
          STRIDE_2: a2.strides[0] ?? 0,
          STRIDE_3: a3.strides[0] ?? 0,
        },
        workgroups: workgroupsFor(sizeOf(node.shape), 64),
      }),
    ];
  };
