// `<slope-polynomial-regression>`: polynomials of rising degree through noisy points; the error on new points tells when to stop.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import type { PlaneMark, PlaneMove } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { downloadText } from '../../controls/download.ts';
import { csvTable } from '../../formats/csv.ts';
import { type PolynomialData, polynomialData } from './data.ts';
import { HIGHEST_DEGREE, type PolynomialSettings, polynomialDefinition } from './definition.ts';
import { type Fit, fitAll, rmse } from './fit.ts';
import type { PolynomialMessages } from './messages.en.ts';
import { polynomialStyles } from './styles.ts';
import '../../charts/plane.ts';

/** Time to look at one degree. */
const DEGREE_MS = 450;
/** Validation errors up to this much above the least are about right. */
const TOLERANCE = 1.06;

interface Scored {
  readonly fit: Fit;
  readonly train: number;
  readonly validation: number;
}

type Verdict = 'under' | 'good' | 'over';

/**
 * @element slope-polynomial-regression
 * @attr preset - `good` (default), `underfit`, `overfit`, `more-points`, `few-points`
 * @attr degree - 1 to 24
 * @attr count, noise, seed, draw - of the points
 * @attr truth, validation - `shown` or `hidden`
 * @attr without-presets, without-settings, without-errors, without-bars, without-numbers
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopePolynomialRegression extends Experiment<PolynomialSettings, PolynomialMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, polynomialStyles];

  static override get definition(): typeof polynomialDefinition {
    return polynomialDefinition;
  }

  @state() private term: string | undefined;
  @state() private announcement = '';
  #data: PolynomialData | undefined;
  #scored: readonly Scored[] = [];
  #timer = 0;

  // ---- Fits

  #rebuild(): void {
    const { seed, draw, count, noise } = this.values;
    const data = polynomialData({ seed, draw, count, noise });
    const first = this.#data === undefined;
    this.#data = data;
    this.#scored = fitAll(data.training, HIGHEST_DEGREE).map((fit) => ({
      fit,
      train: rmse(fit, data.training),
      validation: rmse(fit, data.validation),
    }));
    this.#stop();
    this.runState = 'ready';
    if (first) this.emit('ready');
  }

  protected override settingsChanged(changed: readonly KeyOf<PolynomialSettings>[]): void {
    if (changed.some((key) => this.definition.settings[key].rebuilds)) this.#rebuild();
    else if (changed.includes('degree') && this.runState === 'complete' && this.values.degree < this.#highest) {
      this.runState = 'paused';
    }
  }

  /** No more parameters than points. */
  get #highest(): number {
    return this.#scored.length;
  }

  get #degree(): number {
    return Math.min(this.values.degree, this.#highest);
  }

  get #best(): number {
    return (
      this.#scored.reduce(
        (best, { validation }, i) => (validation < (this.#scored[best]?.validation ?? 0) ? i : best),
        0,
      ) + 1
    );
  }

  get #verdict(): Verdict {
    const least = this.#scored[this.#best - 1]?.validation ?? 0;
    const here = this.#scored[this.#degree - 1]?.validation ?? 0;
    if (here <= least * TOLERANCE) return 'good';
    return this.#degree < this.#best ? 'under' : 'over';
  }

  // ---- Transport: degree by degree

  override play(): void {
    if (this.runState === 'running') return;
    if (this.#degree >= this.#highest) this.change({ degree: 1 }, 'replace');
    this.runState = 'running';
    this.#timer = window.setInterval(() => this.#next(), DEGREE_MS);
  }

  #next(): void {
    if (this.#degree < this.#highest) this.change({ degree: this.#degree + 1 }, 'replace');
    this.emit('step', { degree: this.#degree });
    if (this.#degree >= this.#highest) this.#arrived();
  }

  #arrived(): void {
    this.#stop();
    this.runState = 'complete';
    this.announcement = this.t.complete(this.formats.integer(this.#best));
    this.emit('complete');
  }

  #stop(): void {
    window.clearInterval(this.#timer);
    this.#timer = 0;
  }

  override pause(): void {
    this.#stop();
    if (this.runState === 'running') this.runState = 'paused';
  }

  override step(): void {
    if (this.runState === 'running' || this.#degree >= this.#highest) return;
    this.runState = 'paused';
    this.#next();
  }

  override reset(): void {
    this.#stop();
    this.change({ degree: 1 });
    this.runState = 'ready';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  /** Shows which points a symbol of the formula speaks of. */
  highlightTerm(term: string | undefined): void {
    this.term = term;
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { seed, count, noise } = this.values;
    const { polynomialCode } = await import('./code.ts');
    return polynomialCode(language, { seed, count, noise, degree: this.#degree });
  }

  /** Errors by degree. */
  toCSV(): string {
    const rows = this.#scored.map(({ fit, train, validation }) => [fit.degree, train, validation]);
    return csvTable(['degree', 'train_rmse', 'validation_rmse'], rows, this.locale);
  }

  // ---- Picture

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.#data) this.#rebuild();
  }

  protected override render(): TemplateResult {
    const now = this.#scored[this.#degree - 1];
    const data = this.#data;
    if (!now || !data) return html``;
    return this.renderFigure(
      this.#renderControls(),
      html`<div class="main">
          <div class="stack">
            ${this.#renderPoints(now, data)}
            ${this.without('numbers') ? nothing : this.#renderNumbers(now, data)}
          </div>
          <div class="stack">
            ${this.without('errors') ? nothing : this.#renderErrors(now)}
            ${this.without('bars') ? nothing : this.#renderBars(now)}
          </div>
        </div>`,
      this.announcement,
    );
  }

  #renderControls(): TemplateResult {
    const { t, shared, formats: f, values } = this;
    return html`<div class="run-row">
        ${this.renderButtons({
          words: {
            play: t.play,
            resume: t.play,
            resetHint: t.resetHint,
            newSeed: t.newSeed,
            newSeedHint: t.newSeedHint,
          },
          more: t.play,
          ready: true,
          started: this.runState !== 'ready',
          steps: [{ label: t.stepUnit, run: () => this.step() }],
          newSeed: () => this.change({ seed: Math.floor(Math.random() * 1e6), draw: 0 }),
        })}
        <div class="transport">
          <button type="button" title=${t.redrawHint} @click=${() => this.change({ draw: values.draw + 1 })}>${t.redraw}</button>
          <button type="button" @click=${() => downloadText('polynomial-regression.csv', 'text/csv', this.toCSV())}>${shared.csv}</button>
        </div>
      </div>
      ${
        this.without('settings')
          ? nothing
          : html`<div class="knobs">${this.control('degree', f.integer)} ${this.control('count', f.integer)}
              ${this.control('noise', f.integer)} ${this.control('validation')} ${this.control('truth')}</div>`
      }`;
  }

  #renderPoints({ fit }: Scored, { training, validation, truth }: PolynomialData): TemplateResult {
    const { t, shared, formats: f, values, term } = this;
    const words = t.plane;
    const fitted = training.x.map((x) => fit.at(x));
    const [low, high] = extent(training.x);
    const marks: PlaneMark[] = [
      ...(values.validation === 'shown'
        ? [{ kind: 'points' as const, ...validation, hollow: true, color: 'accent' as const, size: 2.25, opacity: 0.4 }]
        : []),
      ...(term === 'residual' ? [{ kind: 'residuals' as const, ...training, fitted }] : []),
      {
        kind: 'points',
        ...training,
        size: training.x.length > 200 ? 2.25 : 3.5,
        ...(term === 'm' && { ringed: new Set(training.x.keys()) }),
      },
      ...(values.truth === 'shown'
        ? [
            {
              kind: 'curve' as const,
              f: truth,
              color: 'inkSoft' as const,
              width: 1.5,
              dash: [5, 4],
              label: words.truth,
            },
          ]
        : []),
      { kind: 'curve', f: fit.at, from: low - 0.06, to: high + 0.06, color: 'ink', width: term === 'P' ? 4 : 2.5 },
    ];
    const [bottom, top] = extent(Float64Array.of(...training.y, ...validation.y));
    return html`<div><slope-plane .heading=${words.title(f.integer(fit.degree))}
        .summary=${words.summary(f.integer(training.x.length), f.integer(validation.x.length), f.integer(fit.degree))}
        .xAxis=${{ label: words.x, min: -1.85, max: 1.85 }}
        .yAxis=${{ label: words.y, min: Math.floor(2 * bottom) / 2, max: Math.ceil(2 * top) / 2 }}
        .marks=${marks} .format=${f.decimal} .palette=${this.colors.palette} .words=${shared.plane}
        .readout=${(x: number) => words.readout(f.decimal(x, 2), f.decimal(fit.at(x), 2))}></slope-plane>
      <p class="key"><span><i></i>${words.legend.train}</span>${
        values.validation === 'shown' ? html`<span><i class="hollow"></i>${words.legend.validation}</span>` : nothing
      }</p></div>`;
  }

  #renderErrors(now: Scored): TemplateResult {
    const { t, shared, formats: f } = this;
    const words = t.errors;
    const degrees = this.#scored.map(({ fit }) => fit.degree);
    const least = Math.min(...this.#scored.map(({ validation }) => validation));
    const top = Math.max(1.15, Math.min(1.75, least * 4));
    const shown = (value: number): number => Math.min(value, top);
    const marks: PlaneMark[] = [
      { kind: 'path', x: [now.fit.degree, now.fit.degree], y: [0, top], color: 'inkFaint', width: 1, dash: [3, 3] },
      {
        kind: 'path',
        x: degrees,
        y: this.#scored.map(({ train }) => train),
        color: 'ink',
        width: 2,
        dots: true,
        label: words.train,
      },
      {
        kind: 'path',
        x: degrees,
        y: this.#scored.map(({ validation }) => validation),
        color: 'accent',
        width: 2,
        dash: [6, 4],
        dots: true,
      },
      { kind: 'cross', at: [this.#best, least], color: 'accent', width: 0, label: words.validation },
    ];
    const text = (value: number): string => f.decimal(value, 3);
    return html`<div><slope-plane class="errors" .heading=${words.title}
        .summary=${words.summary(f.integer(this.#best), f.integer(now.fit.degree), text(now.train), text(now.validation))}
        .xAxis=${{ label: words.x, min: 0, max: HIGHEST_DEGREE + 1, ticks: [1, 4, 8, 12, 16, 20, 24] }}
        .yAxis=${{ label: words.y, min: 0, max: top }}
        .marks=${marks} .handles=${[{ id: 'degree', x: now.fit.degree, y: shown(now.validation), name: words.handle, knob: true }]}
        .format=${f.decimal} .palette=${this.colors.palette} .words=${shared.plane}
        .readout=${(x: number) => {
          const at = this.#scored[Math.min(this.#highest, Math.max(1, Math.round(x))) - 1] ?? now;
          return words.readout(f.integer(at.fit.degree), text(at.train), text(at.validation));
        }}
        @plane-move=${({ detail: { x, done } }: CustomEvent<PlaneMove>) =>
          this.change(
            { degree: Math.min(this.#highest, Math.max(1, Math.round(x))) },
            done ? 'push' : 'replace',
          )}></slope-plane>
      <p class="small-text soft">${words.hint}</p></div>`;
  }

  #renderBars({ fit: { coefficients } }: Scored): TemplateResult {
    const { t, shared, formats: f } = this;
    const words = t.bars;
    const largest = coefficients.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const reach = niceReach(largest);
    return html`<div><slope-plane class="bars-plane" .heading=${words.title}
        .summary=${words.summary(f.integer(coefficients.length), f.significant(largest))}
        .xAxis=${{ label: words.x, min: -0.7, max: HIGHEST_DEGREE + 0.7, ticks: [0, 4, 8, 12, 16, 20, 24] }}
        .yAxis=${{ label: words.y, min: -reach, max: reach }}
        .marks=${[{ kind: 'bars', x: [...coefficients.keys()], y: coefficients }]}
        .format=${f.decimal} .palette=${this.colors.palette} .words=${shared.plane}
        .readout=${(x: number) => {
          const i = Math.min(coefficients.length - 1, Math.max(0, Math.round(x)));
          return words.readout(f.integer(i), f.decimal(coefficients[i] ?? 0, 3));
        }}></slope-plane>
      <p class="small-text soft">${words.about(f.significant(largest))}</p></div>`;
  }

  #renderNumbers(now: Scored, { training, validation }: PolynomialData): TemplateResult {
    const { t, formats: f } = this;
    const words = t.numbers;
    const verdict = this.#verdict;
    return html`<div class="stack">
      <dl class="big">
        <div><dt>${words.train}</dt><dd>${f.decimal(now.train, 3)}</dd><dd class="why">${words.fitted(f.integer(training.x.length))}</dd></div>
        <div><dt>${words.validation}</dt><dd data-validation>${now.validation < 1e4 ? f.decimal(now.validation, 3) : f.significant(now.validation)}</dd><dd class="why">${words.unseen(f.integer(validation.x.length))}</dd></div>
        <div><dt>${words.parameters}</dt><dd>${f.integer(now.fit.degree + 1)}</dd><dd class="why">${words.parametersAbout(f.integer(training.x.length))}</dd></div>
      </dl>
      <p class="verdict ${verdict}" aria-live="polite"><strong>${t.verdictNames[verdict]}</strong><span>${t.verdicts[verdict]}</span></p>
    </div>`;
  }
}

/** A round half-height for the bars, so that they do not all seem equal at every degree. */
function niceReach(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(largest, 0.1)));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= largest * 1.05) ?? 10);
}

const extent = (values: Float64Array): readonly [number, number] => [
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
];

declare global {
  interface HTMLElementTagNameMap {
    'slope-polynomial-regression': SlopePolynomialRegression;
  }
}
