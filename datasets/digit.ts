// A drawn digit, prepared the way MNIST's digits were: cropped, scaled to fit 20×20, centred by mass in 28×28.
//
// A network trained on MNIST has only seen such pictures; a digit that fills the canvas or sits in a corner is another kind of
// picture to it. The recipe was read off the 60,000 training images: the longer side of the ink is 20 pixels in 59,987 of them, the
// centre of mass lies within half a pixel of pixel (14, 14) in all (they were moved by whole pixels), the peak is 254 or 255.

/** Brightness of ink, 0 (paper) to 1, row by row. */
export interface InkImage {
  readonly width: number;
  readonly height: number;
  readonly ink: Float32Array;
}

/** Pixels as a canvas gives them (`ImageData` is one). */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const FIELD = 28;
const BOX = 20;
/** Where the centre of mass goes, as a pixel's index: the middle of the field is the corner between 13 and 14, MNIST rounds up. */
const CENTRE = 14;
/** Ink fainter than this part of the darkest ink does not count for the bounding box (JPEG noise, anti-aliased fringes). */
const FAINT = 0.1;

/**
 * Prepares a drawing for a network that was trained on MNIST.
 * @returns 784 values in 0..1, row by row, ink bright; `null` when nothing is drawn.
 */
export function prepareDigit(image: InkImage): Float32Array | null {
  const box = boundingBox(image);
  if (!box) return null;
  const scale = BOX / Math.max(box.width, box.height);
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const small = averageAreas(image, box, width, height);

  let mass = 0;
  let massX = 0;
  let massY = 0;
  let peak = 0;
  small.forEach((ink, index) => {
    mass += ink;
    massX += ink * (index % width);
    massY += ink * Math.floor(index / width);
    peak = Math.max(peak, ink);
  });
  const left = Math.round(CENTRE - massX / mass);
  const top = Math.round(CENTRE - massY / mass);

  const field = new Float32Array(FIELD * FIELD);
  small.forEach((ink, index) => {
    const x = left + (index % width);
    const y = top + Math.floor(index / width);
    // A very lopsided drawing may stick out of the field, as it would have in MNIST.
    if (x >= 0 && x < FIELD && y >= 0 && y < FIELD) field[y * FIELD + x] = ink / peak;
  });
  return field;
}

/**
 * The ink of a canvas. A transparent canvas is drawn on with its opacity; on an opaque one, ink is what differs from the paper,
 * and the paper is the brightness that the picture's border has most of.
 */
export function inkOf({ width, height, data }: RgbaImage): InkImage {
  const count = width * height;
  const opacity = (pixel: number) => (data[pixel * 4 + 3] ?? 0) / 255;
  const border = Array.from({ length: count }, (_, pixel) => pixel).filter((pixel) => {
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  });
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  if (middle(border.map(opacity)) < 0.5) {
    return { width, height, ink: Float32Array.from({ length: count }, (_, pixel) => opacity(pixel)) };
  }
  const brightness = (pixel: number) =>
    (0.299 * (data[pixel * 4] ?? 0) + 0.587 * (data[pixel * 4 + 1] ?? 0) + 0.114 * (data[pixel * 4 + 2] ?? 0)) / 255;
  const paper = middle(border.map(brightness));
  const range = Math.max(paper, 1 - paper);
  const ink = Float32Array.from({ length: count }, (_, pixel) =>
    Math.min(1, Math.abs(brightness(pixel) - paper) / range),
  );
  return { width, height, ink };
}

/**
 * Draws strokes with a round pen: coverage falls from 1 to 0 over one pixel at the edge. Canvas and tests share this.
 * @param strokes points in pixels of a `size` × `size` field; a stroke of one point is a dot.
 * @param width pen width in pixels; a tenth of `size` gives the amount of ink that MNIST has when the digit fills 70 % of the height.
 */
export function rasterizeStrokes(strokes: readonly (readonly Point[])[], size: number, width: number): InkImage {
  const image = { width: size, height: size, ink: new Float32Array(size * size) };
  for (const stroke of strokes) {
    stroke.forEach((point, index) => {
      drawSegment(image, stroke[index - 1] ?? point, point, width);
    });
  }
  return image;
}

/** Adds one straight piece of a stroke to an image, in place: what a drawing surface does at every pointer event. */
export function drawSegment(image: InkImage, from: Point, to: Point, width: number): void {
  const reach = width / 2 + 1;
  const left = Math.max(0, Math.floor(Math.min(from.x, to.x) - reach));
  const right = Math.min(image.width - 1, Math.ceil(Math.max(from.x, to.x) + reach));
  const top = Math.max(0, Math.floor(Math.min(from.y, to.y) - reach));
  const bottom = Math.min(image.height - 1, Math.ceil(Math.max(from.y, to.y) + reach));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const distance = distanceToSegment(x + 0.5, y + 0.5, from, to);
      const coverage = Math.min(1, Math.max(0, width / 2 + 0.5 - distance));
      const index = y * image.width + x;
      image.ink[index] = Math.max(image.ink[index] ?? 0, coverage);
    }
  }
}

function distanceToSegment(x: number, y: number, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boundingBox({ width, height, ink }: InkImage): Box | undefined {
  const darkest = ink.reduce((a, b) => Math.max(a, b), 0);
  if (darkest === 0) return undefined;
  let [left, right, top, bottom] = [width, -1, height, -1];
  ink.forEach((value, index) => {
    if (value < darkest * FAINT) return;
    const x = index % width;
    const y = Math.floor(index / width);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  });
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Scales a part of the image to `width` × `height`: each new pixel is the mean of the area that it covers (also when enlarging). */
function averageAreas(image: InkImage, box: Box, width: number, height: number): Float32Array {
  const columns = weights(box.width, width);
  const rows = weights(box.height, height);
  const small = new Float32Array(width * height);
  rows.forEach((rowWeights, y) => {
    columns.forEach((columnWeights, x) => {
      let sum = 0;
      for (const [row, rowWeight] of rowWeights) {
        for (const [column, columnWeight] of columnWeights) {
          sum += rowWeight * columnWeight * (image.ink[(box.top + row) * image.width + box.left + column] ?? 0);
        }
      }
      small[y * width + x] = sum;
    });
  });
  return small;
}

/** For each of `to` equal parts of `from` pixels: which pixels it covers, and by how much of the part. */
function weights(from: number, to: number): [pixel: number, weight: number][][] {
  const part = from / to;
  return Array.from({ length: to }, (_, index) => {
    const start = index * part;
    const end = start + part;
    const covered: [number, number][] = [];
    for (let pixel = Math.floor(start); pixel < Math.min(end, from); pixel++) {
      covered.push([pixel, (Math.min(end, pixel + 1) - Math.max(start, pixel)) / part]);
    }
    return covered;
  });
}
