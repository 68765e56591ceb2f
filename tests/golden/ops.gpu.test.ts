// Convolution, max-pooling, cross-entropy, confusion matrix, precision and recall on the GPU, against TensorFlow.js
// (`ops.ts` made the goldens).

import { expect, test } from 'vitest';
import { vectorJacobianProduct } from '../../engine/autodiff.ts';
import type { GraphNode } from '../../engine/graph/node.ts';
import { conv2d } from '../../engine/ops/conv2d.ts';
import { categoricalCrossEntropy } from '../../engine/ops/log-softmax.ts';
import { maxPool } from '../../engine/ops/max-pool.ts';
import { confusionMatrix, precisionAndRecall } from '../../engine/ops/metrics.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { onGpu } from '../ops/harness.ts';
import { type Tensor, uniform } from '../ops/values.ts';
import golden from './ops.json';
import { classes, convolutions, cotangentSeed, labels, logits, pools, predictions, softTargets } from './ops-cases.ts';

interface Golden {
  readonly shape: number[];
  readonly value: number[];
  readonly gradients: number[][];
}

/** Value and gradients of f with the golden's cotangent, which is given as the last input. */
async function expectGolden(wanted: Golden, inputs: readonly Tensor[], f: (...inputs: GraphNode[]) => GraphNode) {
  const [value, ...gradients] = await onGpu([...inputs, uniform(wanted.shape, cotangentSeed, -1, 1)], (...nodes) => {
    const xs = nodes.slice(0, -1);
    const y = f(...xs);
    expect(y.shape).toEqual(wanted.shape);
    return [y, ...vectorJacobianProduct([y], [nodes.at(-1)!], xs.slice(0, wanted.gradients.length))];
  });
  expect(value).toBeAllClose(wanted.value, { rtol: 1e-5, atol: 1e-5 });
  wanted.gradients.forEach((gradient, i) => {
    expect(gradients[i]).toBeAllClose(gradient, { rtol: 1e-4, atol: 1e-5 });
  });
}

test.each(convolutions.map((one, i) => ({ ...one, i })))('conv2d $images.shape by $strides, $padding', (one) =>
  expectGolden(golden.convolutions[one.i]!, [one.images, one.kernel], (x, w) => conv2d(x!, w!, one)),
);

test.each(pools.map((one, i) => ({ ...one, i })))('maxPool $images.shape by $strides, $padding', (one) =>
  expectGolden(golden.pools[one.i]!, [one.images], (x) => maxPool(x!, [3, 2], one)),
);

test('cross-entropy with soft targets', () =>
  expectGolden(golden.crossEntropy, [logits, softTargets], (x, t) => categoricalCrossEntropy(x!, softmax(t!))));

test('confusion matrix, precision and recall', async () => {
  const [confusion, precision, recall] = await onGpu([labels, predictions], (actual, said) => {
    const counts = confusionMatrix(actual!, said!, classes);
    const shares = precisionAndRecall(counts);
    return [counts, shares.precision, shares.recall];
  });
  expect([...confusion!]).toEqual(golden.confusion);
  expect(precision).toBeAllClose(golden.precision as number[], { rtol: 1e-6 });
  expect(recall).toBeAllClose(golden.recall as number[], { rtol: 1e-6 });
});
