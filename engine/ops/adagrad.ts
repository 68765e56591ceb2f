// Adagrad (Duchi, Hazan & Singer 2011), as in Keras: a ← a + g²;  θ ← θ − η·g/√(a + ε). The state holds a without its start.

import adagradKernel from '../../shaders/adagrad.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type OptimizerRule, optimizerOp } from './optimizer-update.ts';

export const adagradRule: OptimizerRule<'adagrad'> = {
  stateNames: () => ['accumulator'],
  kernel: ({ initialAccumulator, epsilon }, { bindings, overrides, workgroups }) =>
    dispatch(adagradKernel, {
      bindings: { ...bindings, accumulator: 'state' },
      overrides: { ...overrides, INITIAL: initialAccumulator, EPSILON: epsilon },
      workgroups,
    }),
};

export const adagradOp = /* @__PURE__ */ optimizerOp(adagradRule);
