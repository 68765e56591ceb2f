// Paints a plane's layers on a canvas. Pure functions of context, scales and palette: no element, no state.

import { channels, type Palette } from '../base/palette.ts';
import { contour, type PlaneGrid, type Segment } from './grid.ts';
import type { GroundLayer, PlaneColor, PlaneHandle, PlaneMark, PointsMark } from './plane-layers.ts';
import { type PlaneAxis, type Scale, tickDigits, ticksOf } from './plane-scale.ts';

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

/** A name beside a mark; names are written over all marks, each where no other stands. */
interface Name {
  readonly text: string;
  readonly px: number;
  readonly py: number;
  readonly color: PlaneColor;
  readonly align: 'left' | 'right';
}

export function paintMarks(frame: Frame, marks: readonly PlaneMark[]): void {
  const names: Name[] = [];
  for (const mark of marks) {
    frame.context.save();
    if ('opacity' in mark && mark.opacity !== undefined) frame.context.globalAlpha = mark.opacity;
    paintMark(frame, mark, names);
    frame.context.restore();
  }
  const taken: Name[] = [];
  for (const name of names) {
    const high = [0, 14, -14, 28, -28, 42, -42]
      .map((away) => name.py + away)
      .find((py) => taken.every((other) => Math.abs(other.px - name.px) > 90 || Math.abs(other.py - py) > 12));
    const placed = { ...name, py: high ?? name.py };
    taken.push(placed);
    paintText(frame, placed.text, placed.px, placed.py, placed.color, placed.align);
  }
}

function paintMark(frame: Frame, mark: PlaneMark, names: Name[]): void {
  switch (mark.kind) {
    case 'points':
      paintPoints(frame, mark);
      break;
    case 'path':
      paintPath(frame, mark, names);
      break;
    case 'curve':
      paintCurve(frame, mark, names);
      break;
    case 'residuals':
      paintResiduals(frame, mark);
      break;
    case 'bars':
      paintBars(frame, mark);
      break;
    case 'cross':
      paintCross(frame, mark, names);
      break;
    default:
      mark satisfies never;
  }
}

/** The colours of eight classes or groups; `shape` gives each a form too. */
export const classColors: readonly PlaneColor[] = [
  'class0',
  'class1',
  'class2',
  'class3',
  'class4',
  'class5',
  'class6',
  'class7',
];

function paintPoints({ context, palette, x, y }: Frame, mark: PointsMark): void {
  const { classes, hollow, color, size = 3.5, ringed } = mark;
  context.lineWidth = 1.5;
  for (let i = 0; i < mark.x.length; i++) {
    const of = classes?.[i] ?? 0;
    const px = x.toPixel(mark.x[i] ?? Number.NaN);
    const py = y.toPixel(mark.y[i] ?? Number.NaN);
    if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
    const empty = typeof hollow === 'object' ? Boolean(hollow[i]) : hollow;
    const ink = palette[color ?? classColors[of % classColors.length] ?? 'ink'];
    shape(context, of, px, py, size);
    context.fillStyle = empty ? palette.paper : ink;
    context.strokeStyle = empty ? ink : palette.paper;
    context.lineWidth = empty ? 1.5 : 0.75;
    context.fill();
    context.stroke();
    if (!ringed?.has(i)) continue;
    context.beginPath();
    context.arc(px, py, size + 3.5, 0, 2 * Math.PI);
    context.strokeStyle = palette.ink;
    context.lineWidth = 1.25;
    context.stroke();
  }
}

/** Corners of the shapes of classes 1 to 7, in units of the size; class 0 is a circle. */
const corners: readonly (readonly (readonly [number, number])[])[] = [
  [],
  star(3, 1.3, 0.65),
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.35],
    [1.1, 0],
    [0, 1.35],
    [-1.1, 0],
  ],
  star(3, -1.3, -0.65),
  star(4, 1.45, 0.6),
  star(5, 1.2, 0.97),
  star(5, 1.5, 0.68),
];

/** Points on two circles in turn: 3 points are a triangle, 5 a pentagon or a star. */
function star(points: number, outer: number, inner: number): readonly (readonly [number, number])[] {
  return Array.from({ length: 2 * points }, (_, i) => {
    const radius = i % 2 ? inner : outer;
    const angle = (Math.PI * i) / points;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)] as const;
  });
}

/** Classes differ without colour too: circle, triangle, square, diamond, and four more. */
function shape(context: CanvasRenderingContext2D, of: number, px: number, py: number, size: number): void {
  context.beginPath();
  const form = corners[of % corners.length] ?? [];
  if (form.length === 0) context.arc(px, py, size, 0, 2 * Math.PI);
  form.forEach(([x, y], i) => {
    if (i === 0) context.moveTo(px + x * size, py + y * size);
    else context.lineTo(px + x * size, py + y * size);
  });
  if (form.length) context.closePath();
}

type MarkOf<K extends PlaneMark['kind']> = Extract<PlaneMark, { kind: K }>;

