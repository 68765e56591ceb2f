// A confusion matrix as a table: rows are what was shown, columns what was read; a cell opens its mistakes.

import { html, type TemplateResult } from 'lit';
import { variables } from '../controls/variables.ts';

export interface ConfusionMatrixOptions {
  readonly classNames: readonly string[];
  /** `counts[truth][read]` */
  readonly counts: readonly (readonly number[])[];
  readonly normalised: boolean;
  readonly caption: string;
  readonly truthLabel: string;
  readonly readLabel: string;
  /** "4 read as 9: 12 of 982" */
  readonly cellText: (truth: string, read: string, count: number, total: number) => string;
  readonly formatCount: (count: number) => string;
  /** A share of one, as short as a cell is wide. */
  readonly formatShare: (share: number) => string;
  readonly selected?: { readonly truth: number; readonly read: number } | undefined;
  readonly select?: (truth: number, read: number) => void;
}

export function confusionMatrix(options: ConfusionMatrixOptions): TemplateResult {
  const { classNames, counts, caption, truthLabel, readLabel } = options;
  return html`<table class="confusion">
    <caption>${caption}</caption>
    <thead>
      <tr><th class="corner" scope="col"><span class="visually-hidden">${truthLabel}</span></th>
        <th class="axis" colspan=${classNames.length} scope="colgroup">${readLabel}</th></tr>
      <tr><th class="corner axis-row" scope="col">${truthLabel}</th>
        ${classNames.map((name) => html`<th scope="col">${name}</th>`)}</tr>
    </thead>
    <tbody>
      ${counts.map((row, truth) => html`<tr><th scope="row">${classNames[truth]}</th>${row.map((_count, read) => cell(options, truth, read))}</tr>`)}
    </tbody>
  </table>`;
}

function cell(options: ConfusionMatrixOptions, truth: number, read: number): TemplateResult {
  const { classNames, counts, normalised, cellText, formatCount, formatShare, selected, select } = options;
  const row = counts[truth] ?? [];
  const total = row.reduce((a, b) => a + b, 0);
  const count = row[read] ?? 0;
  const share = total ? count / total : 0;
  const shown = count === 0 ? '' : normalised ? formatShare(share) : formatCount(count);
  const kind = truth === read ? `right ${share > 0.7 ? 'full' : ''}` : 'wrong';
  // Mistakes are a hundred times rarer than hits: shading by share alone would leave the matrix white beside its diagonal.
  const shade = variables({ '--shade': truth === read ? share ** 2 * 0.8 : Math.min(1, Math.sqrt(share) * 2.2) });
  const text = cellText(classNames[truth] ?? '', classNames[read] ?? '', count, total);
  if (truth === read || count === 0 || !select) {
    return html`<td class=${count ? kind : 'none'} title=${text} ${shade}>${shown}</td>`;
  }
  const pressed = selected?.truth === truth && selected.read === read;
  return html`<td class=${kind} ${shade}><button type="button" title=${text} aria-label=${text} aria-pressed=${pressed}
    @click=${() => select(truth, read)}>${shown}</button></td>`;
}
