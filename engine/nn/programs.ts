// The programs of a model: one training step, one evaluation batch, one prediction.

import { vectorJacobianProduct } from '../autodiff.ts';
import type { Dataset, PackedTensor } from '../graph/dataset.ts';
import type { GraphNode } from '../graph/node.ts';
import { formatShape, type Shape, ShapeError, sameShape, sizeOf } from '../graph/shape.ts';
import { batchRows, batchWeights, gatherRows } from '../ops/batch.ts';
import { add, binary, multiply } from '../ops/binary.ts';
import { gradientSums } from '../ops/gradient-sums.ts';
import { constant, data, fill, input, parameter, reshape } from '../ops/leaves.ts';
import { optimizerUpdate } from '../ops/optimizer-update.ts';
import { sum } from '../ops/sum.ts';
import { tick } from '../ops/tick.ts';
import { unary } from '../ops/unary.ts';
import type { ParameterLayout, Program } from '../plan/program.ts';
import { activate, type Layer } from './layers.ts';
import { type Loss, lossRows, type Predictions } from './losses.ts';
import { columnRows, type MetricPlan } from './metrics.ts';
import type { Optimizer } from './optimizers.ts';

/** What programs need to know of a model. */
export interface Architecture {
  readonly layers: readonly Layer[];
  readonly inputShape: Shape;
  readonly layout: ParameterLayout;
  /** Slots of each layer's parameters in the layout. */
  readonly slotsOf: readonly (readonly number[])[];
}

export interface StepOptions {
  readonly batchSize: number;
  readonly loss: Loss;
  readonly metrics: MetricPlan;
}

/** What the loss of a row is multiplied by, for each class; 1 for those not named. */
export type ClassWeights = Readonly<Record<number, number>>;

/** The model's graph from examples x: [batch, …inputShape]. */
export function trace(
  { layers, layout, slotsOf }: Architecture,
  x: GraphNode,
  training = false,
): Predictions & { parameters: GraphNode<'parameter'>[]; layerOutputs: GraphNode[] } {
  const parameters = layout.slots.map(({ name, shape, offset }) => parameter(name, shape, offset));
  const layerOutputs: GraphNode[] = [];
  let logits = x;
  let outputs = x;
  layers.forEach((layer, i) => {
    const own = (slotsOf[i] ?? []).flatMap((slot) => parameters[slot] ?? []);
    logits = layer.apply(outputs, own, { training, index: i });
    outputs = activate(layer.activation, logits);
    layerOutputs.push(outputs);
  });
  return { activation: layers.at(-1)?.activation ?? 'linear', logits, outputs, parameters, layerOutputs };
}

/** A dataset's columns by the names that programs give them. */
export const columnsOf = ({ inputs, targets }: Dataset) => ({ inputs: inputs.data, targets: targets.data });

const columnOf = (name: string, { shape, encoding, scale, offset }: PackedTensor, capacity: number) =>
  data(name, [capacity, ...shape.slice(1)], encoding, scale, offset);

const isPlain = ({ encoding, scale, offset }: PackedTensor) => encoding === 'f32' && scale === 1 && offset === 0;

/** The batch of this step: inputs, targets and weights from the packed dataset. `capacity`: examples that may arrive. */
export function batchOf(
  dataset: Dataset,
  { inputShape }: Architecture,
  batchSize: number,
  shuffle: boolean,
  capacity: number,
) {
  const example = dataset.inputs.shape.slice(1);
  if (!sameShape(example, inputShape)) {
    throw new ShapeError(
      `fit: the model takes examples ${formatShape(inputShape)}, the dataset has ${formatShape(example)}`,
    );
  }
  const count = dataset.inputs.shape[0] ?? 0;
  if (!shuffle && batchSize === count && capacity === count && isPlain(dataset.inputs) && isPlain(dataset.targets)) {
    // The whole dataset is the batch: it is read where it lies, and no gather is made.
    return {
      inputs: columnOf('inputs', dataset.inputs, capacity),
      targets: columnOf('targets', dataset.targets, capacity),
      weights: fill([count], 1 / count),
    };
  }
  const rows = batchRows(batchSize, shuffle);
  return {
    inputs: gatherRows(columnOf('inputs', dataset.inputs, capacity), rows),
    targets: gatherRows(columnOf('targets', dataset.targets, capacity), rows),
    weights: batchWeights(batchSize),
  };
}

