// `<slope-plane>`: a plot of the plane on canvas with axes, points, lines, contours and shading; everything on it can be read,
// and what its owner offers can be moved, by pointer, finger and keys.

import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Palette } from '../base/palette.ts';
import type { SharedMessages } from '../i18n/shared.ts';
import { type AxisTexts, axisTexts, paintAxes, paintCrossHair, paintHandles } from './plane-axes.ts';
import { clipped, type Frame } from './plane-frame.ts';
import { paintGround } from './plane-ground.ts';
import { type PlaneAction, PlaneHands, type PlaneReach } from './plane-hands.ts';
import type { GroundLayer, PlaneHandle, PlaneMark } from './plane-layers.ts';
import { paintMarks } from './plane-marks.ts';
import { type PlaneAxis, scaleOf, withEqualUnits } from './plane-scale.ts';
import { paintInTurn } from './turns.ts';

export type { PlaneAction } from './plane-hands.ts';
export type { GroundLayer, PlaneColor, PlaneHandle, PlaneMark } from './plane-layers.ts';
export type { PlaneAxis } from './plane-scale.ts';

/** The detail of `plane-move`. */
export type PlaneMove = Extract<PlaneAction, { type: 'move' }>;
export type PlaneAdd = Extract<PlaneAction, { type: 'add' }>;
export type PlaneRemove = Extract<PlaneAction, { type: 'remove' }>;
export type PlaneTake = Extract<PlaneAction, { type: 'take' }>;
export type PlanePoint = Extract<PlaneAction, { type: 'point' }>;

/** Axes are written anew at every render; only another content counts. */
const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** The frame without its context: what is known before anything is painted. */
type Geometry = Omit<Frame, 'context' | 'palette'>;

/**
 * Size by stylesheet: `--slope-plane-aspect` (width / height, default 4 / 3) on the host.
 *
 * @fires plane-point - The visitor points somewhere; detail `{ at: [x, y] | undefined }`.
 * @fires plane-take - A handle was taken; detail `{ id }`.
 * @fires plane-move - A handle is being moved; detail `{ id, x, y, done }`. The owner moves it.
 * @fires plane-add - A place without a handle was clicked; detail `{ x, y, other }`.
 * @fires plane-remove - A removable handle is to go; detail `{ id }`.
 */
