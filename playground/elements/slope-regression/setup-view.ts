// Steps 2 and 3 on screen: the columns before and after normalisation, the layers with their shapes and parameters.

import { html, nothing, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import type { Houses } from './houses.ts';
import type { RegressionMessages } from './messages.en.ts';

/** @param on whether the columns are normalised. */
export function prepareStep(
  { t, f }: View<RegressionMessages>,
  columns: Houses['columns'] | undefined,
  on: boolean,
  field: TemplateResult,
): TemplateResult {
  const words = t.prepare;
  const number = (value: number): string =>
    Math.abs(value) >= 1000 ? f.integer(value) : f.decimal(value, on || Math.abs(value) < 10 ? 2 : 1);
  const rows = columns?.map(({ name, unit, mean, std, min, max }) => {
    const scaled = (value: number): number => (on ? (value - mean) / std : value);
    return html`<tr><th scope="row"><code>${name}</code>${unit && !on ? html` <span class="unit">${unit}</span>` : nothing}</th>
      <td class="numeric">${number(on ? 0 : mean)}</td><td class="numeric">${number(on ? 1 : std)}</td>
      <td class="numeric">${number(scaled(min))}</td><td class="numeric">${number(scaled(max))}</td></tr>`;
  });
  return stepSection(
    'prepare',
    2,
    words.title,
    html`${field}
      <div class="scroll" tabindex="0" role="group" aria-label=${words.show}>
        <table class="describe">
          <caption>${on ? words.after : words.before}</caption>
          <thead><tr><th scope="col">${words.column}</th>
            ${[words.mean, words.std, words.min, words.max].map((name) => html`<th scope="col" class="numeric">${name}</th>`)}</tr></thead>
          <tbody>${rows}</tbody>
        </table>
      </div>
      <p class="hint">${on ? words.note : words.off}</p>`,
  );
}

/** @param sizes numbers per house, then neurons of every layer. */
export function buildStep(
  { t, f }: View<RegressionMessages>,
  sizes: readonly number[],
  parameterCount: number,
  field: TemplateResult,
): TemplateResult {
  const words = t.build;
  return stepSection(
    'build',
    3,
    words.title,
    html`${field}
      <table>
        <thead><tr><th scope="col">${words.layer}</th><th scope="col" class="numeric">${words.shape}</th><th scope="col" class="numeric">${words.parameters}</th></tr></thead>
        <tbody>
          <tr><th scope="row">${words.input}</th><td class="numeric"><code>(batch, ${sizes[0]})</code></td><td class="numeric">0</td></tr>
          ${sizes.slice(1).map(
            (units, i) => html`<tr><th scope="row">${i === sizes.length - 2 ? words.output : words.hidden}</th>
              <td class="numeric"><code>(batch, ${units})</code></td><td class="numeric">${f.integer((sizes[i] ?? 0) * units + units)}</td></tr>`,
          )}
        </tbody>
        <tfoot><tr><th scope="row" colspan="2">${words.total}</th><td class="numeric" data-parameters>${f.integer(parameterCount)}</td></tr></tfoot>
      </table>`,
  );
}