function paintPath(frame: Frame, mark: MarkOf<'path'>, names: Name[]): void {
  const { context, palette, x, y } = frame;
  const { color = 'ink', width = 2, dash = [], dots, head, arrow, label } = mark;
  const last = mark.x.length - 1;
  if (last < 0) return;
  // A diverging path leaves the plot by more than a canvas can count: far outside is far enough.
  const px = (i: number): number => within(x.toPixel(mark.x[i] ?? Number.NaN));
  const py = (i: number): number => within(y.toPixel(mark.y[i] ?? Number.NaN));
  context.strokeStyle = palette[color];
  context.fillStyle = palette[color];
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash([...dash]);
  context.beginPath();
  for (let i = 0; i <= last; i++) {
    if (i === 0) context.moveTo(px(i), py(i));
    else context.lineTo(px(i), py(i));
  }
  context.stroke();
  context.setLineDash([]);
  if (dots) {
    for (let i = 0; i <= last; i++) {
      context.beginPath();
      context.arc(px(i), py(i), width * 1.1 + 0.6, 0, 2 * Math.PI);
      context.fill();
    }
  }
  if (head) {
    context.beginPath();
    context.arc(px(last), py(last), 5, 0, 2 * Math.PI);
    context.fill();
    context.strokeStyle = palette.paper;
    context.lineWidth = 1.5;
    context.stroke();
  }
  if (arrow && last > 0) paintArrowHead(context, px(last - 1), py(last - 1), px(last), py(last), width);
  if (label) names.push({ text: label, px: px(last) + 9, py: py(last), color, align: 'left' });
}

function paintArrowHead(
  context: CanvasRenderingContext2D,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  width: number,
) {
  if (Math.hypot(x2 - x1, y2 - y1) < 3) return;
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const size = 4 + 2 * width;
  context.beginPath();
  context.moveTo(x2, y2);
  for (const side of [-0.4, 0.4])
    context.lineTo(x2 - size * Math.cos(angle + side), y2 - size * Math.sin(angle + side));
  context.closePath();
  context.fill();
}

function paintCurve(frame: Frame, mark: MarkOf<'curve'>, names: Name[]): void {
  const { context, palette, x, y, left, right } = frame;
  const { f, color = 'ink', width = 2, dash = [], from, to, label } = mark;
  const start = from === undefined ? left : Math.max(left, x.toPixel(from));
  const end = to === undefined ? right : Math.min(right, x.toPixel(to));
  context.strokeStyle = palette[color];
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash([...dash]);
  context.beginPath();
  for (let px = start; ; px = Math.min(px + 2, end)) {
    const py = within(y.toPixel(f(x.toValue(px))));
    if (px === start) context.moveTo(px, py);
    else context.lineTo(px, py);
    if (px >= end) break;
  }
  context.stroke();
  if (label) {
    const py = within(y.toPixel(f(x.toValue(end - 6)))) - 12;
    names.push({ text: label, px: end - 6, py, color, align: 'right' });
  }
}

function paintResiduals({ context, palette, x, y }: Frame, mark: MarkOf<'residuals'>): void {
  const { fitted, squares, color = 'error', width = 1.25 } = mark;
  context.strokeStyle = palette[color];
  context.fillStyle = palette[color];
  context.lineWidth = width;
  for (let i = 0; i < mark.x.length; i++) {
    const px = x.toPixel(mark.x[i] ?? Number.NaN);
    const from = within(y.toPixel(mark.y[i] ?? Number.NaN));
    const to = within(y.toPixel(fitted[i] ?? Number.NaN));
    if (squares) {
      // Outwards from the line through the middle of the plot, so that squares cover few points.
      const side = from - to;
      context.globalAlpha = 0.1;
      context.fillRect(px, Math.min(from, to), side, Math.abs(side));
      context.globalAlpha = 0.55;
      context.strokeRect(px, Math.min(from, to), side, Math.abs(side));
    } else {
      context.beginPath();
      line(context, px, from, px, to);
      context.stroke();
    }
  }
}

function paintBars({ context, palette, x, y }: Frame, mark: MarkOf<'bars'>): void {
  const { color = 'inkSoft', width = 0.7 } = mark;
  const zero = y.toPixel(0);
  const pitch = mark.x.length > 1 ? x.toPixel(mark.x[1] ?? 1) - x.toPixel(mark.x[0] ?? 0) : 24;
  const wide = Math.max(1, Math.min(28, pitch * width));
  for (let i = 0; i < mark.x.length; i++) {
    const value = mark.y[i] ?? 0;
    context.fillStyle = palette[mark.color ?? (value < 0 ? 'negative' : 'positive')] ?? palette[color];
    const py = within(y.toPixel(value));
    context.fillRect(x.toPixel(mark.x[i] ?? 0) - wide / 2, Math.min(py, zero), wide, Math.abs(py - zero));
  }
}

function paintCross(frame: Frame, { at, color = 'ink', width = 1.75, label }: MarkOf<'cross'>, names: Name[]): void {
  const { context, palette, x, y } = frame;
  const [px, py] = [within(x.toPixel(at[0])), within(y.toPixel(at[1]))];
  context.strokeStyle = palette[color];
  context.lineWidth = width;
  context.beginPath();
  line(context, px - 6, py, px + 6, py);
  line(context, px, py - 6, px, py + 6);
  context.stroke();
  if (label) names.push({ text: label, px: px + 9, py: py - 9, color, align: 'left' });
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

/** Text with a rim of paper around it, readable on any ground; pushed back inside the plot. */
function paintText(
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

const line = (context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void => {
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
};
const crisp = (pixel: number): number => Math.round(pixel - 0.5) + 0.5;
const inside = ({ min, max, log }: Scale, value: number): boolean => !log && value > min && value < max;
const within = (pixel: number): number => Math.min(1e5, Math.max(-1e5, Number.isNaN(pixel) ? 1e5 : pixel));
