// Nine digits that even people hesitate over: is it a 4 or a 9? A press shows the label. Its images are the figure's own.

import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PaletteController } from '../../base/palette.ts';
import { baseStyles, controlStyles } from '../../base/styles.ts';
import '../../charts/pixel-image.ts';
import { localeOf, watchPageLocale } from '../../i18n/locale.ts';
import { mnistDefinition } from './definition.ts';
import type { MnistMessages } from './messages.en.ts';
import type { SlopeMnist } from './slope-mnist.ts';

/** Of the 4s and 9s among the first 10,000 training images, some that a small network was least sure of. */
const INDICES = [4438, 1850, 5482, 7264, 8854, 1940, 6714, 9976, 8721];

/** Stands in the text of a lesson, beside the figure that it takes its images from. */
@customElement('slope-digit-quiz')
export class DigitQuiz extends LitElement {
  static override readonly styles = [
    baseStyles,
    controlStyles,
    css`
      p {
        font-size: var(--slope-text-small);
        line-height: 1.4;
        color: var(--slope-ink-soft);
      }
      .digits {
        display: grid;
        grid-template-columns: repeat(9, minmax(0, 1fr));
        gap: 0.25rem;
        margin-bottom: 0.5rem;
      }
      button {
        display: block;
        min-height: 0;
        padding: 0.125rem;
        border-color: transparent;
        background: none;
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      .label {
        display: block;
        min-height: 1.5em;
        color: var(--slope-accent);
        font-weight: 700;
      }
      .hidden {
        font-weight: 400;
        color: var(--slope-ink-soft);
      }
      .blank {
        display: block;
        aspect-ratio: 1;
      }
      slope-pixels,
      slope-pixels canvas {
        display: block;
        width: 100%;
      }
      slope-pixels canvas {
        aspect-ratio: 1;
        image-rendering: pixelated;
      }
      :host([stacked]) .digits {
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 0.125rem 0.5rem;
      }
    `,
  ];

  /** Three by three, for a margin. */
  @property({ type: Boolean, reflect: true }) stacked = false;
  @state() private shown: ReadonlySet<number> = new Set();
  @state() private words: MnistMessages['quiz'] = mnistDefinition.catalog.english.quiz;
  readonly #colors = new PaletteController(this);
  readonly #margin = matchMedia('(min-width: 80rem)');
  #figure: SlopeMnist | null = null;
  #stopWatchingLocale: (() => void) | undefined;
  readonly #changed = (): void => this.requestUpdate();
  readonly #fit = (): void => {
    this.stacked = this.#margin.matches;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#fit();
    this.#margin.addEventListener('change', this.#fit);
    this.#stopWatchingLocale = watchPageLocale(() => void this.#followLocale());
    void this.#followLocale();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#margin.removeEventListener('change', this.#fit);
    this.#stopWatchingLocale?.();
    this.#figure?.removeEventListener('slope-data', this.#changed);
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.#figure = this.closest('article')?.querySelector('slope-mnist') ?? null;
    this.#figure?.addEventListener('slope-data', this.#changed);
    this.requestUpdate();
  }

  async #followLocale(): Promise<void> {
    this.words = (await mnistDefinition.catalog.load(localeOf(this))).quiz;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this;
    const { palette } = this.#colors;
    // Clothes and small digits have no such fours and nines.
    if (this.#figure && !this.#figure.readsMnist) return nothing;
    return html`<div class="digits" role="group" aria-label=${words.question}>
        ${INDICES.map((index, position) => {
          const image = this.#figure?.trainingImage(index);
          const label = image && this.shown.has(index) ? image.label : undefined;
          const seen = label !== undefined;
          const name = seen ? words.is(position + 1, label) : words.which(position + 1);
          return html`<button type="button" aria-label="${label ?? '?'}: ${name}" ?disabled=${!image}
            @click=${() => {
              this.shown = new Set([...this.shown, index]);
            }}>
            ${image ? html`<slope-pixels .picture=${{ values: image.pixels, scale: 'ink', palette }}></slope-pixels>` : html`<span class="blank"></span>`}
            <span class="label ${seen ? '' : 'hidden'}">${label ?? '?'}</span>
          </button>`;
        })}
      </div>
      <p>${words.question} ${this.shown.size < INDICES.length ? words.press : nothing}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-digit-quiz': DigitQuiz;
  }
}
