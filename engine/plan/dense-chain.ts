// Recognises the training step of a chain of dense layers, which both executors can run whole: many steps at a time.

import { vectorJacobianProduct } from '../autodiff.ts';
import {
  type FusedActivation,
  type GraphNode,
  type OptimizerAttributes,
  type RowLossFunction,
  type ScheduleAttributes,
  topologicalOrder,
} from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import type { Program } from './program.ts';

export interface ChainLayer {
  readonly inputs: number;
  readonly units: number;
  readonly activation: FusedActivation | 'linear';
  /** Offsets in the flat parameters, in elements. */
  readonly kernel: number;
  readonly bias: number;
}

/** `hit` says whether the sign of a logit is right, for targets 0 and 1. */
export type ChainMetric = RowLossFunction | 'hit';

/** A step of such a chain, as numbers. */
export interface DenseChain {
  readonly layers: readonly ChainLayer[];
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly loss: RowLossFunction;
  readonly metrics: readonly ChainMetric[];
  readonly update: OptimizerAttributes;
  readonly schedule: ScheduleAttributes;
  readonly beta1: number;
  readonly beta2: number;
  readonly inputs: GraphNode<'data'>;
  readonly targets: GraphNode<'data'>;
  /** Elements of the flat parameters. */
  readonly parameterCount: number;
}

/** The chain that this program trains; undefined when it is anything more. */
export function denseChainOf(program: Program): DenseChain | undefined {
  const [updateNode, tick, ...more] = program.effects;
  if (updateNode?.op !== 'optimizerUpdate' || tick?.op !== 'tick' || more.length > 0 || program.outputs.length > 0) {
    return undefined;
  }
  if (updateNode.attributes.clipNorm !== 0) return undefined;
  const [weights, losses, ...metricNodes] = tick.inputs;
  if (!weights || losses?.op !== 'rowLoss') return undefined;
  const [predictions, targetRows] = losses.inputs;
  if (!predictions || !targetRows) return undefined;

  const found: ChainLayer[] = [];
  const parameters: GraphNode<'parameter'>[] = [];
  let node: GraphNode = predictions;
  while (node.op !== 'gatherRows' && node.op !== 'data') {
    const layer = layerOf(node);
    if (!layer) return undefined;
    found.unshift(layer.layer);
    parameters.unshift(...layer.parameters);
    node = layer.input;
  }
  const batch = batchOf(node, targetRows.op === 'reshape' ? (targetRows.inputs[0] ?? targetRows) : targetRows, weights);
  if (!batch || parameters.length !== program.gradients.length) return undefined;

  const metrics: ChainMetric[] = [];
  for (const metric of metricNodes) {
    const name = metricOf(metric, predictions, targetRows);
    if (!name) return undefined;
    metrics.push(name);
  }

  // Whatever else the gradients may hold (clipping, frozen layers), they must be those of this loss and nothing more.
  const plain = vectorJacobianProduct([losses], [weights], parameters);
  const sameGradients = parameters.every((parameter, i) => {
    const gradient = program.gradients.find((candidate) => candidate.parameter === parameter)?.node;
    const own = plain[i];
    return gradient && own && updateNode.inputs.includes(gradient) && sameGraph(gradient, own);
  });
  if (!sameGradients) return undefined;

  const { schedule, beta1, beta2 } = tick.attributes;
  return {
    layers: found,
    loss: losses.attributes.function,
    metrics,
    update: updateNode.attributes,
    schedule,
    beta1,
    beta2,
    ...batch,
    parameterCount: program.layout.length,
  };
}

/** Where the rows come from: gathered by the clock, or the whole dataset where it lies. */
function batchOf(inputs: GraphNode, targets: GraphNode, weights: GraphNode) {
  if (inputs.op === 'data' && targets.op === 'data') {
    const batchSize = inputs.shape[0] ?? 0;
    const isMean = weights.op === 'fill' && weights.attributes.value === 1 / batchSize;
    return isMean ? { batchSize, shuffle: false, inputs, targets } : undefined;
  }
  const [from, rows] = inputs.inputs;
  const [to, sameRows] = targets.inputs;
  if (inputs.op !== 'gatherRows' || targets.op !== 'gatherRows' || weights.op !== 'batchWeights') return undefined;
  if (from?.op !== 'data' || to?.op !== 'data' || from.attributes.encoding !== 'f32') return undefined;
  if (rows?.op !== 'batchRows' || rows !== sameRows) return undefined;
  return { ...rows.attributes, inputs: from, targets: to };
}

