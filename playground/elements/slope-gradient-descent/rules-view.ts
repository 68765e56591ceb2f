// The racers' update rules, and what each remembers where it stands: recomputed from the gradients along its path.

import { html, type TemplateResult } from 'lit';
import type { View } from '../../base/view.ts';
import type { DescentMessages } from './messages.en.ts';
import type { LossSurface, Theta } from './surface.ts';
import type { Walk, Walker } from './walk.ts';

const MOMENTUM = 0.9;
const RHO = 0.9;
const [BETA1, BETA2] = [0.9, 0.999];

/** One optimizer in symbols: g is the gradient, and what it keeps from step to step has a letter of its own. */
const rules: Readonly<Record<Walker, readonly string[]>> = {
  sgd: ['θ ← θ − η·g'],
  momentum: ['v ← 0.9·v − η·g', 'θ ← θ + v'],
  rmsprop: ['s ← 0.9·s + 0.1·g²', 'θ ← θ − η·g / √s'],
  adam: ['m ← 0.9·m + 0.1·g', 's ← 0.999·s + 0.001·g²', 'θ ← θ − η·m̂ / √ŝ'],
};

interface Remembered {
  readonly letter: string;
  readonly value: Theta;
}

/** What stands in an optimizer's memory at the end of its path: zeros at the start, as in the engine. */
export function remembered(walker: Walker, path: readonly Theta[], surface: LossSurface): readonly Remembered[] {
  if (walker === 'sgd') return [];
  let [m, s]: [Theta, Theta] = [
    [0, 0],
    [0, 0],
  ];
  for (const theta of path.slice(0, -1)) {
    const g = surface.gradient(theta);
    const mix = (old: Theta, keep: number, fresh: (g: number) => number): Theta => [
      keep * old[0] + (1 - keep) * fresh(g[0]),
      keep * old[1] + (1 - keep) * fresh(g[1]),
    ];
    m = mix(m, BETA1, (value) => value);
    s = mix(s, walker === 'adam' ? BETA2 : RHO, (value) => value ** 2);
  }
  if (walker === 'rmsprop') return [{ letter: 's', value: s }];
  if (walker === 'adam') {
    return [
      { letter: 'm', value: m },
      { letter: 's', value: s },
    ];
  }
  // A velocity is the step that was made last.
  const [before, last] = [path.at(-2), path.at(-1)];
  return [{ letter: 'v', value: before && last ? [last[0] - before[0], last[1] - before[1]] : [0, 0] }];
}

export function rulesTable(
  { t, shared, f }: View<DescentMessages>,
  walks: readonly Walk[],
  surface: LossSurface,
): TemplateResult {
  const words = t.rules;
  const pair = ([a, b]: Theta): string => `(${shared.plane.at(f.measured(a, 3), f.measured(b, 3))})`;
  return html`<section class="rules" aria-labelledby="rules">
    <h2 id="rules">${words.title}</h2>
    <p class="small-text soft">${words.about(f.significant(MOMENTUM))}</p>
    <div class="scroll" tabindex="0" role="group" aria-label=${words.title}>
      <table>
        <thead><tr><th scope="col">${t.table.optimizer}</th><th scope="col">${words.rule}</th><th scope="col">${words.remembers}</th>
          <th scope="col">${words.point}</th></tr></thead>
        <tbody>${walks.map((walk) => {
          const state = remembered(walk.walker, walk.path, surface);
          return html`<tr data-rule=${walk.walker}><th scope="row"><span class="racer ${walk.walker}"></span>${t.walkers[walk.walker]}</th>
            <td class="rule">${rules[walk.walker].map((line) => html`<span>${line}</span>`)}</td>
            <td class="state">${
              state.length
                ? state.map(({ letter, value }) => html`<span><i>${letter}</i> = ${pair(value)}</span>`)
                : html`<span class="soft">${words.nothing}</span>`
            }</td>
            <td class="small-text">${words.points[walk.walker]}</td></tr>`;
        })}</tbody>
      </table>
    </div>
  </section>`;
}
