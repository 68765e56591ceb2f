// The datasets that stand ready in the repository: intact, complete, and with the figures that experiments rely on.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnOf } from '../../datasets/csv.ts';
import { datasetUrl, loadDataset } from '../../datasets/loader.ts';
import { type ManifestFile, parseManifest } from '../../datasets/manifest.ts';
import { fileFetch, publicFolder } from '../../datasets/node.ts';
import { exampleCount, splitDataset, unpackExample } from '../../datasets/packed.ts';
import { standardize } from '../../datasets/standardize.ts';
import { loadTable, tableDataset } from '../../datasets/table.ts';
import type { Dataset } from '../../engine/graph/dataset.ts';

const url = (name: string) => datasetUrl(name, publicFolder);
const table = (name: string) => loadTable(url(name), { fetch: fileFetch });
const classCounts = ({ targets }: Dataset, classes: number) =>
  Array.from({ length: classes }, (_, label) => targets.data.filter((value) => value === label).length);

describe('every prepared dataset', () => {
  const names = readdirSync(publicFolder).filter((name) => name !== 'mnist');

  it.each(names)('%s: files have the promised bytes, and a licence', (name) => {
    const manifest = parseManifest(readFileSync(url(name), 'utf8'), name);
    const files: ManifestFile[] =
      manifest.kind === 'table'
        ? [manifest.table]
        : Object.values(manifest.splits).flatMap((split) => [split.labels, ...split.shards]);
    for (const { file, bytes, sha256 } of files) {
      const content = readFileSync(new URL(file, url(name)));
      expect(content.length).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
    expect(readdirSync(new URL('.', url(name))).sort()).toEqual(
      [...files.map(({ file }) => file), 'manifest.json'].sort(),
    );
    expect(manifest.licence.holder).not.toBe('');
  });

  it('together stay under 8 MB', () => {
    const sizes = names.flatMap((name) =>
      readdirSync(new URL('.', url(name))).map((file) => readFileSync(new URL(file, url(name))).length),
    );
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(8_000_000);
  });
});

describe('Iris', () => {
  it('is 50 flowers of each species; rows 46 to 55 are those of the slide', async () => {
    const iris = await table('iris');
    const dataset = tableDataset(iris, { target: 'species', inputs: ['petal_length', 'petal_width'] });
    expect(dataset.classNames).toEqual(['setosa', 'versicolor', 'virginica']);
    expect(classCounts(dataset, 3)).toEqual([50, 50, 50]);
    const rows = Array.from({ length: 10 }, (_, i) => Array.from(unpackExample(dataset.inputs, 45 + i)));
    expect(rows.map(([length]) => length!.toFixed(1)).join(' ')).toBe('1.4 1.6 1.4 1.5 1.4 4.7 4.5 4.9 4.0 4.6');
    expect(rows.map(([, width]) => width!.toFixed(1)).join(' ')).toBe('0.3 0.2 0.2 0.2 0.2 1.4 1.5 1.5 1.3 1.5');
  });
});

describe('Boston', () => {
  it('is 506 districts, 16 of them capped at 50, without column B unless asked for', async () => {
    const boston = await table('boston');
    expect(boston.columns.map(({ name }) => name)).not.toContain('B');
    expect(tableDataset(boston, { target: 'MEDV' }).inputs.shape).toEqual([506, 12]);
    expect(columnOf(boston, 'MEDV').values.filter((price) => price === 50)).toHaveLength(16);
    const whole = await loadTable(url('boston'), { fetch: fileFetch, includeHidden: true });
    expect(tableDataset(whole, { target: 'MEDV' }).inputs.shape).toEqual([506, 13]);
  });
});

describe('Ames', () => {
  it('is 2,930 houses by 13 numbers, priced from 12.789 to 755 k$', async () => {
    const dataset = tableDataset(await table('ames'), { target: 'Sale_Price' });
    expect(dataset.inputs.shape).toEqual([2930, 13]);
    expect(Math.min(...dataset.targets.data)).toBeCloseTo(12.789, 4);
    expect(Math.max(...dataset.targets.data)).toBe(755);
  });

  it('a linear model errs by about 25 k$, the mean price by 58 k$', async () => {
    const dataset = tableDataset(await table('ames'), { target: 'Sale_Price' });
    const errors = [1, 2, 3, 4, 5].map((seed) => linearError(dataset, seed));
    const mean = errors.reduce((a, b) => a + b, 0) / errors.length;
    expect(mean).toBeGreaterThan(24);
    expect(mean).toBeLessThan(26.2);
    const prices = Array.from(dataset.targets.data);
    const average = prices.reduce((a, b) => a + b, 0) / prices.length;
    const spread = prices.reduce((sum, price) => sum + Math.abs(price - average), 0) / prices.length;
    expect(spread).toBeCloseTo(58.28, 2);
  });
});

describe('digits', () => {
  it('are 1,437 + 360 pictures of 8×8 with values 0 to 1, every digit in both parts', async () => {
    const load = (split: 'train' | 'test') => loadDataset(url('digits'), { split, fetch: fileFetch });
    const [train, test] = [await load('train'), await load('test')];
    expect([train.inputs.shape, test.inputs.shape]).toEqual([
      [1437, 64],
      [360, 64],
    ]);
    const counts = classCounts(train, 10).map((count, digit) => count + classCounts(test, 10)[digit]!);
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    expect(Math.min(...classCounts(test, 10))).toBeGreaterThan(20);
    const brightest = Array.from({ length: 360 }, (_, index) => Math.max(...unpackExample(test.inputs, index)));
    expect(Math.max(...brightest)).toBe(1);
  });
});

describe('Fashion-MNIST', () => {
  it('has the first 20,000 training pictures and all 10,000 test pictures', async () => {
    const load = (split: 'train' | 'test') => loadDataset(url('fashion-mnist'), { split, fetch: fileFetch });
    const [train, test] = [await load('train'), await load('test')];
    expect(exampleCount(train.inputs)).toBe(20_000);
    expect(classCounts(test, 10)).toEqual(new Array(10).fill(1000));
    expect(Array.from(train.targets.data.slice(0, 10))).toEqual([9, 0, 0, 3, 0, 2, 7, 2, 5, 5]);
    expect(Math.min(...classCounts(train, 10))).toBeGreaterThan(1900);
  });
});

/** Mean absolute error on 30 % of the examples of the least-squares fit to the other 70 %. */
function linearError(dataset: Dataset, seed: number): number {
  const split = splitDataset(dataset, 0.7, seed);
  const { train, others } = standardize(split.train, [split.test]);
  const rows = (part: Dataset) =>
    Array.from({ length: exampleCount(part.inputs) }, (_, row) => [1, ...unpackExample(part.inputs, row)]);
  const weights = leastSquares(rows(train), Array.from(train.targets.data));
  const errors = rows(others[0]!).map((row, i) =>
    Math.abs(row.reduce((sum, value, k) => sum + value * weights[k]!, 0) - others[0]!.targets.data[i]!),
  );
  return errors.reduce((a, b) => a + b, 0) / errors.length;
}

/** Solves XᵀXθ = Xᵀy by elimination. */
function leastSquares(x: readonly number[][], y: readonly number[]): number[] {
  const size = x[0]!.length;
  const system = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) => x.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
    x.reduce((sum, row, k) => sum + row[i]! * y[k]!, 0),
  ]);
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = system[row]![pivot]! / system[pivot]![pivot]!;
      for (let column = pivot; column <= size; column++) system[row]![column]! -= factor * system[pivot]![column]!;
    }
  }
  return system.map((row, i) => row[size]! / row[i]!);
}
