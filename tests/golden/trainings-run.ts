// The trainings that are compared with their goldens, the same on both executors.

import { expect, test } from 'vitest';
import { sequential } from '../../engine/index.ts';
import { cases, datasetOf, layersOf, setup } from './cases.ts';
import golden from './trainings.json';

/** One test for each golden: 50 losses equal to 1e-4 relative (and 1e-5 absolute, for losses near 0). */
export function compareWithGoldens(backend: 'webgpu' | 'cpu'): void {
  test.each(cases)('$name: 50 steps equal those of TensorFlow.js', async (trained) => {
    const model = sequential(layersOf(trained), { inputShape: [setup.widths[0]], seed: setup.seed });
    const { loss, optimizer } = trained;
    const { batchSize, steps } = setup;
    const run = model.fit(datasetOf(loss), { backend, epochs: steps, batchSize, loss, optimizer, paused: true });
    await run.step(steps);
    const losses = run.history.steps.map((row) => row.loss);
    model.dispose();
    const expected = (golden.losses as Record<string, number[]>)[trained.name]!;
    expect(losses).toBeAllClose(expected, { rtol: 1e-4, atol: 1e-5 });
  });
}
