// Paints a plane's marks: points in the shapes of their classes, paths, curves, residuals, bars, crosses, and their names.

import { type Frame, line, paintText, within } from './plane-frame.ts';
import type { PlaneColor, PlaneMark, PointsMark } from './plane-layers.ts';

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
