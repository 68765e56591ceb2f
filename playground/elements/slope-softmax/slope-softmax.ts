// `<slope-softmax>`: ten scores on sliders, their probabilities beside them, and what temperature does to doubts.

import { type CSSResultGroup, html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { activation, type Sequential, sequential } from '../../../engine/index.ts';
import { JourneyExperiment } from '../../base/journey-experiment.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { variables } from '../../controls/variables.ts';
import {
  CLASSES,
  parseScores,
  SCORE_LIMIT,
  type SoftmaxSettings,
  softmaxDefinition,
  temperatures,
} from './definition.ts';
import type { SoftmaxMessages } from './messages.en.ts';
import { softmaxStyles } from './styles.ts';

/** Positions of a score's slider: half points. */
const PER_POINT = 2;

/**
 * @element slope-softmax
 * @attr preset - `doubt` (default), `sure`, `sure-and-wrong`, `equal`
 * @attr scores - ten numbers from -10 to 10, with commas
 * @attr temperature - what the scores are divided by
 * @attr truth - the right answer, 0 to 9
 * @attr without-presets - hides the situations
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - The temperature went on by one station.
 * @fires slope-complete - It has arrived at the highest.
 */
export class SlopeSoftmax extends JourneyExperiment<SoftmaxSettings, SoftmaxMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, softmaxStyles];

  static override get definition(): typeof softmaxDefinition {
    return softmaxDefinition;
  }

  protected override readonly stationMs = 350;
  @state() private shares: Float32Array | undefined;
  #model: Sequential | undefined;
  #asked = '';

  get #scores(): readonly number[] {
    return parseScores(this.values.scores) ?? new Array<number>(CLASSES).fill(0);
  }

  protected override settingsChanged(): void {
    void this.#compute();
  }

  /** The engine's softmax of the scores, divided by the temperature. */
  async #compute(): Promise<void> {
    const { temperature, scores } = this.values;
    const asked = `${scores} ${temperature}`;
    this.#asked = asked;
    this.#model ??= sequential([activation('softmax')], { inputShape: [CLASSES] });
    const shares = await this.#model.predict(Float32Array.from(this.#scores, (score) => score / temperature));
    if (this.#asked !== asked) return;
    this.shares = shares;
    if (this.runState === 'loading') {
      this.runState = 'ready';
      this.emit('ready');
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#model?.dispose();
  }

  // ---- The journey of the temperature

  protected override startAgain(): void {
    if (this.runState === 'complete') this.change({ temperature: temperatures[0] ?? 0.1 }, 'replace');
  }

  protected override travel(): boolean {
    const temperature = temperatures.find((station) => station > this.values.temperature + 1e-9);
    if (temperature === undefined) return true;
    this.change({ temperature }, 'replace');
    this.emit('step', { temperature });
    return temperature === temperatures.at(-1);
  }

  protected override goHome(): void {
    this.change({ temperature: this.definition.settings.temperature.default }, 'replace');
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { temperature, truth } = this.values;
    const { softmaxCode } = await import('../../code/softmax.ts');
    return softmaxCode(language, { scores: this.#scores, temperature, truth });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t, formats: f } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            words: { play: t.play },
            steps: [{ label: t.step, run: () => this.step() }],
          })}
        </div>
        <div class="temperature">${this.control('temperature', f.significant)} ${this.control('truth', String)}</div>`,
      html`${this.#renderRows()}`,
    );
  }

  #renderRows(): TemplateResult {
    const { t, formats: f, shares } = this;
    const scores = this.#scores;
    const most = Math.max(...scores);
    const best = scores.indexOf(most);
    const tied = scores.filter((score) => score === most).length > 1;
    const percent = (digit: number): string => (shares ? f.percent(shares[digit] ?? 0, 1) : '–');
    const { truth } = this.values;
    const loss = shares && -Math.log(Math.max(shares[truth] ?? 0, 1e-38));
    const set = (digit: number, position: number, done: boolean): void => {
      const next = scores.map((score, i) => (i === digit ? position / PER_POINT - SCORE_LIMIT : score));
      this.change({ scores: next.join(',') }, done ? 'push' : 'replace');
    };
    const list = scores.map((_, digit) => `${digit}: ${percent(digit)}`).join(', ');
    return stepSection(
      'scores',
      undefined,
      t.scoresTitle,
      html`<div class="rows">
          <div class="row head"><span></span><span></span><span></span><span>${t.probabilities}</span><span></span></div>
          ${scores.map(
            (score, digit) => html`<div class="row ${digit === best && !tied ? 'best' : ''}">
              <span class="digit">${digit}</span>
              <input type="range" min="0" max=${2 * SCORE_LIMIT * PER_POINT} step="1" aria-label=${t.score(String(digit))}
                aria-valuetext=${f.decimal(score, 1)} .value=${String(Math.round((score + SCORE_LIMIT) * PER_POINT))}
                ${variables({ '--share': (score + SCORE_LIMIT) / (2 * SCORE_LIMIT) })}
                @input=${(event: Event) => set(digit, (event.target as HTMLInputElement).valueAsNumber, false)}
                @change=${(event: Event) => set(digit, (event.target as HTMLInputElement).valueAsNumber, true)}>
              <span class="value">${f.decimal(score, 1)}</span>
              <span class="track" aria-hidden="true"><span ${variables({ '--share': shares?.[digit] ?? 0 })}></span></span>
              <span class="share" data-share=${digit}>${percent(digit)}</span>
            </div>`,
          )}
        </div>
        <p class="visually-hidden">${t.bars(list)}</p>
        <p class="results" role="status">
          <b data-argmax>${tied ? t.tie : t.argmax(String(best), percent(best))}</b>
          <span data-loss>${t.loss(String(truth), loss === undefined ? '–' : f.decimal(loss, 3))}</span>
          <span>${t.sum(
            shares
              ? f.decimal(
                  shares.reduce((a, b) => a + b, 0),
                  3,
                )
              : '–',
          )}</span>
        </p>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-softmax': SlopeSoftmax;
  }
}
