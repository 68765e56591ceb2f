// The model on screen as a program, one tab per library; follows every change of the figure that it belongs to.

import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { baseStyles, controlStyles } from '../base/styles.ts';
import { localeOf, watchPageLocale } from '../i18n/locale.ts';
import { type SharedMessages, sharedCatalog } from '../i18n/shared.ts';
import { type CodeLanguage, codeLanguageNames, codeLanguages } from './classification.ts';
import { highlight } from './highlight.ts';

/** An experiment that can say itself as a program; what writes it is fetched when it is asked for. */
export interface CodeSource extends EventTarget {
  toCode(language: CodeLanguage): Promise<string>;
}

@customElement('slope-code-tabs')
export class CodeTabs extends LitElement {
  static override readonly styles = [
    baseStyles,
    controlStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        justify-content: space-between;
        gap: 0 var(--slope-space-4);
        border-bottom: 1px solid var(--slope-rule-strong);
      }
      [role='tablist'] {
        display: flex;
        gap: var(--slope-space-4);
      }
      [role='tab'] {
        min-height: 2.5rem;
        padding: 0.25rem 0;
        border: 0;
        border-bottom: 2px solid transparent;
        border-radius: 0;
        background: none;
        color: var(--slope-ink-soft);
        margin-bottom: -1px;
      }
      [role='tab'][aria-selected='true'] {
        border-color: var(--slope-ink);
        color: var(--slope-ink);
        font-weight: 600;
      }
      pre {
        margin: 0;
        padding: var(--slope-space-4) 0;
        overflow-x: auto;
        font-family: var(--slope-font-code, ui-monospace, monospace);
        font-size: 0.8125rem;
        line-height: 1.6;
        font-variant-ligatures: none;
        tab-size: 4;
      }
      code {
        font: inherit;
      }
      .comment {
        color: var(--slope-ink-soft);
        font-style: italic;
      }
      .string {
        color: var(--slope-positive);
      }
      .number {
        color: var(--slope-negative);
      }
      .keyword {
        font-weight: 700;
      }
    `,
  ];

  /** The figure whose model is shown. */
  @property({ attribute: false }) source: CodeSource | null = null;
  @state() private language: CodeLanguage = 'keras';
  @state() private text = '';
  @state() private words: SharedMessages['code'] = sharedCatalog.english.code;
  @state() private outcome = '';
  @query('pre') private readonly listing!: HTMLElement;
  #stopWatchingLocale: (() => void) | undefined;
  readonly #changed = (): void => void this.#write();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatchingLocale = watchPageLocale(() => void this.#followLocale());
    void this.#followLocale();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatchingLocale?.();
    this.source?.removeEventListener('slope-settings', this.#changed);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('source')) {
      changed.get('source')?.removeEventListener('slope-settings', this.#changed);
      this.source?.addEventListener('slope-settings', this.#changed);
    }
    if (changed.has('source') || changed.has('language' as keyof CodeTabs)) void this.#write();
  }

  async #write(): Promise<void> {
    const { source, language } = this;
    const text = (await source?.toCode(language)) ?? '';
    // Asked for something else meanwhile.
    if (source === this.source && language === this.language) this.text = text;
  }

  async #followLocale(): Promise<void> {
    this.words = (await sharedCatalog.load(localeOf(this))).code;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome = this.words.copied;
    } catch {
      // Frames without permission, and pages that are not secure, cannot copy; a selection can be copied by hand.
      getSelection()?.selectAllChildren(this.listing);
      this.outcome = this.words.select;
    }
    setTimeout(() => {
      this.outcome = '';
    }, 4000);
  }

  readonly #keyPressed = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = (codeLanguages.indexOf(this.language) + step + codeLanguages.length) % codeLanguages.length;
    this.language = codeLanguages[next] ?? this.language;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${this.language}`)?.focus());
  };

  protected override render(): TemplateResult {
    const { words, language } = this;
    return html`<div class="head">
        <div role="tablist" aria-label=${words.label} @keydown=${this.#keyPressed}>
          ${codeLanguages.map(
            (name) => html`<button type="button" role="tab" id="tab-${name}" aria-controls="panel"
              aria-selected=${name === language} tabindex=${name === language ? 0 : -1}
              @click=${() => {
                this.language = name;
              }}>${codeLanguageNames[name]}</button>`,
          )}
        </div>
        <span><span class="small-text soft" role="status">${this.outcome}</span>
          <button type="button" class="quiet small" @click=${() => void this.#copy()}>${words.copy}</button></span>
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${language}">
        <pre tabindex="0"><code>${highlight(this.text)}</code></pre>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-code-tabs': CodeTabs;
  }
}
