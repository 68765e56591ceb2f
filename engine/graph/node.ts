// The graph: one node per operation, with its inputs, its shape and its attributes. All values are f32.

import type { Encoding } from './dataset.ts';
import { type Shape, ShapeError } from './shape.ts';

/** Functions of one value. Their formulas stand in `ops/unary.ts` and `shaders/unary.wgsl`. */
export type UnaryFunction =
  | 'negate'
  | 'abs'
  | 'square'
  | 'sqrt'
  | 'exp'
  | 'log'
  | 'sign'
  | 'reciprocal'
  | 'relu'
  | 'leakyRelu'
  | 'sigmoid'
  | 'tanh'
  | 'softplus'
  | 'gelu'
  | 'step';

/** Functions of two values, broadcast. Their formulas stand in `ops/binary.ts` and `shaders/binary.wgsl`. */
export type BinaryFunction =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'maximum'
  | 'minimum'
  | 'equal'
  | 'greater'
  | 'greaterEqual'
  | 'less'
  | 'lessEqual';

/** Losses that are a mean over a row of a function of prediction and target: `ops/row-loss.ts`. */
export type RowLossFunction =
  | 'squaredError'
  | 'absoluteError'
  | 'huber'
  | 'sigmoidCrossEntropy'
  | 'hinge'
  | 'perceptron';

/** Activations whose derivative can be written by their own output; these fuse into a dense layer. */
export type FusedActivation = 'relu' | 'sigmoid' | 'tanh';

/** Every kind of operation with its attributes. Adding an op adds one line here and one in `cpu/references/index.ts`. */
export interface OpAttributes {
  /** A trained tensor: a slice of the flat parameter buffer, `offset` in elements. */
  parameter: { name: string; offset: number };
  /** Values that the host writes before a run. */
  input: { name: string };
  /** Memory that the kernels of one op pass to each other; never part of a graph. */
  scratch: object;
  /** A packed dataset column that stays on the device; only `gatherRows` reads it. */
  data: { name: string; encoding: Encoding; scale: number; offset: number };
  /** Values fixed when the graph is made: statistics of the data, coefficients. */
  constant: { values: Float32Array };
  /** Every element the same value. */
  fill: { value: number };
  unary: { function: UnaryFunction };
  /** `dy · f'`, with f' written by the output y: the backward pass of a fused activation. Inputs: dy, y. */
  activationGradient: { function: FusedActivation };
  binary: { function: BinaryFunction };
  reshape: { shape: Shape };
  /** Sum over `axes`, which are kept with size 1. */
  sum: { axes: readonly number[] };
  /** Maximum over neighbouring `axes`, which are kept with size 1. */
  max: { axes: readonly number[] };
  /** Position of the first maximum, row-major within neighbouring `axes`, which are kept with size 1. */
  argmax: { axes: readonly number[] };
  /** The input repeated along axes of size 1. */
  broadcast: object;
  transpose: { permutation: readonly number[] };
  /** Elements `start + i·step` of each axis. */
  slice: { start: readonly number[]; step: readonly number[] };
  /** The adjoint of `slice`: elements placed at `start + i·step`, `value` elsewhere. */
  pad: { start: readonly number[]; step: readonly number[]; value: number };
  concat: { axis: number };
  /** Inputs: condition, values where it is not 0, values where it is; all of one shape. */
  where: object;
  oneHot: { depth: number };
  /** Rows of a table by index. Inputs: table [n, …], indices [m]. */
  gather: object;
  /** The adjoint of `gather`. Inputs: updates [m, …], indices [m]. */
  scatterAdd: object;
  /** Inputs: table [n, …], indices [m]. */
  gatherRows: object;
  /** Rank 2, or rank 3 with equal leading sizes. */
  matmul: { transposeA: boolean; transposeB: boolean };
  softmax: object;
  logSoftmax: object;
  /** Row losses from logits [B, n] and class labels [B]. */
  softmaxCrossEntropy: object;
  /** Inputs: logits, labels, cotangent of the row losses. */
  softmaxCrossEntropyGradient: object;
  /** 1 where the largest logit is at the label. */
  accuracy: object;
  rowLoss: { function: RowLossFunction };
  /** Inputs: predictions, targets, cotangent of the row losses. */
  rowLossGradient: { function: RowLossFunction };
  /** Elements zeroed with probability `rate`, by counter-based random numbers of their own `stream`; the rest scaled. */
  dropout: { rate: number; stream: number };
  /** Inputs: images [B, H, W, C], kernel [h, w, C, F]. */
  conv2d: WindowAttributes;
  /** Inputs: cotangent of the output, kernel. */
  conv2dInputGradient: WindowAttributes;
  /** Inputs: images, cotangent of the output. */
  conv2dKernelGradient: WindowAttributes;
  /** Inputs: images that decide, values [B, H, W, C] that are picked at the first maximum of each window. */
  maxPool: WindowAttributes;
  /** Inputs: images that decide, cotangent of the output. */
  maxPoolGradient: WindowAttributes;
  /** Lower factor of a symmetric positive definite matrix. */
  cholesky: object;
  /** Inputs: lower triangular L [n, n], right sides [n, m]. Solves L·X = B, or Lᵀ·X = B. */
  triangularSolve: { transpose: boolean };
  /** The lower triangle, its diagonal times `diagonal`, zeros above. */
  lowerTriangle: { diagonal: number };
  /** Index of the nearest center. Inputs: points [n, d], centers [k, d]. */
  kMeansAssign: object;
  /** Example index of each row of this step's batch, from the clock. */
  batchRows: { batchSize: number; shuffle: boolean };
  /** Weight of each row of this step's batch: 1/rows for those present, 0 beyond the end of the epoch. */
  batchWeights: { batchSize: number };
  /**
   * Σ of squares, and the penalties, over chunks of the flat gradient buffer: [chunks, 2]. Adds the penalties' gradients to it.
   * Inputs: where penalized the L1 and L2 coefficients of each 64 elements [n, 2]; all gradients.
   */
  gradientSums: { count: number; penalized: boolean };
  /** Effect: writes the flat parameter and state buffers from the flat gradient buffer. Inputs: all gradients; with a clip
   *  norm (0 is none), Σ of their squares [1, 1] before them. */
  optimizerUpdate: OptimizerAttributes & { clipNorm: number };
  /** Effect: sums the weighted row values, writes the metrics ring, advances the clock. Inputs: weights, loss, metrics. */
  tick: { batchSize: number; schedule: ScheduleAttributes; beta1: number; beta2: number };
}

