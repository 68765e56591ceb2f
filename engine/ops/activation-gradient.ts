// The backward pass of an activation, written by the activation's own output; fuses into the matmul that feeds it.

import activationGradientKernel from '../../shaders/activation_gradient.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type FusedActivation, type GraphNode, inputOf } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { multiply, subtract } from './binary.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { fill } from './leaves.ts';
import { unary } from './unary.ts';

/** In the numbering of the kernels' overrides ACTIVATION and DERIVATIVE. */
export const activationCode: Readonly<Record<FusedActivation, number>> = { relu: 1, sigmoid: 2, tanh: 3 };

/** `dy · f'`, with f' written by y = f(x). */
export const activationGradient = (name: FusedActivation, dy: GraphNode, y: GraphNode): GraphNode =>
  makeNode('activationGradient', activationGradientOp, [dy, y], y.shape, { function: name });

/** f' as a graph of y, for gradients of gradients. */
function slopeOf(name: FusedActivation, y: GraphNode): GraphNode {
  const one = fill([], 1);
  if (name === 'relu') return unary('step', y);
  return name === 'sigmoid' ? multiply(y, subtract(one, y)) : subtract(one, unary('square', y));
}

export const activationGradientOp: OpDefinition<'activationGradient'> = {
  gradient: (node, cotangent) => {
    const [dy, y] = [inputOf(node, 0), inputOf(node, 1)];
    const name = node.attributes.function;
    // d(dy·f')/dy = f';  d(dy·f')/dy-output: relu's slope is flat, sigmoid' = 1 − 2y, tanh' = −2y.
    const bend = {
      relu: undefined,
      sigmoid: subtract(fill([], 1), multiply(fill([], 2), y)),
      tanh: multiply(fill([], -2), y),
    }[name];
    return [multiply(cotangent, slopeOf(name, y)), bend ? multiply(cotangent, multiply(dy, bend)) : undefined];
  },
  kernels: (node) => [
    dispatch(activationGradientKernel, {
      bindings: { dy: inputOf(node, 0), y: inputOf(node, 1), dx: node },
      overrides: { COUNT: sizeOf(node.shape), ACTIVATION: activationCode[node.attributes.function] },
      workgroups: workgroupsFor(sizeOf(node.shape), 64),
    }),
  ],
};
