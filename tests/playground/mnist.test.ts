/** The digits experiment without its page: layers as text, the evaluation, the programs it writes. */
import { describe, expect, test } from 'vitest';
import { classificationCode, codeLanguages } from '../../playground/code/classification.ts';
import { evaluatePredictions, neuronImage } from '../../playground/elements/slope-mnist/evaluation.ts';
import { parseLayers } from '../../playground/elements/slope-mnist/layers.ts';
import { curvesOf } from '../../playground/elements/slope-mnist/training-view.ts';

describe('the layers field', () => {
  test.each([
    ['100,100', [100, 100]],
    ['64; 32 16', [64, 32, 16]],
    ['', []],
    ['  ', []],
  ])('“%s” is understood', (text, units) => {
    expect(parseLayers(text).units).toEqual(units);
  });

  test.each([
    ['100,abc', { kind: 'not-a-count', text: 'abc' }],
    ['100,', { kind: 'not-a-count', text: '' }],
    ['12.5', { kind: 'not-a-count', text: '12.5' }],
    ['0', { kind: 'not-a-count', text: '0' }],
    ['100,9999', { kind: 'too-large', text: '9999' }],
    ['1,1,1,1,1,1,1', { kind: 'too-many' }],
  ])('“%s” is refused with a reason', (text, problem) => {
    expect(parseLayers(text).problem).toEqual(problem);
  });
});

test('an evaluation counts mistakes, puts the surest first, and its matrix adds up', () => {
  const probabilities = Float32Array.from([0.7, 0.2, 0.1, 0.1, 0.5, 0.4, 0.05, 0.9, 0.05, 0.2, 0.2, 0.6]);
  const { total, wrong, accuracy, confusion, mistakes } = evaluatePredictions(probabilities, [0, 2, 2, 2], 3, 7);
  expect([total, wrong, accuracy]).toEqual([4, 2, 0.5]);
  expect(confusion).toEqual([
    [1, 0, 0],
    [0, 0, 0],
    [0, 2, 1],
  ]);
  expect(mistakes.map(({ index }) => index)).toEqual([2, 1]);
  expect(mistakes[0]?.confidence).toBeCloseTo(0.9);
});

test('the image of a neuron is its column of the kernel', () => {
  expect([...neuronImage(Float32Array.from([1, 2, 3, 4, 5, 6]), 3, 2, 1)]).toEqual([2, 4, 6]);
});

test('curves keep the first batch alone, average the rest, and mark every epoch', () => {
  const steps = Array.from({ length: 100 }, (_, index) => ({
    step: index + 1,
    epoch: Math.floor(index / 50),
    loss: index === 0 ? 2.3 : 1,
    metrics: { accuracy: 0.5 },
  }));
  const epochs = [0, 1].map((epoch) => ({
    epoch,
    step: (epoch + 1) * 50,
    loss: 1 - epoch / 2,
    metrics: { accuracy: 0.8 },
    validation: { loss: 0.9, metrics: { accuracy: 0.85 } },
    seconds: 1,
  }));
  const { x, loss } = curvesOf({ steps, epochs }, 50, { batch: 'b', training: 't', validation: 'v' });
  expect(x[0]).toBe(1 / 50);
  expect(x.at(-1)).toBe(2);
  expect(loss[0]?.values[0]).toBe(2.3);
  expect(x.length).toBeLessThan(60);
  expect(loss[1]?.values.filter((value) => value !== null)).toEqual([1, 0.5]);
  expect(loss[2]?.values.filter((value) => value !== null)).toEqual([0.9, 0.9]);
});

describe('the programs', () => {
  const lecture = {
    units: [100, 100],
    activation: 'relu',
    optimizer: 'adam',
    learningRate: 0.001,
    batchSize: 512,
    epochs: 16,
    seed: 1,
    images: 60_000,
    allImages: 60_000,
  } as const;

  test.each(codeLanguages)('%s carries every setting', (language) => {
    const settings = {
      ...lecture,
      units: [37],
      learningRate: 0.0123,
      batchSize: 77,
      epochs: 9,
      seed: 4242,
      images: 5000,
    };
    const code = classificationCode(language, settings);
    for (const value of ['37', '0.0123', '77', '9', '4242', '5000']) expect(code).toContain(value);
    expect(classificationCode(language, lecture)).not.toContain('5000');
  });

  test('a linear network without hidden layers has nothing but its output', () => {
    const linear = { ...lecture, units: [], activation: 'linear' } as const;
    expect(classificationCode('keras', linear).match(/Dense/g)).toHaveLength(1);
    expect(classificationCode('pytorch', linear)).toContain('nn.Linear(784, 10)');
    expect(classificationCode('slope', linear).match(/dense\(/g)).toHaveLength(1);
  });
});