/** One training step: batch, forward, loss, backward, update, tick. */
export function trainingProgram(
  architecture: Architecture,
  dataset: Dataset,
  options: StepOptions & {
    readonly optimizer: Optimizer;
    readonly shuffle: boolean;
    readonly capacity: number;
    readonly classWeights?: ClassWeights | undefined;
  },
): Program {
  const { batchSize, optimizer, shuffle, capacity } = options;
  const { inputs, targets, weights } = batchOf(dataset, architecture, batchSize, shuffle, capacity);
  const predictions = trace(architecture, inputs, true);
  const unweighted = lossRows(options.loss, predictions, targets);
  const factors = options.classWeights && classFactors(options.classWeights, predictions, targets);
  const losses = factors ? multiply(unweighted, factors) : unweighted;
  const { parameters } = predictions;
  const gradients = vectorJacobianProduct([losses], [weights], parameters);
  const { update, schedule, stateNames, globalClipNorm } = optimizer;
  const betas = update.optimizer === 'adam' ? { beta1: update.beta1, beta2: update.beta2 } : {};
  const { length } = architecture.layout;
  const totals = gradientTotals(
    architecture,
    gradients,
    globalClipNorm > 0 || options.metrics.columns.includes('gradientNorm'),
  );
  const labels = labelsOf(options.loss, targets);
  const metrics = options.metrics.columns.map((column) => columnRows(column, predictions, labels, totals?.norm()));
  const clip = globalClipNorm > 0 && totals ? { norm: globalClipNorm, squares: totals.squares } : undefined;
  return {
    name: 'training step',
    layout: architecture.layout,
    stateLength: stateNames.length * length,
    outputs: [],
    gradients: parameters.flatMap((parameter, i) => {
      const node = gradients[i];
      return node ? [{ parameter, node }] : [];
    }),
    effects: [
      optimizerUpdate(optimizer.op, gradients, length, update, clip),
      tick(weights, totals?.penalty ? add(losses, totals.penalty) : losses, metrics, { schedule, ...betas }),
    ],
    metricNames: options.metrics.columns,
  };
}

const labelsOf = (loss: Loss, targets: GraphNode) =>
  typeof loss === 'string' ? targets : (loss.labels?.(targets) ?? targets);

/** The factor of each row's loss, [B], by its class: a label, 0 or 1, or one-hot. */
function classFactors(classWeights: ClassWeights, { outputs }: Predictions, targets: GraphNode): GraphNode {
  const rows = targets.shape[0] ?? 0;
  const classes = Math.max(2, sizeOf(outputs.shape.slice(1)));
  const unknown = Object.keys(classWeights).find((label) => !(Number(label) < classes));
  if (unknown !== undefined) throw new RangeError(`classWeights: there is no class ${unknown} of ${classes}`);
  const weights = Float32Array.from({ length: classes }, (_, label) => classWeights[label] ?? 1);
  const isOneHot = sizeOf(targets.shape) === rows * classes;
  const isClass = isOneHot
    ? targets
    : binary(
        'equal',
        reshape(targets, [rows, 1]),
        constant(
          [1, classes],
          weights.map((_, label) => label),
        ),
      );
  return reshape(sum(multiply(isClass, constant([1, classes], weights)), [1]), [rows]);
}

interface GradientTotals {
  /** Σ of all gradients' squares first, [1, 2]. */
  readonly squares: GraphNode;
  /** Euclidean norm of all gradients, [1]. */
  norm(): GraphNode;
  /** Sum of all penalties, [1]; undefined where no layer has one. */
  readonly penalty: GraphNode | undefined;
}

/** Sums over the flat gradient buffer, where a penalty, clipping or the norm is asked for. */
function gradientTotals(
  { layers, inputShape, layout, slotsOf }: Architecture,
  gradients: readonly GraphNode[],
  wanted: boolean,
): GradientTotals | undefined {
  const coefficients = new Float32Array(layout.length / 32);
  let penalized = false;
  let shape = inputShape;
  layers.forEach((layer, i) => {
    layer.parameters(shape).forEach(({ regularizer }, j) => {
      const slot = layout.slots[slotsOf[i]?.[j] ?? -1];
      if (!regularizer || !slot) return;
      penalized = true;
      for (let block = slot.offset / 64; block < (slot.offset + sizeOf(slot.shape)) / 64; block++) {
        coefficients.set([regularizer.l1, regularizer.l2], 2 * block);
      }
    });
    shape = layer.outputShape(shape);
  });
  if (!penalized && !wanted) return undefined;
  const table = penalized ? constant([layout.length / 64, 2], coefficients) : undefined;
  const squares = sum(gradientSums(gradients, layout.length, table), [0]);
  const pick = (which: readonly number[]) =>
    reshape(sum(multiply(squares, constant([1, 2], Float32Array.from(which)))), [1]);
  return { squares, norm: () => unary('sqrt', pick([1, 0])), penalty: penalized ? pick([0, 1]) : undefined };
}

/** One batch of an evaluation, in order; its row of the ring holds the batch's mean loss and metrics. */
export function evaluationProgram(architecture: Architecture, dataset: Dataset, options: StepOptions): Program {
  const count = dataset.inputs.shape[0] ?? 0;
  const { inputs, targets, weights } = batchOf(dataset, architecture, options.batchSize, false, count);
  const predictions = trace(architecture, inputs);
  const losses = lossRows(options.loss, predictions, targets);
  const labels = labelsOf(options.loss, targets);
  const metrics = options.metrics.columns.map((column) => columnRows(column, predictions, labels));
  return {
    name: 'evaluation',
    layout: architecture.layout,
    stateLength: 0,
    outputs: [],
    gradients: [],
    effects: [tick(weights, losses, metrics)],
    metricNames: options.metrics.columns,
  };
}

/** The model's outputs for `rows` examples that the host writes. */
export function predictionProgram(architecture: Architecture, rows: number): Program {
  const { outputs } = trace(architecture, input('inputs', [rows, ...architecture.inputShape]));
  return {
    name: 'prediction',
    layout: architecture.layout,
    stateLength: 0,
    outputs: [outputs],
    gradients: [],
    effects: [],
    metricNames: [],
  };
}
