// How the clustering goes: what the last half step did, the inertia falling, and where the runs so far came to rest.

import { html, nothing, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import type { PlaneMark } from '../../charts/plane.ts';
import { MOST_CENTERS } from './definition.ts';
import type { KMeansMessages } from './messages.en.ts';
import type { Scene } from './plot-view.ts';
import '../../charts/plane.ts';

/** A run that came to rest. */
export interface Rest {
  readonly clusters: number;
  readonly seed: number;
  readonly inertia: number;
}

/** @param told what the last half step did */
export function nowStep(
  { t, f }: View<KMeansMessages>,
  { clusters, members }: Scene,
  inertia: number | undefined,
  told: string | undefined,
): TemplateResult {
  const empty = members && Array.from({ length: clusters }, (_, c) => c).find((c) => !members.includes(c));
  return stepSection(
    'now',
    undefined,
    t.now.title,
    html`<p class="told" role="status" data-told>${told ?? t.now.start(f.integer(clusters))}
        ${empty === undefined ? nothing : html`<span>${t.now.empty(f.integer(empty + 1))}</span>`}</p>
      <p class="inertia"><span>${t.now.inertia}</span> <b data-inertia>${inertia === undefined ? '–' : f.decimal(inertia, 1)}</b>
        <span class="small-text soft">${t.now.inertiaUnit}</span></p>`,
  );
}

/** The inertia by half steps, and that of every run at its rest by its number of groups. */
export function curves(
  { t, shared, f, palette }: View<KMeansMessages>,
  inertias: readonly number[],
  rests: readonly Rest[],
  here: Pick<Rest, 'clusters' | 'seed'>,
): TemplateResult {
  const most = Math.max(...inertias, 1);
  const highest = Math.max(...rests.map(({ inertia }) => inertia), 1);
  const now = inertias.at(-1);
  const falling: PlaneMark[] = inertias.length
    ? [{ kind: 'path', x: inertias.map((_, i) => i + 1), y: inertias, dots: true, width: 1.75 }]
    : [];
  return html`<div class="curves">
    <slope-plane data-later .heading=${t.curve.title} .summary=${now === undefined ? t.curve.none : t.curve.summary(f.decimal(now, 1))}
      .xAxis=${{ label: t.curve.step, min: 0, max: Math.max(8, inertias.length + 1) }} .yAxis=${{ label: '', min: 0, max: most * 1.1 }}
      .marks=${falling} .format=${f.decimal} .palette=${palette} .words=${shared.plane}></slope-plane>
    <div>
      <slope-plane data-later .heading=${t.runs.title} .summary=${rests.length ? t.runs.summary(f.integer(rests.length)) : t.runs.none}
        .xAxis=${{ label: t.runs.clusters, min: 0.5, max: MOST_CENTERS + 0.5, ticks: [1, 2, 3, 4, 5, 6, 7, 8] }}
        .yAxis=${{ label: '', min: 0, max: highest * 1.1 }} .marks=${restMarks(rests, here)}
        .format=${f.decimal} .palette=${palette} .words=${shared.plane}></slope-plane>
      <p class="hint">${rests.length < 2 ? t.runs.none : nothing}</p>
    </div>
  </div>`;
}

function restMarks(rests: readonly Rest[], here: Pick<Rest, 'clusters' | 'seed'>): PlaneMark[] {
  if (rests.length === 0) return [];
  const present = rests.findIndex(({ clusters, seed }) => clusters === here.clusters && seed === here.seed);
  const counts = [...new Set(rests.map(({ clusters }) => clusters))].sort((a, b) => a - b);
  const best = counts.map((k) =>
    Math.min(...rests.filter(({ clusters }) => clusters === k).map(({ inertia }) => inertia)),
  );
  return [
    { kind: 'path', x: counts, y: best, color: 'ruleStrong', width: 1.5 },
    {
      kind: 'points',
      x: rests.map(({ clusters }) => clusters),
      y: rests.map(({ inertia }) => inertia),
      color: 'ink',
      size: 3.5,
      ...(present >= 0 && { ringed: new Set([present]) }),
    },
  ];
}
