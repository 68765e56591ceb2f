// The WebAssembly kernels compute what the references compute; where WebAssembly is forbidden, the references do.

import { afterEach, expect, test, vi } from 'vitest';
import { createCpuExecutor } from '../../engine/cpu/executor.ts';
import { conv2d, maxPooling2d } from '../../engine/nn/convolution.ts';
import { dropout } from '../../engine/nn/dropout.ts';
import { dense, flatten } from '../../engine/nn/layers.ts';
import { adam, rmsprop, sgd } from '../../engine/nn/optimizers.ts';
import { elementwise } from '../ops/elementwise.ts';
import { type Case, differencesOnCpu } from '../ops/harness.ts';
import { convolutionAndPooling } from '../ops/images.ts';
import { linearAlgebra } from '../ops/linear-algebra.ts';
import { reductions } from '../ops/reductions.ts';
import { packedDigits, type Setup, trainingRows } from '../training/fixtures.ts';
import '../close.ts';

const onKernels = () => createCpuExecutor('f32', 'A test.', 'always');
const onReferences = () => createCpuExecutor('f32', 'A test.', 'never');

/** Families that have kernels; of the elementwise functions few do. */
const families: Readonly<Record<string, readonly Case[]>> = {
  elementwise: elementwise.filter(({ name }) => /^(add|relu|sigmoid|tanh|dropout)/.test(name)),
  reductions: reductions.filter((_, i) => i % 3 === 0),
  'linear algebra': linearAlgebra,
  'convolution and pooling': convolutionAndPooling,
};

for (const [family, cases] of Object.entries(families)) {
  test(`${family}: values and gradients are those of the f64 executor`, { timeout: 120_000 }, async () => {
    expect(await differencesOnCpu(cases, onKernels())).toEqual([]);
  });
}

const digits: Setup = {
  layers: [dense(30, { activation: 'relu' }), dense(17, { activation: 'tanh' }), dense(10, { activation: 'softmax' })],
  dataset: packedDigits(150),
  batchSize: 64,
  optimizer: adam(),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  seed: 3,
};

const { inputs, targets } = packedDigits(60);
const images: Setup = {
  ...digits,
  layers: [
    conv2d(5, 3, { padding: 'same', activation: 'relu' }),
    maxPooling2d(),
    dropout(0.2),
    conv2d(8, 3, { strides: 2, activation: 'relu' }),
    flatten(),
    dense(10, { activation: 'softmax' }),
  ],
  dataset: { inputs: { ...inputs, shape: [60, 28, 28, 1] }, targets },
  batchSize: 25,
};

const setups = {
  digits,
  images,
  RMSprop: { ...digits, optimizer: rmsprop({ learningRate: 0.002 }) },
  'SGD without momentum': { ...digits, optimizer: sgd({ learningRate: 0.1 }) },
  'SGD with momentum': { ...digits, optimizer: sgd({ learningRate: 0.05, momentum: 0.9 }) },
};

for (const [name, setup] of Object.entries(setups)) {
  test(`${name}: the losses of the f64 executor and of the references, the same for any number of steps per call`, async () => {
    const steps = 7;
    const exact = await trainingRows(createCpuExecutor('f64'), setup, steps);
    const rows = await trainingRows(onKernels(), setup, steps);
    expect(rows.map(({ loss }) => loss)).toBeAllClose(
      exact.map(({ loss }) => loss),
      { rtol: 1e-3, atol: 1e-5 },
    );
    const twin = await trainingRows(onReferences(), setup, steps);
    expect(rows, 'these are not the references').not.toEqual(twin);
    expect(rows.map(({ loss }) => loss)).toBeAllClose(
      twin.map(({ loss }) => loss),
      { rtol: 1e-3, atol: 1e-5 },
    );
    expect(await trainingRows(onKernels(), setup, steps, 1)).toEqual(rows);
  });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

test('where WebAssembly is forbidden, the references train', async () => {
  const forbidden = vi
    .spyOn(WebAssembly, 'compile')
    .mockRejectedValue(new WebAssembly.CompileError('forbidden by the page'));
  vi.resetModules();
  const { createCpuExecutor: createAnew } = await import('../../engine/cpu/executor.ts');
  const rows = await trainingRows(createAnew('f32', 'A test.', 'always'), digits, 3);
  expect(forbidden).toHaveBeenCalled();
  expect(rows).toEqual(await trainingRows(onReferences(), digits, 3));
});
