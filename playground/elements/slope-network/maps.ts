// Maps of the plane as pixels: what a neuron says about every point, from blue through neutral to orange.

import { channels, type Palette } from '../../base/palette.ts';

/** Samples along each side: enough for a smooth border when the browser scales it up, few enough for every frame. */
export const SAMPLES = 40;

const SHADES = 256;

/** The colour scale as packed pixels. */
export function shadesOf({ negative, zero, positive }: Palette): Uint32Array {
  const [low, middle, high] = [channels(negative), channels(zero), channels(positive)];
  return Uint32Array.from({ length: SHADES }, (_, i) => {
    const at = (i / (SHADES - 1)) * 2 - 1;
    const end = at < 0 ? low : high;
    const [red, green, blue] = middle.map((from, k) => Math.round(from + ((end[k] ?? 0) - from) * Math.abs(at)));
    // Canvas pixels are red, green, blue, alpha in memory, which little-endian machines read backwards.
    return ((255 << 24) | ((blue ?? 0) << 16) | ((green ?? 0) << 8) | (red ?? 0)) >>> 0;
  });
}

/** The values that stand at the two ends of the colours; what lies in the middle of them is neutral. */
export function rangeOf(values: ArrayLike<number>, activation: string): readonly [number, number] {
  if (activation === 'sigmoid' || activation === 'softmax') return [0, 1];
  if (activation === 'tanh') return [-1, 1];
  let most = 1e-6;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] ?? 0));
  return [-most, most];
}

/** A figure paints dozens of maps a frame: contexts and images are made once. */
const surfaces = new WeakMap<HTMLCanvasElement, { context: CanvasRenderingContext2D; image: ImageData }>();

function surfaceOf(canvas: HTMLCanvasElement) {
  const known = surfaces.get(canvas);
  if (known) return known;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  const made = { context, image: context.createImageData(SAMPLES, SAMPLES) };
  surfaces.set(canvas, made);
  return made;
}

/** Paints a map whose rows begin at the lowest y. */
export function paintMap(
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  [low, high]: readonly [number, number],
  shades: Uint32Array,
): void {
  const surface = surfaceOf(canvas);
  if (!surface) return;
  const { context, image } = surface;
  const pixels = new Uint32Array(image.data.buffer);
  const scale = (SHADES - 1) / (high - low);
  for (let row = 0; row < SAMPLES; row++) {
    const from = (SAMPLES - 1 - row) * SAMPLES;
    for (let column = 0; column < SAMPLES; column++) {
      const shade = ((values[from + column] ?? 0) - low) * scale;
      pixels[row * SAMPLES + column] = shades[shade < 0 ? 0 : shade > SHADES - 1 ? SHADES - 1 : Math.round(shade)] ?? 0;
    }
  }
  context.putImageData(image, 0, 0);
}

/** One column of a row-major table as its own array. */
export function columnOf(table: Float32Array, columns: number, column: number, rows: number): Float32Array {
  const values = new Float32Array(rows);
  for (let row = 0; row < rows; row++) values[row] = table[row * columns + column] ?? 0;
  return values;
}
