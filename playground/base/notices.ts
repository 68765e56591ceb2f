// Sentences that an experiment says when something happened: what it was, what to do, and a button that does it.

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

export type NoticeKind = 'info' | 'warning' | 'error';

export interface NoticeAction {
  /** Evaluated at every render, so that a notice on screen follows a change of language. */
  readonly label: () => string;
  readonly run: () => void;
}

export interface Notice {
  /** One notice per id: a second failure of the same kind replaces the first sentence. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly text: () => string;
  readonly actions?: readonly NoticeAction[];
}

/** The list of notices; errors are announced at once by screen readers, the rest when there is a pause. */
export function noticeList(
  notices: readonly Notice[],
  dismissLabel: string,
  dismiss: (id: string) => void,
): TemplateResult {
  return html`<div class="notices" part="notices">
    ${repeat(
      notices,
      ({ id }) => id,
      (notice) => html`<div class="notice ${notice.kind}" role=${notice.kind === 'error' ? 'alert' : 'status'}>
        <p>${notice.text()}</p>
        <div class="notice-actions">
          ${notice.actions?.map(
            ({ label, run }) => html`<button type="button" class="small" @click=${run}>${label()}</button>`,
          )}
          ${
            notice.kind === 'error' && notice.actions?.length
              ? nothing
              : html`<button type="button" class="quiet small" @click=${() => dismiss(notice.id)}>${dismissLabel}</button>`
          }
        </div>
      </div>`,
    )}
  </div>`;
}
