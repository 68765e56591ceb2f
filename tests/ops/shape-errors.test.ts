// Wrong shapes are refused where the graph is built, by sentences that name the op, the shapes and the axis.

import { describe, expect, test } from 'vitest';
import type { GraphNode } from '../../engine/graph/node.ts';
import { type Shape, ShapeError } from '../../engine/graph/shape.ts';
import { argmax } from '../../engine/ops/argmax.ts';
import { binary } from '../../engine/ops/binary.ts';
import { broadcastTo } from '../../engine/ops/broadcast.ts';
import { cholesky, lowerTriangle } from '../../engine/ops/cholesky.ts';
import { concat } from '../../engine/ops/concat.ts';
import { conv2d } from '../../engine/ops/conv2d.ts';
import { dropout } from '../../engine/ops/dropout.ts';
import { gather } from '../../engine/ops/gather.ts';
import { kMeansAssign } from '../../engine/ops/k-means.ts';
import { input, reshape } from '../../engine/ops/leaves.ts';
import { categoricalCrossEntropy, logSoftmax } from '../../engine/ops/log-softmax.ts';
import { matmul } from '../../engine/ops/matmul.ts';
import { max } from '../../engine/ops/max.ts';
import { maxPool } from '../../engine/ops/max-pool.ts';
import { confusionMatrix } from '../../engine/ops/metrics.ts';
import { oneHot } from '../../engine/ops/one-hot.ts';
import { pad } from '../../engine/ops/pad.ts';
import { rowLoss } from '../../engine/ops/row-loss.ts';
import { scatterAdd } from '../../engine/ops/scatter-add.ts';
import { slice } from '../../engine/ops/slice.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { softmaxCrossEntropy } from '../../engine/ops/softmax-cross-entropy.ts';
import { sum } from '../../engine/ops/sum.ts';
import { transpose } from '../../engine/ops/transpose.ts';
import { triangularSolve } from '../../engine/ops/triangular-solve.ts';
import { where } from '../../engine/ops/where.ts';

const x = (...shape: Shape): GraphNode => input('x', shape);

const wrong: readonly [message: string, build: () => GraphNode][] = [
  ['add: [2×3] and [4×3] do not broadcast: sizes 2 and 4 differ in axis 0', () => binary('add', x(2, 3), x(4, 3))],
  ['where: [2] and [3] do not broadcast: sizes 2 and 3 differ in axis 0', () => where(x(2), x(3), x())],
  ['broadcastTo: [2×3] cannot be repeated to [3]', () => broadcastTo(x(2, 3), [3])],
  ['reshape: [2×3] has 6 elements, [4] would have 4', () => reshape(x(2, 3), [4])],
  ['matmul: [2×3]·[4×5]: inner dimensions 3 and 4 differ', () => matmul(x(2, 3), x(4, 5))],
  ['matmul: [3×2]ᵀ·[4×5]: inner dimensions 3 and 4 differ', () => matmul(x(3, 2), x(4, 5), { transposeA: true })],
  ['matmul: [2×3×4]·[5×4×6]: the numbers of matrices differ', () => matmul(x(2, 3, 4), x(5, 4, 6))],
  ['matmul: [4] is no matrix and no batch of them; reshape it to 2 or 3 axes', () => matmul(x(4), x(4, 2))],
  ['sum: axis 2 is out of range for [2×3]', () => sum(x(2, 3), [2])],
  ['max: axis 1 of [2×0] has no elements', () => max(x(2, 0), [1])],
  ['argmax: axis 0 of [0] has no elements', () => argmax(x(0))],
  ['argmax: axes [0,2] of [2×3×4] are no neighbours; transpose first', () => argmax(x(2, 3, 4), [0, 2])],
  ['softmax: a scalar has no last axis', () => softmax(x())],
  ['logSoftmax: a scalar has no last axis', () => logSoftmax(x())],
  ['transpose: [0,0] does not name every axis of [2×3] once', () => transpose(x(2, 3), [0, 0])],
  [
    'slice: start [1,2], size [1,2], step [1,1] of [2×3]: axis 1 has only 3 elements',
    () => slice(x(2, 3), [1, 2], [1, 2]),
  ],
  ['slice: start [0], size [1], step [0] of [3]: axis 0 wants whole numbers', () => slice(x(3), [0], [1], [0])],
  ['slice: start [0], size [1], step [1,1] of [2×3]: one number for each axis', () => slice(x(2, 3), [0], [1])],
  ['pad: [3] from [2] by steps [1] does not fit into [4], axis 0', () => pad(x(3), [4], [2])],
  ['concat: [2×3] and [4×4] differ in another axis than 0', () => concat([x(2, 3), x(4, 4)], 0)],
  ['concat: no tensors given', () => concat([], 0)],
  ['oneHot: depth 0 is no positive whole number', () => oneHot(x(3), 0)],
  ['gather: the table is a scalar and has no rows', () => gather(x(), x(2))],
  ['scatterAdd: updates [3×2] must begin with the axes of the indices [2]', () => scatterAdd(x(3, 2), x(2), 4)],
  [
    'conv2d: images [1×5×5×3] with kernel [3×3×2×8]: 3 and 2 channels differ',
    () => conv2d(x(1, 5, 5, 3), x(3, 3, 2, 8)),
  ],
  ['conv2d: a window of 7 does not fit into axis 2 of [1×9×5×1]', () => conv2d(x(1, 9, 5, 1), x(3, 7, 1, 1))],
  [
    'conv2d: images [5×5×3] with kernel [3×3]: a kernel is [height×width×channels×filters]',
    () => conv2d(x(5, 5, 3), x(3, 3)),
  ],
  ['maxPool: images [5×5×3] must be [batch×height×width×channels]', () => maxPool(x(5, 5, 3), 2)],
  ['maxPool: window [0,0] and strides [0,0] must be positive whole numbers', () => maxPool(x(1, 4, 4, 1), 0)],
  ['cholesky: [2×3] is no square matrix', () => cholesky(x(2, 3))],
  ['lowerTriangle: [4] is no square matrix', () => lowerTriangle(x(4))],
  [
    'triangularSolve: [3×3] and [2×1]: a square matrix and as many rows are needed',
    () => triangularSolve(x(3, 3), x(2, 1)),
  ],
  ['kMeansAssign: points [9×2] and centers [3×4] must be [n×d] and [k×d], k ≥ 1', () => kMeansAssign(x(9, 2), x(3, 4))],
  ['squaredError: predictions [4×1] and targets [4] must have one shape', () => rowLoss('squaredError', x(4, 1), x(4))],
  ['softmaxCrossEntropy: ', () => softmaxCrossEntropy(x(4, 3), x(5))],
  [
    'categoricalCrossEntropy: logits [4×3] and targets [4] must both be [rows×classes]',
    () => categoricalCrossEntropy(x(4, 3), x(4)),
  ],
  ['confusionMatrix: [4] and [5] must be the same', () => confusionMatrix(x(4), x(5), 3)],
];

describe('a wrong shape', () => {
  test.each(wrong)('%s', (message, build) => {
    expect(build).toThrow(ShapeError);
    expect(build).toThrow(message);
  });
});

test('a dropout rate outside [0, 1) is refused', () => {
  expect(() => dropout(x(3), 1, 0)).toThrow('dropout: rate 1 is not between 0 and 1');
});
