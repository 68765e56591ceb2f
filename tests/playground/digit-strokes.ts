// The ten digits as pen strokes in an everyday handwriting, for tests that draw on the canvas with the mouse.

import type { Point } from '../../datasets/digit.ts';

/** Corner points of a stroke in a unit square, x to the right and y downwards. */
type Corners = readonly (readonly [x: number, y: number])[];

const HANDWRITING: readonly (readonly Corners[])[] = [
  // 0: one closed loop, started at the top
  [
    [
      [0.55, 0.15],
      [0.4, 0.2],
      [0.3, 0.35],
      [0.27, 0.55],
      [0.33, 0.75],
      [0.45, 0.85],
      [0.6, 0.8],
      [0.7, 0.62],
      [0.72, 0.42],
      [0.66, 0.22],
      [0.55, 0.15],
    ],
  ],
  // 1: a single slanted line
  [
    [
      [0.56, 0.15],
      [0.53, 0.4],
      [0.49, 0.65],
      [0.46, 0.86],
    ],
  ],
  // 2: bow, diagonal, base line
  [
    [
      [0.3, 0.3],
      [0.38, 0.19],
      [0.52, 0.15],
      [0.65, 0.22],
      [0.68, 0.36],
      [0.6, 0.52],
      [0.45, 0.68],
      [0.29, 0.83],
      [0.5, 0.82],
      [0.74, 0.82],
    ],
  ],
  // 3: two bows
  [
    [
      [0.32, 0.22],
      [0.45, 0.15],
      [0.6, 0.18],
      [0.66, 0.3],
      [0.58, 0.43],
      [0.45, 0.48],
      [0.6, 0.52],
      [0.69, 0.64],
      [0.64, 0.79],
      [0.48, 0.86],
      [0.3, 0.8],
    ],
  ],
  // 4: open top: an angle, then the stem
  [
    [
      [0.34, 0.17],
      [0.31, 0.35],
      [0.31, 0.5],
      [0.45, 0.53],
      [0.66, 0.49],
    ],
    [
      [0.68, 0.16],
      [0.65, 0.4],
      [0.61, 0.65],
      [0.58, 0.87],
    ],
  ],
  // 5: neck and belly, then the hat
  [
    [
      [0.4, 0.18],
      [0.36, 0.33],
      [0.33, 0.46],
      [0.48, 0.44],
      [0.62, 0.52],
      [0.66, 0.66],
      [0.58, 0.8],
      [0.44, 0.86],
      [0.29, 0.82],
    ],
    [
      [0.4, 0.18],
      [0.55, 0.17],
      [0.71, 0.16],
    ],
  ],
  // 6: a long bow into a loop
  [
    [
      [0.6, 0.14],
      [0.46, 0.26],
      [0.36, 0.44],
      [0.32, 0.62],
      [0.36, 0.79],
      [0.49, 0.86],
      [0.62, 0.79],
      [0.65, 0.66],
      [0.57, 0.55],
      [0.44, 0.57],
      [0.35, 0.68],
    ],
  ],
  // 7: bar and diagonal
  [
    [
      [0.28, 0.2],
      [0.45, 0.19],
      [0.7, 0.18],
      [0.62, 0.38],
      [0.53, 0.6],
      [0.46, 0.87],
    ],
  ],
  // 8: an S closed on the way back
  [
    [
      [0.64, 0.25],
      [0.54, 0.15],
      [0.42, 0.17],
      [0.36, 0.28],
      [0.42, 0.41],
      [0.55, 0.52],
      [0.62, 0.66],
      [0.57, 0.81],
      [0.45, 0.86],
      [0.36, 0.76],
      [0.4, 0.61],
      [0.52, 0.48],
      [0.63, 0.36],
      [0.64, 0.25],
    ],
  ],
  // 9: loop, then the stem
  [
    [
      [0.66, 0.27],
      [0.56, 0.16],
      [0.42, 0.19],
      [0.34, 0.32],
      [0.38, 0.45],
      [0.52, 0.46],
      [0.64, 0.36],
      [0.66, 0.25],
      [0.64, 0.5],
      [0.6, 0.7],
      [0.55, 0.87],
    ],
  ],
];

/**
 * Strokes for `digit` on a square canvas of `size` pixels, with points close enough for straight lines between them to look round.
 * @param scale how much of the canvas the handwriting takes, 1 is about 70 % of its height.
 */
export function digitStrokes(digit: number, size: number, scale = 1): Point[][] {
  const strokes = HANDWRITING[digit] ?? [];
  return strokes.map((corners) =>
    smooth(corners).map(([x, y]) => ({
      x: (0.5 + (x - 0.5) * scale) * size,
      y: (0.5 + (y - 0.5) * scale) * size,
    })),
  );
}

/** Catmull-Rom spline through the corner points, six points per piece. */
function smooth(corners: Corners): [number, number][] {
  const at = (index: number) => corners[Math.min(corners.length - 1, Math.max(0, index))]!;
  const points: [number, number][] = [];
  for (let piece = 0; piece < corners.length - 1; piece++) {
    for (let step = 0; step < 6; step++)
      points.push(along(step / 6, at(piece - 1), at(piece), at(piece + 1), at(piece + 2)));
  }
  points.push([...at(corners.length - 1)]);
  return points;
}

type Corner = readonly [number, number];

function along(t: number, a: Corner, b: Corner, c: Corner, d: Corner): [number, number] {
  const one = (axis: 0 | 1) =>
    b[axis] +
    0.5 *
      t *
      (c[axis] -
        a[axis] +
        t * (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis] + t * (3 * (b[axis] - c[axis]) + d[axis] - a[axis])));
  return [one(0), one(1)];
}
