// What the kernels that train whole chains of dense layers share: bindings, and override constants from a chain's attributes.

import type { OptimizerAttributes } from '../graph/node.ts';
import { ringRows } from '../graph/step-state.ts';
import { activationCode } from '../ops/activation-gradient.ts';
import { rowLossCode } from '../ops/row-loss.ts';
import type { ChainLayer, DenseChain } from './dense-chain.ts';

export const codeOf = ({ activation }: Pick<ChainLayer, 'activation'>): number =>
  activation === 'linear' ? 0 : activationCode[activation];

export function activationsOf(layers: readonly ChainLayer[]) {
  const has = (name: ChainLayer['activation']) => layers.some(({ activation }) => activation === name);
  return { HAS_RELU: has('relu'), HAS_SIGMOID: has('sigmoid'), HAS_TANH: has('tanh') };
}

export const sharedBindings = ({ inputs, targets }: DenseChain) =>
  ({
    clock: 'clock',
    knobs: 'knobs',
    examples: inputs,
    targets,
    parameters: 'parameters',
    state: 'state',
    ring: 'ring',
  }) as const;

export const sharedConstants = (chain: DenseChain) => ({ ...rowConstants(chain), ...updateConstants(chain) });

/** What belongs to rows: their batch, and their loss. */
export function rowConstants({ batchSize, shuffle, inputs, loss, metrics }: DenseChain) {
  const metric = (i: number) => {
    const name = metrics[i];
    if (name === undefined) return 0;
    return name === 'hit' ? 8 : rowLossCode(name);
  };
  return {
    BATCH_SIZE: batchSize,
    SHUFFLE: shuffle,
    SCALE: inputs.attributes.scale,
    OFFSET: inputs.attributes.offset,
    LOSS: rowLossCode(loss),
    METRICS: metrics.length,
    METRIC_0: metric(0),
    METRIC_1: metric(1),
    METRIC_2: metric(2),
  };
}

/** What belongs to parameters: their step, and the ring's row of it. */
export const updateConstants = ({ update, parameterCount }: DenseChain) => ({
  ...optimizerConstants(update),
  PARAMETERS: parameterCount,
  RING_ROWS: ringRows,
});

function optimizerConstants(update: OptimizerAttributes) {
  switch (update.optimizer) {
    case 'sgd':
      return { OPTIMIZER: 0, MOMENTUM: update.momentum, NESTEROV: update.nesterov };
    case 'adam':
      return {
        OPTIMIZER: 1,
        DECAY_1: update.beta1,
        DECAY_2: update.beta2,
        EPSILON: update.epsilon,
        WEIGHT_DECAY: update.weightDecay,
      };
    case 'rmsprop':
      return { OPTIMIZER: 2, DECAY_1: update.rho, MOMENTUM: update.momentum, EPSILON: update.epsilon };
    default:
      return { OPTIMIZER: 3, INITIAL: update.initialAccumulator, EPSILON: update.epsilon };
  }
}

/** Values that the optimizer keeps for each parameter. */
export function stateCount(update: OptimizerAttributes): number {
  switch (update.optimizer) {
    case 'sgd':
      return update.momentum === 0 ? 0 : 1;
    case 'adam':
      return 2;
    case 'rmsprop':
      return update.momentum === 0 ? 1 : 2;
    default:
      return 1;
  }
}
