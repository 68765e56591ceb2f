// Metrics over datasets and epochs against counting by hand; the same tests run on both executors.

import { expect, onTestFinished, test } from 'vitest';
import type { Dataset } from '../../engine/graph/dataset.ts';
import {
  categoricalCrossentropy,
  confusionMatrix,
  dense,
  historyColumns,
  type Sequential,
  sequential,
} from '../../engine/index.ts';
import { packedDigits } from '../training/fixtures.ts';

const digits = packedDigits(230, 64);
const labels = [...digits.targets.data];

const model = (units: number, activation: 'softmax' | 'sigmoid'): Sequential => {
  const built = sequential([dense(units, { activation })], { inputShape: [64], seed: 8 });
  onTestFinished(() => built.dispose());
  return built;
};

/** The inputs, decoded. */
const pixels = Float32Array.from({ length: 230 * 64 }, (_, i) => {
  const byte = digits.inputs.data[Math.floor(i / 64) * 32 + ((i % 64) >> 1)]!;
  return ((byte >> (4 * (i & 1))) & 15) / 15;
});

const withTargets = (shape: number[], data: number[]): Dataset => ({
  inputs: digits.inputs,
  targets: { ...digits.targets, shape, data: Float32Array.from(data) },
});

export function describeMetrics(backend: 'webgpu' | 'cpu'): void {
  test('the confusion matrix of ten classes counts every example once, in whatever batches', async () => {
    const network = model(10, 'softmax');
    await network.fit(digits, { batchSize: 32, loss: 'sparseCategoricalCrossentropy', backend }).finished;
    const said = await network.predict(pixels);
    const expected = Array.from({ length: 10 }, () => new Array<number>(10).fill(0));
    labels.forEach((label, row) => {
      const scores = said.subarray(row * 10, row * 10 + 10);
      expected[label]![scores.indexOf(Math.max(...scores))]!++;
    });
    const confusion = await confusionMatrix(network, digits, { batchSize: 64 });
    expect(confusion.matrix).toEqual(expected);
    expect((await confusionMatrix(network, digits)).matrix).toEqual(expected);
    const { metrics } = await network.evaluate(digits, {
      loss: 'sparseCategoricalCrossentropy',
      metrics: ['accuracy'],
    });
    expect(confusion.accuracy).toBeCloseTo(metrics.accuracy!, 6);
    const third = expected.map((row) => row[3]!).reduce((a, b) => a + b, 0);
    expect(confusion.precision[3]).toBeCloseTo(third === 0 ? 0 : expected[3]![3]! / third, 12);
  });

  test('precision, recall and accuracy of two classes in training and evaluation are those of the counts', async () => {
    const network = model(1, 'sigmoid');
    const low = withTargets(
      [230],
      labels.map((label) => Number(label < 4)),
    );
    const metrics = ['accuracy', 'precision', 'recall'] as const;
    const options = { loss: 'binaryCrossentropy', metrics, batchSize: 50, backend } as const;
    const run = network.fit(low, { ...options, epochs: 3, validationData: low });
    const { epochs } = await run.finished;
    // The loss is that of the training when none is given.
    const scores = await network.evaluate(low, { metrics });
    expect(scores.loss).toBeCloseTo((await network.evaluate(low, options)).loss, 5);
    const { matrix, precision, recall, accuracy } = await confusionMatrix(network, low, { batchSize: 70 });
    expect(matrix.flat().reduce((a, b) => a + b)).toBe(230);
    expect(scores.metrics.precision).toBeCloseTo(precision[1]!, 5);
    expect(scores.metrics.recall).toBeCloseTo(recall[1]!, 5);
    expect(scores.metrics.accuracy).toBeCloseTo(accuracy, 5);
    expect(epochs.at(-1)!.validation!.metrics.recall).toBeCloseTo(recall[1]!, 5);
    expect(Object.keys(historyColumns(run.history))).toEqual([
      ...['loss', 'accuracy', 'precision', 'recall'],
      ...['val_loss', 'val_accuracy', 'val_precision', 'val_recall'],
    ]);
    expect(historyColumns(run.history).val_loss).toHaveLength(3);
  });

  test('one-hot targets train as labels do', async () => {
    const oneHot = withTargets(
      [230, 10],
      labels.flatMap((label) => Array.from({ length: 10 }, (_, c) => Number(c === label))),
    );
    const options = { epochs: 2, batchSize: 64, metrics: ['accuracy'], backend } as const;
    const sparse = model(10, 'softmax').fit(digits, { ...options, loss: 'sparseCategoricalCrossentropy' });
    const categorical = model(10, 'softmax').fit(oneHot, { ...options, loss: categoricalCrossentropy });
    const [expected, ours] = [(await sparse.finished).steps, (await categorical.finished).steps];
    expect(ours.map(({ loss }) => loss)).toBeAllClose(expected.map(({ loss }) => loss));
    expect(ours.map(({ metrics }) => metrics)).toEqual(expected.map(({ metrics }) => metrics));
  });
}
