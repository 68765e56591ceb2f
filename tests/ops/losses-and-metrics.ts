// Cases of losses and metrics.

import fc from 'fast-check';
import type { RowLossFunction } from '../../engine/graph/node.ts';
import { sizeOf } from '../../engine/graph/shape.ts';
import { concat } from '../../engine/ops/concat.ts';
import { reshape } from '../../engine/ops/leaves.ts';
import { categoricalCrossEntropy } from '../../engine/ops/log-softmax.ts';
import { confusionMatrix, precisionAndRecall, regressionErrors } from '../../engine/ops/metrics.ts';
import { rowLoss } from '../../engine/ops/row-loss.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { accuracy, softmaxCrossEntropy } from '../../engine/ops/softmax-cross-entropy.ts';
import type { Case } from './harness.ts';
import { positive, shapeOf, shown, size, some } from './shapes.ts';
import { indices, uniform } from './values.ts';

const rowLosses: readonly RowLossFunction[] = [
  'squaredError',
  'absoluteError',
  'huber',
  'sigmoidCrossEntropy',
  'hinge',
  'perceptron',
];

const rowLossCases = rowLosses.flatMap((name) =>
  some(fc.tuple(size, shapeOf(0, 2, positive)), 50)
    .filter(([rows, row]) => rows * sizeOf(row) <= 20_000)
    .map(([rows, row], i): Case => {
      const shape = [rows, ...row];
      const classes = ['sigmoidCrossEntropy', 'hinge', 'perceptron'].includes(name);
      return {
        name: `${name} ${shown(shape)}`,
        inputs: [uniform(shape, i), classes ? indices(shape, i + 1, 2) : uniform(shape, i + 1)],
        build: (p, t) => rowLoss(name, p!, t!),
        differentiate: [0],
      };
    }),
);

const table = fc.tuple(size, positive).filter(([rows, classes]) => rows * classes <= 20_000);

const crossEntropies = some(table, 90).flatMap(([rows, classes], i): Case[] => [
  {
    name: `softmaxCrossEntropy ${shown([rows, classes])}`,
    inputs: [uniform([rows, classes], i), indices([rows], i + 1, classes)],
    build: (x, labels) => softmaxCrossEntropy(x!, labels!),
    differentiate: [0],
  },
  {
    name: `categoricalCrossEntropy ${shown([rows, classes])}`,
    inputs: [uniform([rows, classes], i), uniform([rows, classes], i + 1, 0, 1)],
    build: (x, t) => categoricalCrossEntropy(x!, softmax(t!)),
    terms: classes,
  },
  {
    name: `accuracy ${shown([rows, classes])}`,
    inputs: [indices([rows, classes], i, 3), indices([rows], i + 1, classes)],
    build: (x, labels) => accuracy(x!, labels!),
    differentiate: [],
  },
]);

const confusions = some(fc.tuple(size, fc.constantFrom(1, 2, 3, 10)), 40).flatMap(([rows, classes], i): Case[] => [
  {
    name: `confusionMatrix of ${rows}, ${classes} classes`,
    inputs: [indices([rows], i, classes), indices([rows], i + 1, classes), indices([rows], i + 2, 2)],
    build: (labels, said, weights) => confusionMatrix(labels!, said!, classes, i % 2 === 0 ? weights : undefined),
    differentiate: [],
    asHardware: true,
  },
  {
    name: `precision and recall of ${rows}, ${classes} classes`,
    inputs: [indices([rows], i, classes), indices([rows], i + 1, classes)],
    build: (labels, said) => {
      const { precision, recall } = precisionAndRecall(confusionMatrix(labels!, said!, classes));
      return concat([precision, recall], 0);
    },
    differentiate: [],
    asHardware: true,
  },
]);

const regressions = some(shapeOf(1, 2, positive), 50).map(
  (shape, i): Case => ({
    name: `regressionErrors ${shown(shape)}`,
    inputs: [uniform([2, ...shape], i), uniform([2, ...shape], i + 1)],
    build: (p, t) =>
      concat(
        Object.values(regressionErrors(p!, t!)).map((value) => reshape(value, [1])),
        0,
      ),
    terms: 2 * sizeOf(shape),
  }),
);

export const lossesAndMetrics: readonly Case[] = [...rowLossCases, ...crossEntropies, ...confusions, ...regressions];
