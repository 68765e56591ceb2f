// `<slope-metrics>`: real predictions, a threshold, four counts that may be edited, and the ratings made of them.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { JourneyExperiment } from '../../base/journey-experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { cellNames, classesStep, RatingCurves } from './classes-view.ts';
import { type MetricsSettings, metricsDefinition } from './definition.ts';
import type { MetricsMessages } from './messages.en.ts';
import { numbersStep } from './numbers-view.ts';
import { type Predictions, predictions } from './predictions.ts';
import { type Counts, countsAt, parsePrices, realPrices } from './scores.ts';
import { metricsStyles } from './styles.ts';

/**
 * @element slope-metrics
 * @attr preset - `half` (default), `strict`, `lenient`, `rare`, `never`, `blunder`, `average`
 * @attr data - `students`, of whom most pass, or `rare`
 * @attr threshold - from 0 to 1
 * @attr counts - the confusion matrix instead of the model's: right yes, wrong no, wrong yes, right no
 * @attr predicted - eight prices
 * @attr seed - of the students and the model
 * @attr without-presets, without-classes, without-numbers - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - The threshold went up.
 * @fires slope-complete - It has arrived at 1.
 */
export class SlopeMetrics extends JourneyExperiment<MetricsSettings, MetricsMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, metricsStyles];

  static override get definition(): typeof metricsDefinition {
    return metricsDefinition;
  }

  protected override readonly stationMs = 90;
  @state() private said: Predictions | undefined;
  #asked = 0;
  readonly #along = new RatingCurves();

  protected override settingsChanged(changed: readonly KeyOf<MetricsSettings>[]): void {
    if (changed.includes('group') || changed.includes('seed') || !this.said) void this.#ask();
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    const { group, seed } = this.values;
    try {
      const said = await predictions(group, seed);
      if (asked !== this.#asked) return;
      this.said = said;
    } catch (error) {
      this.report(error);
    }
    if (this.runState !== 'loading') return;
    this.runState = 'ready';
    this.emit('ready');
  }

  // ---- The journey of the threshold

  protected override startAgain(): void {
    const ended = this.runState === 'complete' || this.values.threshold >= 1;
    if (ended || this.values.counts) this.change({ counts: '', ...(ended && { threshold: 0 }) }, 'replace');
  }

  protected override travel(): boolean {
    const threshold = Math.min(1, Math.round(this.values.threshold * 50 + 1) / 50);
    this.change({ threshold, counts: '' }, 'replace');
    this.emit('step', { threshold });
    return threshold === 1;
  }

  protected override goHome(): void {
    const { threshold } = this.definition.presets[this.preset] ?? {};
    this.change({ threshold: threshold ?? this.definition.settings.threshold.default, counts: '' }, 'replace');
  }

  // ---- What is rated

  get #counts(): Counts {
    const typed = this.values.counts;
    if (typed) {
      const [tp = 0, fn = 0, fp = 0, tn = 0] = typed.split(',').map(Number);
      return { tp, fn, fp, tn };
    }
    return this.said
      ? countsAt(this.said.probabilities, this.said.labels, this.values.threshold)
      : { tp: 0, fn: 0, fp: 0, tn: 0 };
  }

  get #predicted(): readonly number[] {
    return parsePrices(this.values.predicted) ?? realPrices;
  }

  #type(name: keyof Counts, text: string): void {
    const value = Number(text);
    const counts = this.#counts;
    if (!Number.isInteger(value) || value < 0 || value > 1e6) return;
    this.change({ counts: cellNames.map((cell) => (cell === name ? value : counts[cell])).join(',') });
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { metricsCode } = await import('../../code/metrics.ts');
    return metricsCode(language, { counts: this.#counts, real: realPrices, predicted: this.#predicted });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t, formats: f } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            words: { play: t.play, newSeedHint: t.newSeedHint },
            more: t.play,
            steps: [{ label: t.step, run: () => this.step() }],
            newSeed: () => this.newSeed(),
          })}
        </div>
        <div class="knobs">
          ${this.control('threshold', (value) => f.decimal(value, 2))} ${this.control('group')}
          ${this.control('seed', String, t.seedError)}
        </div>`,
      html`${this.without('classes') ? nothing : this.#renderClasses()} ${
        this.without('numbers')
          ? nothing
          : numbersStep(this.view, this.#predicted, (predicted, done) =>
              this.change({ predicted }, done ? 'push' : 'replace'),
            )
      }`,
    );
  }

  #renderClasses(): TemplateResult {
    const { said, values } = this;
    return classesStep(this.view, {
      said,
      threshold: values.threshold,
      along: said ? this.#along.of(said) : [],
      counts: this.#counts,
      typed: values.counts !== '',
      moveThreshold: (threshold, done) => this.change({ threshold, counts: '' }, done ? 'push' : 'replace'),
      type: (name, text) => this.#type(name, text),
      backToModel: () => this.change({ counts: '' }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-metrics': SlopeMetrics;
  }
}
