// Dropout by counter-based random numbers: the mask follows from seed, step, stream and position, on every executor alike.

import dropoutKernel from '../../shaders/dropout.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';

/**
 * Elements zeroed with probability `rate`, the others divided by 1 − rate, so that the mean stays (inverted dropout,
 * Srivastava et al. 2014). Each dropout of a model wants its own `stream`.
 * @throws RangeError when the rate is not in [0, 1).
 */
export function dropout(x: GraphNode, rate: number, stream: number): GraphNode {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`dropout: rate ${rate} is not between 0 and 1 (exclusive)`);
  return rate === 0 ? x : makeNode('dropout', dropoutOp, [x], x.shape, { rate, stream });
}

/** Random words below it are dropped. */
export const thresholdOf = (rate: number) => Math.min(2 ** 32 - 1, Math.round(rate * 2 ** 32));

export const dropoutOp: OpDefinition<'dropout'> = {
  gradient: ({ attributes: { rate, stream } }, cotangent) => [dropout(cotangent, rate, stream)],
  kernels: (node) => {
    const { rate, stream } = node.attributes;
    return [
      dispatch(dropoutKernel, {
        bindings: { clock: 'clock', knobs: 'knobs', x: inputOf(node, 0), y: node },
        overrides: {
          COUNT: sizeOf(node.shape),
          STREAM: stream,
          THRESHOLD: thresholdOf(rate),
          SCALE: 1 / (1 - rate),
        },
        workgroups: workgroupsFor(sizeOf(node.shape), 64),
      }),
    ];
  },
};
