// Copies by strides: transposition, slices and repetition.

import type { GraphNode, OpKind } from '../../graph/node.ts';
import { fourAxes } from '../../ops/axes.ts';
import { broadcastOrigin } from '../../ops/broadcast.ts';
import { sliceOrigin } from '../../ops/slice.ts';
import type { Origin } from '../../ops/strided-copy.ts';
import { transposeOrigin } from '../../ops/transpose.ts';
import type { Reference } from '../reference.ts';
import { walkRows } from './walk-rows.ts';

const copy =
  <K extends OpKind>(originOf: (node: GraphNode<K>) => Origin): Reference<K> =>
  (node, [x], y) => {
    const { start, strides } = originOf(node);
    const axes = fourAxes(node.op, node.shape, [strides]);
    const {
      size,
      strides: [step = 0],
    } = axes[3];
    let i = 0;
    walkRows(axes, ([at = 0]) => {
      for (let k = 0; k < size; k++) y[i++] = x?.[start + at + k * step] ?? 0;
    });
  };

export const broadcast = copy(broadcastOrigin);
export const slice = copy(sliceOrigin);
export const transpose = copy(transposeOrigin);
