// Cross-entropy of softmax against class labels: row losses, their gradient, and accuracy.

import { inputOf } from '../../graph/node.ts';
import type { Reference } from '../reference.ts';
import { logSumExp } from './softmax.ts';

export const softmaxCrossEntropy: Reference<'softmaxCrossEntropy'> = (node, [logits, labels], losses) => {
  if (!logits || !labels) return;
  const classes = inputOf(node, 0).shape[1] ?? 0;
  for (let row = 0; row < losses.length; row++) {
    losses[row] =
      logSumExp(logits, row * classes, classes) - (logits[row * classes + (labels[row] ?? 0)] ?? Number.NaN);
  }
};

export const softmaxCrossEntropyGradient: Reference<'softmaxCrossEntropyGradient'> = (
  node,
  [logits, labels, cotangent],
  gradient,
) => {
  if (!logits || !labels || !cotangent) return;
  const classes = node.shape[1] ?? 0;
  for (let row = 0; row < cotangent.length; row++) {
    const first = row * classes;
    const total = logSumExp(logits, first, classes);
    for (let c = 0; c < classes; c++) {
      const probability = Math.exp((logits[first + c] as number) - total);
      gradient[first + c] = (cotangent[row] as number) * (probability - (c === labels[row] ? 1 : 0));
    }
  }
};

export const accuracy: Reference<'accuracy'> = (node, [logits, labels], hits) => {
  if (!logits || !labels) return;
  const classes = inputOf(node, 0).shape[1] ?? 0;
  for (let row = 0; row < hits.length; row++) {
    let argmax = 0;
    for (let c = 1; c < classes; c++)
      if ((logits[row * classes + c] as number) > (logits[row * classes + argmax] as number)) argmax = c;
    hits[row] = argmax === labels[row] ? 1 : 0;
  }
};
