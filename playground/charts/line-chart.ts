// A line chart: uPlot for the drawing, our own legend with the value under the pointer, keys to move through the values.

import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type uPlot from 'uplot';
import uplotStyles from 'uplot/dist/uPlot.min.css?inline';
import type { Palette } from '../base/palette.ts';
import { paintInTurn } from './turns.ts';

export interface LineSeries {
  readonly name: string;
  /** One value per x; null where this series has none. */
  readonly values: readonly (number | null)[];
  readonly color: keyof Palette;
  readonly width?: number;
  readonly dashed?: boolean;
  /** Marks each value: for series with few of them. */
  readonly points?: boolean;
  /** A thin line behind the others, which may leave the range that they decide. */
  readonly background?: boolean;
}

export interface LineChartWords {
  readonly noValues: string;
  readonly keyboard: string;
  /** "epoch 3" */
  readonly at: (x: string) => string;
}

type Range = readonly [number, number];

/** 1, 2 and 5 times the powers of ten that cut a range into about `count` pieces: uPlot's own end at 1e15, losses do not. */
function increments(min: number, max: number, count: number): number[] {
  const power = Math.floor(Math.log10((max - min) / Math.max(1, count)));
  return [power, power + 1, power + 2].flatMap((p) => [1, 2, 5].map((digit) => Number(`${digit}e${p}`)));
}

/** Properties whose change moves the curves. */
const drawn = ['x', 'series', 'xRange', 'yRange', 'format', 'formatTick', 'formatX'] as const;

