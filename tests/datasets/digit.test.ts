// A drawn digit becomes the kind of picture that MNIST is made of.

import { beforeAll, describe, expect, it } from 'vitest';
import { readMnist } from '../../datasets/build/mnist.ts';
import type { LabelledImages } from '../../datasets/build/shards.ts';
import { drawSegment, type InkImage, inkOf, type Point, prepareDigit, rasterizeStrokes } from '../../datasets/digit.ts';
import { digitStrokes } from '../playground/digit-strokes.ts';

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const draw = (digit: number, size = 280, width = 26, scale = 1) =>
  rasterizeStrokes(digitStrokes(digit, size, scale), size, width);

function measure(prepared: Float32Array) {
  let [mass, x, y, left, right, top, bottom] = [0, 0, 0, 28, -1, 28, -1];
  prepared.forEach((ink, index) => {
    if (ink === 0) return;
    const [column, row] = [index % 28, Math.floor(index / 28)];
    mass += ink;
    x += ink * column;
    y += ink * row;
    [left, right] = [Math.min(left, column), Math.max(right, column)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
  });
  return { x: x / mass, y: y / mass, width: right - left + 1, height: bottom - top + 1, peak: Math.max(...prepared) };
}

/** An image `factor` times as large, moved into a field of another size. */
function enlarge(
  values: Uint8Array,
  factor: number,
  field: { width: number; height: number; left: number; top: number },
): InkImage {
  const ink = new Float32Array(field.width * field.height);
  for (let y = 0; y < 28 * factor; y++) {
    for (let x = 0; x < 28 * factor; x++) {
      const value = values[Math.floor(y / factor) * 28 + Math.floor(x / factor)]! / 255;
      ink[(field.top + y) * field.width + field.left + x] = value;
    }
  }
  return { width: field.width, height: field.height, ink };
}

describe('preparing a digit', () => {
  it('fits the longer side into 20 pixels and puts the centre of mass on the middle pixel', () => {
    for (const digit of DIGITS) {
      const { x, y, width, height, peak } = measure(prepareDigit(draw(digit))!);
      expect(Math.max(width, height)).toBe(20);
      expect(Math.abs(x - 14)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(y - 14)).toBeLessThanOrEqual(0.5);
      expect(peak).toBe(1);
    }
  });

  it('does not depend on where and how large the digit was drawn', () => {
    for (const digit of DIGITS) {
      const large = prepareDigit(draw(digit, 280, 26))!;
      const small = prepareDigit(draw(digit, 560, 26, 0.5))!;
      const shifted = digitStrokes(digit, 280).map((stroke) => stroke.map(({ x, y }) => ({ x: x + 33, y: y - 25 })));
      const moved = prepareDigit(rasterizeStrokes(shifted, 280, 26))!;
      large.forEach((ink, index) => {
        expect(Math.abs(ink - small[index]!)).toBeLessThan(1e-3);
        expect(Math.abs(ink - moved[index]!)).toBeLessThan(1e-3);
      });
    }
  });

  it('keeps the aspect: a vertical line stays a thin line', () => {
    const line = [
      [
        { x: 100, y: 40 },
        { x: 100, y: 240 },
      ],
    ];
    const { width, height } = measure(prepareDigit(rasterizeStrokes(line, 280, 20))!);
    expect(height).toBe(20);
    expect(width).toBe(2);
  });

  it('gives full ink to a thin or pale pen', () => {
    const thin = draw(3, 280, 3);
    const pale = { ...thin, ink: thin.ink.map((value) => value * 0.3) };
    expect(measure(prepareDigit(pale)!).peak).toBe(1);
    expect(measure(prepareDigit(thin)!).peak).toBe(1);
  });

  it('enlarges a drawing smaller than 20 pixels, down to a single dot', () => {
    expect(measure(prepareDigit(draw(5, 24, 2))!).height).toBe(20);
    const dot = { width: 9, height: 9, ink: new Float32Array(81) };
    dot.ink[40] = 1;
    expect(measure(prepareDigit(dot)!)).toMatchObject({ width: 20, height: 20, peak: 1 });
  });

  it('answers null to an empty canvas', () => {
    expect(prepareDigit(rasterizeStrokes([], 280, 26))).toBeNull();
    expect(prepareDigit(inkOf({ width: 4, height: 4, data: new Uint8ClampedArray(64) }))).toBeNull();
    expect(prepareDigit(inkOf({ width: 4, height: 4, data: new Uint8ClampedArray(64).fill(255) }))).toBeNull();
  });

  it('never fails on a lopsided drawing, whose mass pushes it out of the field', () => {
    const blot: Point[] = [
      { x: 250, y: 250 },
      { x: 251, y: 251 },
    ];
    const tail: Point[] = [
      { x: 10, y: 10 },
      { x: 200, y: 200 },
    ];
    const image = rasterizeStrokes([tail], 280, 2);
    for (const point of blot) drawSegment(image, point, point, 50);
    const prepared = prepareDigit(image)!;
    expect(prepared.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
  });
});

describe('MNIST itself', () => {
  let test: LabelledImages;
  beforeAll(() => {
    test = readMnist().test;
  });

  it('comes back when enlarged ten times and moved: the recipe is MNIST’s own', () => {
    let exact = 0;
    for (let index = 0; index < 100; index++) {
      const original = test.values.subarray(index * 784, (index + 1) * 784);
      const prepared = prepareDigit(enlarge(original, 10, { width: 310, height: 290, left: 21, top: 4 }))!;
      const difference = prepared.reduce((sum, ink, pixel) => sum + Math.abs(ink - original[pixel]! / 255), 0) / 784;
      expect(difference).toBeLessThan(0.07);
      if (difference < 0.002) exact++;
    }
    expect(exact).toBeGreaterThanOrEqual(80);
  });
});

describe('the ink of a canvas', () => {
  const mask = draw(4, 40, 4);
  const paint = (paper: readonly number[], pen: readonly number[]) => ({
    width: 40,
    height: 40,
    data: Uint8ClampedArray.from({ length: 6400 }, (_, i) => {
      const ink = mask.ink[i >> 2]!;
      return paper[i & 3]! * (1 - ink) + pen[i & 3]! * ink;
    }),
  });

  it('is the same dark on light, light on dark, and on a transparent canvas', () => {
    for (const canvas of [
      paint([255, 255, 255, 255], [0, 0, 0, 255]),
      paint([0, 0, 0, 255], [255, 255, 255, 255]),
      paint([0, 0, 0, 0], [0, 0, 0, 255]),
      paint([0, 0, 0, 0], [255, 255, 255, 255]),
    ]) {
      inkOf(canvas).ink.forEach((ink, index) => {
        expect(Math.abs(ink - mask.ink[index]!)).toBeLessThan(0.01);
      });
    }
  });
});

describe('the pen', () => {
  it('covers the area of a round-ended line', () => {
    const { ink } = rasterizeStrokes(
      [
        [
          { x: 50, y: 50 },
          { x: 150, y: 120 },
        ],
      ],
      200,
      20,
    );
    const area = ink.reduce((a, b) => a + b, 0);
    const exact = Math.hypot(100, 70) * 20 + Math.PI * 100;
    expect(Math.abs(area - exact) / exact).toBeLessThan(0.005);
  });

  it('draws a point as a dot and does not darken where it passes twice', () => {
    const once = rasterizeStrokes([[{ x: 20, y: 20 }]], 40, 10);
    expect(once.ink[20 * 40 + 20]).toBe(1);
    const twice = rasterizeStrokes(
      [
        [
          { x: 20, y: 20 },
          { x: 20, y: 20 },
        ],
      ],
      40,
      10,
    );
    expect(twice.ink).toEqual(once.ink);
  });

  it('may leave the canvas', () => {
    const { ink } = rasterizeStrokes(
      [
        [
          { x: -50, y: 20 },
          { x: 90, y: 20 },
        ],
      ],
      40,
      6,
    );
    expect(ink.filter((value) => value === 1).length).toBe(40 * 6);
  });
});
