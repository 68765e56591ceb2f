// Paints a plane's ground: heat maps and contour lines of a grid. The lines of a grid are traced once and kept with it.

import { channels } from '../base/palette.ts';
import { contour, type PlaneGrid, type Segment } from './grid.ts';
import { type Frame, line, paintText } from './plane-frame.ts';
import type { GroundLayer } from './plane-layers.ts';

export function paintGround(frame: Frame, layers: readonly GroundLayer[]): void {
  for (const layer of layers) {
    if (layer.kind === 'heat') paintHeat(frame, layer);
    else paintContours(frame, layer);
  }
}

function paintHeat(frame: Frame, { grid, range, colors }: Extract<GroundLayer, { kind: 'heat' }>): void {
  const { context, palette, x, y } = frame;
  const { columns, rows, values } = grid;
  const image = new ImageData(columns, rows);
  const paper = channels(palette.paper);
  const [low, high] = [channels(palette.class0), channels(palette.class1)];
  const dark = channels(palette.ink);
  for (let i = 0; i < columns * rows; i++) {
    const value = values[i] ?? Number.NaN;
    const share = Math.min(1, Math.max(0, (value - range[0]) / (range[1] - range[0])));
    const to = colors === 'loss' ? dark : share < 0.5 ? low : high;
    // A loss grows with the square of the distance: its root shades a bowl evenly.
    const strength = colors === 'loss' ? Math.sqrt(share) * 0.17 : Math.abs(share - 0.5) * 0.72;
    // Images count rows from the top, the grid from below.
    const pixel = 4 * ((rows - 1 - Math.floor(i / columns)) * columns + (i % columns));
    for (let c = 0; c < 3; c++) {
      const from = paper[c] ?? 0;
      image.data[pixel + c] = Number.isNaN(value) ? from : from + ((to[c] ?? 0) - from) * strength;
    }
    image.data[pixel + 3] = 255;
  }
  const small = new OffscreenCanvas(columns, rows);
  small.getContext('2d')?.putImageData(image, 0, 0);
  // Samples stand on the ranges' ends, pixels beside them: half a pixel of the small image lies outside on each side.
  const [left, right] = [x.toPixel(grid.x[0]), x.toPixel(grid.x[1])];
  const [bottom, top] = [y.toPixel(grid.y[0]), y.toPixel(grid.y[1])];
  const [halfX, halfY] = [(right - left) / (columns - 1) / 2, (bottom - top) / (rows - 1) / 2];
  context.imageSmoothingEnabled = true;
  context.drawImage(small, left - halfX, top - halfY, right - left + 2 * halfX, bottom - top + 2 * halfY);
}

function paintContours(frame: Frame, layer: Extract<GroundLayer, { kind: 'contours' }>): void {
  const { context, palette, x, y } = frame;
  const { grid, levels, color = 'inkFaint', width = 1, dash = [], format } = layer;
  const labels: { readonly text: string; readonly at: readonly [number, number] }[] = [];
  context.save();
  context.strokeStyle = palette[color];
  context.lineWidth = width;
  context.setLineDash([...dash]);
  for (const level of levels) {
    const pieces = contourOf(grid, level);
    context.beginPath();
    for (const [x1, y1, x2, y2] of pieces) line(context, x.toPixel(x1), y.toPixel(y1), x.toPixel(x2), y.toPixel(y2));
    context.stroke();
    const at = format && labelPlace(frame, pieces);
    if (at) labels.push({ text: format(level), at });
  }
  context.restore();
  for (const { text, at } of labels) paintText(frame, text, at[0], at[1], 'inkSoft', 'center');
}

const contours = new WeakMap<PlaneGrid, Map<number, Segment[]>>();

/** Resizing and colours redraw the same contours: they are traced once per grid. */
function contourOf(grid: PlaneGrid, level: number): Segment[] {
  const known = contours.get(grid) ?? new Map<number, Segment[]>();
  contours.set(grid, known);
  const pieces = known.get(level) ?? contour(grid, level);
  known.set(level, pieces);
  return pieces;
}

/** Where a contour comes closest to the lower right corner without touching the frame: labels then stand along a diagonal. */
function labelPlace({ x, y, left, top, right, bottom }: Frame, pieces: readonly Segment[]) {
  let best: readonly [number, number] | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [x1, y1, x2, y2] of pieces) {
    const px = x.toPixel((x1 + x2) / 2);
    const py = y.toPixel((y1 + y2) / 2);
    if (px < left + 16 || px > right - 16 || py < top + 10 || py > bottom - 10) continue;
    const score = px / (right - left) + py / (bottom - top);
    if (score > bestScore) {
      bestScore = score;
      best = [px, py];
    }
  }
  return best;
}
