// What all painting on a plane starts from: the frame with its scales, clipping, texts, lines on whole pixels. Pure functions, no state.

import type { Palette } from '../base/palette.ts';
import type { PlaneColor } from './plane-layers.ts';
import type { Scale } from './plane-scale.ts';

export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly x: Scale;
  readonly y: Scale;
  /** The plot area in CSS pixels. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly font: string;
}

/** The plot area as the clipping region; what `paint` draws cannot leave it. */
export function clipped(frame: Frame, paint: () => void): void {
  const { context, left, top, right, bottom } = frame;
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  paint();
  context.restore();
}

/** Text with a rim of paper around it, readable on any ground; pushed back inside the plot. */
export function paintText(
  { context, palette, font, left, right, top, bottom }: Frame,
  text: string,
  px: number,
  py: number,
  color: PlaneColor,
  align: 'left' | 'center' | 'right',
): void {
  context.save();
  context.font = font;
  context.textBaseline = 'middle';
  context.textAlign = align;
  const wide = context.measureText(text).width;
  const before = align === 'left' ? 0 : align === 'right' ? wide : wide / 2;
  const at = Math.min(Math.max(px, left + 3 + before), right - 3 - wide + before);
  const high = Math.min(Math.max(py, top + 8), bottom - 8);
  context.globalAlpha = 1;
  context.setLineDash([]);
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = palette.paper;
  context.strokeText(text, at, high);
  context.fillStyle = palette[color];
  context.fillText(text, at, high);
  context.restore();
}

export const line = (context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void => {
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
};
export const crisp = (pixel: number): number => Math.round(pixel - 0.5) + 0.5;
export const inside = ({ min, max, log }: Scale, value: number): boolean => !log && value > min && value < max;
export const within = (pixel: number): number => Math.min(1e5, Math.max(-1e5, Number.isNaN(pixel) ? 1e5 : pixel));
