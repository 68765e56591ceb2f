// Cross-entropy of softmax against class labels: row losses, their gradient, and accuracy; one fused kernel serves all.

import { dispatch } from '../../shaders/kernel.ts';
import softmaxCrossEntropyKernel from '../../shaders/softmax_cross_entropy.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError, sameShape } from '../graph/shape.ts';
import { multiply, subtract } from './binary.ts';
import { type KernelCall, makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { fill, reshape, scratch } from './leaves.ts';
import { softmax } from './softmax.ts';
import { sum } from './sum.ts';

/** log Σ exp(logits) − logits[label], for each row. logits [B, n], labels [B] → [B]. */
export const softmaxCrossEntropy = (logits: GraphNode, labels: GraphNode): GraphNode =>
  makeNode(
    'softmaxCrossEntropy',
    softmaxCrossEntropyOp,
    [logits, labels],
    rowsOf('softmaxCrossEntropy', logits, labels),
    {},
  );

/** 1 where the largest logit is at the label. logits [B, n], labels [B] → [B]. */
export const accuracy = (logits: GraphNode, labels: GraphNode): GraphNode =>
  makeNode('accuracy', accuracyOp, [logits, labels], rowsOf('accuracy', logits, labels), {});

function rowsOf(op: string, logits: GraphNode, labels: GraphNode): readonly number[] {
  const rows = logits.shape.slice(0, 1);
  if (logits.shape.length !== 2 || !sameShape(rows, labels.shape)) {
    throw new ShapeError(
      `${op}: logits ${formatShape(logits.shape)} want labels [${rows}], not ${formatShape(labels.shape)}`,
    );
  }
  return rows;
}

/** What the fused kernel writes beside, or instead of, the others. */
export interface CrossEntropyOutputs {
  readonly losses?: GraphNode;
  readonly gradient?: GraphNode;
  readonly hits?: GraphNode;
}

export function crossEntropyCall(logits: GraphNode, labels: GraphNode, outputs: CrossEntropyOutputs): KernelCall {
  const [rows = 0, classes = 0] = logits.shape;
  return dispatch(softmaxCrossEntropyKernel, {
    bindings: {
      logits,
      labels,
      cotangent: outputs.gradient ? inputOf(outputs.gradient, 2) : labels,
      // Not 'unused' two times: WebGPU refuses two writable bindings of one range.
      losses: outputs.losses ?? scratch([1]),
      gradient: outputs.gradient ?? scratch([1]),
      hits: outputs.hits ?? scratch([1]),
    },
    overrides: {
      ROWS: rows,
      CLASSES: classes,
      WRITE_LOSS: outputs.losses !== undefined,
      WRITE_GRADIENT: outputs.gradient !== undefined,
      WRITE_HITS: outputs.hits !== undefined,
    },
    workgroups: workgroupsFor(rows, 64),
  });
}

export const softmaxCrossEntropyOp: OpDefinition<'softmaxCrossEntropy'> = {
  gradient: (node, cotangent) => [backward(inputOf(node, 0), inputOf(node, 1), cotangent)],
  kernels: (node) => [crossEntropyCall(inputOf(node, 0), inputOf(node, 1), { losses: node })],
};

/** dL·(p − one-hot label), p = softmax(logits), dL the cotangent of the row losses. */
const backward = (logits: GraphNode, labels: GraphNode, cotangent: GraphNode) =>
  makeNode('softmaxCrossEntropyGradient', softmaxCrossEntropyGradientOp, [logits, labels, cotangent], logits.shape, {});

export const softmaxCrossEntropyGradientOp: OpDefinition<'softmaxCrossEntropyGradient'> = {
  // Of u·dL·(p − label): to the logits dL·p·(u − Σ u·p), to dL Σ u·(p − label).
  gradient: (node, u) => {
    const [logits, labels, cotangent] = [inputOf(node, 0), inputOf(node, 1), inputOf(node, 2)];
    const p = softmax(logits);
    const bent = multiply(p, subtract(u, sum(multiply(u, p), [1])));
    const slopes = backward(logits, labels, fill(cotangent.shape, 1));
    return [
      multiply(reshape(cotangent, [...cotangent.shape, 1]), bent),
      undefined,
      reshape(sum(multiply(u, slopes), [1]), cotangent.shape),
    ];
  },
  kernels: (node) => [crossEntropyCall(inputOf(node, 0), inputOf(node, 1), { gradient: node })],
};

export const accuracyOp: OpDefinition<'accuracy'> = {
  kernels: (node) => [crossEntropyCall(inputOf(node, 0), inputOf(node, 1), { hits: node })],
};
