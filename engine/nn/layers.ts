// Layers: what shape they give, which parameters they have, and the graph they trace.

import type { GraphNode, UnaryFunction } from '../graph/node.ts';
import { formatShape, type Shape, ShapeError, sizeOf } from '../graph/shape.ts';
import { add } from '../ops/binary.ts';
import { reshape } from '../ops/leaves.ts';
import { matmul } from '../ops/matmul.ts';
import { softmax } from '../ops/softmax.ts';
import { unary } from '../ops/unary.ts';
import type { Initializer } from './initializers.ts';
import type { Regularizer } from './regularizers.ts';

export type Activation = 'linear' | 'relu' | 'leakyRelu' | 'sigmoid' | 'tanh' | 'softplus' | 'gelu' | 'softmax';

export interface ParameterSpec {
  readonly name: string;
  readonly shape: Shape;
  readonly initializer: Initializer;
  readonly regularizer?: Regularizer | undefined;
}

/** Where a layer is traced. */
export interface LayerContext {
  /** Layers that act in training only do nothing elsewhere. */
  readonly training: boolean;
  /** Position in the model. */
  readonly index: number;
}

/** What a layer was made with, for files and generated code. */
export type LayerConfig =
  | ({ readonly layer: 'dense'; readonly units: number } & WeightOptions)
  | { readonly layer: 'flatten' }
  | { readonly layer: 'activation' }
  | { readonly layer: 'dropout'; readonly rate: number }
  | { readonly layer: 'normalization' }
  | ({ readonly layer: 'conv2d'; readonly filters: number; readonly kernelSize: Size2d } & WindowConfig & WeightOptions)
  | ({ readonly layer: 'maxPooling2d'; readonly poolSize: Size2d } & WindowConfig);

/** Along height and width. */
export type Size2d = readonly [height: number, width: number];

interface WindowConfig {
  readonly strides: Size2d;
  readonly padding: 'valid' | 'same';
}

/** How a layer's weights begin and what penalizes them. */
export interface WeightOptions {
  /** Default true. */
  readonly useBias?: boolean;
  /** Default Glorot uniform. */
  readonly kernelInitializer?: Initializer;
  /** Default zeros. */
  readonly biasInitializer?: Initializer;
  /** Penalty on the weights, added to the loss: `l1()`, `l2()`, `l1l2()`. Default none. */
  readonly kernelRegularizer?: Regularizer;
  readonly biasRegularizer?: Regularizer;
}

/** One layer of a sequential model. Shapes are those of one example, without the batch. */
export interface Layer {
  /** As summaries show it: "Dense". */
  readonly type: string;
  readonly name?: string | undefined;
  /** Absent for a layer of one's own: it cannot be written as code. */
  readonly config?: LayerConfig;
  /** The activation at its end; losses on logits leave a final softmax or sigmoid out. */
  readonly activation: Activation;
  /** @throws ShapeError when the layer cannot follow such an input. */
  outputShape(inputShape: Shape): Shape;
  parameters(inputShape: Shape): readonly ParameterSpec[];
  /** The layer before its activation. x: [batch, …inputShape]. */
  apply(x: GraphNode, parameters: readonly GraphNode[], context: LayerContext): GraphNode;
}

/** f of a layer's values. x: [batch, …]. */
export function activate(activation: Activation, x: GraphNode): GraphNode {
  if (activation === 'linear') return x;
  return activation === 'softmax' ? softmax(x) : unary(activation satisfies UnaryFunction, x);
}

export interface DenseOptions extends WeightOptions {
  /** Default linear. */
  readonly activation?: Activation;
  readonly name?: string;
}

/** Kernel and bias as parameters, with the defaults of Keras. */
export const weightsOf = (
  kernel: Shape,
  bias: Shape,
  {
    useBias = true,
    kernelInitializer = 'glorotUniform',
    biasInitializer = 'zeros',
    kernelRegularizer,
    biasRegularizer,
  }: WeightOptions,
): readonly ParameterSpec[] => [
  { name: 'kernel', shape: kernel, initializer: kernelInitializer, regularizer: kernelRegularizer },
  ...(useBias ? [{ name: 'bias', shape: bias, initializer: biasInitializer, regularizer: biasRegularizer }] : []),
];

/** @throws RangeError when `value` is no whole number of at least 1. */
export function checkedUnits(layer: string, value: number, units: string): number {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`${layer}: ${value} ${units} asked for; give a whole number of at least 1`);
  }
  return value;
}

/**
 * A fully connected layer: f(x·W + b), W [inputs, units], b [units].
 * Defaults as in Keras: linear, with bias, Glorot uniform weights, zero bias.
 * @throws RangeError when `units` is no positive whole number.
 */
export function dense(units: number, options: DenseOptions = {}): Layer {
  const { activation = 'linear', name, ...weights } = options;
  checkedUnits('dense', units, 'units');
  return {
    type: 'Dense',
    name,
    activation,
    config: { layer: 'dense', units, ...weights },
    outputShape: (inputShape) => {
      if (inputShape.length !== 1) {
        throw new ShapeError(`dense: examples of shape ${formatShape(inputShape)}; put flatten() before it`);
      }
      return [units];
    },
    parameters: ([inputs = 0]) => weightsOf([inputs, units], [units], weights),
    apply: (x, [kernel, bias]) => {
      if (!kernel) throw new ShapeError('dense: the kernel is missing');
      const product = matmul(x, kernel);
      return bias ? add(product, bias) : product;
    },
  };
}

/** All values of an example in one row. */
export const flatten = (): Layer => ({
  type: 'Flatten',
  config: { layer: 'flatten' },
  activation: 'linear',
  outputShape: (inputShape) => [sizeOf(inputShape)],
  parameters: () => [],
  apply: (x) => reshape(x, [x.shape[0] ?? 0, sizeOf(x.shape.slice(1))]),
});

/** An activation as a layer of its own. */
export const activation = (name: Activation): Layer => ({
  type: 'Activation',
  config: { layer: 'activation' },
  activation: name,
  outputShape: (inputShape) => inputShape,
  parameters: () => [],
  apply: (x) => x,
});