/** Windows that slide over the two middle axes of [B, H, W, C]. */
export interface WindowAttributes {
  readonly window: readonly [height: number, width: number];
  readonly strides: readonly [vertical: number, horizontal: number];
  /** Rows and columns of padding before the first; those after the last follow from the shapes. */
  readonly padding: readonly [top: number, left: number];
}

/** One optimizer with its constants; the learning rate is a knob. */
export type OptimizerAttributes =
  | { optimizer: 'sgd'; momentum: number; nesterov: boolean }
  | { optimizer: 'adam'; beta1: number; beta2: number; epsilon: number; weightDecay: number }
  | { optimizer: 'rmsprop'; rho: number; momentum: number; epsilon: number }
  | { optimizer: 'adagrad'; initialAccumulator: number; epsilon: number };

/** The factor on the learning rate, computed on the device from the step counter. */
export type ScheduleAttributes =
  | { schedule: 'constant' }
  | { schedule: 'step'; every: number; factor: number }
  | { schedule: 'cosine'; steps: number; floor: number }
  | { schedule: 'inverseTime'; decay: number };

export type OpKind = keyof OpAttributes;

interface NodeOf<K extends OpKind> {
  readonly op: K;
  readonly inputs: readonly GraphNode[];
  readonly shape: Shape;
  readonly attributes: OpAttributes[K];
}

/** A value of the graph, discriminated by `op`. */
export type GraphNode<K extends OpKind = OpKind> = { [Kind in K]: NodeOf<Kind> }[K];

/** All nodes that `roots` need, each after its inputs, in a reproducible order. */
export function topologicalOrder(roots: readonly GraphNode[]): GraphNode[] {
  const order: GraphNode[] = [];
  const seen = new Set<GraphNode>();
  // An explicit stack: a long unrolled graph must not overflow the call stack.
  const stack = [...roots].reverse().map((node) => ({ node, next: 0 }));
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (!top) break;
    if (top.next === 0 && seen.has(top.node)) {
      stack.pop();
      continue;
    }
    seen.add(top.node);
    const input = top.node.inputs[top.next++];
    if (input) {
      if (!seen.has(input)) stack.push({ node: input, next: 0 });
    } else {
      order.push(top.node);
      stack.pop();
    }
  }
  return order;
}

/** The input at `index`, or an error that names the op. */
export function inputOf(node: GraphNode, index: number): GraphNode {
  const input = node.inputs[index];
  if (!input) throw new ShapeError(`${node.op}: input ${index} is missing`);
  return input;
}