@customElement('slope-plane')
export class Plane extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      min-width: 0;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 1em;
      font-size: var(--slope-text-small);
      line-height: 1.4;
    }
    .title {
      font-size: calc(1em / 0.8125 * 0.9375);
      font-weight: 600;
    }
    .readout {
      min-height: 1.4em;
      margin-inline-start: auto;
      color: var(--slope-ink-soft);
      font-variant-numeric: tabular-nums;
    }
    .surface {
      position: relative;
      aspect-ratio: var(--slope-plane-aspect, 4 / 3);
      border-radius: var(--slope-radius);
      touch-action: pan-y;
      user-select: none;
      -webkit-user-select: none;
    }
    .surface:focus-visible {
      outline: var(--slope-focus);
      outline-offset: 2px;
    }
    .surface.addable {
      cursor: crosshair;
    }
    .surface.can-take {
      cursor: grab;
    }
    .surface.taken {
      cursor: grabbing;
    }
    canvas {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      pointer-events: none;
    }
    .visually-hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  @property({ attribute: false }) heading = '';
  /** What is to be seen, in words: the text alternative. */
  @property({ attribute: false }) summary = '';
  @property({ attribute: false, hasChanged: differs }) xAxis: PlaneAxis = { label: '', min: 0, max: 1 };
  @property({ attribute: false, hasChanged: differs }) yAxis: PlaneAxis = { label: '', min: 0, max: 1 };
  /** One unit is equally long on both axes; the range of one of them widens for it. */
  @property({ type: Boolean, attribute: 'equal-units' }) equalUnits = false;
  @property({ attribute: false }) ground: readonly GroundLayer[] = [];
  @property({ attribute: false }) marks: readonly PlaneMark[] = [];
  @property({ attribute: false }) handles: readonly PlaneHandle[] = [];
  /** A click on an empty place asks for a new point. */
  @property({ type: Boolean }) addable = false;
  /** What stands at a place, in words; the handle is the one pointed at. */
  @property({ attribute: false }) readout: ((x: number, y: number, handle: string | undefined) => string) | undefined;
  @property({ attribute: false }) format: (value: number, digits: number) => string = (value, digits) =>
    value.toFixed(digits);
  @property({ attribute: false }) palette: Palette | undefined;
  @property({ attribute: false }) words: SharedMessages['plane'] | undefined;

  @state() private shownReadout = '';
  @state() private spoken = '';
  @query('.surface') private readonly surface!: HTMLElement;

  #hands: PlaneHands | undefined;
  #observer: ResizeObserver | undefined;
  #geometry: Geometry | undefined;
  #texts: AxisTexts = { x: [], y: [] };
  #density: MediaQueryList | undefined;
  readonly #redrawAll = (): void => this.#draw(['ground', 'marks', 'hands']);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(this.#redrawAll);
    if (this.hasUpdated) this.#observer.observe(this.surface);
    this.#watchDensity();
    void document.fonts?.ready.then(this.#redrawAll);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#density?.removeEventListener('change', this.#densityChanged);
  }

  protected override firstUpdated(): void {
    this.#hands = new PlaneHands(
      this.surface,
      () => this.#reach(),
      (action) => this.#acted(action),
    );
    this.#observer?.observe(this.surface);
  }

  /** A page moved to a denser screen, or zoomed. */
  #watchDensity(): void {
    this.#density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#density.addEventListener('change', this.#densityChanged, { once: true });
  }
  readonly #densityChanged = (): void => {
    this.#redrawAll();
    this.#watchDensity();
  };

  protected override updated(changed: PropertyValues<this>): void {
    if (frameProperties.some((name) => changed.has(name))) {
      this.#redrawAll();
      return;
    }
    const layers: Layer[] = [];
    if (changed.has('ground')) layers.push('ground');
    if (changed.has('marks')) layers.push('marks');
    if (changed.has('handles') || layers.length) layers.push('hands');
    if (layers.length) this.#drawInTurn(layers);
  }

  /** What a run changes; a first picture, and what a hand moves, does not wait. */
  #drawInTurn(layers: readonly Layer[]): void {
    if (!this.#geometry || this.#hands?.taken) {
      this.#draw(layers);
      return;
    }
    for (const layer of layers) this.#waiting.add(layer);
    paintInTurn(this, () => this.#draw([...this.#waiting]));
  }
  readonly #waiting = new Set<Layer>();

  // ---- Drawing

  #measure(context: CanvasRenderingContext2D): Geometry | undefined {
    const { clientWidth: width, clientHeight: height } = this.surface;
    if (width === 0 || height === 0) return undefined;
    const style = getComputedStyle(this);
    const font = `${Math.round(Number.parseFloat(style.fontSize) * 0.78)}px ${style.fontFamily}`;
    context.font = font;
    const top = this.yAxis.label ? 20 : 8;
    const bottom = height - (this.xAxis.label ? 38 : 22);
    const right = width - 8;
    // The ticks' texts need the ranges, the ranges (of equal units) the width, the width the texts: once around suffices.
    const guess = this.#axes(right - 40, bottom - top);
    const widths = axisTexts(guess.x, guess.y, right, bottom, this.format).y.map(
      ({ text }) => context.measureText(text).width,
    );
    const left = Math.ceil(Math.max(14, ...widths)) + 10;
    const { x, y } = this.#axes(right - left, bottom - top);
    this.#texts = axisTexts(x, y, right - left, bottom - top, this.format);
    return { x: scaleOf(x, left, right), y: scaleOf(y, bottom, top), left, top, right, bottom, font };
  }

  #axes(width: number, height: number): { x: PlaneAxis; y: PlaneAxis } {
    const { xAxis: x, yAxis: y } = this;
    return this.equalUnits ? withEqualUnits(x, y, width, height) : { x, y };
  }

  #draw(layers: readonly Layer[]): void {
    const { palette } = this;
    if (!palette || !this.hasUpdated || !this.isConnected) return;
    for (const name of layers) {
      this.#waiting.delete(name);
      const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(`canvas.${name}`);
      const context = canvas?.getContext('2d');
      if (!canvas || !context) continue;
      const { clientWidth: width, clientHeight: height } = this.surface;
      const [deviceWidth, deviceHeight] = [width, height].map((size) => Math.round(size * devicePixelRatio));
      if (canvas.width !== deviceWidth || canvas.height !== deviceHeight) {
        canvas.width = deviceWidth ?? 0;
        canvas.height = deviceHeight ?? 0;
      }
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      context.clearRect(0, 0, width, height);
      if (name === 'ground' || !this.#geometry) this.#geometry = this.#measure(context);
      if (!this.#geometry) return;
      this.#paint(name, { ...this.#geometry, context, palette });
    }
  }

  #paint(layer: Layer, frame: Frame): void {
    switch (layer) {
      case 'ground': {
        const heat = this.ground.filter(({ kind }) => kind === 'heat');
        const lines = this.ground.filter(({ kind }) => kind !== 'heat');
        clipped(frame, () => paintGround(frame, heat));
        paintAxes(frame, this.#texts, this.xAxis.label, this.yAxis.label);
        clipped(frame, () => paintGround(frame, lines));
        break;
      }
      case 'marks':
        clipped(frame, () => paintMarks(frame, this.marks));
        break;
      case 'hands': {
        const { cursor, active, taken = false } = this.#hands ?? {};
        if (cursor && !taken) clipped(frame, () => paintCrossHair(frame, cursor.px, cursor.py));
        paintHandles(frame, this.handles, active, taken);
        break;
      }
      default:
        layer satisfies never;
    }
  }

  // ---- Hands

  #reach(): PlaneReach | undefined {
    const { handles, addable } = this;
    return this.#geometry && { ...this.#geometry, handles, addable };
  }

  #acted(action: PlaneAction): void {
    const hands = this.#hands;
    this.surface.classList.toggle('taken', hands?.taken ?? false);
    this.dispatchEvent(new CustomEvent(`plane-${action.type}`, { detail: action }));
    const handle = 'id' in action ? this.handles.find(({ id }) => id === action.id) : undefined;
    if (action.type === 'point') this.#pointed(action.at, action.byKey);
    else if (action.type === 'take' && handle) this.spoken = this.words?.taken(handle.name) ?? '';
    else if (action.type === 'move' && action.done && action.byKey && handle) {
      this.spoken = this.words?.placed(handle.name, this.#placeText(handle.x, handle.y)) ?? '';
    }
    this.#draw(['hands']);
  }

  #pointed(at: readonly [number, number] | undefined, byKey: boolean): void {
    const active = this.#hands?.active;
    const name = this.handles.find(({ id }) => id === active)?.name;
    const text = at && (this.readout?.(at[0], at[1], active) ?? this.#placeText(at[0], at[1]));
    this.shownReadout = text ?? '';
    if (byKey) this.spoken = [name, text].filter(Boolean).join(', ');
  }

  #placeText(x: number, y: number): string {
    const digits = (axis: PlaneAxis): number =>
      Math.max(0, Math.ceil(2 - Math.log10(Math.abs(axis.max - axis.min) || 1)));
    const [left, right] = [this.format(x, digits(this.xAxis)), this.format(y, digits(this.yAxis))];
    return this.words?.at(left, right) ?? `${left}, ${right}`;
  }

  /** The plot as it stands, for saving as a picture. */
  async toBlob(): Promise<Blob | null> {
    const all = [...this.renderRoot.querySelectorAll('canvas')];
    const picture = new OffscreenCanvas(Math.max(1, all[0]?.width ?? 1), Math.max(1, all[0]?.height ?? 1));
    const context = picture.getContext('2d');
    if (!context) return null;
    context.fillStyle = this.palette?.paper ?? 'white';
    context.fillRect(0, 0, picture.width, picture.height);
    for (const canvas of all) context.drawImage(canvas, 0, 0);
    return await picture.convertToBlob({ type: 'image/png' });
  }

  protected override render(): TemplateResult {
    const { words, handles, addable } = this;
    const removable = handles.some((handle) => handle.removable);
    const keys = [
      words?.explore,
      handles.length ? words?.move : undefined,
      addable ? words?.add : undefined,
      removable ? words?.remove : undefined,
    ].filter(Boolean);
    return html`<div class="head">
        ${this.heading ? html`<span class="title">${this.heading}</span>` : nothing}
        <span class="readout" aria-hidden="true">${this.shownReadout}</span>
      </div>
      <div class="surface ${addable ? 'addable' : ''}" tabindex="0" role="application" data-own-keys
        aria-label="${[this.heading, this.summary].filter(Boolean).join('. ')}" aria-describedby="keys">
        <canvas class="ground" aria-hidden="true"></canvas>
        <canvas class="marks" aria-hidden="true"></canvas>
        <canvas class="hands" aria-hidden="true"></canvas>
      </div>
      <p class="visually-hidden" id="keys">${keys.join(' ')}</p>
      <p class="visually-hidden" role="status">${this.spoken}</p>`;
  }
}

type Layer = 'ground' | 'marks' | 'hands';
/** Properties that move everything. */
const frameProperties = ['xAxis', 'yAxis', 'equalUnits', 'palette', 'format'] as const;

declare global {
  interface HTMLElementTagNameMap {
    'slope-plane': Plane;
  }
}
