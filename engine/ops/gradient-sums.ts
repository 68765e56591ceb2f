// Over all gradients at once: Σ of their squares for clipping and display, and the L1 and L2 penalties with their gradients.

import gradientSumsKernel from '../../shaders/gradient_sums.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { makeNode, type OpDefinition } from './definition.ts';

/** Elements of one partial sum: 64 threads of 16 vec4s. */
export const chunk = 4096;

/**
 * Partial sums [chunks, 2]: Σ g², and the penalty Σ λ₁·|θ| + λ₂·θ². The squares are those of the gradients with the
 * penalties' own, which are added to the flat gradient buffer.
 * @param count length of the flat buffers in elements.
 * @param coefficients λ₁ and λ₂ of each 64 elements, [count / 64, 2]; without them nothing is penalized.
 */
export const gradientSums = (
  gradients: readonly GraphNode[],
  count: number,
  coefficients?: GraphNode,
): GraphNode<'gradientSums'> =>
  makeNode(
    'gradientSums',
    gradientSumsOp,
    coefficients ? [coefficients, ...gradients] : gradients,
    [Math.ceil(count / chunk), 2],
    { count, penalized: coefficients !== undefined },
  );

export const gradientSumsOp: OpDefinition<'gradientSums'> = {
  kernels: (node) => {
    const { count, penalized } = node.attributes;
    return [
      dispatch(gradientSumsKernel, {
        bindings: {
          parameters: 'parameters',
          coefficients: penalized ? inputOf(node, 0) : 'unused',
          gradients: 'gradients',
          sums: node,
        },
        overrides: { COUNT: count / 4, PENALIZED: penalized },
        workgroups: [Math.ceil(count / chunk), 1, 1],
      }),
    ];
  },
};
