// The four pictures of the walk: the bowl from above, the line among its points, a cut through the bowl, the loss curve.

import { html, type TemplateResult } from 'lit';
import type { Series } from '../../../datasets/synthetic.ts';
import type { View } from '../../base/view.ts';
import { type PlaneGrid, sampleGrid } from '../../charts/grid.ts';
import type { PlaneAdd, PlaneColor, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import type { SliceAxis } from './definition.ts';
import type { DescentMessages } from './messages.en.ts';
import type { LossSurface, Theta } from './surface.ts';
import type { Walk, Walker } from './walk.ts';

export interface Scene {
  readonly series: Series;
  readonly standardised: boolean;
  readonly surface: LossSurface;
  readonly bowl: Bowl;
  readonly walks: readonly Walk[];
  /** Where the drawn walk begins, as long as none has begun. */
  readonly start: Theta;
  readonly learningRate: number;
  readonly total: number;
  readonly slice: SliceAxis;
  /** A place on the cut that the visitor holds; otherwise it follows the walk. */
  readonly probe: Theta | undefined;
  /** Points that the formula's symbol under the pointer speaks of. */
  readonly term: string | undefined;
}

/** The part of the bowl that is drawn, and its contour lines. */
export interface Bowl {
  readonly grid: PlaneGrid;
  readonly levels: readonly number[];
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const RINGS = 9;

/** The minimum in the middle, the start well inside. On standardised data a unit is as long on both axes. */
export function bowlOf(surface: LossSurface, start: Theta, standardised: boolean): Bowl {
  const [a, b] = surface.minimum;
  const [low, high] = surface.curvatures;
  const excess = Math.max(surface.loss(start) - surface.leastLoss, 0.3);
  // The furthest that the start's own contour reaches along each parameter, and a third more.
  const reach = standardised
    ? [Math.sqrt(excess), Math.sqrt(excess)]
    : [Math.sqrt((2 * excess) / low), Math.sqrt((2 * excess) / low) * Math.sqrt(low / high) * 1.6];
  const room = 1.3;
  const x: [number, number] = [a - room * (reach[0] ?? 1), a + room * (reach[0] ?? 1)];
  const y: [number, number] = [b - room * (reach[1] ?? 1), b + room * (reach[1] ?? 1)];
  // Equal units widen the shorter axis: the grid reaches beyond the range.
  const wide = (range: readonly [number, number]): [number, number] => {
    const extra = (range[1] - range[0]) * 0.6;
    return [range[0] - extra, range[1] + extra];
  };
  const grid = sampleGrid((p, q) => surface.loss([p, q]), wide(x), wide(y), 96);
  // Rings at equal distances on the ground, so that their spacing on the map shows steepness as on a hiking map.
  const levels = Array.from({ length: RINGS }, (_, k) => surface.leastLoss + excess * ((k + 1) / (RINGS - 3)) ** 2);
  return { grid, levels, x, y };
}

export const walkStyles: Readonly<Record<Walker, { color: PlaneColor; dash: readonly number[] }>> = {
  sgd: { color: 'accent', dash: [] },
  momentum: { color: 'class0', dash: [7, 3] },
  rmsprop: { color: 'ink', dash: [2, 3] },
  adam: { color: 'class1', dash: [9, 3, 2, 3] },
};

const racing = ({ walks }: Scene): boolean => walks.length > 1;

export function contourPlot(
  { t, f, shared, palette }: View<DescentMessages>,
  scene: Scene,
  moveStart: (theta: Theta, done: boolean) => void,
): TemplateResult {
  const { surface, bowl, walks, start } = scene;
  const words = t.contour;
  const head = walks[0]?.head ?? start;
  const show = (value: number): string => f.decimal(value, 3);
  const marks: PlaneMark[] = [
    { kind: 'cross', at: surface.minimum, color: 'inkSoft', label: words.minimum },
    ...walks.map(
      (walk): PlaneMark => ({
        kind: 'path',
        x: walk.path.map(([intercept]) => intercept),
        y: walk.path.map(([, slope]) => slope),
        ...walkStyles[walk.walker],
        width: 2,
        dots: !racing(scene) && walk.path.length <= 120,
        head: true,
        ...(racing(scene) && { label: t.walkers[walk.walker] ?? walk.walker }),
      }),
    ),
  ];
  return html`<slope-plane class="contour" .heading=${words.title}
    .summary=${words.summary(show(head[0]), show(head[1]), show(surface.loss(head)))}
    .xAxis=${{ label: words.x, min: bowl.x[0], max: bowl.x[1] }} .yAxis=${{ label: words.y, min: bowl.y[0], max: bowl.y[1] }}
    ?equal-units=${scene.standardised}
    .ground=${groundOf(bowl, f.decimal)} .marks=${marks} addable
    .handles=${[{ id: 'start', x: start[0], y: start[1], name: words.startHandle, knob: true }]}
    .readout=${(x: number, y: number) => words.readout(f.decimal(x, 2), f.decimal(y, 2), show(surface.loss([x, y])))}
    .format=${f.decimal} .palette=${palette} .words=${shared.plane}
    @plane-move=${({ detail }: CustomEvent<PlaneMove>) => moveStart([detail.x, detail.y], detail.done)}
    @plane-add=${({ detail }: CustomEvent<PlaneAdd>) => moveStart([detail.x, detail.y], true)}></slope-plane>`;
}

const grounds = new WeakMap<Bowl, { readonly format: unknown; readonly ground: readonly unknown[] }>();

/** The same array for the same bowl: a new one would redraw the ground at every step. */
function groundOf(bowl: Bowl, format: (value: number, digits: number) => string): readonly unknown[] {
  const known = grounds.get(bowl);
  if (known?.format === format) return known.ground;
  const { grid, levels } = bowl;
  const all = Array.from(grid.values);
  const [least, largest] = [Math.min(...all), 0.6 * Math.max(...all)];
  const ground = [
    { kind: 'heat', grid, range: [least, largest], colors: 'loss' },
    { kind: 'contours', grid, levels, format: (level: number) => format(level, level < 10 ? 1 : 0) },
  ];
  grounds.set(bowl, { format, ground });
  return ground;
}

/** Of a long walk only some earlier lines are drawn: more would be one blur. */
const FAN = 14;

export function dataPlot({ t, f, shared, palette }: View<DescentMessages>, scene: Scene): TemplateResult {
  const { series, surface, walks, start, standardised, term } = scene;
  const words = t.data;
  const [low, high] = extent(series.y);
  const [left, right] = standardised ? [-2.1, 2.1] : [-0.4, 10.4];
  const said = ([intercept, slope]: Theta, x: number): number => intercept + slope * x;
  const main = walks[0];
  const head = main?.head ?? start;
  const earlier = (main?.path ?? []).slice(0, -1);
  const every = Math.max(1, Math.ceil(earlier.length / FAN));
  const fan = earlier.filter((_, i) => i % every === 0);
  const marks: PlaneMark[] = [
    ...(term === 'residual'
      ? [{ kind: 'residuals' as const, ...series, fitted: series.x.map((x) => said(head, x)), color: 'error' as const }]
      : []),
    { kind: 'points', ...series, size: 2.75, opacity: term && term !== 'm' && term !== 'residual' ? 0.35 : 0.85 },
    ...(racing(scene)
      ? []
      : fan.map(
          (theta, i): PlaneMark => ({
            kind: 'curve',
            f: (x) => said(theta, x),
            color: 'accent',
            width: 1,
            opacity: 0.12 + (0.3 * (i + 1)) / fan.length,
          }),
        )),
    {
      kind: 'curve',
      f: (x) => said(surface.minimum, x),
      color: 'inkSoft',
      width: 1.5,
      dash: [5, 4],
      label: words.best,
    },
    ...(walks.length ? walks : [undefined]).map((walk): PlaneMark => {
      const theta = walk?.head ?? start;
      return {
        kind: 'curve',
        f: (x) => said(theta, x),
        ...walkStyles[walk?.walker ?? 'sgd'],
        width: term === 'theta' ? 4 : 2.5,
      };
    }),
  ];
  return html`<slope-plane .heading=${words.title}
    .summary=${words.summary(f.integer(series.x.length), f.decimal(head[0], 3), f.decimal(head[1], 3))}
    .xAxis=${{ label: standardised ? words.xStandardised : words.xRaw, min: left, max: right }}
    .yAxis=${{ label: words.y, min: Math.min(low, start[0] < -6 ? low : start[0]) - 0.4, max: high + 0.5 }}
    .marks=${marks} .format=${f.decimal} .palette=${palette} .words=${shared.plane}
    .readout=${(x: number, y: number) => words.readout(f.decimal(x, 2), f.decimal(y, 2), f.decimal(said(head, x), 2))}></slope-plane>`;
}

export function slicePlot(
  { t, f, shared, palette }: View<DescentMessages>,
  scene: Scene,
  axisControl: TemplateResult,
  probe: (theta: Theta) => void,
): TemplateResult {
  const { surface, bowl, walks, start, slice, learningRate } = scene;
  const words = t.slice;
  const axis = slice === 'intercept' ? 0 : 1;
  const at = scene.probe ?? walks[0]?.head ?? start;
  const put = (value: number): Theta => (axis === 0 ? [value, at[1]] : [at[0], value]);
  const value = at[axis];
  const slope = surface.gradient(at)[axis];
  const loss = surface.loss(at);
  const step = -learningRate * slope;
  const home = axis === 0 ? bowl.x : bowl.y;
  // A walk that leaves the bowl takes the picture along, so that its tangent stays to be seen.
  const middle = (home[0] + home[1]) / 2;
  const reach = Math.max(
    (home[1] - home[0]) / 2,
    1.15 * Math.abs(value - middle),
    1.1 * Math.abs(value + step - middle),
  );
  const range = [middle - reach, middle + reach] as const;
  const top = Math.max(surface.loss(put(range[0])), surface.loss(put(range[1])), loss) * 0.85;
  const name = t.settings.slice?.options?.[slice] ?? slice;
  // The tangent is drawn over a third of the picture: long enough to read its slope.
  const half = (range[1] - range[0]) / 5;
  const marks: PlaneMark[] = [
    { kind: 'curve', f: (x) => surface.loss(put(x)), color: 'ink', width: 1.75 },
    {
      kind: 'curve',
      f: (x) => loss + slope * (x - value),
      from: value - half,
      to: value + half,
      color: 'accent',
      width: 2.5,
    },
    { kind: 'path', x: [value, value + step], y: [loss, loss], color: 'class1', width: 2, arrow: true },
    {
      kind: 'path',
      x: [value + step, value + step],
      y: [loss, surface.loss(put(value + step))],
      color: 'class1',
      width: 1,
      dash: [3, 3],
    },
  ];
  const direction = Math.abs(step) < 5e-4 ? 'none' : step > 0 ? 'right' : 'left';
  return html`<div class="slice"><slope-plane .heading=${words.title}
    .summary=${words.summary(name, f.decimal(value, 3), f.decimal(slope, 3))}
    .xAxis=${{ label: name, min: range[0], max: range[1] }} .yAxis=${{ label: words.loss, min: 0, max: top }}
    .marks=${marks} .handles=${[{ id: 'probe', x: value, y: loss, name: words.handle, knob: true }]}
    .format=${f.decimal} .palette=${palette} .words=${shared.plane}
    .readout=${(x: number) => words.readout(f.decimal(x, 2), f.decimal(surface.loss(put(x)), 3), f.decimal(surface.gradient(put(x))[axis], 3))}
    @plane-move=${({ detail }: CustomEvent<PlaneMove>) => probe(put(detail.x))}></slope-plane>
    <div class="cut"><p class="small-text sentence">${words.sentence(f.decimal(slope, 3), f.decimal(step, 3), direction)}</p>${axisControl}</div></div>`;
}

export function lossPlot({ t, f, shared, palette }: View<DescentMessages>, scene: Scene): TemplateResult {
  const { surface, walks, start, total } = scene;
  const words = t.curve;
  const first = surface.loss(start);
  const highest = walks.map(({ rows }) => rows.reduce((most, { loss }) => Math.max(most, loss), 0));
  const top = Math.max(first, ...highest) * 1.06;
  const main = walks[0]?.rows ?? [];
  const last = main.at(-1)?.loss;
  const marks: PlaneMark[] = [
    {
      kind: 'curve',
      f: () => surface.leastLoss,
      color: 'inkSoft',
      width: 1.25,
      dash: [5, 4],
      label: words.least(f.decimal(surface.leastLoss, 3)),
    },
    ...walks.map(
      (walk): PlaneMark => ({
        kind: 'path',
        x: walk.rows.map(({ step }) => step),
        y: walk.rows.map(({ loss }) => loss),
        ...walkStyles[walk.walker],
        width: 2,
        head: true,
        ...(racing(scene) && { label: t.walkers[walk.walker] ?? walk.walker }),
      }),
    ),
  ];
  return html`<slope-plane .heading=${words.title}
    .summary=${last === undefined ? words.nothing : words.summary(f.decimal(main[0]?.loss ?? 0, 3), f.decimal(last, 3))}
    .xAxis=${{ label: words.x, min: 0, max: Math.max(1, total - 1) * 1.03 }} .yAxis=${{ label: words.y, min: 0, max: top }}
    .marks=${marks} .format=${f.decimal} .palette=${palette} .words=${shared.plane}
    .readout=${(x: number, y: number) => {
      const row = main[Math.round(x)];
      return row
        ? words.readout(f.integer(row.step), f.decimal(row.loss, 4))
        : words.readout(f.integer(x), f.decimal(y, 2));
    }}></slope-plane>`;
}

const extent = (values: Float64Array): [number, number] => [
  values.reduce((a, b) => Math.min(a, b)),
  values.reduce((a, b) => Math.max(a, b)),
];
