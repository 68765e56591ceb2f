// The op index: every kind of node with its definition. Only the CPU worker imports it: pages bundle the ops they use.

import type { GraphNode, OpAttributes, OpKind } from '../graph/node.ts';
import { activationGradientOp } from './activation-gradient.ts';
import { batchRowsOp, batchWeightsOp, gatherRowsOp } from './batch.ts';
import { binaryOp } from './binary.ts';
import { define, type OpDefinition } from './definition.ts';
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

/** Gives their definitions back to nodes that came from another thread. */
export function defineAll(nodes: readonly GraphNode[]): void {
  for (const node of nodes) define(node, definitions[node.op] as OpDefinition<OpKind>);
}
