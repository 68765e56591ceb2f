// RMSprop (Hinton's lecture 6e), as in Keras: v ← ρ·v + (1 − ρ)·g²;  d = η·g/√(v + ε);  θ ← θ − d, or with momentum.

import { dispatch } from '../../shaders/kernel.ts';
import rmspropKernel from '../../shaders/rmsprop.wgsl';
import { type OptimizerRule, optimizerOp } from './optimizer-update.ts';

export const rmspropRule: OptimizerRule<'rmsprop'> = {
  stateNames: ({ momentum }) => (momentum === 0 ? ['velocity'] : ['velocity', 'momentum']),
  element: ({ rho, momentum, epsilon }, { parameters, state }) => {
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
  kernel: ({ rho, momentum, epsilon }, { bindings, overrides, workgroups }) =>
    dispatch(rmspropKernel, {
      bindings: { ...bindings, moments: 'state' },
      overrides: { ...overrides, RHO: rho, MOMENTUM: momentum, EPSILON: epsilon },
      workgroups,
    }),
};

export const rmspropOp = /* @__PURE__ */ optimizerOp(rmspropRule);