/** activation(x·W + b), with W and b parameters. */
function layerOf(node: GraphNode) {
  let sum = node;
  let activation: ChainLayer['activation'] = 'linear';
  if (node.op === 'unary') {
    const { function: name } = node.attributes;
    if (name !== 'relu' && name !== 'sigmoid' && name !== 'tanh') return undefined;
    activation = name;
    sum = node.inputs[0] ?? node;
  }
  if (sum.op !== 'binary' || sum.attributes.function !== 'add') return undefined;
  const [product, bias] = sum.inputs;
  if (product?.op !== 'matmul' || bias?.op !== 'parameter' || bias.shape.length !== 1) return undefined;
  const [input, kernel] = product.inputs;
  const { transposeA, transposeB } = product.attributes;
  if (!input || kernel?.op !== 'parameter' || product.shape.length !== 2 || transposeA || transposeB) return undefined;
  const [inputs = 0, units = 0] = kernel.shape;
  const layer: ChainLayer = {
    inputs,
    units,
    activation,
    kernel: kernel.attributes.offset,
    bias: bias.attributes.offset,
  };
  return { layer, parameters: [kernel, bias], input };
}

function metricOf(metric: GraphNode, predictions: GraphNode, targets: GraphNode): ChainMetric | undefined {
  if (metric.op === 'rowLoss') {
    const [p, t] = metric.inputs;
    return p === predictions && t && sameGraph(t, targets) ? metric.attributes.function : undefined;
  }
  // equal(step(sigmoid(logits) − 0.5), targets) as a row value; the sigmoid is over ½ where the logit is positive.
  const equal = metric.op === 'reshape' ? metric.inputs[0] : undefined;
  if (equal?.op !== 'binary' || equal.attributes.function !== 'equal') return undefined;
  const [said, truth] = equal.inputs;
  if (said?.op !== 'unary' || said.attributes.function !== 'step' || !truth || !sameGraph(truth, targets)) {
    return undefined;
  }
  const score = said.inputs[0];
  if (score === predictions) return 'hit';
  const [probability, half] = score?.op === 'binary' && score.attributes.function === 'subtract' ? score.inputs : [];
  const isHalf = half?.op === 'fill' && half.attributes.value === 0.5;
  const isProbability =
    probability?.op === 'unary' &&
    probability.attributes.function === 'sigmoid' &&
    probability.inputs[0] === predictions;
  return isHalf && isProbability ? 'hit' : undefined;
}

/** Whether two graphs compute the same: the same ops with the same attributes on the same leaves. */
function sameGraph(a: GraphNode, b: GraphNode): boolean {
  const keyOf = (root: GraphNode) => {
    const order = topologicalOrder([root]);
    const places = new Map(order.map((node, i) => [node, i]));
    return JSON.stringify(
      order.map(({ op, attributes, shape, inputs }) => [
        op,
        attributes,
        shape,
        inputs.map((input) => places.get(input)),
      ]),
    );
  };
  return a === b || keyOf(a) === keyOf(b);
}

/** Multiply-adds of a step. */
export const stepCost = ({ layers, batchSize }: DenseChain): number =>
  3 * batchSize * layers.reduce((total, { inputs, units }) => total + inputs * units, 0);

/** Whether a row of targets is as wide as the last layer: the loss compares them one by one. */
export const fitsTargets = ({ layers, targets }: DenseChain): boolean =>
  sizeOf(targets.shape.slice(1)) === layers.at(-1)?.units;

/** Columns of the widest layer, inputs included. */
export const widest = ({ layers }: DenseChain): number =>
  Math.max(...layers.flatMap(({ inputs, units }) => [inputs, units]));
