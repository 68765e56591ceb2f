// What the network says of the points: right and wrong in numbers and words, the marks on the plane, what stands at a place.

import { html, nothing, svg, type TemplateResult } from 'lit';
import type { View } from '../../base/view.ts';
import type { PlaneHandle, PlaneMark } from '../../charts/plane.ts';
import { EXTENT, isValidation, type PlanePoint } from './data.ts';
import type { NetworkMessages } from './messages.en.ts';

/** The points and the network's answers to them. */
export interface Judged {
  readonly points: readonly PlanePoint[];
  readonly validationShare: number;
  /** One per point, once the network was looked into. */
  readonly answers: ArrayLike<number> | undefined;
  /** Values instead of classes. */
  readonly regression: boolean;
}

export interface Wrong {
  readonly train: number;
  readonly validation: number;
  readonly indices: ReadonlySet<number>;
}

export function wrongPoints({ points, validationShare, answers }: Judged): Wrong {
  const indices = new Set<number>();
  let train = 0;
  let validation = 0;
  points.forEach(({ target }, index) => {
    const answer = answers?.[index];
    if (answer === undefined || answer >= 0.5 === target >= 0.5) return;
    indices.add(index);
    if (isValidation(index, validationShare)) validation++;
    else train++;
  });
  return { train, validation, indices };
}

function meanError({ points, validationShare, answers }: Judged, validation: boolean): number | undefined {
  if (!answers) return undefined;
  const errors = points.flatMap(({ target }, index) => {
    const answer = answers[index];
    return answer === undefined || isValidation(index, validationShare) !== validation
      ? []
      : [Math.abs(answer - target)];
  });
  return errors.length ? errors.reduce((a, b) => a + b, 0) / errors.length : undefined;
}

export function verdict({ t, f }: View<NetworkMessages>, judged: Judged, wrong: Wrong | undefined): TemplateResult {
  const words = t.picture;
  const { points, validationShare } = judged;
  const validation = points.filter((_, index) => isValidation(index, validationShare)).length;
  if (wrong) {
    return html`<b>${words.trainWrong(f.integer(wrong.train), f.integer(points.length - validation))}</b>
      ${validation ? html`<span>${words.validationWrong(f.integer(wrong.validation), f.integer(validation))}</span>` : nothing}`;
  }
  const [trainError, validationError] = [meanError(judged, false), meanError(judged, true)];
  return html`<b>${trainError === undefined ? nothing : words.trainError(f.decimal(trainError, 3))}</b>
    ${validationError === undefined ? nothing : html`<span>${words.validationError(f.decimal(validationError, 3))}</span>`}`;
}

export function legend({ t }: View<NetworkMessages>, regression: boolean): TemplateResult {
  const [circle, triangle] = t.data.classes;
  if (regression) return html`<p class="classes">${t.data.valuesHint}</p>`;
  return html`<p class="classes">
    <span><svg viewBox="0 0 10 10" aria-hidden="true">${svg`<circle class="class0" cx="5" cy="5" r="4.4"/>`}</svg>${circle}</span>
    <span><svg viewBox="0 0 10 10" aria-hidden="true">${svg`<path class="class1" d="M5 .6 9.6 9H.4z"/>`}</svg>${triangle}</span>
    <span><svg viewBox="0 0 10 10" aria-hidden="true">${svg`<path class="border" d="M0 5h10"/>`}</svg>${t.picture.border}</span></p>`;
}

/** @param ringed the points that get a ring, when there are few enough for rings. */
export function pointMarks(
  { points, validationShare, regression }: Judged,
  ringed: ReadonlySet<number> | undefined,
): PlaneMark[] {
  const x = points.map(({ x1 }) => x1);
  const y = points.map(({ x2 }) => x2);
  const hollow = points.map((_, index) => Number(isValidation(index, validationShare)));
  if (!regression) {
    const classes = points.map(({ target }) => (target >= 0.5 ? 1 : 0));
    return [{ kind: 'points', x, y, classes, hollow, size: 3.6, ...(ringed && { ringed }) }];
  }
  // Values in steps of strength: blue circles below zero, orange triangles above.
  return [0.25, 0.6, 1].flatMap((strength, step, all): PlaneMark[] => {
    const least = step === 0 ? 0 : ((all[step - 1] ?? 0) + strength) / 2;
    const most = step === all.length - 1 ? 2 : (strength + (all[step + 1] ?? 1)) / 2;
    const chosen = points.flatMap(({ target }, i) => (Math.abs(target) >= least && Math.abs(target) < most ? [i] : []));
    const pick = <T>(values: readonly T[]): T[] => chosen.map((i) => values[i] as T);
    const classes = chosen.map((i) => ((points[i]?.target ?? 0) > 0 ? 1 : 0));
    return [
      {
        kind: 'points',
        x: pick(x),
        y: pick(y),
        classes,
        hollow: pick(hollow),
        size: 2 + 2 * strength,
        opacity: 0.35 + 0.65 * strength,
      },
    ];
  });
}

export function pointHandles({ t, f }: View<NetworkMessages>, { points, regression }: Judged): PlaneHandle[] {
  return points.map(({ x1, x2, target }, index) => ({
    id: String(index),
    x: x1,
    y: x2,
    name: t.picture.point(
      String(index + 1),
      regression ? t.picture.value(f.decimal(target, 2)) : (t.data.classes[target >= 0.5 ? 1 : 0] ?? ''),
    ),
    removable: true,
  }));
}

/** Points per side of the network's maps. */
const SIDE = 40;

/** What a map of the network says at a place; `name` is that of the point there. */
export function readout(
  { t, shared, f }: View<NetworkMessages>,
  map: ArrayLike<number>,
  [x, y]: readonly [number, number],
  name: string,
  asValue: boolean,
): string {
  const cell = (value: number): number =>
    Math.max(0, Math.min(SIDE - 1, Math.round(((value + EXTENT) / (2 * EXTENT)) * (SIDE - 1))));
  const answer = map[cell(y) * SIDE + cell(x)] ?? 0;
  const says = asValue ? t.picture.prediction(f.decimal(answer, 2)) : t.picture.probability(f.percent(answer, 0));
  return [`(${shared.plane.at(f.decimal(x, 1), f.decimal(y, 1))})`, name, says].filter(Boolean).join(' ');
}
