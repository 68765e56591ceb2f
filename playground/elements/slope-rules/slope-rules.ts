// `<slope-rules>`: two digits on 8×8 pixels; the visitor writes rules to tell them apart, and a network learns it from examples.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  adam,
  type Dataset,
  dense,
  type EpochRow,
  type FitOptions,
  type Sequential,
  sequential,
} from '../../../engine/index.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { type Pace, TrainingExperiment } from '../../base/training-experiment.ts';
import { stepSection } from '../../base/view.ts';
import { epochCurves } from '../../charts/epoch-curves.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { variables } from '../../controls/variables.ts';
import { type RulesSettings, rulesDefinition } from './definition.ts';
import {
  type Digit,
  loadPair,
  obeys,
  type PairOfDigits,
  PIXELS,
  parseRules,
  type Rules,
  rulesText,
  SIDE,
  type Wish,
} from './digits.ts';
import type { RulesMessages } from './messages.en.ts';
import { rulesStyles } from './styles.ts';
import '../../charts/line-chart.ts';
import '../../charts/pixel-image.ts';

const EPOCHS_PER_SECOND = 20;
/** Mistakes shown of each side. */
const SHOWN = 12;

/**
 * @element slope-rules
 * @attr preset - `start` (default), `best`, `easy`, `hard`
 * @attr pair - `0-1`, `3-8`, `1-8`, `2-8`, `4-9`, `5-6`
 * @attr rules - what the first one's pixels must be: `42p,43i` is paper at pixel 42 and ink at 43, counted row by row from 0
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr without-presets, without-learned - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeRules extends TrainingExperiment<RulesSettings, RulesMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, rulesStyles];

  static override get definition(): typeof rulesDefinition {
    return rulesDefinition;
  }

  @state() private digits: PairOfDigits | undefined;
  /** The network's probability of the first digit, for the unseen ones. */
  @state() private answers: Float32Array | undefined;
  #asked = '';

  // ---- Data and model

  protected override get trainingData(): Dataset | undefined {
    return this.digits?.trainData;
  }

  async #load(): Promise<void> {
    const { pair } = this.values;
    if (this.#asked === pair) return;
    this.#asked = pair;
    this.digits = undefined;
    this.dismiss('loading');
    try {
      const digits = await loadPair(pair);
      if (this.#asked !== pair) return;
      this.digits = digits;
      this.rebuild();
      this.dataReady();
      this.emit('ready');
    } catch (error) {
      this.#asked = '';
      this.reportLoading(
        error,
        (message) => this.t.failed(message),
        () => void this.#load(),
      );
    }
  }

  protected override settingsChanged(changed: readonly KeyOf<RulesSettings>[]): void {
    super.settingsChanged(changed);
    void this.#load();
    if (this.trainingData) this.dataReady();
  }

  protected override createModel(): Sequential {
    const layers = [dense(16, { activation: 'relu' }), dense(1, { activation: 'sigmoid' })];
    return sequential(layers, { inputShape: [PIXELS], seed: this.values.seed });
  }

  protected override fitOptions(): FitOptions {
    return {
      optimizer: adam({ learningRate: this.values.learningRate }),
      loss: 'binaryCrossentropy',
      metrics: ['accuracy'],
      ...(this.digits && { validationData: this.digits.unseenData }),
    };
  }

  protected override get fullPace(): Pace {
    return { steps: this.stepsPerEpoch, perSecond: EPOCHS_PER_SECOND };
  }

  protected override modelChanged(): void {
    this.answers = undefined;
    void this.#look();
  }

  protected override weightsChanged(): void {
    void this.#look();
  }

  async #look(): Promise<void> {
    const { model, digits } = this;
    if (!model || !digits) return;
    const pixels = Float32Array.from(digits.unseen.flatMap((digit) => [...digit.pixels]));
    try {
      const answers = await model.predict(pixels, { backend: this.values.backend });
      if (model === this.model && digits === this.digits) this.answers = answers;
    } catch (error) {
      if (model === this.model && this.runState !== 'failed') console.warn(error);
    }
  }

  // ---- Rules and mistakes

  get #rules(): Rules {
    return parseRules(this.values.rules) ?? new Map();
  }

  /** Ink, paper, no matter, and round again. */
  #press(pixel: number): void {
    const rules = new Map(this.#rules);
    const wish = rules.get(pixel);
    if (wish === undefined) rules.set(pixel, 'ink');
    else if (wish === 'ink') rules.set(pixel, 'paper');
    else rules.delete(pixel);
    this.change({ rules: rulesText(rules) });
  }

  readonly #gridKey = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -SIDE, ArrowDown: SIDE };
    const move = moves[event.key];
    const at = Number((event.target as HTMLElement).dataset.pixel);
    if (move === undefined || Number.isNaN(at)) return;
    event.preventDefault();
    event.stopPropagation();
    const next = at + move;
    const sameRow = Math.floor(at / SIDE) === Math.floor(next / SIDE);
    if (next < 0 || next >= PIXELS || (Math.abs(move) === 1 && !sameRow)) return;
    this.#focus = next;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(`[data-pixel='${next}']`)?.focus();
    });
  };
  /** The one pixel of the grid that Tab reaches; arrows go on from there. */
  #focus = 27;

  #wrongByHand(digits: readonly Digit[]): Digit[] {
    const rules = this.#rules;
    return digits.filter(({ pixels, isFirst }) => obeys(pixels, rules) !== isFirst);
  }

  #wrongLearned(): Digit[] {
    const { digits, answers } = this;
    return digits && answers ? digits.unseen.filter(({ isFirst }, i) => (answers[i] ?? 0) > 0.5 !== isFirst) : [];
  }

  protected override describeEpoch(_row: EpochRow, epoch: number): string {
    const { integer } = this.formats;
    return this.t.announce(integer(epoch), integer(this.epochsInAll), integer(this.#wrongLearned().length));
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { pair, learningRate, batchSize, epochs, seed } = this.values;
    const { rulesCode } = await import('../../code/rules.ts');
    return rulesCode(language, { pair, rules: [...this.#rules], learningRate, batchSize, epochs, seed });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderTransport(t.step.update, t.step.epoch)}
        </div>
        ${this.renderRunProgress(t.progress)}`,
      html`<div class="pair">${this.#renderHand()} ${this.without('learned') ? nothing : this.#renderLearned()}</div>`,
    );
  }

  #renderHand(): TemplateResult {
    const { t, formats: f, digits, colors } = this;
    const words = t.hand;
    const rules = this.#rules;
    const [first = '', second = ''] = this.values.pair.split('-');
    const wrong = digits ? this.#wrongByHand(digits.unseen) : [];
    const practised = digits ? this.#wrongByHand(digits.train) : [];
    return stepSection(
      'hand',
      undefined,
      words.title,
      html`${this.control('pair')}
        <p class="hint">${words.about(first, second)}</p>
        <div class="board">
          <div class="grid" role="group" aria-label=${words.grid(first)} @keydown=${this.#gridKey}>
            ${Array.from({ length: PIXELS }, (_, pixel) => this.#renderPixel(pixel, rules.get(pixel)))}
          </div>
          <div class="means">
            <span>${words.means}</span>
            <div>${digits?.means.map(
              (mean, i) => html`<slope-pixels role="img" aria-label=${words.mean(i ? second : first)}
                .picture=${{ values: mean, scale: 'ink', palette: colors.palette }}></slope-pixels>`,
            )}</div>
            <p class="tools"><span class="number">${words.count(rules.size)}</span>
              <button type="button" class="quiet small" ?disabled=${rules.size === 0} @click=${() => this.change({ rules: '' })}>${words.clear}</button></p>
          </div>
        </div>
        <p class="verdict" role="status" data-hand>${digits ? t.score(f.integer(wrong.length), f.integer(digits.unseen.length)) : '–'}</p>
        <p class="small-text soft">${digits ? t.seen(f.integer(practised.length), f.integer(digits.train.length)) : ''}</p>
        ${this.#renderMistakes(wrong)}`,
    );
  }

  #renderPixel(pixel: number, wish: Wish | undefined): TemplateResult {
    const { t, formats: f, digits } = this;
    const words = t.hand;
    const text = words.pixel(
      f.integer(Math.floor(pixel / SIDE) + 1),
      f.integer((pixel % SIDE) + 1),
      words.wish[wish ?? 'none'],
    );
    // Behind the wishes stands the mean of the digit that they describe.
    return html`<button type="button" class=${wish ?? ''} data-pixel=${pixel} tabindex=${pixel === this.#focus ? 0 : -1} data-own-keys
      aria-label=${text} title=${text} ${variables({ '--ink': digits?.means[0][pixel] ?? 0 })}
      @click=${() => {
        this.#focus = pixel;
        this.#press(pixel);
      }}></button>`;
  }

  #renderLearned(): TemplateResult {
    const { t, shared, formats: f, digits, colors, history, answers } = this;
    const wrong = this.#wrongLearned();
    const curves = epochCurves(history, shared.chart);
    return stepSection(
      'learned',
      undefined,
      t.learned.title,
      html`<p class="hint">${t.learned.about(f.integer(digits?.train.length ?? 0))}</p>
        <p class="verdict" data-learned>${digits && answers ? t.score(f.integer(wrong.length), f.integer(digits.unseen.length)) : '–'}</p>
        ${this.#renderMistakes(wrong)}
        <slope-line-chart .heading=${t.learned.loss} .x=${curves.x} .series=${curves.series} .xRange=${[0, Math.max(1, this.epochsInAll)]}
          .yRange=${[0, 0.8]} .format=${(value: number) => f.decimal(value, 3)} .formatTick=${f.tick} .formatX=${f.significant} .xLabel=${shared.chart.epoch}
          .palette=${colors.palette} .words=${shared.chart}></slope-line-chart>
        <div class="knobs">
          ${this.control('epochs', f.integer)} ${this.control('learningRate', f.significant)}
          ${this.control('seed', String, (text) => {
            const { min, max } = this.definition.settings.seed;
            return t.numberError(text, f.integer(min), f.integer(max));
          })}
          ${this.control('backend')}
        </div>`,
    );
  }

  #renderMistakes(wrong: readonly Digit[]): TemplateResult {
    const { t, colors, digits } = this;
    const other = (digit: Digit): string => String(digit.isFirst ? digits?.second : digits?.first);
    return html`<h4>${t.wrong}</h4>
      <div class="mistakes">${
        wrong.length === 0
          ? html`<p class="soft">${t.none}</p>`
          : wrong.slice(0, SHOWN).map(
              (digit) => html`<slope-pixels role="img" title=${t.taken(String(digit.digit), other(digit))}
                aria-label=${t.taken(String(digit.digit), other(digit))}
                .picture=${{ values: digit.pixels, scale: 'ink', palette: colors.palette }}></slope-pixels>`,
            )
      }</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-rules': SlopeRules;
  }
}