@customElement('slope-line-chart')
export class LineChart extends LitElement {
  static override readonly styles = [
    unsafeCSS(uplotStyles),
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 0.75em;
        min-height: 2.9em;
        font-size: var(--slope-text-small);
        line-height: 1.4;
        font-variant-numeric: tabular-nums;
      }
      .title {
        flex-basis: 100%;
        font-size: calc(1em / 0.8125 * 0.9375);
        font-weight: 600;
      }
      .where {
        margin-inline-start: 0.75em;
        font-weight: 400;
        font-size: 0.867em;
        color: var(--slope-ink-soft);
      }
      .entry {
        display: inline-flex;
        align-items: center;
        gap: 0.45em;
        color: var(--slope-ink-soft);
      }
      .entry b {
        color: var(--slope-ink);
        font-weight: 600;
        /* The longest value decides, so that the legend does not dance while values change. */
        min-width: 3.1em;
      }
      .key {
        width: 1.5em;
        height: 0;
        border-top: 2px solid var(--slope-ink);
      }
      .key.dashed {
        border-top-style: dashed;
      }
      .key.accent {
        border-top-color: var(--slope-accent);
      }
      .key.class1 {
        border-top-color: var(--slope-class-1);
      }
      .key.ruleStrong {
        border-top: 1px solid var(--slope-rule-strong);
      }
      .plot {
        height: var(--slope-chart-height, 13rem);
        outline-offset: 2px;
        border-radius: var(--slope-radius);
      }
      .plot:focus-visible {
        outline: var(--slope-focus);
      }
      .uplot {
        font-family: inherit;
      }
      .u-cursor-x {
        border-right: 1px solid var(--slope-ink-faint) !important;
      }
      .u-cursor-pt {
        border-width: 2px;
      }
    `,
  ];

  /** What is measured, with its unit where there is one. */
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) x: readonly number[] = [];
  @property({ attribute: false }) series: readonly LineSeries[] = [];
  @property({ attribute: false }) xRange: Range = [0, 1];
  /** What the chart shows at least until a series has two values; from then on the values decide. */
  @property({ attribute: false }) yRange: Range = [0, 1];
  /** What no range leaves: an accuracy ends at 1. */
  @property({ attribute: false }) yLimits: Range = [0, Number.POSITIVE_INFINITY];
  @property({ attribute: false }) xLabel = '';
  @property({ attribute: false }) format: (value: number) => string = String;
  /** Shorter, for the axis. */
  @property({ attribute: false }) formatTick: (value: number) => string = String;
  @property({ attribute: false }) formatX: (value: number) => string = String;
  @property({ attribute: false }) palette: Palette | undefined;
  @property({ attribute: false }) words: LineChartWords | undefined;

  /** The value under the pointer or reached by keys. */
  @state() private pointed: number | null = null;
  @query('.plot') private readonly plotBox!: HTMLElement;

  #plot: uPlot | undefined;
  #observer: ResizeObserver | undefined;
  #uPlot: typeof uPlot | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(() => this.#resize());
    if (this.hasUpdated) this.#observer.observe(this.plotBox);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#destroyPlot();
  }

  protected override async firstUpdated(): Promise<void> {
    this.#observer?.observe(this.plotBox);
    this.#uPlot = await loadUPlot();
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#uPlot || !this.isConnected) return;
    const shape = this.series.map(({ name, color, dashed }) => `${name} ${color} ${dashed}`).join();
    if (shape !== this.#shape || (changed.has('palette') && this.palette) || changed.has('xLabel')) this.#destroyPlot();
    this.#shape = shape;
    if (!this.#plot) this.#createPlot(this.#uPlot);
    else if (drawn.some((name) => changed.has(name))) {
      paintInTurn(this, () => this.#plot?.setData(this.#data()));
    }
  }
  #shape = '';

  #data(): uPlot.AlignedData {
    return [this.x, ...this.series.map(({ values }) => values)] as uPlot.AlignedData;
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.plotBox;
    if (!this.#plot) this.requestUpdate();
    else if (width > 0) this.#plot.setSize({ width, height });
  }

  #destroyPlot(): void {
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  #createPlot(UPlot: typeof uPlot): void {
    const { palette } = this;
    // Reading the size makes the browser lay the page out: once per plot, not once per update.
    const { clientWidth: width, clientHeight: height } = this.plotBox;
    if (!palette || width === 0) return;
    const style = getComputedStyle(this);
    const font = `${Math.round(Number.parseFloat(style.fontSize) * 0.78)}px ${style.fontFamily}`;
    const axis = {
      stroke: palette.inkSoft,
      font,
      grid: { stroke: palette.rule, width: 1 },
      ticks: { stroke: palette.rule, width: 1, size: 5 },
    };
    this.#plot = new UPlot(
      {
        width,
        height,
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
        scales: { x: { time: false, range: () => [...this.xRange] }, y: { range: () => this.#valueRange() } },
        axes: [
          {
            ...axis,
            grid: { show: false },
            label: this.xLabel,
            labelFont: font,
            labelSize: 18,
            size: 26,
            space: 40,
            // Half an epoch is no place for a tick.
            incrs: (_plot, _axis, min, max, length, space) =>
              increments(min, max, length / space).filter((step) => step >= 1 || max - min < 2),
            values: (_plot, splits) => splits.map((value) => this.formatX(value)),
          },
          {
            ...axis,
            size: 46,
            space: 28,
            incrs: (_plot, _axis, min, max, length, space) => increments(min, max, length / space),
            values: (_plot, splits) => splits.map((value) => this.formatTick(value)),
          },
        ],
        series: [{}, ...this.series.map((series) => this.#drawnSeries(series, palette))],
        hooks: {
          setCursor: [
            (plot) => {
              const pointed =
                plot.cursor.left !== undefined && plot.cursor.left >= 0 ? (plot.cursor.idx ?? null) : null;
              if (pointed !== this.pointed) this.pointed = pointed;
            },
          ],
        },
      },
      this.#data(),
      this.plotBox,
    );
  }

  #drawnSeries({ color, width = 2, dashed, points, background }: LineSeries, palette: Palette): uPlot.Series {
    return {
      stroke: palette[color],
      width: background ? 1 : width,
      spanGaps: true,
      points: { show: points ?? false, size: 5, fill: palette.paper, stroke: palette[color], width: 1.5 },
      ...(dashed && { dash: [6, 4] }),
    };
  }

  /** Ranges follow the series that count; a noisy background line may leave the frame. */
  #valueRange(): [number, number] {
    const [floor, ceiling] = this.yLimits;
    const front = this.series.filter(({ background }) => !background).map(({ values }) => finite(values));
    const settled = front.some((values) => values.length > 1);
    const deciding = settled ? front.flat() : [...this.yRange, ...finite(this.series.flatMap(({ values }) => values))];
    const min = deciding.reduce((a, b) => Math.min(a, b));
    const max = deciding.reduce((a, b) => Math.max(a, b));
    const room = settled ? Math.max((max - min) * 0.08, 0.002) : 0;
    return [Math.max(floor, min - room), Math.min(ceiling, max + room)];
  }

  /** The value of a series at a position; sparse series answer with their nearest one. */
  #valueAt(values: readonly (number | null)[], index: number): number | undefined {
    for (let away = 0; away < values.length; away++) {
      const value = values[index - away] ?? values[index + away];
      if (typeof value === 'number') return value;
    }
    return undefined;
  }

  readonly #keyPressed = (event: KeyboardEvent): void => {
    const last = this.x.length - 1;
    if (last < 0) return;
    const now = this.pointed ?? last;
    // Keys move from marked value to marked value; a background line of thousands of steps would be endless.
    const marks = this.#marks();
    const at = marks.findIndex((mark) => mark >= now);
    const moves: Record<string, number | undefined> = {
      ArrowLeft: marks[Math.max(0, (at < 0 ? marks.length : at) - 1)],
      ArrowRight: marks[Math.min(marks.length - 1, marks[at] === now ? at + 1 : Math.max(at, 0))],
      Home: marks[0],
      End: marks.at(-1),
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.pointed = next;
    const left = this.#plot?.valToPos(this.x[next] ?? 0, 'x') ?? 0;
    this.#plot?.setCursor({ left, top: 0 });
  };

  #marks(): number[] {
    const front = this.series.filter(({ background }) => !background);
    const marks = this.x
      .map((_x, index) => index)
      .filter((index) => front.some(({ values }) => typeof values[index] === 'number'));
    return marks.length ? marks : this.x.map((_x, index) => index);
  }

  protected override render(): TemplateResult {
    const index = Math.min(this.pointed ?? this.x.length - 1, this.x.length - 1);
    const x = this.x[index];
    const entries = this.series
      .map((series) => ({ ...series, value: this.#valueAt(series.values, index) }))
      .sort((a, b) => Number(a.background ?? false) - Number(b.background ?? false));
    const spoken = entries
      .filter(({ value }) => value !== undefined)
      .map(({ name, value }) => `${name} ${this.format(value ?? 0)}`)
      .join(', ');
    const where = x === undefined ? '' : (this.words?.at(this.formatX(x)) ?? '');
    return html`
      <div class="head">
        <span class="title">${this.heading}${this.pointed !== null && where ? html`<span class="where">${where}</span>` : nothing}</span>
        ${entries.map(
          ({
            name,
            color,
            dashed,
            value,
          }) => html`<span class="entry"><span class="key ${color} ${dashed ? 'dashed' : ''}"></span>${name}
            <b>${value === undefined ? '–' : this.format(value)}</b></span>`,
        )}
      </div>
      <div class="plot" tabindex="0" role="slider" data-own-keys
        aria-label="${this.heading}. ${this.words?.keyboard ?? ''}"
        aria-valuemin=${this.xRange[0]} aria-valuemax=${this.xRange[1]} aria-valuenow=${x ?? this.xRange[0]}
        aria-valuetext=${spoken ? `${where}: ${spoken}` : (this.words?.noValues ?? '')}
        @keydown=${this.#keyPressed}></div>`;
  }
}

async function loadUPlot(): Promise<typeof uPlot> {
  try {
    new Intl.NumberFormat(navigator.language);
  } catch {
    // uPlot formats with the browser's language as it loads, and Chrome started under LANG=C calls that "en-US@posix".
    Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
  }
  return (await import('uplot')).default;
}

const finite = (values: readonly (number | null)[]): number[] =>
  values.filter((value): value is number => value !== null && Number.isFinite(value));

declare global {
  interface HTMLElementTagNameMap {
    'slope-line-chart': LineChart;
  }
}
