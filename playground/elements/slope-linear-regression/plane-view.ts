// The points, the line that the visitor drags by its two ends, and the errors between them.

import { html, type TemplateResult } from 'lit';
import type { Series } from '../../../datasets/synthetic.ts';
import type { View } from '../../base/view.ts';
import type { PlaneAdd, PlaneHandle, PlaneMark, PlaneMove, PlaneRemove } from '../../charts/plane.ts';
import type { Theta } from '../slope-gradient-descent/surface.ts';
import type { LinearMessages } from './messages.en.ts';
import '../../charts/plane.ts';

/** A range in round steps around the values: it changes seldom while a point is dragged. */
function rangeOf(values: Float64Array, room: number): readonly [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const step = 10 ** Math.floor(Math.log10(Math.max(high - low, 1e-6))) / 2;
  return [Math.floor((low - room * 0.2 * step) / step) * step, Math.ceil((high + room * 0.2 * step) / step) * step];
}

/** Where the line's two handles stand. */
export function endsOf({ x }: Series): readonly [left: number, right: number] {
  const [low, high] = rangeOf(x, 1);
  return [low + (high - low) * 0.08, high - (high - low) * 0.08];
}

export interface PlaneOptions {
  readonly series: Series;
  readonly line: Theta;
  /** The mean squared error of the line. */
  readonly loss: number;
  /** The least-squares line, where it is shown. */
  readonly best: Theta | undefined;
  readonly errors: 'squares' | 'segments' | 'none';
  /** The symbol of the formula whose points are marked. */
  readonly term: string | undefined;
  readonly taken: (event: CustomEvent<{ id: string }>) => void;
  readonly moved: (event: CustomEvent<PlaneMove>) => void;
  readonly added: (event: CustomEvent<PlaneAdd>) => void;
  readonly removed: (event: CustomEvent<PlaneRemove>) => void;
}

export function planeView({ t, shared, f, palette }: View<LinearMessages>, options: PlaneOptions): TemplateResult {
  const { series, line, loss, taken, moved, added, removed } = options;
  const { x, y } = series;
  const words = t.plane;
  const at = (value: number): number => line[0] + line[1] * value;
  const xRange = rangeOf(x, 1);
  const yRange = rangeOf(y, 2);
  const [left, right] = endsOf(series);
  // The rings stay in sight when the line leaves the picture.
  const inSight = (value: number): number => Math.min(Math.max(at(value), yRange[0]), yRange[1]);
  const handles: PlaneHandle[] = [
    ...Array.from(x, (value, i) => ({
      id: String(i),
      x: value,
      y: y[i] ?? 0,
      name: words.point(f.integer(i + 1)),
      removable: true,
    })),
    { id: 'left', x: left, y: inSight(left), name: words.leftEnd, knob: true },
    { id: 'right', x: right, y: inSight(right), name: words.rightEnd, knob: true },
  ];
  const readout = (px: number, py: number, id: string | undefined): string => {
    const i = Number(id);
    if (id === undefined || Number.isNaN(i)) return words.readout(f.decimal(px, 2), f.decimal(py, 2));
    const [pointX, pointY] = [x[i] ?? 0, y[i] ?? 0];
    return words.pointReadout(f.decimal(pointX, 2), f.decimal(pointY, 2), f.decimal(pointY - at(pointX), 2));
  };
  return html`<slope-plane class="points" .heading=${words.title}
      .summary=${words.summary(f.integer(x.length), f.significant(line[0]), f.significant(line[1]), f.decimal(loss, 2))}
      .xAxis=${{ label: 'x', min: xRange[0], max: xRange[1] }} .yAxis=${{ label: 'y', min: yRange[0], max: yRange[1] }}
      .marks=${marksOf(options, at, words.best)} .handles=${handles} addable .format=${f.decimal} .palette=${palette} .words=${shared.plane}
      .readout=${readout}
      @plane-take=${taken} @plane-move=${moved} @plane-add=${added} @plane-remove=${removed}></slope-plane>
    <p class="small-text soft">${words.hint}</p>`;
}

function marksOf(
  { series: { x, y }, best, errors: chosen, term }: PlaneOptions,
  at: (x: number) => number,
  bestLabel: string,
): PlaneMark[] {
  const errors = term === 'residual' ? 'segments' : chosen;
  const marks: PlaneMark[] = [];
  if (errors !== 'none') marks.push({ kind: 'residuals', x, y, fitted: x.map(at), squares: errors === 'squares' });
  if (best) {
    const f = (value: number): number => best[0] + best[1] * value;
    marks.push({ kind: 'curve', f, color: 'inkSoft', width: 1.5, dash: [5, 4], label: bestLabel });
  }
  return [
    ...marks,
    { kind: 'curve', f: at, color: 'accent', width: term === 'theta' ? 4 : 2.5 },
    { kind: 'points', x, y, size: x.length > 60 ? 3 : 4, ...(term === 'm' && { ringed: new Set(x.keys()) }) },
  ];
}
