// `<slope-metrics>`: real predictions, a threshold, four counts that may be edited, and the ratings made of them.

import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import type { Sight } from '../../base/visibility.ts';
import type { PlaneColor, PlaneHandle, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { transport } from '../../controls/transport.ts';
import { type MetricsSettings, metricsDefinition } from './definition.ts';
import type { MetricsMessages } from './messages.en.ts';
import { type Predictions, predictions } from './predictions.ts';
import {
  type Counts,
  countsAt,
  numberRatings,
  PRICE_RANGE,
  parsePrices,
  type Ratings,
  ratingsOf,
  realPrices,
} from './scores.ts';
import '../../charts/plane.ts';

const STATION_MS = 90;
/** Where the threshold is tried for the curves. */
const SAMPLES = Array.from({ length: 101 }, (_, i) => i / 100);

const looks: Readonly<Record<keyof Ratings, { color: PlaneColor; dash: readonly number[] }>> = {
  accuracy: { color: 'inkSoft', dash: [2, 3] },
  precision: { color: 'class0', dash: [7, 4] },
  recall: { color: 'class1', dash: [] },
  f1: { color: 'accent', dash: [9, 3, 2, 3] },
};
const ratingNames = ['accuracy', 'precision', 'recall', 'f1'] as const;
const cellNames = ['tp', 'fn', 'fp', 'tn'] as const;

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
export class SlopeMetrics extends Experiment<MetricsSettings, MetricsMessages> {
  static override readonly styles: CSSResultGroup = [
    ...experimentStyles,
    css`
      .plots {
        padding-block: 0;
      }
      slope-plane {
        --slope-plane-aspect: 1.5;
      }
      .bands {
        display: flex;
        justify-content: space-between;
        font-size: var(--slope-text-small);
        color: var(--slope-ink-soft);
      }
      .counts {
        width: auto;
        table-layout: auto;
      }
      .counts td {
        padding: 1px;
      }
      .counts thead td {
        border: 0;
      }
      .counts thead th {
        border: 0;
        text-align: center;
        padding-inline: 0.5rem;
      }
      .counts tbody th {
        text-align: end;
        padding-inline-end: 0.75rem;
        white-space: nowrap;
      }
      .counts td {
        height: 1px;
      }
      .counts label {
        display: grid;
        align-content: space-between;
        height: 100%;
        width: 8.5rem;
        padding: 0.35rem 0.5rem;
        background: var(--slope-tint);
        border-inline-start: 3px solid var(--slope-accent);
        line-height: 1.2;
      }
      .counts .wrong label {
        border-color: var(--slope-error);
      }
      .counts input {
        width: 100%;
        margin-top: 0.2rem;
        font-size: 1.25em;
        font-weight: 600;
        color: var(--slope-ink);
        text-align: end;
      }
      .typed {
        display: flex;
        align-items: center;
        gap: 0.25rem;
        min-height: 1.9rem;
        font-size: var(--slope-text-small);
        color: var(--slope-ink-soft);
      }
      .board {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--slope-space-4) var(--slope-space-6);
        align-items: start;
      }
      .board > *,
      .plots > * {
        display: grid;
        gap: var(--slope-space-2);
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
      }
      .ratings th[scope='row'] {
        color: var(--slope-ink);
      }
      .ratings th i {
        display: inline-block;
        width: 1.7em;
        margin-inline-end: 0.5em;
        border-top: 2.5px solid;
        vertical-align: 0.25em;
      }
      .accuracy i {
        border-top-style: dotted !important;
        color: var(--slope-ink-soft);
      }
      .precision i {
        border-top-style: dashed !important;
        color: var(--slope-class-0);
      }
      .recall i {
        color: var(--slope-class-1);
      }
      .f1 i {
        border-top-style: dashed !important;
        color: var(--slope-accent);
      }
      .ratings {
        max-width: 38rem;
      }
      .ratings .sum {
        font-variant-numeric: tabular-nums;
      }
      .ratings .value {
        font-weight: 700;
        font-size: 1.15em;
        white-space: nowrap;
      }
      .ratings .asks {
        display: block;
        color: var(--slope-ink-soft);
        font-size: var(--slope-text-small);
      }
      .numbers .sum {
        display: block;
        margin-top: 0.15rem;
        font-size: var(--slope-text-small);
        color: var(--slope-ink-soft);
      }
      .numbers {
        border-top: 1px solid var(--slope-rule);
      }
      @container experiment (min-width: 44rem) {
        .board {
          grid-template-columns: auto minmax(0, 1fr);
        }
      }
      @container experiment (max-width: 30rem) {
        .counts label {
          width: 6.9rem;
        }
        .counts tbody th,
        .counts thead th {
          padding-inline: 0 0.35rem;
        }
        .ratings .sum {
          font-size: var(--slope-text-small);
        }
        .ratings th i {
          display: none;
        }
      }
    `,
  ];

  static override get definition(): typeof metricsDefinition {
    return metricsDefinition;
  }

  @state() private said: Predictions | undefined;
  #asked = 0;
  #timer = 0;
  #curves: { of: Predictions; ratings: readonly Ratings[] } | undefined;

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
      const message = error instanceof Error ? error.message : String(error);
      this.notify({ id: 'failed', kind: 'error', text: () => this.shared.notices.failed(message) });
      this.emit('error', { type: 'training', message });
    }
    if (this.runState !== 'loading') return;
    this.runState = 'ready';
    this.emit('ready');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  // ---- The journey of the threshold

  override play(): void {
    if (this.runState === 'running' || this.runState === 'loading') return;
    const ended = this.runState === 'complete' || this.values.threshold >= 1;
    if (ended || this.values.counts) this.change({ counts: '', ...(ended && { threshold: 0 }) }, 'replace');
    this.runState = 'running';
    window.clearInterval(this.#timer);
    this.#timer = window.setInterval(() => this.#raise(), STATION_MS);
  }

  override pause(): void {
    window.clearInterval(this.#timer);
    if (this.runState === 'running') this.runState = 'paused';
  }

  override step(): void {
    if (this.runState === 'running' || this.runState === 'loading') return;
    this.runState = 'paused';
    this.#raise();
  }

  override reset(): void {
    window.clearInterval(this.#timer);
    const { threshold } = this.definition.presets[this.preset] ?? {};
    this.change({ threshold: threshold ?? this.definition.settings.threshold.default, counts: '' }, 'replace');
    this.runState = 'ready';
  }

  #raise(): void {
    const next = Math.min(1, Math.round(this.values.threshold * 50 + 1) / 50);
    this.change({ threshold: next, counts: '' }, 'replace');
    this.emit('step', { threshold: next });
    if (next < 1) return;
    window.clearInterval(this.#timer);
    this.runState = 'complete';
    this.emit('complete');
  }

  protected override sightChanged(sight: Sight): void {
    if (sight !== 'seen') this.pause();
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

  /** The ratings at every threshold: counted once per set of predictions. */
  #ratingsAlong(said: Predictions): readonly Ratings[] {
    if (this.#curves?.of !== said) {
      this.#curves = {
        of: said,
        ratings: SAMPLES.map((at) => ratingsOf(countsAt(said.probabilities, said.labels, at))),
      };
    }
    return this.#curves.ratings;
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
    const { t, shared, formats: f } = this;
    return html`<div class="experiment" role="group" aria-label=${t.title} tabindex="-1">
      <h2 class="visually-hidden">${t.title}</h2>
      <div class="run-bar">
        ${this.renderPresets()}
        <div class="run-row">
          ${transport({
            words: { ...shared.transport, play: t.play, newSeedHint: t.newSeedHint },
            state: this.runState,
            more: t.play,
            ready: this.runState !== 'loading',
            started: false,
            steps: [{ label: t.step, run: () => this.step() }],
            play: () => this.play(),
            pause: () => this.pause(),
            reset: () => this.reset(),
            newSeed: () => this.change({ seed: Math.floor(Math.random() * 1e6) }),
          })}
        </div>
        <div class="knobs">
          ${this.control('threshold', (value) => f.decimal(value, 2))} ${this.control('group')}
          ${this.control('seed', String, t.seedError)}
        </div>
        ${this.renderNotices()}
      </div>
      ${this.without('classes') ? nothing : this.#renderClasses()} ${this.without('numbers') ? nothing : this.#renderNumbers()}
      <slot name="caption"></slot>
    </div>`;
  }

  #renderClasses(): TemplateResult {
    const { t, shared, formats: f, colors, said, values } = this;
    const { threshold } = values;
    const labels = said?.labels ?? new Float32Array();
    const strip: PlaneMark[] = said
      ? [
          {
            kind: 'points',
            x: said.probabilities,
            y: said.jitter.map((jitter, i) => (labels[i] ? 0.75 : 0.25) + 0.19 * jitter),
            classes: labels,
            size: 3.5,
            opacity: 0.85,
          },
        ]
      : [];
    const line: PlaneMark[] = [
      { kind: 'path', x: [0, 1], y: [0.5, 0.5], color: 'ruleStrong', width: 1 },
      { kind: 'path', x: [threshold, threshold], y: [0, 1], color: 'accent', width: 2 },
    ];
    const along = said ? this.#ratingsAlong(said) : [];
    const now = ratingsOf(this.#counts);
    const curves: PlaneMark[] = [
      ...ratingNames.map((name): PlaneMark => {
        const known = SAMPLES.map((at, i) => ({ at, value: along[i]?.[name] })).filter(
          ({ value }) => value !== undefined,
        );
        return {
          kind: 'path',
          x: known.map(({ at }) => at),
          y: known.map(({ value }) => value ?? 0),
          width: 2.25,
          ...looks[name],
        };
      }),
      { kind: 'path', x: [threshold, threshold], y: [0, 1.05], color: 'accent', width: 1.5 },
    ];
    const move = ({ detail }: CustomEvent<PlaneMove>): void =>
      this.change(
        { threshold: Math.min(1, Math.max(0, Math.round(detail.x * 50) / 50)), counts: '' },
        detail.done ? 'push' : 'replace',
      );
    const handle = (y: number): PlaneHandle[] => [{ id: 'threshold', x: threshold, y, name: t.handle, knob: true }];
    const list = ratingNames.map((name) => `${t.names[name]} ${this.#percent(now[name])}`).join(', ');
    return stepSection(
      'classes',
      undefined,
      t.classes,
      html`<div class="plots">
          <div><slope-plane .heading=${t.strip} .summary=${t.stripSummary(f.integer(labels.length), f.decimal(threshold, 2))}
            .xAxis=${{ label: t.stripX, min: -0.02, max: 1.02 }} .yAxis=${{ label: '', min: 0, max: 1, ticks: [] }}
            .marks=${[...line, ...strip]} .handles=${handle(0.5)} .readout=${(x: number) => t.stripReadout(f.percent(Math.min(1, Math.max(0, x)), 0))}
            .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane} @plane-move=${move}></slope-plane>
            <p class="bands"><span>↑ ${t.bands.pass}</span><span>↓ ${t.bands.fail}</span></p></div>
          <div><slope-plane .heading=${t.curves} .summary=${t.curvesSummary(list)}
            .xAxis=${{ label: t.settings.threshold?.label ?? '', min: -0.02, max: 1.02 }} .yAxis=${{ label: t.curvesY, min: 0, max: 1.05 }}
            .marks=${curves} .handles=${handle(0)} .readout=${(x: number) => t.stripReadout(f.decimal(x, 2))}
            .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane} @plane-move=${move}></slope-plane></div>
        </div>
        <div class="board">${this.#renderMatrix()} ${this.#renderRatings(now)}</div>`,
    );
  }

  readonly #percent = (value: number | undefined): string =>
    value === undefined ? '–' : this.formats.percent(value, 1);

  #renderMatrix(): TemplateResult {
    const { t, values } = this;
    const counts = this.#counts;
    const cell = (
      name: keyof Counts,
    ): TemplateResult => html`<td class=${name === 'tp' || name === 'tn' ? 'right' : 'wrong'}>
      <label>${t.cells[name]}<input type="text" inputmode="numeric" autocomplete="off" data-cell=${name} .value=${String(counts[name])}
        @change=${(event: Event) => this.#type(name, (event.target as HTMLInputElement).value)}></label></td>`;
    return html`<div>
      <h4>${t.matrix}</h4>
      <table class="counts">
        <thead><tr><td></td><th scope="col">${t.said}: <b>${t.yes}</b></th><th scope="col"><b>${t.no}</b></th></tr></thead>
        <tbody>
          <tr><th scope="row">${t.really}: <b>${t.yes}</b></th>${cell('tp')}${cell('fn')}</tr>
          <tr><th scope="row"><b>${t.no}</b></th>${cell('fp')}${cell('tn')}</tr>
        </tbody>
      </table>
      <p class="typed">${
        values.counts
          ? html`${t.typed}<button type="button" class="quiet small" @click=${() => this.change({ counts: '' })}>${t.back}</button>`
          : t.matrixHint
      }</p>
    </div>`;
  }

  #renderRatings(now: Ratings): TemplateResult {
    const { t, formats: f } = this;
    const { tp, fn, fp, tn } = this.#counts;
    const n = f.integer;
    const sums: Readonly<Record<keyof Ratings, string>> = {
      accuracy: `(${n(tp)} + ${n(tn)}) / ${n(tp + fn + fp + tn)}`,
      precision: `${n(tp)} / (${n(tp)} + ${n(fp)})`,
      recall: `${n(tp)} / (${n(tp)} + ${n(fn)})`,
      f1: `2 · ${n(tp)} / (2 · ${n(tp)} + ${n(fp)} + ${n(fn)})`,
    };
    return html`<div>
      <h4>${t.ratings}</h4>
      <table class="ratings" role="status">
        <tbody>${ratingNames.map(
          (
            name,
          ) => html`<tr class=${name}><th scope="row"><i></i>${t.names[name]}<span class="asks">${t.asks[name]}</span></th>
            <td class="numeric sum">${sums[name]}</td>
            <td class="numeric value" data-metric=${name}>${now[name] === undefined ? html`<span title=${t.nothing}>–</span>` : this.#percent(now[name])}</td></tr>`,
        )}</tbody>
      </table>
    </div>`;
  }

  #renderNumbers(): TemplateResult {
    const { t, shared, formats: f, colors } = this;
    const predicted = this.#predicted;
    const ratings = numberRatings(realPrices, predicted);
    const shown = { mae: f.decimal(ratings.mae, 1), rmse: f.decimal(ratings.rmse, 1), r2: f.decimal(ratings.r2, 3) };
    const names = ['mae', 'rmse', 'r2'] as const;
    const off = realPrices.map((price, i) => f.integer(Math.abs((predicted[i] ?? 0) - price)));
    const sums = {
      mae: `(${off.join(' + ')}) / ${off.length}`,
      rmse: `√( (${off.map((error) => `${error}²`).join(' + ')}) / ${off.length} )`,
      r2: `1 − ${f.integer(ratings.rmse ** 2)} / ${f.integer(ratings.variance)}`,
    };
    const handles = realPrices.map(
      (price, i): PlaneHandle => ({
        id: String(i),
        x: price,
        y: predicted[i] ?? price,
        name: t.house(f.integer(price)),
      }),
    );
    const marks: PlaneMark[] = [
      { kind: 'path', x: [...PRICE_RANGE], y: [...PRICE_RANGE], color: 'inkSoft', width: 1.25, dash: [5, 4] },
      { kind: 'residuals', x: realPrices, y: predicted, fitted: realPrices, color: 'error', width: 1.5 },
      { kind: 'points', x: realPrices, y: predicted, size: 5 },
    ];
    const move = ({ detail }: CustomEvent<PlaneMove>): void => {
      const price = Math.round(Math.min(PRICE_RANGE[1], Math.max(PRICE_RANGE[0], detail.y)));
      const next = predicted.map((old, i) => (String(i) === detail.id ? price : old));
      this.change({ predicted: next.join(',') }, detail.done ? 'push' : 'replace');
    };
    return stepSection(
      'numbers',
      undefined,
      t.numbers,
      html`<div class="plots">
          <div><slope-plane .heading=${t.prices} .summary=${t.pricesSummary(names.map((name) => `${t.numberNames[name]} ${shown[name]}`).join(', '))}
            .xAxis=${{ label: t.pricesX, min: PRICE_RANGE[0], max: PRICE_RANGE[1] }} .yAxis=${{ label: t.pricesY, min: PRICE_RANGE[0], max: PRICE_RANGE[1] }}
            .marks=${marks} .handles=${handles} .readout=${(x: number, y: number) => t.pricesReadout(f.integer(x), f.integer(y))}
            .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane} @plane-move=${move}></slope-plane>
            <p class="hint">${t.pricesHint}</p></div>
          <div><table class="ratings" role="status">
            <tbody>${names.map(
              (name) => html`<tr><th scope="row">${t.numberNames[name]}<span class="asks">${t.numberAsks[name]}</span>
                  <span class="sum">${sums[name]}</span></th>
                <td class="numeric value" data-metric=${name}>${shown[name]}</td></tr>`,
            )}</tbody>
          </table></div>
        </div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-metrics': SlopeMetrics;
  }
}
