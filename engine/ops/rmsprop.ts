// RMSprop (Hinton's lecture 6e), as in Keras: v ← ρ·v + (1 − ρ)·g²;  d = η·g/√(v + ε);  θ ← θ − d, or with momentum.

import { dispatch } from '../../shaders/kernel.ts';
import rmspropKernel from '../../shaders/rmsprop.wgsl';
import { type OptimizerRule, optimizerOp } from './optimizer-update.ts';

export const rmspropRule: OptimizerRule<'rmsprop'> = {
  stateNames: ({ momentum }) => (momentum === 0 ? ['velocity'] : ['velocity', 'momentum']),
  kernel: ({ rho, momentum, epsilon }, { bindings, overrides, workgroups }) =>
    dispatch(rmspropKernel, {
      bindings: { ...bindings, moments: 'state' },
      overrides: { ...overrides, RHO: rho, MOMENTUM: momentum, EPSILON: epsilon },
      workgroups,
    }),
};

export const rmspropOp = /* @__PURE__ */ optimizerOp(rmspropRule);
