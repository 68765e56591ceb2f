// The data sets to choose from, as small pictures of their points.

import type { Palette } from '../../base/palette.ts';
import { type DatasetName, EXTENT, generatePoints, isRegression } from './data.ts';

const paintedWith = new WeakMap<HTMLCanvasElement, Palette>();

/** Paints each canvas with the data set that its `data-set` names, once per palette. */
export function paintThumbnails(
  canvases: Iterable<HTMLCanvasElement>,
  palette: Palette | undefined,
  seed: number,
): void {
  if (!palette) return;
  for (const canvas of canvases) {
    const context = canvas.getContext('2d');
    const name = canvas.dataset.set as DatasetName;
    if (!context || paintedWith.get(canvas) === palette) continue;
    paintedWith.set(canvas, palette);
    const { width } = canvas;
    context.clearRect(0, 0, width, width);
    for (const { x1, x2, target } of generatePoints({ name, count: 150, noise: 0.05, seed })) {
      const value = isRegression(name) ? target : target * 2 - 1;
      context.globalAlpha = isRegression(name) ? Math.max(0.12, Math.abs(value)) : 1;
      context.fillStyle = value > 0 ? palette.class1 : palette.class0;
      context.beginPath();
      context.arc((x1 / EXTENT / 2 + 0.5) * width, (0.5 - x2 / EXTENT / 2) * width, 3.2, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
