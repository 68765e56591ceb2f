// The optimizers' update of all parameters at once, over the flat buffers.

import adamKernel from '../../shaders/adam.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import sgdKernel from '../../shaders/sgd.wgsl';
import type { GraphNode, OptimizerAttributes } from '../graph/node.ts';
import { type CpuState, type KernelCall, makeNode, type OpDefinition, workgroupsFor } from './definition.ts';

/** State elements that an optimizer keeps per parameter. */
export function stateSlots(attributes: OptimizerAttributes): number {
  switch (attributes.optimizer) {
    case 'sgd':
      return attributes.momentum === 0 ? 0 : 1;
    case 'adam':
      return 2;
    default:
      return attributes satisfies never;
  }
}

/** The update of all parameters; `count` is the length of the flat parameter buffer in elements. */
export const optimizerUpdate = (
  gradients: readonly GraphNode[],
  count: number,
  attributes: OptimizerAttributes,
): GraphNode<'optimizerUpdate'> => makeNode('optimizerUpdate', optimizerUpdateOp, gradients, [count], attributes);

export const optimizerUpdateOp: OpDefinition<'optimizerUpdate'> = {
  reference: ({ attributes }, _inputs, _output, state) => {
    switch (attributes.optimizer) {
      case 'sgd':
        return updateSgd(attributes, state);
      case 'adam':
        return updateAdam(attributes, state);
      default:
        attributes satisfies never;
    }
  },
  kernels: ({ attributes, shape: [count = 0] }): readonly KernelCall[] => {
    const vectors = count / 4;
    const flat = { clock: 'clock', knobs: 'knobs', gradients: 'gradients', parameters: 'parameters' } as const;
    const workgroups = workgroupsFor(vectors, 64);
    switch (attributes.optimizer) {
      case 'sgd':
        return [
          dispatch(sgdKernel, {
            bindings: { ...flat, velocity: attributes.momentum === 0 ? ('unused' as const) : ('state' as const) },
            overrides: { COUNT: vectors, MOMENTUM: attributes.momentum, NESTEROV: attributes.nesterov },
            workgroups,
          }),
        ];
      case 'adam':
        return [
          dispatch(adamKernel, {
            bindings: { ...flat, moments: 'state' as const },
            overrides: {
              COUNT: vectors,
              BETA_1: attributes.beta1,
              BETA_2: attributes.beta2,
              EPSILON: attributes.epsilon,
              WEIGHT_DECAY: attributes.weightDecay,
            },
            workgroups,
          }),
        ];
      default:
        return attributes satisfies never;
    }
  },
};

type Of<Name> = Extract<OptimizerAttributes, { optimizer: Name }>;

function updateSgd({ momentum, nesterov }: Of<'sgd'>, { parameters, gradients, state, clock, knobs }: CpuState): void {
  const rate = knobs.learningRate * clock.scheduleFactor;
  for (let i = 0; i < parameters.length; i++) {
    const step = -rate * (gradients[i] as number);
    if (momentum === 0) {
      parameters[i] = (parameters[i] as number) + step;
      continue;
    }
    const velocity = momentum * (state[i] as number) + step;
    state[i] = velocity;
    parameters[i] = (parameters[i] as number) + (nesterov ? momentum * velocity + step : velocity);
  }
}

function updateAdam(
  { beta1, beta2, epsilon, weightDecay }: Of<'adam'>,
  { parameters, gradients, state, clock, knobs }: CpuState,
): void {
  const count = parameters.length;
  const rate = knobs.learningRate * clock.scheduleFactor;
  const correction1 = 1 / (1 - clock.beta1Power);
  const correction2 = 1 / (1 - clock.beta2Power);
  for (let i = 0; i < count; i++) {
    const g = gradients[i] as number;
    const m = beta1 * (state[i] as number) + (1 - beta1) * g;
    const v = beta2 * (state[count + i] as number) + (1 - beta2) * g * g;
    state[i] = m;
    state[count + i] = v;
    const theta = parameters[i] as number;
    parameters[i] = theta - rate * ((m * correction1) / (Math.sqrt(v * correction2) + epsilon) + weightDecay * theta);
  }
}
