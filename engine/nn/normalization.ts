// Normalization: features brought to mean 0 and variance 1 by the statistics of the training set, as constants of the graph.

import type { Dataset, PackedTensor } from '../graph/dataset.ts';
import { formatShape, ShapeError, sizeOf } from '../graph/shape.ts';
import { multiply, subtract } from '../ops/binary.ts';
import { constant } from '../ops/leaves.ts';
import type { Layer } from './layers.ts';

export interface NormalizationLayer extends Layer {
  /** Of each feature; undefined before `adapt`. */
  readonly mean: Float64Array | undefined;
  readonly variance: Float64Array | undefined;
  /**
   * Takes mean and variance (divided by n) of each feature, the last axis, from these examples: those of the training set, because
   * a test set that took part in them would leak into training. Do it before the model is first used. Statistics that are known
   * already, from a file say, are taken as they are.
   */
  adapt(source: Dataset | PackedTensor | Statistics): this;
}

/** Of each feature. */
export interface Statistics {
  readonly mean: ArrayLike<number>;
  readonly variance: ArrayLike<number>;
}

export const isNormalization = (layer: Layer): layer is NormalizationLayer => layer.config?.layer === 'normalization';

export interface NormalizationOptions {
  /** Statistics that are known, in place of `adapt`. */
  readonly mean?: ArrayLike<number>;
  readonly variance?: ArrayLike<number>;
  readonly name?: string;
}

/** What a standard deviation is at least, as in Keras: a feature that is constant becomes 0. */
const smallestDeviation = 1e-7;

/** (x − mean)/√variance, feature by feature, as Keras's Normalization. It has no parameters. */
export function normalization({ mean, variance, name }: NormalizationOptions = {}): NormalizationLayer {
  let statistics = mean && variance ? copyOf({ mean, variance }) : undefined;
  return {
    type: 'Normalization',
    name,
    activation: 'linear',
    config: { layer: 'normalization' },
    get mean() {
      return statistics?.mean;
    },
    get variance() {
      return statistics?.variance;
    },
    adapt(source) {
      statistics = 'mean' in source ? copyOf(source) : statisticsOf('inputs' in source ? source.inputs : source);
      return this;
    },
    outputShape: (inputShape) => inputShape,
    parameters: () => [],
    apply: (x) => {
      const features = x.shape.at(-1) ?? 1;
      if (!statistics) throw new ShapeError('normalization: adapt it to the training set before the model is used');
      if (statistics.mean.length !== features) {
        const found = `${statistics.mean.length} features`;
        throw new ShapeError(`normalization: adapted to ${found}, used on ${formatShape(x.shape.slice(1))}`);
      }
      const scale = statistics.variance.map((value) => 1 / Math.max(Math.sqrt(value), smallestDeviation));
      const centered = subtract(x, constant([features], Float32Array.from(statistics.mean)));
      return multiply(centered, constant([features], Float32Array.from(scale)));
    },
  };
}

const copyOf = ({ mean, variance }: Statistics) => ({
  mean: Float64Array.from(mean),
  variance: Float64Array.from(variance),
});

/** In two passes: one would lose all digits for a column like years, with mean 1970 and deviation 30. */
function statisticsOf(tensor: PackedTensor) {
  const features = tensor.shape.at(-1) ?? 1;
  const count = sizeOf(tensor.shape) / features;
  const mean = new Float64Array(features);
  const variance = new Float64Array(features);
  eachValue(tensor, (value, feature) => {
    mean[feature] = (mean[feature] ?? 0) + value / count;
  });
  eachValue(tensor, (value, feature) => {
    variance[feature] = (variance[feature] ?? 0) + (value - (mean[feature] ?? 0)) ** 2 / count;
  });
  return { mean, variance };
}

/** Every stored number, decoded; rows of packed ones are padded to whole words. */
function eachValue(
  { shape, data, encoding, scale, offset }: PackedTensor,
  visit: (value: number, feature: number) => void,
) {
  const [rows = 0, ...example] = shape;
  const width = sizeOf(example);
  const features = shape.at(-1) ?? 1;
  const stride = data.length / rows;
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < width; i++) {
      const at = row * stride;
      const stored = encoding === 'u4' ? ((data[at + (i >> 1)] ?? 0) >> (4 * (i & 1))) & 15 : (data[at + i] ?? 0);
      visit(stored * scale + offset, i % features);
    }
}
