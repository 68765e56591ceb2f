// Accuracy against training-set size on screen: a dot per network, the same in a table, and the button that measures.

import { html, nothing, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import type { PlaneMark } from '../../charts/plane.ts';
import type { MnistMessages } from './messages.en.ts';
import type { SizeResult } from './size-study.ts';
import '../../charts/plane.ts';

export interface SizesOptions {
  readonly results: readonly SizeResult[];
  /** The size that is being measured. */
  readonly now: number | undefined;
  readonly total: number;
  /** Undefined while there is nothing to train on. */
  readonly measure: (() => void) | undefined;
  readonly stop: () => void;
}

export function sizesStep(view: View<MnistMessages>, options: SizesOptions): TemplateResult {
  const { t, shared, f, palette } = view;
  const { results, now, total, measure, stop } = options;
  const words = t.sizes;
  const sorted = [...results].sort((a, b) => a.images - b.images);
  const measured = sorted.filter(({ own }) => !own);
  const own = sorted.filter((result) => result.own);
  const marks: PlaneMark[] = [
    {
      kind: 'path',
      x: measured.map(({ images }) => images),
      y: measured.map(({ accuracy }) => accuracy),
      color: 'accent',
      width: 2,
      dots: true,
    },
    {
      kind: 'points',
      x: own.map(({ images }) => images),
      y: own.map(({ accuracy }) => accuracy),
      hollow: true,
      color: 'class1',
      size: 5,
    },
  ];
  const list = sorted.map(({ images, accuracy }) => words.point(f.integer(images), f.percent(accuracy, 1))).join(', ');
  const lowest = Math.min(0.6, ...sorted.map(({ accuracy }) => accuracy));
  return stepSection(
    'sizes',
    undefined,
    t.steps.sizes,
    html`<p class="small-text soft about">${words.about}</p>
      <div class="sizes-run">
        ${
          now === undefined
            ? html`<button type="button" data-measure ?disabled=${!measure} @click=${measure ?? nothing}>${words.measure}</button>`
            : html`<button type="button" @click=${stop}>${words.stop}</button><span class="small-text" role="status">${words.measuring(f.integer(now))}</span>`
        }
      </div>
      <div class="plots sizes-plots">
        <slope-plane data-later .heading=${words.chart} .summary=${words.summary(list)}
          .xAxis=${{ label: words.x, min: 70, max: Math.max(2000, total) * 1.3, log: true, format: f.integer }}
          .yAxis=${{ label: words.y, min: Math.floor(lowest * 10) / 10, max: 1, format: (value: number) => f.percent(value, 0) }}
          .marks=${marks} .readout=${(x: number, y: number) => words.point(f.integer(x), f.percent(y, 1))}
          .format=${f.decimal} .palette=${palette} .words=${shared.plane}></slope-plane>
        ${
          sorted.length
            ? html`<div><table>
                <thead><tr><th scope="col" class="numeric">${words.images}</th><th scope="col" class="numeric">${words.right}</th>
                  <th scope="col" class="numeric">${words.wrong}</th><td></td></tr></thead>
                <tbody>${sorted.map(
                  (
                    result,
                  ) => html`<tr data-size=${result.images}><td class="numeric">${f.integer(result.images)}</td><td class="numeric">${f.percent(result.accuracy, 1)}</td>
                    <td class="numeric">${f.integer(1000 * (1 - result.accuracy))}</td><td class="numeric own">${result.own ? words.own : ''}</td></tr>`,
                )}</tbody>
              </table></div>`
            : html`<p class="soft small-text">${words.none}</p>`
        }
      </div>`,
  );
}
