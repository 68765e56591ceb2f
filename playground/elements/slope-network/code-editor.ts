// A field for a short program: a textarea that highlights what is typed in it.

import { css, html, type TemplateResult } from 'lit';
import { highlight } from '../../code/highlight.ts';

export interface CodeEditorOptions {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly lines: number;
  readonly error: string | undefined;
  /** The line that the error is on, from 1. */
  readonly errorLine: number | undefined;
  readonly changed: (text: string) => void;
}

/** The highlighted text lies under a transparent textarea of the same type; both scroll as one, because neither scrolls. */
export function codeEditor(options: CodeEditorOptions): TemplateResult {
  const { id, label, text, lines, error, errorLine, changed } = options;
  const shown = text.split('\n');
  return html`<div class="editor ${error ? 'refused' : ''}">
    <div class="editor-lines" aria-hidden="true">${shown.map(
      (_, index) => html`<span class=${index + 1 === errorLine ? 'wrong' : ''}>${index + 1}</span>`,
    )}</div>
    <div class="editor-text">
      <pre aria-hidden="true"><code>${highlight(text)}\n</code></pre>
      <textarea id=${id} aria-label=${label} aria-invalid=${error ? 'true' : 'false'} aria-describedby="${id}-status" wrap="off"
        rows=${Math.max(lines, shown.length)} spellcheck="false" autocapitalize="off" autocomplete="off" autocorrect="off"
        .value=${text} @input=${(event: Event) => changed((event.target as HTMLTextAreaElement).value)}></textarea>
    </div>
  </div>`;
}

export const codeEditorStyles = css`
  .editor {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    border: 1px solid var(--slope-ink-faint);
    border-radius: var(--slope-radius);
    background: var(--slope-field);
    font-family: var(--slope-font-code, ui-monospace, monospace);
    font-size: 0.8125rem;
    line-height: 1.6;
    font-variant-ligatures: none;
  }
  .editor:focus-within {
    outline: var(--slope-focus);
    outline-offset: 2px;
  }
  .editor.refused {
    border-color: var(--slope-error);
  }
  .editor-lines {
    display: flex;
    flex-direction: column;
    padding: 0.5rem 0.5rem 0.5rem 0.6rem;
    text-align: end;
    color: var(--slope-ink-soft);
    border-inline-end: 1px solid var(--slope-rule);
    user-select: none;
  }
  .editor-lines .wrong {
    color: var(--slope-error);
    font-weight: 700;
  }
  .editor-text {
    position: relative;
    overflow-x: auto;
    min-width: 0;
  }
  .editor-text pre,
  .editor-text textarea {
    margin: 0;
    padding: 0.5rem 0.6rem;
    font: inherit;
    font-variant-ligatures: inherit;
    letter-spacing: inherit;
    white-space: pre;
    tab-size: 4;
  }
  .editor-text code {
    font: inherit;
  }
  .editor-text pre {
    width: max-content;
    min-width: 100%;
  }
  .editor-text textarea {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
    min-width: max-content;
    border: 0;
    outline: none;
    resize: none;
    overflow: hidden;
    background: transparent;
    color: transparent;
    caret-color: var(--slope-ink);
  }
  .editor .comment {
    color: var(--slope-ink-soft);
    font-style: italic;
  }
  .editor .string {
    color: var(--slope-positive);
  }
  .editor .number {
    color: var(--slope-negative);
  }
  .editor .keyword {
    font-weight: 700;
  }
  @media (forced-colors: active) {
    .editor-text textarea {
      color: CanvasText;
    }
    .editor-text pre {
      visibility: hidden;
    }
  }
`;
