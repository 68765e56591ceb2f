// The half of the figure that is about classes: the threshold among the students, four counts, and the ratings made of them.

import { html, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import type { PlaneColor, PlaneHandle, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import type { MetricsMessages } from './messages.en.ts';
import type { Predictions } from './predictions.ts';
import { type Counts, countsAt, type Ratings, ratingsOf } from './scores.ts';
import '../../charts/plane.ts';

type MetricsView = View<MetricsMessages>;

/** Where the threshold is tried for the curves. */
const SAMPLES = Array.from({ length: 101 }, (_, i) => i / 100);

const looks: Readonly<Record<keyof Ratings, { color: PlaneColor; dash: readonly number[] }>> = {
  accuracy: { color: 'inkSoft', dash: [2, 3] },
  precision: { color: 'class0', dash: [7, 4] },
  recall: { color: 'class1', dash: [] },
  f1: { color: 'accent', dash: [9, 3, 2, 3] },
};
const ratingNames = ['accuracy', 'precision', 'recall', 'f1'] as const;
/** Right yes, wrong no, wrong yes, right no: in the order of the matrix. */
export const cellNames = ['tp', 'fn', 'fp', 'tn'] as const;

/** The ratings at every threshold: counted once per set of predictions. */
export class RatingCurves {
  #counted: { readonly of: Predictions; readonly ratings: readonly Ratings[] } | undefined;

  of(said: Predictions): readonly Ratings[] {
    if (this.#counted?.of !== said) {
      const ratings = SAMPLES.map((at) => ratingsOf(countsAt(said.probabilities, said.labels, at)));
      this.#counted = { of: said, ratings };
    }
    return this.#counted.ratings;
  }
}

export interface ClassesOptions {
  readonly said: Predictions | undefined;
  readonly threshold: number;
  /** From `RatingCurves`. */
  readonly along: readonly Ratings[];
  readonly counts: Counts;
  /** The counts were typed and are not the model's. */
  readonly typed: boolean;
  readonly moveThreshold: (threshold: number, done: boolean) => void;
  readonly type: (name: keyof Counts, text: string) => void;
  readonly backToModel: () => void;
}

export function classesStep(view: MetricsView, options: ClassesOptions): TemplateResult {
  const { t, shared, f, palette } = view;
  const { said, threshold, along, moveThreshold } = options;
  const now = ratingsOf(options.counts);
  const move = ({ detail }: CustomEvent<PlaneMove>): void =>
    moveThreshold(Math.min(1, Math.max(0, Math.round(detail.x * 50) / 50)), detail.done);
  const handle = (y: number): PlaneHandle[] => [{ id: 'threshold', x: threshold, y, name: t.handle, knob: true }];
  const list = ratingNames.map((name) => `${t.names[name]} ${percent(view, now[name])}`).join(', ');
  return stepSection(
    'classes',
    undefined,
    t.classes,
    html`<div class="plots">
        <div><slope-plane .heading=${t.strip} .summary=${t.stripSummary(f.integer(said?.labels.length ?? 0), f.decimal(threshold, 2))}
          .xAxis=${{ label: t.stripX, min: -0.02, max: 1.02 }} .yAxis=${{ label: '', min: 0, max: 1, ticks: [] }}
          .marks=${stripMarks(said, threshold)} .handles=${handle(0.5)} .readout=${(x: number) => t.stripReadout(f.percent(Math.min(1, Math.max(0, x)), 0))}
          .format=${f.decimal} .palette=${palette} .words=${shared.plane} @plane-move=${move}></slope-plane>
          <p class="bands"><span>↑ ${t.bands.pass}</span><span>↓ ${t.bands.fail}</span></p></div>
        <div><slope-plane .heading=${t.curves} .summary=${t.curvesSummary(list)}
          .xAxis=${{ label: t.settings.threshold?.label ?? '', min: -0.02, max: 1.02 }} .yAxis=${{ label: t.curvesY, min: 0, max: 1.05 }}
          .marks=${curveMarks(along, threshold)} .handles=${handle(0)} .readout=${(x: number) => t.stripReadout(f.decimal(x, 2))}
          .format=${f.decimal} .palette=${palette} .words=${shared.plane} @plane-move=${move}></slope-plane></div>
      </div>
      <div class="board">${matrix(view, options)} ${ratingTable(view, options.counts, now)}</div>`,
  );
}

const percent = ({ f }: MetricsView, value: number | undefined): string =>
  value === undefined ? '–' : f.percent(value, 1);

/** Every student at the probability that the model gives, those who passed above. */
function stripMarks(said: Predictions | undefined, threshold: number): PlaneMark[] {
  const lines: PlaneMark[] = [
    { kind: 'path', x: [0, 1], y: [0.5, 0.5], color: 'ruleStrong', width: 1 },
    { kind: 'path', x: [threshold, threshold], y: [0, 1], color: 'accent', width: 2 },
  ];
  if (!said) return lines;
  const { labels, probabilities, jitter } = said;
  return [
    ...lines,
    {
      kind: 'points',
      x: probabilities,
      y: jitter.map((shift, i) => (labels[i] ? 0.75 : 0.25) + 0.19 * shift),
      classes: labels,
      size: 3.5,
      opacity: 0.85,
    },
  ];
}

function curveMarks(along: readonly Ratings[], threshold: number): PlaneMark[] {
  const curves = ratingNames.map((name): PlaneMark => {
    const known = SAMPLES.map((at, i) => ({ at, value: along[i]?.[name] })).filter(({ value }) => value !== undefined);
    return {
      kind: 'path',
      x: known.map(({ at }) => at),
      y: known.map(({ value }) => value ?? 0),
      width: 2.25,
      ...looks[name],
    };
  });
  return [...curves, { kind: 'path', x: [threshold, threshold], y: [0, 1.05], color: 'accent', width: 1.5 }];
}

function matrix({ t, shared }: MetricsView, { counts, typed, type, backToModel }: ClassesOptions): TemplateResult {
  const cell = (
    name: keyof Counts,
  ): TemplateResult => html`<td class=${name === 'tp' || name === 'tn' ? 'right' : 'wrong'}>
    <label>${t.cells[name]}<input type="text" inputmode="numeric" autocomplete="off" data-cell=${name} .value=${String(counts[name])}
      @change=${(event: Event) => type(name, (event.target as HTMLInputElement).value)}></label></td>`;
  return html`<div>
    <h4>${t.matrix}</h4>
    <table class="counts">
      <thead><tr><td></td><th scope="col">${t.said}${shared.colon} <b>${t.yes}</b></th><th scope="col"><b>${t.no}</b></th></tr></thead>
      <tbody>
        <tr><th scope="row">${t.really}${shared.colon} <b>${t.yes}</b></th>${cell('tp')}${cell('fn')}</tr>
        <tr><th scope="row"><b>${t.no}</b></th>${cell('fp')}${cell('tn')}</tr>
      </tbody>
    </table>
    <p class="typed">${
      typed
        ? html`${t.typed}<button type="button" class="quiet small" @click=${backToModel}>${t.back}</button>`
        : t.matrixHint
    }</p>
  </div>`;
}

function ratingTable(view: MetricsView, { tp, fn, fp, tn }: Counts, now: Ratings): TemplateResult {
  const { t, f } = view;
  const n = f.integer;
  const sums: Readonly<Record<keyof Ratings, string>> = {
    accuracy: `(${n(tp)} + ${n(tn)}) / ${n(tp + fn + fp + tn)}`,
    precision: `${n(tp)} / (${n(tp)} + ${n(fp)})`,
    recall: `${n(tp)} / (${n(tp)} + ${n(fn)})`,
    f1: `2 · ${n(tp)} / (2 · ${n(tp)} + ${n(fp)} + ${n(fn)})`,
  };
  return html`<div>
    <h4>${t.ratings}</h4>
    <table class="ratings" role="status">
      <tbody>${ratingNames.map(
        (
          name,
        ) => html`<tr class=${name}><th scope="row"><i></i>${t.names[name]}<span class="asks">${t.asks[name]}</span></th>
          <td class="numeric sum">${sums[name]}</td>
          <td class="numeric value" data-metric=${name}>${now[name] === undefined ? html`<span title=${t.nothing}>–</span>` : percent(view, now[name])}</td></tr>`,
      )}</tbody>
    </table>
  </div>`;
}
