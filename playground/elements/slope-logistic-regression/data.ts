// The students as the model sees them: hours, their squares and cubes, each column brought to mean 0 and deviation 1.

import { f32Tensor } from '../../../datasets/packed.ts';
import { type LabelledPoints, students } from '../../../datasets/synthetic.ts';
import type { Dataset } from '../../../engine/index.ts';

export type Features = 'linear' | 'squares' | 'cubes';
export const powersOf: Readonly<Record<Features, readonly number[]>> = {
  linear: [1],
  squares: [1, 2],
  cubes: [1, 2, 3],
};

const COUNT = 1000;
const TRAINING = 800;

export interface StudentData {
  readonly students: LabelledPoints;
  /** Students from this one on are for the test. */
  readonly trainingCount: number;
  readonly powers: readonly number[];
  readonly training: Dataset;
  readonly test: Dataset;
  /** The columns of one student: standardised hours, then their powers. */
  readonly columns: (work: number, sleep: number) => number[];
}

/** As the lecture has it: hours are standardised by the training students, then raised to powers. */
export function studentData(seed: number, features: Features): StudentData {
  const all = students({ seed, count: COUNT });
  const [workMean, workStd] = moments(all.x1);
  const [sleepMean, sleepStd] = moments(all.x2);
  const powers = powersOf[features];
  const columns = (work: number, sleep: number): number[] => {
    const [x1, x2] = [(work - workMean) / workStd, (sleep - sleepMean) / sleepStd];
    return powers.flatMap((power) => [x1 ** power, x2 ** power]);
  };
  const part = (first: number, end: number): Dataset => {
    const rows = Array.from({ length: end - first }, (_, i) => columns(all.x1[first + i] ?? 0, all.x2[first + i] ?? 0));
    return {
      inputs: f32Tensor([rows.length, 2 * powers.length], Float32Array.from(rows.flat())),
      targets: f32Tensor([rows.length], Float32Array.from(all.labels.subarray(first, end))),
    };
  };
  return {
    students: all,
    trainingCount: TRAINING,
    powers,
    training: part(0, TRAINING),
    test: part(TRAINING, COUNT),
    columns,
  };
}

function moments(values: Float64Array): readonly [mean: number, deviation: number] {
  const training = values.subarray(0, TRAINING);
  const mean = training.reduce((a, b) => a + b, 0) / TRAINING;
  return [mean, Math.sqrt(training.reduce((sum, value) => sum + (value - mean) ** 2, 0) / TRAINING)];
}
