// The presets describe the lecture's models: their summaries count the same parameters.

import { expect, test } from 'vitest';
import { housePrices, mnist1, mnist2, type TrainingPreset } from '../../bench/lecture/presets.ts';
import { modelOf } from '../../bench/lecture/train.ts';
import { f32Tensor } from '../../datasets/packed.ts';

const models: [name: string, preset: TrainingPreset, example: readonly number[], parameterCount: number][] = [
  ['BHPD1', housePrices.bhpd1.training, [13], housePrices.bhpd1.parameterCount],
  ['BHPD2', housePrices.bhpd2.training, [13], housePrices.bhpd2.parameterCount],
  ['MNIST1', mnist1.training, [784], mnist1.expected.parameterCount.value],
  ['MNIST2', mnist2.training, mnist2.imageShape, mnist2.expected.parameterCount.value],
];

test.each(models)('%s', (_, preset, example, parameterCount) => {
  const one = f32Tensor([1, ...example], new Float32Array(example.reduce((a, b) => a * b)));
  const model = modelOf(preset, { inputs: one, targets: f32Tensor([1], Float32Array.of(0)) }, 1);
  expect(model.parameterCount).toBe(parameterCount);
  expect(model.summary().rows).toHaveLength(preset.layers.length);
});
