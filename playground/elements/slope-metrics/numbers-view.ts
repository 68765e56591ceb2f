// The half of the figure that is about numbers: eight prices to predict, and MAE, RMSE and R² of what is predicted.

import { html, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import type { PlaneHandle, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import type { MetricsMessages } from './messages.en.ts';
import { numberRatings, PRICE_RANGE, realPrices } from './scores.ts';
import '../../charts/plane.ts';

const ratingNames = ['mae', 'rmse', 'r2'] as const;

/** @param change takes the prices as the setting has them; `done` is false while one is dragged */
export function numbersStep(
  { t, shared, f, palette }: View<MetricsMessages>,
  predicted: readonly number[],
  change: (predicted: string, done: boolean) => void,
): TemplateResult {
  const ratings = numberRatings(realPrices, predicted);
  const shown = { mae: f.decimal(ratings.mae, 1), rmse: f.decimal(ratings.rmse, 1), r2: f.decimal(ratings.r2, 3) };
  const off = realPrices.map((price, i) => f.integer(Math.abs((predicted[i] ?? 0) - price)));
  const sums = {
    mae: `(${off.join(' + ')}) / ${off.length}`,
    rmse: `√( (${off.map((error) => `${error}²`).join(' + ')}) / ${off.length} )`,
    r2: `1 − ${f.integer(ratings.rmse ** 2)} / ${f.integer(ratings.variance)}`,
  };
  const handles = realPrices.map(
    (price, i): PlaneHandle => ({
      id: String(i),
      x: price,
      y: predicted[i] ?? price,
      name: t.house(f.integer(price)),
    }),
  );
  const marks: PlaneMark[] = [
    { kind: 'path', x: [...PRICE_RANGE], y: [...PRICE_RANGE], color: 'inkSoft', width: 1.25, dash: [5, 4] },
    { kind: 'residuals', x: realPrices, y: predicted, fitted: realPrices, color: 'error', width: 1.5 },
    { kind: 'points', x: realPrices, y: predicted, size: 5 },
  ];
  const move = ({ detail }: CustomEvent<PlaneMove>): void => {
    const price = Math.round(Math.min(PRICE_RANGE[1], Math.max(PRICE_RANGE[0], detail.y)));
    change(predicted.map((old, i) => (String(i) === detail.id ? price : old)).join(','), detail.done);
  };
  const list = ratingNames.map((name) => `${t.numberNames[name]} ${shown[name]}`).join(', ');
  return stepSection(
    'numbers',
    undefined,
    t.numbers,
    html`<div class="plots">
        <div><slope-plane .heading=${t.prices} .summary=${t.pricesSummary(list)}
          .xAxis=${{ label: t.pricesX, min: PRICE_RANGE[0], max: PRICE_RANGE[1] }} .yAxis=${{ label: t.pricesY, min: PRICE_RANGE[0], max: PRICE_RANGE[1] }}
          .marks=${marks} .handles=${handles} .readout=${(x: number, y: number) => t.pricesReadout(f.integer(x), f.integer(y))}
          .format=${f.decimal} .palette=${palette} .words=${shared.plane} @plane-move=${move}></slope-plane>
          <p class="hint">${t.pricesHint}</p></div>
        <div><table class="ratings" role="status">
          <tbody>${ratingNames.map(
            (name) => html`<tr><th scope="row">${t.numberNames[name]}<span class="asks">${t.numberAsks[name]}</span>
                <span class="sum">${sums[name]}</span></th>
              <td class="numeric value" data-metric=${name}>${shown[name]}</td></tr>`,
          )}</tbody>
        </table></div>
      </div>`,
  );
}
