// The small trainings that goldens hold: one for each optimizer and each loss. Script and tests read the same table.

import type { Dataset } from '../../engine/graph/dataset.ts';
import { hash } from '../../engine/graph/shuffle.ts';
import { dense, type Layer, type LossName, l1l2, type Optimizer } from '../../engine/index.ts';
import * as optimizers from '../../engine/nn/optimizers.ts';

export const setup = { widths: [4, 8], seed: 3, rows: 37, batchSize: 8, steps: 50 } as const;

export interface GoldenCase {
  readonly name: string;
  readonly loss: LossName;
  readonly optimizer: Optimizer;
  readonly l1?: number;
  readonly l2?: number;
}

const regression = (name: string, optimizer: Optimizer, penalties: { l1?: number; l2?: number } = {}): GoldenCase => ({
  name,
  loss: 'meanSquaredError',
  optimizer,
  ...penalties,
});
const withLoss = (loss: LossName): GoldenCase => ({
  name: loss,
  loss,
  optimizer: optimizers.sgd({ learningRate: 0.1 }),
});

export const cases: readonly GoldenCase[] = [
  regression('sgd', optimizers.sgd({ learningRate: 0.05 })),
  regression('sgd momentum', optimizers.sgd({ learningRate: 0.02, momentum: 0.9 })),
  regression('sgd nesterov', optimizers.sgd({ learningRate: 0.02, momentum: 0.9, nesterov: true })),
  regression('rmsprop', optimizers.rmsprop({ learningRate: 0.01 })),
  regression('rmsprop momentum', optimizers.rmsprop({ learningRate: 0.005, rho: 0.8, momentum: 0.7 })),
  regression('adagrad', optimizers.adagrad({ learningRate: 0.05 })),
  regression('adam', optimizers.adam({ learningRate: 0.01 })),
  regression('adamW', optimizers.adamW({ learningRate: 0.01, weightDecay: 0.1 })),
  regression('clipped', optimizers.sgd({ learningRate: 0.1, globalClipNorm: 0.3 })),
  regression('penalized', optimizers.sgd({ learningRate: 0.05 }), { l1: 0.01, l2: 0.02 }),
  withLoss('meanAbsoluteError'),
  withLoss('huber'),
  withLoss('binaryCrossentropy'),
  withLoss('sparseCategoricalCrossentropy'),
  withLoss('hinge'),
  withLoss('perceptron'),
];

/** Outputs of the last layer: one, or one for each of three classes. */
export const unitsOf = (loss: LossName): number => (/[cC]ategorical/.test(loss) ? 3 : 1);

/** 4 → 8 tanh → 1 or 3. */
export function layersOf({ loss, l1 = 0, l2 = 0 }: GoldenCase): Layer[] {
  const kernelRegularizer = l1l2(l1, l2);
  const activation = loss === 'binaryCrossentropy' ? 'sigmoid' : unitsOf(loss) > 1 ? 'softmax' : 'linear';
  return [
    dense(setup.widths[1], { activation: 'tanh', ...(l1 + l2 > 0 && { kernelRegularizer }) }),
    dense(unitsOf(loss), { activation }),
  ];
}

const between = (i: number, key: number) => (hash(i, key) / 2 ** 32) * 4 - 2;

/** Features in [−2, 2] and a target that depends on them: a number, 0 or 1, or a class of three. */
export function datasetOf(loss: LossName): Dataset {
  const { rows, widths } = setup;
  const inputs = Float32Array.from({ length: rows * widths[0] }, (_, i) => between(i, 11));
  const targets = Float32Array.from({ length: rows }, (_, row) => {
    const [a = 0, b = 0, c = 0, d = 0] = inputs.subarray(row * 4);
    const value = a * b - c + 0.5 * d + 0.3 * between(row, 12);
    if (unitsOf(loss) > 1) return value < -1 ? 0 : value < 1 ? 1 : 2;
    return ['binaryCrossentropy', 'hinge', 'perceptron'].includes(loss) ? Number(value > 0) : value;
  });
  const column = (shape: number[], data: Float32Array) =>
    ({ shape, encoding: 'f32', data, scale: 1, offset: 0 }) as const;
  return { inputs: column([rows, widths[0]], inputs), targets: column([rows], targets) };
}
