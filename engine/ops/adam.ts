// Adam (Kingma & Ba 2015, algorithm 1), and AdamW with decoupled weight decay (Loshchilov & Hutter 2019).

import adamKernel from '../../shaders/adam.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type OptimizerRule, optimizerOp } from './optimizer-update.ts';

export const adamRule: OptimizerRule<'adam'> = {
  stateNames: () => ['m', 'v'],
  element: ({ beta1, beta2, epsilon, weightDecay }, { parameters, state, clock }) => {
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
  kernel: ({ beta1, beta2, epsilon, weightDecay }, { bindings, overrides, workgroups }) =>
    dispatch(adamKernel, {
      bindings: { ...bindings, moments: 'state' },
      overrides: { ...overrides, BETA_1: beta1, BETA_2: beta2, EPSILON: epsilon, WEIGHT_DECAY: weightDecay },
      workgroups,
    }),
};

export const adamOp = /* @__PURE__ */ optimizerOp(adamRule);
