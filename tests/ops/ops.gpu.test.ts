// Every op, fuzzed: values and gradients on the GPU against the f64 executor, and its gradients against differences.

import { afterAll, expect, test } from 'vitest';
import { elementwise } from './elementwise.ts';
import { extremes } from './extremes.ts';
import { type Case, runCases } from './harness.ts';
import { convolutionAndPooling } from './images.ts';
import { indexing } from './indexing.ts';
import { linearAlgebra } from './linear-algebra.ts';
import { lossesAndMetrics } from './losses-and-metrics.ts';
import { reductions } from './reductions.ts';
import { secondDerivatives } from './second-derivatives.ts';
import { seed } from './shapes.ts';

const families: Readonly<Record<string, readonly Case[]>> = {
  elementwise,
  reductions,
  indexing,
  'linear algebra': linearAlgebra,
  'convolution and pooling': convolutionAndPooling,
  'losses and metrics': lossesAndMetrics,
  'second derivatives': secondDerivatives,
  extremes,
};

for (const [family, cases] of Object.entries(families)) {
  test(`${family}: values and gradients are those of the f64 executor`, { timeout: 240_000 }, async () => {
    const start = performance.now();
    await runCases(cases);
    console.info(`${family}: ${cases.length} cases in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  });
}

test('at least 5,000 cases were run', () => {
  expect(Object.values(families).flat().length).toBeGreaterThanOrEqual(5000);
});

afterAll(() => {
  console.info(`ops: ${Object.values(families).flat().length} cases, fast-check seed ${seed}`);
});
