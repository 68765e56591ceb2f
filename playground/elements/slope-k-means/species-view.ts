// The groups against the species, once these are revealed: a table of how many of each are in which.

import { html, nothing, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import { crossTable } from './clustering.ts';
import type { KMeansMessages } from './messages.en.ts';
import type { Scene } from './plot-view.ts';

export function speciesStep(
  { t, f }: View<KMeansMessages>,
  { flowers, members, clusters, speciesShown }: Scene,
  toggle: () => void,
): TemplateResult {
  const words = t.table;
  const kinds = flowers?.speciesNames ?? [];
  const table = flowers && members ? crossTable(members, flowers.species, clusters, kinds.length) : undefined;
  const right = table?.reduce((total, row) => total + Math.max(...row), 0) ?? 0;
  const row = (c: number): TemplateResult => {
    const counts = table?.[c];
    const total = counts?.reduce((a, b) => a + b, 0) ?? 0;
    const most = counts ? Math.max(...counts) : 0;
    return html`<tr><th scope="row"><span class="chip chip-${c}" aria-hidden="true"></span>${f.integer(c + 1)}</th>
      ${kinds.map((_name, kind) => {
        const count = counts?.[kind];
        return html`<td class="numeric ${count && count === most ? 'most' : ''}">${count === undefined ? '–' : f.integer(count)}</td>`;
      })}
      <td class="numeric soft">${counts ? f.integer(total) : '–'}</td></tr>`;
  };
  return stepSection(
    'species',
    undefined,
    words.title,
    html`<div class="reveal">
        <p class="soft">${speciesShown ? words.ringed : words.hidden}</p>
        <button type="button" class="small" aria-pressed=${speciesShown} @click=${toggle}>${speciesShown ? words.hide : words.show}</button>
      </div>
      ${
        speciesShown
          ? html`<div class="scroll"><table data-table>
              <thead><tr><th scope="col">${words.group}</th>
                ${kinds.map((name) => html`<th scope="col" class="numeric"><i lang="la">${name}</i></th>`)}
                <th scope="col" class="numeric">${words.total}</th></tr></thead>
              <tbody>${Array.from({ length: clusters }, (_, c) => row(c))}</tbody>
            </table></div>
            <p data-agree>${table && flowers ? words.agree(f.integer(right), f.integer(flowers.count)) : nothing}</p>`
          : nothing
      }`,
  );
}
