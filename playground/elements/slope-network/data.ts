// The points of the plane that the network learns from: drawn from a seed, or as the visitor left them after editing.

import { f32Tensor } from '../../../datasets/packed.ts';
import { Random } from '../../../datasets/random.ts';
import { blobs, circles, type LabelledPoints, moons, spiral, xor } from '../../../datasets/synthetic.ts';
import type { Dataset } from '../../../engine/index.ts';
import { type Feature, featureRows } from './features.ts';

/** The plane that is shown: -EXTENT … EXTENT on both axes. */
export const EXTENT = 3;

export const datasetNames = ['circles', 'moons', 'xor', 'blobs', 'spiral', 'hills', 'slope'] as const;
export type DatasetName = (typeof datasetNames)[number];

/** These have a number at every point instead of a class. */
export const isRegression = (name: DatasetName): boolean => name === 'hills' || name === 'slope';

export interface PlanePoint {
  readonly x1: number;
  readonly x2: number;
  /** Class 0 or 1, or a value from -1 to 1. */
  readonly target: number;
}

export interface PointOptions {
  readonly name: DatasetName;
  readonly count: number;
  /** 0 … 0.5, in units of the shape. */
  readonly noise: number;
  readonly seed: number;
}

export function generatePoints({ name, count, noise, seed }: PointOptions): PlanePoint[] {
  const options = { seed: seed + 7, count };
  switch (name) {
    case 'circles':
      return placed(circles({ ...options, noise: noise * 0.4 }), 2.2);
    case 'moons':
      return placed(moons({ ...options, noise: noise * 0.6 }), 1.7, 0.5, 0.25);
    case 'xor':
      return placed(xor({ ...options, noise: 0.2 + noise * 0.6 }), 1.45);
    case 'blobs':
      return placed(blobs({ ...options, spread: 0.25 + noise * 0.8 }), 1.6);
    case 'spiral':
      return placed(spiral({ ...options, noise: noise * 0.2, turns: 1.25 }), 2.7);
    case 'hills':
      return values(options, noise, (x1, x2) => bump(x1 - 1.3, x2 - 1.2) - bump(x1 + 1.3, x2 + 1.2));
    case 'slope':
      return values(options, noise, (x1, x2) => (x1 + 0.6 * x2) / 5);
    default:
      return name satisfies never;
  }
}

const bump = (x1: number, x2: number): number => Math.exp(-(x1 ** 2 + x2 ** 2) / 1.2);

const placed = ({ x1, x2, labels }: LabelledPoints, scale: number, centre1 = 0, centre2 = 0): PlanePoint[] =>
  Array.from(labels, (target, i) => ({
    x1: withinPlane(((x1[i] ?? 0) - centre1) * scale),
    x2: withinPlane(((x2[i] ?? 0) - centre2) * scale),
    target,
  }));

function values(
  { seed, count }: { seed: number; count: number },
  noise: number,
  f: (x1: number, x2: number) => number,
): PlanePoint[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const x1 = random.uniform(-2.8, 2.8);
    const x2 = random.uniform(-2.8, 2.8);
    return { x1, x2, target: Math.max(-1, Math.min(1, f(x1, x2) + noise * random.normal())) };
  });
}

export const withinPlane = (value: number): number => Math.max(-EXTENT + 0.05, Math.min(EXTENT - 0.05, value));

/** The golden ratio's fractions spread a share evenly over any number of points, and adding one moves none of the others. */
export const isValidation = (index: number, share: number): boolean => (index * 0.6180339887 + 0.3) % 1 < share;

export interface Split {
  readonly train: Dataset;
  readonly validation: Dataset | undefined;
}

/** Both parts as the engine takes them; undefined while there is nothing to train on. */
export function splitPoints(
  points: readonly PlanePoint[],
  chosen: readonly Feature[],
  share: number,
  targetShape: 'labels' | 'column',
): Split | undefined {
  const dataset = (part: readonly PlanePoint[]): Dataset => ({
    inputs: f32Tensor([part.length, chosen.length], featureRows(chosen, part)),
    targets: f32Tensor(
      targetShape === 'labels' ? [part.length] : [part.length, 1],
      Float32Array.from(part, ({ target }) => target),
    ),
  });
  const train = points.filter((_, index) => !isValidation(index, share));
  const rest = points.filter((_, index) => isValidation(index, share));
  if (train.length === 0) return undefined;
  return { train: dataset(train), validation: rest.length ? dataset(rest) : undefined };
}

// ---- Edited points in the page's address: five letters each, so that a link carries the visitor's own data.

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
export const MOST_POINTS = 500;

const pair = (value: number): string => {
  const whole = Math.round(((value + EXTENT) / (2 * EXTENT)) * 4095);
  return `${digits[whole >> 6]}${digits[whole & 63]}`;
};
const unpair = (text: string): number => {
  const whole = digits.indexOf(text[0] ?? '') * 64 + digits.indexOf(text[1] ?? '');
  return (whole / 4095) * 2 * EXTENT - EXTENT;
};

export const encodePoints = (points: readonly PlanePoint[]): string =>
  points.map(({ x1, x2, target }) => pair(x1) + pair(x2) + digits[Math.round(((target + 1) / 2) * 62)]).join('');

/** Undefined when the text is no list of points. */
export function decodePoints(text: string): PlanePoint[] | undefined {
  if (!/^([\w-]{5})*$/.test(text) || text.length > 5 * MOST_POINTS) return undefined;
  const points: PlanePoint[] = [];
  for (let at = 0; at < text.length; at += 5) {
    points.push({
      x1: unpair(text.slice(at, at + 2)),
      x2: unpair(text.slice(at + 2, at + 4)),
      target: (digits.indexOf(text[at + 4] ?? '') / 62) * 2 - 1,
    });
  }
  return points;
}
