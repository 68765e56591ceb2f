// All training images on one canvas; those of the batch of the moment are lit, those already used this epoch stay warm.

import { unpackExample } from '../../../datasets/packed.ts';
import type { Dataset } from '../../../engine/index.ts';
import { channels, type Palette } from '../../base/palette.ts';

/** What has happened to an image in this epoch. */
export type SampleState = 'waiting' | 'used' | 'lit';
const states: readonly SampleState[] = ['waiting', 'used', 'lit'];

const SIDE = 8;
/** Pixels of a picture, with one of margin. */
const CELL = SIDE + 2;

/** Every image in every state, drawn once per palette: a frame then only copies. */
export class SampleWall {
  #sheets: readonly HTMLCanvasElement[] = [];
  #made: { readonly data: Dataset; readonly palette: Palette } | undefined;

  draw(canvas: HTMLCanvasElement, data: Dataset, palette: Palette, stateOf: (sample: number) => SampleState): void {
    const count = data.inputs.shape[0] ?? 0;
    const columns = columnsFor(canvas.clientWidth, count);
    const rows = Math.ceil(count / columns);
    if (this.#made?.data !== data || this.#made.palette !== palette) {
      this.#sheets = states.map((state) => sheet(data, palette, state));
      this.#made = { data, palette };
    }
    if (canvas.width !== columns * CELL || canvas.height !== rows * CELL) {
      canvas.width = columns * CELL;
      canvas.height = rows * CELL;
    }
    const context = canvas.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, canvas.width, canvas.height);
    for (let sample = 0; sample < count; sample++) {
      const from = this.#sheets[states.indexOf(stateOf(sample))];
      if (!from) continue;
      const [x, y] = [(sample % columns) * CELL, Math.floor(sample / columns) * CELL];
      context.drawImage(from, 0, sample * CELL, CELL, CELL, x, y, CELL, CELL);
    }
  }
}

/** Images at about fifteen pixels on a telephone and twice as many in a row as rows on a desk. */
export const columnsFor = (width: number, count: number): number =>
  Math.max(20, Math.min(Math.floor(width / 13), Math.round(Math.sqrt(count * 3))));

function sheet({ inputs }: Dataset, palette: Palette, state: SampleState): HTMLCanvasElement {
  const count = inputs.shape[0] ?? 0;
  const canvas = document.createElement('canvas');
  canvas.width = CELL;
  canvas.height = count * CELL;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const paper = channels(palette.paper);
  const [ground, figure] = {
    waiting: [paper, mixed(paper, channels(palette.ink), 0.35)],
    used: [mixed(paper, channels(palette.accent), 0.28), channels(palette.ink)],
    lit: [channels(palette.positive), paper],
  }[state] as [Rgb, Rgb];
  const image = context.createImageData(CELL, count * CELL);
  for (let sample = 0; sample < count; sample++) {
    const values = unpackExample(inputs, sample);
    for (let y = 0; y < CELL; y++) {
      for (let x = 0; x < CELL; x++) {
        const inside = x > 0 && y > 0 && x <= SIDE && y <= SIDE;
        const at = ((sample * CELL + y) * CELL + x) * 4;
        const color = mixed(ground, figure, inside ? (values[(y - 1) * SIDE + x - 1] ?? 0) : 0);
        image.data.set([...color, x === 0 || y === 0 ? 0 : 255], at);
      }
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

type Rgb = readonly [number, number, number];
const mixed = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];
