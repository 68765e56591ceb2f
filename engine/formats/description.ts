// What generated code is made of: a model's layers with the shapes between them, and its training with all defaults filled in.

import type { Shape } from '../graph/shape.ts';
import type { FitOptions } from '../nn/fit-options.ts';
import type { Activation, LayerConfig } from '../nn/layers.ts';
import { type Optimizer, optimizersByName } from '../nn/optimizers.ts';
import type { Sequential } from '../nn/sequential.ts';

export interface DescribedLayer {
  readonly config: LayerConfig;
  readonly activation: Activation;
  /** Shape of one example before the layer. */
  readonly inputShape: Shape;
  /** Of a normalization. */
  readonly mean?: readonly number[];
  readonly variance?: readonly number[];
}

/** The part of `fit`'s options that code can say. */
export type DescribedFit = Pick<
  FitOptions,
  'epochs' | 'batchSize' | 'optimizer' | 'loss' | 'metrics' | 'shuffle' | 'validationSplit' | 'classWeights'
>;

export interface Training extends DescribedFit {
  readonly epochs: number;
  readonly batchSize: number;
  readonly optimizer: Optimizer;
  readonly loss: FitOptions['loss'];
}

/** @throws TypeError naming a layer that was made by hand: it cannot be written as code. */
export function describeLayers(model: Sequential): DescribedLayer[] {
  let inputShape = model.inputShape;
  return model.layers.map((layer, i) => {
    if (!layer.config) {
      throw new TypeError(`Layer ${i + 1} (${layer.type}) was made by hand and cannot be written as code.`);
    }
    const described = { config: layer.config, activation: layer.activation, inputShape, ...statisticsOf(layer) };
    inputShape = layer.outputShape(inputShape);
    return described;
  });
}

/** The statistics that a normalization has adapted to. */
function statisticsOf(layer: object): Pick<DescribedLayer, 'mean' | 'variance'> {
  const mean = 'mean' in layer && layer.mean instanceof Float64Array ? layer.mean : undefined;
  const variance = 'variance' in layer && layer.variance instanceof Float64Array ? layer.variance : undefined;
  return mean && variance ? { mean: [...mean], variance: [...variance] } : {};
}

export function describeTraining(options: DescribedFit): Training {
  const { epochs = 1, batchSize = 32, optimizer = 'adam' } = options;
  return {
    ...options,
    epochs,
    batchSize,
    optimizer: typeof optimizer === 'string' ? optimizersByName[optimizer]() : optimizer,
  };
}

/** `meanSquaredError` → `mean_squared_error`, `conv2d` → `conv2d`. */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A value in Python. */
export function python(value: unknown): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === undefined || value === null) return 'None';
  if (Array.isArray(value)) return `(${value.map(python).join(', ')}${value.length === 1 ? ',' : ''})`;
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** Arguments by name; those without a value are left out. */
export const keywords = (values: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
