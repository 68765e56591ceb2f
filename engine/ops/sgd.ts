// SGD: θ ← θ − η·g, or with momentum v ← μ·v − η·g, θ ← θ + v (Nesterov: θ ← θ + μ·v − η·g), as in Keras.

import { dispatch } from '../../shaders/kernel.ts';
import sgdKernel from '../../shaders/sgd.wgsl';
import { type OptimizerRule, optimizerOp } from './optimizer-update.ts';

export const sgdRule: OptimizerRule<'sgd'> = {
  stateNames: ({ momentum }) => (momentum === 0 ? [] : ['momentum']),
  kernel: ({ momentum, nesterov }, { bindings, overrides, workgroups }) =>
    dispatch(sgdKernel, {
      bindings: { ...bindings, velocity: momentum === 0 ? 'unused' : 'state' },
      overrides: { ...overrides, MOMENTUM: momentum, NESTEROV: nesterov },
      workgroups,
    }),
};

export const sgdOp = /* @__PURE__ */ optimizerOp(sgdRule);
