// A square to write a digit in: mouse, touch, pen or keys; reports the 28×28 picture that the network will see.

import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { drawSegment, type InkImage, type Point, prepareDigit, rasterizeStrokes } from '../../../datasets/digit.ts';
import { channels, type Palette } from '../../base/palette.ts';
import type { MnistMessages } from './messages.en.ts';

/** Ink is kept at this resolution whatever the size on screen: prepared digits do not depend on the window. */
const SIZE = 224;
/** A twelfth of the field gives MNIST's stroke width after scaling. */
const PEN = SIZE / 12;
const KEY_STEP = SIZE / 28;

export interface DigitDrawn {
  /** 784 values in 0..1, or null after clearing. */
  readonly pixels: Float32Array | null;
}

/**
 * @fires digit-drawn - The picture changed, at most once a frame; detail `DigitDrawn`.
 */
@customElement('slope-digit-pad')
export class DigitPad extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
    }
    .paper {
      position: relative;
      aspect-ratio: 1;
      border: 1px solid var(--slope-ink-faint);
      border-radius: var(--slope-radius);
      background: var(--slope-field);
      outline-offset: 2px;
      /* A finger draws here instead of scrolling the page. */
      touch-action: none;
      cursor: crosshair;
    }
    .paper:focus-visible {
      outline: var(--slope-focus);
    }
    canvas {
      display: block;
      width: 100%;
      height: 100%;
    }
    .pen {
      position: absolute;
      left: calc(var(--pen-x) * 100%);
      top: calc(var(--pen-y) * 100%);
      width: 8.4%;
      aspect-ratio: 1;
      transform: translate(-50%, -50%);
      border: 2px solid var(--slope-accent);
      border-radius: 50%;
      pointer-events: none;
      visibility: hidden;
    }
    .pen.down {
      background: var(--slope-accent);
    }
    .paper:focus-visible .pen {
      visibility: visible;
    }
    .guide {
      position: absolute;
      inset: 14%;
      border: 1px dashed var(--slope-rule-strong);
      pointer-events: none;
    }
  `;

  @property({ attribute: false }) words: MnistMessages['draw'] | undefined;
  @property({ attribute: false }) palette: Palette | undefined;
  @state() private penDown = false;
  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  @query('.paper') private readonly paper!: HTMLElement;
  @query('.pen') private readonly pen!: HTMLElement;

  #strokes: Point[][] = [];
  #image: InkImage = rasterizeStrokes([], SIZE, PEN);
  #drawing: Point[] | undefined;
  #cursor: Point = { x: SIZE / 2, y: SIZE / 2 };
  #frame = 0;

  get isEmpty(): boolean {
    return this.#strokes.length === 0;
  }

  clear(): void {
    this.#strokes = [];
    this.#drawing = undefined;
    this.penDown = false;
    this.#redraw();
  }

  undo(): void {
    this.#strokes.pop();
    this.#drawing = undefined;
    this.penDown = false;
    this.#redraw();
  }

  protected override firstUpdated(): void {
    this.#movePen(this.#cursor);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('palette')) this.#show();
  }

  #redraw(): void {
    this.#image = rasterizeStrokes(this.#strokes, SIZE, PEN);
    this.#report();
  }

  /** Shows the ink and tells the host, once a frame however fast the pointer moves. */
  #report(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#show();
      const detail: DigitDrawn = { pixels: prepareDigit(this.#image) };
      this.dispatchEvent(new CustomEvent('digit-drawn', { detail }));
    });
  }

  #show(): void {
    const context = this.canvas?.getContext('2d');
    if (!context || !this.palette) return;
    const [red, green, blue] = channels(this.palette.ink);
    const pixels = context.createImageData(SIZE, SIZE);
    this.#image.ink.forEach((ink, index) => {
      pixels.data.set([red, green, blue, ink * 255], index * 4);
    });
    context.putImageData(pixels, 0, 0);
  }

  #begin(point: Point): void {
    this.#drawing = [point];
    this.#strokes.push(this.#drawing);
    drawSegment(this.#image, point, point, PEN);
    this.#report();
  }

  #continue(point: Point): void {
    const from = this.#drawing?.at(-1);
    if (!this.#drawing || !from) return;
    this.#drawing.push(point);
    drawSegment(this.#image, from, point, PEN);
    this.#report();
  }

  #pointOf(event: PointerEvent): Point {
    const box = this.paper.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * SIZE, y: ((event.clientY - box.top) / box.height) * SIZE };
  }

  readonly #pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.paper.setPointerCapture(event.pointerId);
    this.penDown = false;
    this.#begin(this.#pointOf(event));
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    if (!this.paper.hasPointerCapture(event.pointerId)) return;
    // A fast hand makes several points per frame; without them curves become polygons.
    for (const part of event.getCoalescedEvents?.() ?? [event]) this.#continue(this.#pointOf(part));
  };

  readonly #pointerUp = (): void => {
    this.#drawing = undefined;
  };

  readonly #keyPressed = (event: KeyboardEvent): void => {
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [-KEY_STEP, 0],
      ArrowRight: [KEY_STEP, 0],
      ArrowUp: [0, -KEY_STEP],
      ArrowDown: [0, KEY_STEP],
    };
    const move = moves[event.key];
    if (move) {
      const inside = (value: number): number => Math.min(SIZE - PEN / 2, Math.max(PEN / 2, value));
      this.#movePen({ x: inside(this.#cursor.x + move[0]), y: inside(this.#cursor.y + move[1]) });
      if (this.penDown) this.#continue(this.#cursor);
    } else if (event.key === ' ') {
      this.penDown = !this.penDown;
      if (this.penDown) this.#begin(this.#cursor);
      else this.#drawing = undefined;
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #movePen(to: Point): void {
    this.#cursor = to;
    this.pen?.style.setProperty('--pen-x', String(to.x / SIZE));
    this.pen?.style.setProperty('--pen-y', String(to.y / SIZE));
  }

  protected override render(): TemplateResult {
    const { words, penDown } = this;
    return html`<div class="paper" tabindex="0" role="application" aria-label=${words?.canvas ?? ''} data-own-keys
      aria-roledescription=${penDown ? (words?.penDown ?? '') : (words?.penUp ?? '')}
      @pointerdown=${this.#pointerDown} @pointermove=${this.#pointerMove}
      @pointerup=${this.#pointerUp} @pointercancel=${this.#pointerUp} @keydown=${this.#keyPressed}>
      <div class="guide"></div>
      <canvas width=${SIZE} height=${SIZE} aria-hidden="true"></canvas>
      <div class="pen ${penDown ? 'down' : ''}"></div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-digit-pad': DigitPad;
  }
}
