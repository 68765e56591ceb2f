// k-means in its two halves, computed by the engine: assign each point to its nearest center, move each center to its mean.

import { Random } from '../../../datasets/random.ts';
import { kMeansAssign, kMeansUpdate, scope, square, sub, sum, take, tensor } from '../../../engine/index.ts';

export interface Cloud {
  readonly count: number;
  readonly width: number;
  /** [count, width] */
  readonly values: Float32Array;
}

/** Row after row, `width` numbers each. */
export type Centers = Float32Array;

/** As Forgy began: the centers are points, drawn at random. */
export function firstCenters({ count, width, values }: Cloud, clusters: number, seed: number): Centers {
  const drawn = new Random(seed).permutation(count).slice(0, clusters);
  const centers = new Float32Array(clusters * width);
  drawn.forEach((row, c) => {
    centers.set(values.subarray(row * width, (row + 1) * width), c * width);
  });
  return centers;
}

export interface Assignment {
  /** The center of each point. */
  readonly members: readonly number[];
  /** The sum of the squared distances from the points to their centers. */
  readonly inertia: number;
}

export function assign({ count, width, values }: Cloud, centers: Centers): Promise<Assignment> {
  return scope(async () => {
    const points = tensor(values, [count, width]);
    const middle = tensor(centers, [centers.length / width, width]);
    const members = kMeansAssign(points, middle);
    const inertia = sum(square(sub(points, take(middle, members))));
    return { members: Array.from(await members.data()), inertia: await inertia.item() };
  });
}

export function moveToMeans(
  { count, width, values }: Cloud,
  members: readonly number[],
  centers: Centers,
): Promise<Centers> {
  return scope(async () => {
    const points = tensor(values, [count, width]);
    const middle = tensor(centers, [centers.length / width, width]);
    return kMeansUpdate(points, tensor(Float32Array.from(members), [count]), middle).data();
  });
}

/** How many of each species are in each cluster: `[cluster][species]`. */
export function crossTable(
  members: readonly number[],
  species: readonly number[],
  clusters: number,
  kinds: number,
): number[][] {
  const table = Array.from({ length: clusters }, () => new Array<number>(kinds).fill(0));
  members.forEach((cluster, i) => {
    const row = table[cluster];
    const kind = species[i] ?? 0;
    if (row) row[kind] = (row[kind] ?? 0) + 1;
  });
  return table;
}

/** The sum of squared distances to given centers, whether they are the nearest or not. */
export function inertiaOf({ width, values }: Cloud, centers: Centers, members: readonly number[]): number {
  return members.reduce((total, center, i) => {
    let distance = 0;
    for (let d = 0; d < width; d++)
      distance += ((values[i * width + d] ?? 0) - (centers[center * width + d] ?? 0)) ** 2;
    return total + distance;
  }, 0);
}
