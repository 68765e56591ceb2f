// The points of `<slope-validation>`: some to learn from, some kept back, and a thousand that no one has when it counts.

import { f32Tensor } from '../../../datasets/packed.ts';
import { Random } from '../../../datasets/random.ts';
import { type LabelledPoints, moons } from '../../../datasets/synthetic.ts';
import type { Dataset } from '../../../engine/index.ts';
import type { Leak } from './definition.ts';

const COUNT = 120;
const FRESH = 1000;
const NOISE = 0.35;

export interface SplitPoints {
  readonly points: LabelledPoints;
  /** Which of the points are kept back for validation. */
  readonly kept: readonly boolean[];
  /** Kept back, and yet also learned from. */
  readonly leaked: ReadonlySet<number>;
  readonly training: Dataset;
  readonly validation: Dataset;
  readonly fresh: Dataset;
}

const datasetOf = ({ x1, x2, labels }: LabelledPoints, rows: readonly number[]): Dataset => ({
  inputs: f32Tensor([rows.length, 2], Float32Array.from(rows.flatMap((i) => [x1[i] ?? 0, x2[i] ?? 0]))),
  targets: f32Tensor(
    [rows.length],
    Float32Array.from(rows, (i) => labels[i] ?? 0),
  ),
});

export function splitPoints(seed: number, share: number, leak: Leak): SplitPoints {
  const points = moons({ seed, count: COUNT, noise: NOISE });
  const order = [...new Random(seed).permutation(COUNT)];
  const keptCount = Math.max(2, Math.round(COUNT * share));
  const validation = order.slice(COUNT - keptCount);
  // Copies of rows slip in where a table is put together from several.
  const leaked = leak === 'copies' ? validation : [];
  const kept = new Set(validation);
  const fresh = moons({ seed: seed + 1000, count: FRESH, noise: NOISE });
  return {
    points,
    kept: Array.from({ length: COUNT }, (_, i) => kept.has(i)),
    leaked: new Set(leaked),
    training: datasetOf(points, [...order.slice(0, COUNT - keptCount), ...leaked]),
    validation: datasetOf(points, validation),
    fresh: datasetOf(fresh, [...Array(FRESH).keys()]),
  };
}

/** Mean cross-entropy and share of right answers of probabilities for class 1. */
export function scored(probabilities: Float32Array, { targets }: Dataset): { loss: number; accuracy: number } {
  let [loss, right] = [0, 0];
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i] ?? 0.5;
    const truth = targets.data[i] ?? 0;
    loss -= Math.log(Math.max(1e-7, truth ? p : 1 - p));
    if (p >= 0.5 === truth > 0.5) right++;
  }
  return { loss: loss / probabilities.length, accuracy: right / probabilities.length };
}
