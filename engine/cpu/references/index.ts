// The CPU reference of every op, found by the op's name: nodes need carry nothing but data to be computed.

import type { GraphNode, OpKind } from '../../graph/node.ts';
import type { Reference } from '../reference.ts';
import { activationGradient } from './activation-gradient.ts';
import { argmax } from './argmax.ts';
import { batchRows, batchWeights, gatherRows } from './batch.ts';
import { binary } from './binary.ts';
import { cholesky, lowerTriangle } from './cholesky.ts';
import { concat } from './concat.ts';
import { conv2d, conv2dInputGradient, conv2dKernelGradient } from './conv2d.ts';
import { dropout } from './dropout.ts';
import { gather, scatterAdd } from './gather.ts';
import { gradientSums } from './gradient-sums.ts';
import { kMeansAssign } from './k-means.ts';
import { constant, fill } from './leaves.ts';
import { logSoftmax } from './log-softmax.ts';
import { matmul } from './matmul.ts';
import { max } from './max.ts';
import { maxPool, maxPoolGradient } from './max-pool.ts';
import { oneHot } from './one-hot.ts';
import { optimizerUpdate } from './optimizer-update.ts';
import { pad } from './pad.ts';
import { rowLoss, rowLossGradient } from './row-loss.ts';
import { softmax } from './softmax.ts';
import { accuracy, softmaxCrossEntropy, softmaxCrossEntropyGradient } from './softmax-cross-entropy.ts';
import { broadcast, slice, transpose } from './strided-copy.ts';
import { sum } from './sum.ts';
import { tick } from './tick.ts';
import { triangularSolve } from './triangular-solve.ts';
import { unary } from './unary.ts';
import { where } from './where.ts';

/** Kinds of nodes that the executor holds and never computes. */
type Held = 'parameter' | 'input' | 'data' | 'scratch' | 'reshape';

const references: { readonly [K in Exclude<OpKind, Held>]: Reference<K> } = {
  accuracy,
  activationGradient,
  argmax,
  batchRows,
  batchWeights,
  binary,
  broadcast,
  cholesky,
  concat,
  constant,
  conv2d,
  conv2dInputGradient,
  conv2dKernelGradient,
  dropout,
  fill,
  gather,
  gatherRows,
  gradientSums,
  kMeansAssign,
  logSoftmax,
  lowerTriangle,
  matmul,
  max,
  maxPool,
  maxPoolGradient,
  oneHot,
  optimizerUpdate,
  pad,
  rowLoss,
  rowLossGradient,
  scatterAdd,
  slice,
  softmax,
  softmaxCrossEntropy,
  softmaxCrossEntropyGradient,
  sum,
  tick,
  transpose,
  triangularSolve,
  unary,
  where,
};

/** The reference of a node's op. */
export const referenceOf = (node: GraphNode<Exclude<OpKind, Held>>): Reference<OpKind> =>
  references[node.op] as Reference<OpKind>;
