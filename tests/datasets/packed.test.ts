// Views, splits and statistics of packed datasets.

import { describe, expect, it } from 'vitest';
import { f32Tensor, packRows, rowBytes, sliceDataset, splitDataset, unpackExample } from '../../datasets/packed.ts';
import { Random } from '../../datasets/random.ts';
import { standardize } from '../../datasets/standardize.ts';
import type { Dataset } from '../../engine/graph/dataset.ts';

const COUNT = 10;
/** Ten examples of five 4-bit numbers: example i holds i, i+1, … and has label i. */
const packed: Dataset = {
  inputs: {
    shape: [COUNT, 5],
    encoding: 'u4',
    data: packRows(
      Uint8Array.from({ length: COUNT * 5 }, (_, i) => 17 * (Math.floor(i / 5) + (i % 5))),
      COUNT,
      5,
      'u4',
    ),
    scale: 1,
    offset: 0,
  },
  targets: f32Tensor(
    [COUNT],
    Float32Array.from({ length: COUNT }, (_, i) => i),
  ),
};
const labels = (dataset: Dataset) => Array.from(dataset.targets.data);

describe('rows', () => {
  it('are padded to whole words', () => {
    expect(rowBytes('u4', 784)).toBe(98 * 4);
    expect(rowBytes('u8', 784)).toBe(196 * 4);
    expect(rowBytes('f32', 784)).toBe(784 * 4);
    expect([1, 8, 9].map((size) => rowBytes('u4', size))).toEqual([4, 4, 8]);
  });

  it('decode with scale and offset', () => {
    expect(Array.from(unpackExample(packed.inputs, 3))).toEqual([3, 4, 5, 6, 7]);
    expect(Array.from(unpackExample({ ...packed.inputs, scale: 2, offset: -1 }, 0))).toEqual([-1, 1, 3, 5, 7]);
    expect(() => unpackExample(packed.inputs, 10)).toThrow('Example 10 does not exist: there are 10 (0 to 9).');
  });
});

describe('slices and splits', () => {
  it('a slice shares the memory', () => {
    const slice = sliceDataset(packed, 4, 3);
    expect(slice.inputs.data.buffer).toBe(packed.inputs.data.buffer);
    expect(Array.from(unpackExample(slice.inputs, 0))).toEqual([4, 5, 6, 7, 8]);
    expect(labels(slice)).toEqual([4, 5, 6]);
    expect(() => sliceDataset(packed, 8, 3)).toThrow('there are 10');
  });

  it('a split without a seed keeps the order', () => {
    const { train, test } = splitDataset(packed, 0.7);
    expect([labels(train), labels(test)]).toEqual([
      [0, 1, 2, 3, 4, 5, 6],
      [7, 8, 9],
    ]);
  });

  it('a split with a seed deals every example once, inputs with their labels, the same way each time', () => {
    const { train, test } = splitDataset(packed, 0.7, 5);
    expect([...labels(train), ...labels(test)].sort()).toEqual(labels(packed));
    expect(labels(train)).not.toEqual([0, 1, 2, 3, 4, 5, 6]);
    labels(train).forEach((label, index) => {
      expect(unpackExample(train.inputs, index)[0]).toBe(label);
    });
    expect(labels(splitDataset(packed, 0.7, 5).train)).toEqual(labels(train));
    expect(labels(splitDataset(packed, 0.7, 6).train)).not.toEqual(labels(train));
    expect(() => splitDataset(packed, 1)).toThrow('between 0 and 1');
  });
});

describe('standardising', () => {
  const column = (...numbers: number[]): Dataset => ({
    inputs: f32Tensor([numbers.length / 2, 2], Float32Array.from(numbers)),
    targets: f32Tensor([numbers.length / 2], new Float32Array(numbers.length / 2)),
  });

  it('uses the statistics of the training set alone', () => {
    const { train, others, mean, std } = standardize(column(1, 7, 3, 7, 5, 7), [column(100, 8)]);
    expect(Array.from(mean)).toEqual([3, 7]);
    expect(std[0]).toBeCloseTo(Math.sqrt(8 / 3), 12);
    const unit = Math.sqrt(3 / 8) * 2;
    Array.from(train.inputs.data).forEach((value, i) => {
      expect(value).toBeCloseTo([-unit, 0, 0, 0, unit, 0][i]!, 6);
    });
    expect(others[0]!.inputs.data[0]).toBeCloseTo(97 * Math.sqrt(3 / 8), 4);
  });

  it('leaves a constant column at 0 instead of dividing by 0', () => {
    const { std, others } = standardize(column(1, 7, 3, 7), [column(2, 9)]);
    expect(std[1]).toBe(1);
    expect(others[0]!.inputs.data[1]).toBe(2);
  });

  it('divides by n - 1 on request, as pandas does', () => {
    expect(standardize(column(1, 0, 3, 0, 5, 0), [], 1).std[0]).toBe(2);
  });

  it('unpacks packed inputs', () => {
    const { train, mean } = standardize(packed);
    expect(train.inputs).toMatchObject({ encoding: 'f32', shape: [10, 5] });
    expect(mean[0]).toBeCloseTo(4.5, 12);
  });

  it('keeps its digits for a column of years', () => {
    const random = new Random(3);
    const years = Array.from({ length: 20_000 }, (_, i) => (i % 2 ? 0 : 1970 + random.integer(-3, 4)));
    const { train } = standardize(column(...years));
    const { mean, std } = standardize(train);
    expect(Math.abs(mean[0]!)).toBeLessThan(1e-6);
    expect(std[0]).toBeCloseTo(1, 6);
  });
});
