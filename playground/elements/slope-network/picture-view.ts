// The part of the figure that shows the plane: the network's answer or one neuron's, the points on it, how well it does.

import { html, type TemplateResult } from 'lit';
import type { History } from '../../../engine/index.ts';
import { stepSection, type View } from '../../base/view.ts';
import { epochCurves } from '../../charts/epoch-curves.ts';
import type { GroundLayer, PlaneAdd, PlaneMove, PlaneRemove } from '../../charts/plane.ts';
import { segmented } from '../../controls/fields.ts';
import { type Judged, legend, pointHandles, pointMarks, readout, verdict, wrongPoints } from './answers.ts';
import { EXTENT } from './data.ts';
import type { DiagramColumn, NodePlace } from './diagram-lines.ts';
import { type Look, planeGrid } from './look.ts';
import type { NetworkMessages } from './messages.en.ts';
import '../../charts/line-chart.ts';
import '../../charts/plane.ts';

/** What a click on the plane does: move points, or add one of a class. */
export type Brush = 'move' | '0' | '1';
const brushes: readonly Brush[] = ['0', '1', 'move'];

export interface LargeNeuron {
  readonly name: string;
  readonly map: ArrayLike<number>;
  readonly range: readonly [number, number];
}

/** The neuron whose map is large: the one pointed at; undefined for the network's answer. */
export function largeNeuron(
  place: NodePlace | undefined,
  columns: readonly DiagramColumn[],
  head: string,
): LargeNeuron | undefined {
  if (!place || (place.column === columns.length - 1 && head !== 'softmax')) return undefined;
  const node = columns[place.column]?.nodes[place.index];
  return node?.map && { name: node.name, map: node.map, range: node.range ?? [-1, 1] };
}

export interface PictureOptions {
  readonly look: Look | undefined;
  readonly neuron: LargeNeuron | undefined;
  readonly judged: Judged;
  readonly started: boolean;
  readonly history: History | undefined;
  readonly epochs: number;
  readonly brush: Brush;
  readonly chooseBrush: (brush: Brush) => void;
  readonly added: (event: CustomEvent<PlaneAdd>) => void;
  readonly moved: (event: CustomEvent<PlaneMove>) => void;
  readonly removed: (event: CustomEvent<PlaneRemove>) => void;
}

export function pictureStep(view: View<NetworkMessages>, options: PictureOptions): TemplateResult {
  const { t, shared, f, palette } = view;
  const { look, neuron, judged, started, history, epochs, brush, chooseBrush, added, moved, removed } = options;
  const { points, regression } = judged;
  const words = t.picture;
  const wrong = regression ? undefined : wrongPoints(judged);
  // Rings are for the few that are left; before that they would cover the picture.
  const ringed = started && wrong && wrong.indices.size <= points.length / 8 ? wrong.indices : undefined;
  const handles = pointHandles(view, judged);
  const summary = neuron
    ? words.neuronAlt(neuron.name)
    : wrong
      ? words.classesAlt(f.integer(wrong.indices.size), f.integer(points.length))
      : words.valuesAlt;
  const curves = epochCurves(history, shared.chart);
  const says = (x: number, y: number, id: string | undefined): string =>
    look
      ? readout(
          view,
          neuron?.map ?? look.answer,
          [x, y],
          handles[Number(id)]?.name ?? '',
          regression || Boolean(neuron),
        )
      : '';
  return stepSection(
    'picture',
    undefined,
    neuron ? words.neuron(neuron.name) : words.title,
    html`<slope-plane .summary=${summary} .xAxis=${axis(words.axis1)} .yAxis=${axis(words.axis2)}
        .ground=${ground(view, look, neuron, regression)} .marks=${pointMarks(judged, ringed)} .handles=${handles}
        ?addable=${brush !== 'move'} .readout=${says} .format=${f.decimal} .palette=${palette} .words=${shared.plane}
        @plane-add=${added} @plane-move=${moved} @plane-remove=${removed}></slope-plane>
      <p class="verdict" data-verdict>${verdict(view, judged, wrong)}</p>
      ${legend(view, regression)}
      ${segmented({
        id: 'brush',
        label: t.data.edit,
        hint: t.data.brushHint,
        options: brushes.map((value) => ({ value, name: t.data.brush[value] })),
        value: brush,
        changed: (value) => chooseBrush(value as Brush),
      })}
      <slope-line-chart .heading=${t.curve.title[regression ? 'values' : 'classes']} .x=${curves.x} .series=${curves.series}
        .xRange=${[0, Math.max(1, epochs)]} .yRange=${[0, Number.POSITIVE_INFINITY]} .format=${(value: number) => f.decimal(value, 3)}
        .formatTick=${f.tick} .formatX=${f.significant} .xLabel=${shared.chart.epoch} .palette=${palette} .words=${shared.chart}></slope-line-chart>`,
  );
}

/** The map, and the border in it where it is the network's own answer. */
function ground(
  { f }: View<NetworkMessages>,
  look: Look | undefined,
  neuron: LargeNeuron | undefined,
  regression: boolean,
): GroundLayer[] {
  if (!look) return [];
  const grid = planeGrid(neuron?.map ?? look.answer);
  const range = neuron?.range ?? (regression ? [-1, 1] : [0, 1]);
  const heat: GroundLayer = { kind: 'heat', grid, range, colors: 'classes' };
  if (neuron) return [heat];
  return [
    heat,
    {
      kind: 'contours',
      grid,
      levels: regression ? [-0.5, 0, 0.5] : [0.5],
      color: 'ink',
      width: regression ? 1 : 1.75,
      ...(regression && { format: (level: number) => f.decimal(level, 1) }),
    },
  ];
}

const axis = (label: string): { label: string; min: number; max: number } => ({ label, min: -EXTENT, max: EXTENT });
