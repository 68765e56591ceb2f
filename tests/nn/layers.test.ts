// Layers: shapes, parameter counts, when they act, and what they refuse.

import { describe, expect, test } from 'vitest';
import {
  activation,
  conv2d,
  type Dataset,
  dense,
  dropout,
  flatten,
  maxPooling2d,
  normalization,
  type PackedTensor,
  sequential,
} from '../../engine/index.ts';
import { packedDigits } from '../training/fixtures.ts';

const f32 = (shape: readonly number[], values: ArrayLike<number>): PackedTensor => {
  return { shape, encoding: 'f32', data: Float32Array.from(values), scale: 1, offset: 0 };
};

test('the lecture’s convolutional network has 80,758 parameters with same padding, 42,358 with valid', () => {
  const build = (padding: 'same' | 'valid') => [
    conv2d(8, 3, { activation: 'relu', padding }),
    maxPooling2d(2),
    dropout(0.2),
    conv2d(16, 3, { activation: 'relu', padding }),
    maxPooling2d(2),
    dropout(0.2),
    flatten(),
    dense(100, { activation: 'relu' }),
    dropout(0.5),
    dense(10, { activation: 'softmax' }),
  ];
  const same = sequential(build('same'), { inputShape: [28, 28, 1] });
  expect(same.parameterCount).toBe(80_758);
  expect(same.summary().rows.map(({ type, outputShape }) => `${type} ${outputShape.slice(1).join('×')}`)).toEqual([
    'Conv2D 28×28×8',
    'MaxPooling2D 14×14×8',
    'Dropout 14×14×8',
    'Conv2D 14×14×16',
    'MaxPooling2D 7×7×16',
    'Dropout 7×7×16',
    'Flatten 784',
    'Dense 100',
    'Dropout 100',
    'Dense 10',
  ]);
  expect(sequential(build('valid'), { inputShape: [28, 28, 1] }).parameterCount).toBe(42_358);
});

describe('normalization', () => {
  const inputs = f32([4, 2], [1970, 5, 1980, 5, 1990, 5, 2000, 5]);

  test('brings features to mean 0 and variance 1; a constant feature to 0', async () => {
    const model = sequential([normalization().adapt(inputs)], { inputShape: [2] });
    const expected = [-15, 0, -5, 0, 5, 0, 15, 0].map((x) => x / Math.sqrt(125));
    expect(await model.predict(inputs.data as Float32Array, { backend: 'cpu' })).toBeAllClose(expected);
    expect(model.parameterCount).toBe(0);
  });

  test('takes its statistics from the packed values as they are decoded', () => {
    const digits = packedDigits(30, 12);
    const { mean, variance } = normalization().adapt(digits);
    const values = Array.from({ length: 30 }, (_, row) =>
      Array.from({ length: 12 }, (_, i) => ((digits.inputs.data[row * 8 + (i >> 1)]! >> (4 * (i & 1))) & 15) / 15),
    );
    const seventh = values.map((row) => row[7]!);
    const average = seventh.reduce((a, b) => a + b, 0) / 30;
    expect(mean![7]).toBeCloseTo(average, 12);
    expect(variance![7]).toBeCloseTo(seventh.reduce((total, x) => total + (x - average) ** 2, 0) / 30, 12);
  });

  test('wants its statistics before it is used, and as many as there are features', async () => {
    const model = sequential([normalization()], { inputShape: [2] });
    await expect(model.predict(new Float32Array(2), { backend: 'cpu' })).rejects.toThrow(
      'adapt it to the training set',
    );
    const wrong = sequential([normalization({ mean: [0], variance: [1] })], { inputShape: [2] });
    await expect(wrong.predict(new Float32Array(2), { backend: 'cpu' })).rejects.toThrow('adapted to 1 features');
  });
});

describe('dropout', () => {
  const data: Dataset = {
    inputs: f32([200, 50], new Float32Array(10_000).fill(1)),
    targets: f32([200, 50], new Float32Array(10_000)),
  };
  const train = async (seed: number) => {
    const model = sequential([dropout(0.25), activation('linear')], { inputShape: [50], seed });
    const run = model.fit(data, { batchSize: 200, loss: 'mse', epochs: 3, backend: 'cpu' });
    const { steps } = await run.finished;
    const { loss } = await model.evaluate(data, { loss: 'mse' });
    model.dispose();
    return { losses: steps.map((row) => row.loss), loss };
  };

  test('drops its share in training, anew at each step, and nothing in evaluation', async () => {
    const { losses, loss } = await train(1);
    // Kept values are 1/0.75, so the mean square is 0.75 · (1/0.75)² = 4/3.
    for (const value of losses) expect(value).toBeCloseTo(4 / 3, 1);
    expect(new Set(losses).size).toBe(3);
    expect(loss).toBeCloseTo(1, 6);
  });

  test('is the same for the same seed', async () => {
    expect(await train(5)).toEqual(await train(5));
    expect((await train(5)).losses).not.toEqual((await train(6)).losses);
  });

  test('wants a rate from 0 to below 1', () => {
    expect(() => dropout(1)).toThrow('rate 1');
    expect(() => dropout(-0.1)).toThrow('rate -0.1');
  });
});

describe('images', () => {
  test('are [height×width×channels]; windows must fit', () => {
    expect(() => sequential([conv2d(4, 3)], { inputShape: [28, 28] })).toThrow('conv2d: examples of shape [28×28]');
    expect(() => sequential([conv2d(4, 5)], { inputShape: [4, 9, 1] })).toThrow('a window of 5 does not fit');
    expect(() => sequential([maxPooling2d()], { inputShape: [28] })).toThrow('maxPooling2d');
    expect(() => conv2d(0, 3)).toThrow('0 filters');
    expect(() => dense(1.5)).toThrow('1.5 units');
  });
});
