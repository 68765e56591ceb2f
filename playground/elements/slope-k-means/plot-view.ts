// The flowers in the plane, with the centers that the visitor can move, whom they hold, and the way that they have come.

import { html, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import { sampleGrid } from '../../charts/grid.ts';
import type { GroundLayer, PlaneHandle, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import { classColors } from '../../charts/plane-marks.ts';
import { type Centers, crossTable } from './clustering.ts';
import type { Flowers } from './flowers.ts';
import type { KMeansMessages } from './messages.en.ts';
import '../../charts/plane.ts';

/** Everything that is to be seen of a clustering. */
export interface Scene {
  readonly flowers: Flowers | undefined;
  readonly features: 'petal' | 'sepal' | 'all';
  readonly clusters: number;
  readonly centers: Centers;
  /** Where the centers were before, oldest first. */
  readonly trail: readonly Centers[];
  /** The center of every flower. */
  readonly members: readonly number[] | undefined;
  readonly speciesShown: boolean;
}

export function plotStep(
  { t, shared, f, palette }: View<KMeansMessages>,
  scene: Scene,
  drag: (move: PlaneMove) => void,
): TemplateResult {
  const { flowers, features, clusters } = scene;
  const [xLabel, yLabel] = t.axis[features === 'sepal' ? 'sepal' : 'petal'];
  const [x, y] =
    flowers?.range ??
    ([
      [0, 1],
      [0, 1],
    ] as const);
  const name = (center: number): string => t.plot.center(f.integer(center + 1));
  return stepSection(
    'plot',
    undefined,
    t.plot.title,
    html`<slope-plane .summary=${t.plot.summary(f.integer(flowers?.count ?? 0), f.integer(clusters))}
        .xAxis=${{ label: xLabel, min: x[0], max: x[1] }} .yAxis=${{ label: yLabel, min: y[0], max: y[1] }}
        .ground=${flowers ? borders(flowers, scene) : []} .marks=${flowers ? marksOf(flowers, scene) : []}
        .handles=${flowers ? handlesOf(flowers, scene, name) : []}
        @plane-move=${(event: CustomEvent<PlaneMove>) => drag(event.detail)}
        .format=${f.decimal} .palette=${palette} .words=${shared.plane}></slope-plane>
      <p class="hint">${features === 'all' ? t.plot.four : t.plot.drag}</p>`,
  );
}

/** The same layers for the same centers: new ones would paint the ground again. */
const drawnBorders = new WeakMap<Centers, readonly GroundLayer[]>();

/** Where two centers are equally near; only where the picture shows all dimensions. */
function borders(flowers: Flowers, { centers, members }: Scene): readonly GroundLayer[] {
  const clusters = centers.length / flowers.width;
  if (flowers.width !== 2 || clusters < 2 || !members) return [];
  const drawn = drawnBorders.get(centers);
  if (drawn) return drawn;
  const squared = (c: number, x: number, y: number): number =>
    (x - (centers[2 * c] ?? 0)) ** 2 + (y - (centers[2 * c + 1] ?? 0)) ** 2;
  const layers = Array.from({ length: clusters }, (_, own): GroundLayer => {
    const lead = (x: number, y: number): number => {
      let other = Number.POSITIVE_INFINITY;
      for (let c = 0; c < clusters; c++) if (c !== own) other = Math.min(other, squared(c, x, y));
      return squared(own, x, y) - other;
    };
    const grid = sampleGrid(lead, flowers.range[0], flowers.range[1], 64);
    return { kind: 'contours', grid, levels: [0], color: 'ruleStrong', width: 1.25 };
  });
  drawnBorders.set(centers, layers);
  return layers;
}

function marksOf(flowers: Flowers, { centers, members, trail, clusters, speciesShown }: Scene): PlaneMark[] {
  const { width, x, y, species } = flowers;
  const groups = Array.from({ length: centers.length / width }, (_, c) => c);
  const at = (set: Centers, c: number): [number, number] => [set[c * width] ?? 0, set[c * width + 1] ?? 0];
  const spokes = groups.map((c): PlaneMark => {
    const [cx, cy] = at(centers, c);
    const own = x.map((_, i) => i).filter((i) => members?.[i] === c);
    // Out to each flower and back: one line holds all the spokes of a group.
    return {
      kind: 'path',
      x: own.flatMap((i) => [cx, x[i] ?? 0, cx]),
      y: own.flatMap((i) => [cy, y[i] ?? 0, cy]),
      color: classColors[c % classColors.length] ?? 'ink',
      width: 0.75,
      opacity: 0.35,
    };
  });
  // The species of which most flowers of each group are.
  const majorities = members
    ? crossTable(members, species, clusters, flowers.speciesNames.length).map((row) => row.indexOf(Math.max(...row)))
    : [];
  const strangers =
    speciesShown && members ? x.map((_, i) => i).filter((i) => species[i] !== majorities[members[i] ?? 0]) : [];
  return [
    ...(members ? spokes : []),
    {
      kind: 'points',
      x,
      y,
      ...(members ? { classes: members } : { color: 'inkFaint' }),
      size: 3.4,
      ...(strangers.length && { ringed: new Set(strangers) }),
    },
    ...groups.map((c): PlaneMark => {
      const steps = [...trail, centers].map((set) => at(set, c));
      return {
        kind: 'path',
        x: steps.map(([px]) => px),
        y: steps.map(([, py]) => py),
        color: 'ink',
        width: 1.5,
        dots: true,
      };
    }),
    ...groups.flatMap((c): PlaneMark[] => {
      const [px, py] = at(centers, c);
      const disc = { kind: 'points', x: [px], y: [py] } as const;
      return [
        { ...disc, color: 'ink', classes: [c], size: 10 },
        { ...disc, classes: [c], size: 7.5 },
        { kind: 'path', x: [px], y: [py], width: 0, color: 'ink', label: String(c + 1) },
      ];
    }),
  ];
}

function handlesOf({ width }: Flowers, { centers }: Scene, name: (center: number) => string): PlaneHandle[] {
  return Array.from({ length: centers.length / width }, (_, c) => ({
    id: String(c),
    x: centers[c * width] ?? 0,
    y: centers[c * width + 1] ?? 0,
    name: name(c),
  }));
}
