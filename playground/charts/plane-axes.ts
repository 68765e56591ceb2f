// Paints a plane's axes with their ticks and texts, and the hands on it: handles, cross-hair.

import { crisp, type Frame, inside, line } from './plane-frame.ts';
import type { PlaneHandle } from './plane-layers.ts';
import { type PlaneAxis, tickDigits, ticksOf } from './plane-scale.ts';

export interface AxisTexts {
  readonly x: readonly { readonly at: number; readonly text: string }[];
  readonly y: readonly { readonly at: number; readonly text: string }[];
}

/** Tick positions and texts; made before the frame, because the widest text decides its left margin. */
export function axisTexts(
  x: PlaneAxis,
  y: PlaneAxis,
  width: number,
  height: number,
  format: (value: number, digits: number) => string,
): AxisTexts {
  const texts = (axis: PlaneAxis, wanted: number) => {
    const ticks = ticksOf(axis, wanted);
    const digits = tickDigits(ticks);
    return ticks.map((at) => ({ at, text: axis.format ? axis.format(at) : format(at, digits) }));
  };
  return { x: texts(x, Math.max(2, width / 60)), y: texts(y, Math.max(2, height / 48)) };
}

export function paintAxes(frame: Frame, texts: AxisTexts, xLabel: string, yLabel: string): void {
  const { context, palette, x, y, left, top, right, bottom, font } = frame;
  context.save();
  context.lineWidth = 1;
  context.font = font;
  context.fillStyle = palette.inkSoft;
  context.strokeStyle = palette.rule;
  context.beginPath();
  for (const { at } of texts.x) line(context, crisp(x.toPixel(at)), top, crisp(x.toPixel(at)), bottom + 4);
  for (const { at } of texts.y) line(context, left - 4, crisp(y.toPixel(at)), right, crisp(y.toPixel(at)));
  context.stroke();
  context.strokeStyle = palette.inkFaint;
  context.beginPath();
  if (inside(x, 0)) line(context, crisp(x.toPixel(0)), top, crisp(x.toPixel(0)), bottom);
  if (inside(y, 0)) line(context, left, crisp(y.toPixel(0)), right, crisp(y.toPixel(0)));
  line(context, crisp(left), top, crisp(left), bottom);
  line(context, left, crisp(bottom), right, crisp(bottom));
  context.stroke();

  const labelStart = right - context.measureText(xLabel).width;
  context.textBaseline = 'top';
  context.textAlign = 'center';
  for (const { at, text } of texts.x) {
    const half = context.measureText(text).width / 2;
    const middle = Math.min(Math.max(x.toPixel(at), half), right + 8 - half);
    context.fillText(text, middle, bottom + 6);
  }
  context.fillText(xLabel, labelStart + context.measureText(xLabel).width / 2, bottom + 21);
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (const { at, text } of texts.y) context.fillText(text, left - 7, y.toPixel(at));
  context.textAlign = 'left';
  context.textBaseline = 'top';
  if (yLabel) context.fillText(yLabel, 0, 2);
  context.restore();
}

/** Handles that are drawn as knobs, and the one that is pointed at or taken. */
export function paintHandles(
  { context, palette, x, y }: Frame,
  handles: readonly PlaneHandle[],
  active: string | undefined,
  taken: boolean,
): void {
  for (const handle of handles) {
    const isActive = handle.id === active;
    if (!handle.knob && !isActive) continue;
    const [px, py] = [x.toPixel(handle.x), y.toPixel(handle.y)];
    context.beginPath();
    context.arc(px, py, isActive ? 9 : 7, 0, 2 * Math.PI);
    if (handle.knob) {
      context.fillStyle = taken && isActive ? palette.accent : palette.paper;
      context.fill();
    }
    context.strokeStyle = handle.knob ? palette.accent : palette.ink;
    context.lineWidth = isActive ? 2.5 : 2;
    context.stroke();
  }
}

export function paintCrossHair({ context, palette, left, top, right, bottom }: Frame, px: number, py: number): void {
  context.strokeStyle = palette.inkFaint;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  line(context, crisp(px), top, crisp(px), bottom);
  line(context, left, crisp(py), right, crisp(py));
  context.stroke();
  context.setLineDash([]);
}
