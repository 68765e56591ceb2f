// Real predictions to rate: the engine learns which students pass, and is asked about two hundred that it has not seen.

import { Random } from '../../../datasets/random.ts';
import { adam, dense, sequential } from '../../../engine/index.ts';
import { studentData } from '../slope-logistic-regression/data.ts';
import type { Group } from './definition.ts';

export interface Predictions {
  readonly probabilities: Float32Array;
  readonly labels: Float32Array;
  /** Where in its band a point stands: it says nothing, it only keeps points apart. */
  readonly jitter: Float32Array;
}

/** In `rare` one of this many who pass stays: as fraud and illness are, among many who are well. */
const RARE = 26;

export async function predictions(group: Group, seed: number): Promise<Predictions> {
  const { training, test } = studentData(seed, 'linear');
  const model = sequential([dense(1, { activation: 'sigmoid' })], { inputShape: [2], seed });
  const run = model.fit(training, {
    epochs: 12,
    batchSize: 80,
    optimizer: adam({ learningRate: 0.1 }),
    loss: 'binaryCrossentropy',
    seed,
    backend: 'auto',
  });
  await run.finished;
  const all = await model.predict(Float32Array.from(test.inputs.data));
  model.dispose();
  const labels = Float32Array.from(test.targets.data);
  let passed = 0;
  const kept = [...labels.keys()].filter((i) => group === 'students' || !labels[i] || passed++ % RARE === 0);
  const random = new Random(seed);
  const pick = (values: Float32Array): Float32Array => Float32Array.from(kept, (i) => values[i] ?? 0);
  return {
    probabilities: pick(all),
    labels: pick(labels),
    jitter: Float32Array.from(kept, () => random.uniform(-1, 1)),
  };
}
