// The network that the settings ask for: inputs, layers, loss and optimizer, as they are drawn and as the engine takes them.

import {
  adam,
  type Dataset,
  dense,
  type FitOptions,
  l2,
  type Sequential,
  sequential,
  sgd,
} from '../../../engine/index.ts';
import type { Values } from '../../base/settings.ts';
import { type HiddenLayer, parseLayers } from './architecture.ts';
import { isRegression } from './data.ts';
import type { Activation, NetworkSettings, OutputHead } from './definition.ts';
import { type Feature, features, parseFeatures } from './features.ts';
import type { LayerPlan } from './look.ts';

type NetworkValues = Readonly<Values<NetworkSettings>>;

export interface NetworkPlan {
  readonly features: readonly Feature[];
  /** As the visitor wrote them: without an activation where it is the common one. */
  readonly written: readonly HiddenLayer[];
  readonly hidden: readonly { readonly units: number; readonly activation: Activation }[];
  readonly head: OutputHead | 'linear';
  /** Hidden layers and output. */
  readonly layers: readonly LayerPlan[];
}

export function planOf({ features: chosen, layers, activation, data, output }: NetworkValues): NetworkPlan {
  const written = parseLayers(layers).layers ?? [];
  const hidden = written.map((layer) => ({ units: layer.units, activation: layer.activation ?? activation }));
  const head = isRegression(data) ? 'linear' : output;
  return {
    features: parseFeatures(chosen) ?? features.slice(0, 2),
    written,
    hidden,
    head,
    layers: [...hidden, { units: head === 'softmax' ? 2 : 1, activation: head }],
  };
}

export function modelOf(
  { l2: factor, seed }: NetworkValues,
  { features: chosen, hidden, head }: NetworkPlan,
): Sequential {
  const penalty = factor > 0 ? { kernelRegularizer: l2(factor) } : {};
  return sequential(
    [
      ...hidden.map(({ units, activation }) => dense(units, { activation, ...penalty })),
      dense(head === 'softmax' ? 2 : 1, { activation: head, ...penalty }),
    ],
    { inputShape: [chosen.length], seed },
  );
}

const losses = {
  sigmoid: 'binaryCrossentropy',
  softmax: 'sparseCategoricalCrossentropy',
  linear: 'meanSquaredError',
} as const;

export function fitOptionsOf(
  { optimizer, learningRate }: NetworkValues,
  { head }: NetworkPlan,
  validation: Dataset | undefined,
): FitOptions {
  return {
    optimizer:
      optimizer === 'adam'
        ? adam({ learningRate })
        : sgd({ learningRate, momentum: optimizer === 'momentum' ? 0.9 : 0 }),
    loss: losses[head],
    metrics: [head === 'linear' ? 'meanAbsoluteError' : 'accuracy'],
    ...(validation && { validationData: validation }),
  };
}
