// Step 5 on screen: the network against two rules that need no network, and predicted against real prices.

import { html, nothing, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import { variables } from '../../controls/variables.ts';
import { type Houses, meanAbsolute } from './houses.ts';
import type { RegressionMessages } from './messages.en.ts';
import '../../charts/plane.ts';

export interface EvaluateOptions {
  readonly houses: Houses | undefined;
  /** Of the present weights, one per test house. */
  readonly predictions: Float32Array | undefined;
  readonly best: { readonly epoch: number; readonly error: number; readonly weights: readonly unknown[] } | undefined;
  readonly restoreBest: () => void;
  /** The test house that is priced below, and its price while nobody has changed the house. */
  readonly house: number;
  readonly price: number | undefined;
  /** Where the plot's axes end. */
  readonly top: number;
  readonly money: (value: number) => string;
}

export function evaluateStep(
  { t, shared, f, palette }: View<RegressionMessages>,
  options: EvaluateOptions,
): TemplateResult {
  const { houses, best, predictions, house, price, top, money } = options;
  const words = t.evaluate;
  const real = houses?.raw.test.targets.data ?? new Float32Array(0);
  const now = predictions && meanAbsolute(real, (row) => predictions[row] ?? 0);
  const rules: readonly (readonly [string, number | undefined, string])[] = [
    [words.mean, houses?.meanError, 'rule'],
    [words.linear, houses?.linearError, 'rule'],
    [words.now, now, 'network'],
    ...(best ? [[words.best(f.integer(best.epoch + 1)), best.error, 'network'] as const] : []),
  ];
  const longest = houses?.meanError ?? 1;
  const axis = (label: string): { label: string; min: number; max: number } => ({ label, min: 0, max: top });
  return stepSection(
    'evaluate',
    5,
    words.title,
    html`<div class="evaluation">
      <div class="rules-side">
        <h4>${words.rules}</h4>
        <ul class="rules">
          ${rules.map(
            ([
              name,
              error,
              kind,
            ]) => html`<li class=${kind}><span>${name}</span><b data-rule=${kind}>${error === undefined ? '–' : money(error)}</b>
              <span class="rule-track"><span ${variables({ '--share': Math.min(1, (error ?? 0) / longest) })}></span></span></li>`,
          )}
        </ul>
        ${best ? html`<button type="button" class="small" ?disabled=${!best.weights.length} @click=${options.restoreBest}>${words.restore}</button>` : nothing}
      </div>
      <slope-plane .heading=${words.scatter} .summary=${words.scatterAlt(now === undefined ? '–' : money(now))}
        .xAxis=${axis(words.real)} .yAxis=${axis(words.predicted)} .palette=${palette} .words=${shared.plane} .format=${f.decimal}
        .readout=${(x: number, y: number) => words.readout(money(x), money(y))}
        .marks=${[
          { kind: 'path', x: [0, top], y: [0, top], color: 'inkFaint', width: 1, dash: [4, 4] },
          ...(predictions
            ? [{ kind: 'points', x: real, y: predictions, size: 2.4, opacity: 0.55, color: 'accent' }]
            : []),
          ...(predictions && price !== undefined
            ? [{ kind: 'points', x: [real[house] ?? 0], y: [price], size: 5, color: 'class1' }]
            : []),
        ]}></slope-plane>
    </div>`,
  );
}
