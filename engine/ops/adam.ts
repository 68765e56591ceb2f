// Adam (Kingma & Ba 2015, algorithm 1), and AdamW with decoupled weight decay (Loshchilov & Hutter 2019).

import adamKernel from '../../shaders/adam.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type OptimizerRule, optimizerOp } from './optimizer-update.ts';

export const adamRule: OptimizerRule<'adam'> = {
  stateNames: () => ['m', 'v'],
  kernel: ({ beta1, beta2, epsilon, weightDecay }, { bindings, overrides, workgroups }) =>
    dispatch(adamKernel, {
      bindings: { ...bindings, moments: 'state' },
      overrides: { ...overrides, BETA_1: beta1, BETA_2: beta2, EPSILON: epsilon, WEIGHT_DECAY: weightDecay },
      workgroups,
    }),
};

export const adamOp = /* @__PURE__ */ optimizerOp(adamRule);
