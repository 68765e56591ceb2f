// The op index: every kind of node with its definition.

import type { GraphNode, OpAttributes, OpKind } from '../graph/node.ts';
import { activationGradientOp } from './activation-gradient.ts';
import { batchRowsOp, batchWeightsOp, gatherRowsOp } from './batch.ts';
import { binaryOp } from './binary.ts';
import type { OpDefinition } from './definition.ts';
import { dataOp, fillOp, inputOp, parameterOp, reshapeOp } from './leaves.ts';
import { matmulOp } from './matmul.ts';
import { optimizerUpdateOp } from './optimizer-update.ts';
import { rowLossGradientOp, rowLossOp } from './row-loss.ts';
import { softmaxOp } from './softmax.ts';
import { accuracyOp, softmaxCrossEntropyGradientOp, softmaxCrossEntropyOp } from './softmax-cross-entropy.ts';
import { sumOp } from './sum.ts';
import { tickOp } from './tick.ts';
import { unaryOp } from './unary.ts';

const definitions: { readonly [K in keyof OpAttributes]: OpDefinition<K> } = {
  parameter: parameterOp,
  input: inputOp,
  data: dataOp,
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
  optimizerUpdate: optimizerUpdateOp,
  tick: tickOp,
};

/** The definition of a node's op. */
export const definitionOf = <K extends OpKind>(node: GraphNode<K>): OpDefinition<K> =>
  definitions[node.op] as unknown as OpDefinition<K>;
