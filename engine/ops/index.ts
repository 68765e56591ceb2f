// The op index: every kind of node with its definition. Only the CPU worker imports it: pages bundle the ops they use.

import type { GraphNode, OpAttributes, OpKind } from '../graph/node.ts';
import { activationGradientOp } from './activation-gradient.ts';
import { adagradOp } from './adagrad.ts';
import { adamOp } from './adam.ts';
import { argmaxOp } from './argmax.ts';
import { batchRowsOp, batchWeightsOp, gatherRowsOp } from './batch.ts';
import { binaryOp } from './binary.ts';
import { broadcastOp } from './broadcast.ts';
import { choleskyOp, lowerTriangleOp } from './cholesky.ts';
import { concatOp } from './concat.ts';
import { conv2dInputGradientOp, conv2dKernelGradientOp, conv2dOp } from './conv2d.ts';
import { define, type OpDefinition } from './definition.ts';
import { dropoutOp } from './dropout.ts';
import { gatherOp, scatterAddOp } from './gather.ts';
import { gradientSumsOp } from './gradient-sums.ts';
import { kMeansAssignOp } from './k-means.ts';
import { constantOp, dataOp, fillOp, inputOp, parameterOp, reshapeOp, scratchOp } from './leaves.ts';
import { logSoftmaxOp } from './log-softmax.ts';
import { matmulOp } from './matmul.ts';
import { maxOp } from './max.ts';
import { maxPoolGradientOp, maxPoolOp } from './max-pool.ts';
import { oneHotOp } from './one-hot.ts';
import { padOp } from './pad.ts';
import { rmspropOp } from './rmsprop.ts';
import { rowLossGradientOp, rowLossOp } from './row-loss.ts';
import { sgdOp } from './sgd.ts';
import { sliceOp } from './slice.ts';
import { softmaxOp } from './softmax.ts';
import { accuracyOp, softmaxCrossEntropyGradientOp, softmaxCrossEntropyOp } from './softmax-cross-entropy.ts';
import { sumOp } from './sum.ts';
import { tickOp } from './tick.ts';
import { transposeOp } from './transpose.ts';
import { triangularSolveOp } from './triangular-solve.ts';
import { unaryOp } from './unary.ts';
import { whereOp } from './where.ts';

const definitions: { readonly [K in Exclude<keyof OpAttributes, 'optimizerUpdate'>]: OpDefinition<K> } = {
  parameter: parameterOp,
  input: inputOp,
  data: dataOp,
  constant: constantOp,
  fill: fillOp,
  unary: unaryOp,
  activationGradient: activationGradientOp,
  binary: binaryOp,
  reshape: reshapeOp,
  sum: sumOp,
  gatherRows: gatherRowsOp,
  matmul: matmulOp,
  softmax: softmaxOp,
  softmaxCrossEntropy: softmaxCrossEntropyOp,
  softmaxCrossEntropyGradient: softmaxCrossEntropyGradientOp,
  accuracy: accuracyOp,
  rowLoss: rowLossOp,
  rowLossGradient: rowLossGradientOp,
  batchRows: batchRowsOp,
  batchWeights: batchWeightsOp,
  gradientSums: gradientSumsOp,
  tick: tickOp,
  scratch: scratchOp,
  max: maxOp,
  argmax: argmaxOp,
  broadcast: broadcastOp,
  transpose: transposeOp,
  slice: sliceOp,
  pad: padOp,
  concat: concatOp,
  where: whereOp,
  oneHot: oneHotOp,
  gather: gatherOp,
  scatterAdd: scatterAddOp,
  logSoftmax: logSoftmaxOp,
  dropout: dropoutOp,
  conv2d: conv2dOp,
  conv2dInputGradient: conv2dInputGradientOp,
  conv2dKernelGradient: conv2dKernelGradientOp,
  maxPool: maxPoolOp,
  maxPoolGradient: maxPoolGradientOp,
  cholesky: choleskyOp,
  triangularSolve: triangularSolveOp,
  lowerTriangle: lowerTriangleOp,
  kMeansAssign: kMeansAssignOp,
};

const optimizers = { sgd: sgdOp, adam: adamOp, rmsprop: rmspropOp, adagrad: adagradOp } as const;

/** Gives their definitions back to nodes that came from another thread. */
export function defineAll(nodes: readonly GraphNode[]): void {
  for (const node of nodes) {
    if (node.op === 'optimizerUpdate') define(node, optimizers[node.attributes.optimizer]);
    else define(node, definitions[node.op] as OpDefinition<OpKind>);
  }
}
