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

/** One layer of a sequential model. Shapes are those of one example, without the batch. */
export interface Layer {
  /** As summaries show it: "Dense". */
  readonly type: string;
  readonly name?: string | undefined;
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

export interface DenseOptions {
  readonly activation?: Activation;
  readonly useBias?: boolean;
  readonly kernelInitializer?: Initializer;
  readonly biasInitializer?: Initializer;
  /** Penalty on the weights, added to the loss: `l1()`, `l2()`, `l1l2()`. Default none. */
  readonly kernelRegularizer?: Regularizer;
  readonly biasRegularizer?: Regularizer;
  readonly name?: string;
}

/**
 * A fully connected layer: f(x·W + b), W [inputs, units], b [units].
 * Defaults as in Keras: linear, with bias, Glorot uniform weights, zero bias.
 * @throws RangeError when `units` is no positive whole number.
 */
export function dense(units: number, options: DenseOptions = {}): Layer {
  const {
    activation = 'linear',
    useBias = true,
    kernelInitializer = 'glorotUniform',
    biasInitializer = 'zeros',
    kernelRegularizer,
    biasRegularizer,
    name,
  } = options;
  if (!Number.isInteger(units) || units < 1) {
    throw new RangeError(`dense: ${units} units asked for; give a whole number of at least 1`);
  }
  return {
    type: 'Dense',
    name,
    activation,
    outputShape: (inputShape) => {
      if (inputShape.length !== 1) {
        throw new ShapeError(`dense: examples of shape ${formatShape(inputShape)}; put flatten() before it`);
      }
      return [units];
    },
    parameters: ([inputs = 0]) => [
      { name: 'kernel', shape: [inputs, units], initializer: kernelInitializer, regularizer: kernelRegularizer },
      ...(useBias
        ? [{ name: 'bias', shape: [units], initializer: biasInitializer, regularizer: biasRegularizer }]
        : []),
    ],
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
  activation: 'linear',
  outputShape: (inputShape) => [sizeOf(inputShape)],
  parameters: () => [],
  apply: (x) => reshape(x, [x.shape[0] ?? 0, sizeOf(x.shape.slice(1))]),
});

/** An activation as a layer of its own. */
export const activation = (name: Activation): Layer => ({
  type: 'Activation',
  activation: name,
  outputShape: (inputShape) => inputShape,
  parameters: () => [],
  apply: (x) => x,
});
