// The optimizers' updates, element by element over the flat buffers.

import type { OptimizerAttributes } from '../../graph/node.ts';
import type { CpuState, Reference } from '../reference.ts';

type Name = OptimizerAttributes['optimizer'];
type Of<N extends Name> = Extract<OptimizerAttributes, { optimizer: N }>;

/** Updates element `i`, whose gradient after clipping is `g`; `rate` is the learning rate of this step. */
type Update = (i: number, g: number, rate: number) => void;

const updates: { readonly [N in Name]: (attributes: Of<N>, state: CpuState) => Update } = {
  sgd: ({ momentum, nesterov }, { parameters, state }) => {
    if (momentum === 0) {
      return (i, g, rate) => {
        parameters[i] = (parameters[i] as number) - rate * g;
      };
    }
    return (i, g, rate) => {
      const velocity = momentum * (state[i] as number) - rate * g;
      state[i] = velocity;
      parameters[i] = (parameters[i] as number) + (nesterov ? momentum * velocity - rate * g : velocity);
    };
  },

  adam: ({ beta1, beta2, epsilon, weightDecay }, { parameters, state, clock }) => {
    const count = parameters.length;
    const correction1 = 1 / (1 - clock.beta1Power);
    const correction2 = 1 / (1 - clock.beta2Power);
    return (i, g, rate) => {
      const m = beta1 * (state[i] as number) + (1 - beta1) * g;
      const v = beta2 * (state[count + i] as number) + (1 - beta2) * g * g;
      state[i] = m;
      state[count + i] = v;
      const theta = parameters[i] as number;
      parameters[i] = theta - rate * ((m * correction1) / (Math.sqrt(v * correction2) + epsilon) + weightDecay * theta);
    };
  },

  rmsprop: ({ rho, momentum, epsilon }, { parameters, state }) => {
    const count = parameters.length;
    return (i, g, rate) => {
      const velocity = rho * (state[i] as number) + (1 - rho) * g * g;
      state[i] = velocity;
      let step = (rate * g) / Math.sqrt(velocity + epsilon);
      if (momentum !== 0) {
        step += momentum * (state[count + i] as number);
        state[count + i] = step;
      }
      parameters[i] = (parameters[i] as number) - step;
    };
  },

  adagrad:
    ({ initialAccumulator, epsilon }, { parameters, state }) =>
    (i, g, rate) => {
      const accumulated = (state[i] as number) + g * g;
      state[i] = accumulated;
      const step = (rate * g) / Math.sqrt(initialAccumulator + accumulated + epsilon);
      parameters[i] = (parameters[i] as number) - step;
    },
};

export const optimizerUpdate: Reference<'optimizerUpdate'> = ({ attributes }, inputs, _output, state) => {
  const { parameters, gradients, clock, knobs } = state;
  const updateOf = updates[attributes.optimizer] as (attributes: OptimizerAttributes, state: CpuState) => Update;
  const update = updateOf(attributes, state);
  const rate = knobs.learningRate * clock.scheduleFactor;
  const scale = attributes.clipNorm === 0 ? 1 : clipScale(attributes.clipNorm, inputs[0]?.[0] ?? 0);
  for (let i = 0; i < parameters.length; i++) update(i, (gradients[i] as number) * scale, rate);
};

/** What gradients are multiplied by so that their norm is at most `clipNorm`. */
export function clipScale(clipNorm: number, squares: number): number {
  const norm = Math.sqrt(squares);
  return norm > clipNorm ? clipNorm / norm : 1;
}
