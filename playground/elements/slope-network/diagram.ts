// The network as a drawing: every neuron a map of what it says, every weight a line; neurons and layers come and go here.

import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Palette } from '../../base/palette.ts';
import { baseStyles, controlStyles } from '../../base/styles.ts';
import { type NumberFormats, numberFormats } from '../../formats/numbers.ts';
import { MAX_LAYERS, MAX_UNITS } from './architecture.ts';
import { paintMap, SAMPLES, shadesOf } from './maps.ts';
import { type NetworkMessages, networkEnglish } from './messages.en.ts';

export interface DiagramNode {
  /** As formulas call it: x₁, a₂, ŷ. */
  readonly name: string;
  /** Undefined before the engine has answered. */
  readonly map?: ArrayLike<number> | undefined;
  readonly range?: readonly [number, number];
  /** A feature that the network does not get is drawn faintly and has no lines. */
  readonly used: boolean;
}

export interface DiagramColumn {
  readonly kind: 'features' | 'hidden' | 'output';
  readonly nodes: readonly DiagramNode[];
  readonly activation?: string;
}

/** Weights into a column: [inputs that are used, units], row-major. */
export type DiagramWeights = readonly (Float32Array | undefined)[];

/** A neuron by column (0 = features) and place. */
export interface NodePlace {
  readonly column: number;
  readonly index: number;
}

export interface WeightPlace extends NodePlace {
  /** Which of the neuron's inputs. */
  readonly input: number;
}

interface Line extends WeightPlace {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly weight: number;
}

const plain = [-1, 1] as const;

const samePlace = (a: NodePlace | undefined, b: NodePlace | undefined): boolean =>
  a?.column === b?.column && a?.index === b?.index;

/**
 * @fires node-point - The pointer or the focus is on a neuron, or on none; detail is its place.
 * @fires node-choose - A neuron was pressed; detail is its place.
 * @fires weight-choose - A line was pressed; detail is the weight's place.
 * @fires feature-toggle - Detail is the feature's index.
 * @fires units-change - Detail `{ layer, change }`: one neuron more or less in a hidden layer.
 * @fires layers-change - Detail 1 or -1: a hidden layer more or less.
 */
@customElement('slope-network-diagram')
export class NetworkDiagram extends LitElement {
  static override readonly styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        --node: 2.625rem;
        background: none;
      }
      .diagram {
        position: relative;
        container: diagram / inline-size;
      }
      .columns {
        position: relative;
        display: flex;
        justify-content: space-between;
        gap: 0.25rem;
        min-height: 24rem;
      }
      canvas.lines {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        pointer-events: none;
      }
      .column {
        position: relative;
        display: flex;
        flex-direction: column;
        align-items: center;
        min-width: 0;
      }
      .head {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: flex-end;
        gap: 0.25rem;
        height: 4.4rem;
        padding-bottom: 0.5rem;
        font-size: var(--slope-text-small);
        line-height: 1.25;
        color: var(--slope-ink-soft);
        text-align: center;
      }
      .counter {
        display: flex;
        align-items: center;
        gap: 0.2rem;
      }
      .counter b {
        min-width: 1.1em;
        color: var(--slope-ink);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        background: var(--slope-paper);
      }
      .counter button {
        min-height: 1.5rem;
        width: 1.5rem;
        padding: 0;
        line-height: 1;
        font-size: 1rem;
      }
      .nodes {
        flex: 1;
        display: flex;
        flex-direction: column;
        justify-content: space-evenly;
        gap: 0.3rem;
      }
      .features .nodes {
        align-items: flex-end;
      }
      .node {
        position: relative;
        display: flex;
        align-items: center;
        gap: 0.4rem;
        min-height: 0;
        padding: 0;
        border: 0;
        border-radius: 0;
        background: none;
      }
      .node:active:not(:disabled) {
        background: none;
      }
      .node canvas {
        display: block;
        width: var(--node);
        height: var(--node);
        border: 1px solid var(--slope-ink-faint);
        background: var(--slope-zero);
      }
      .output .node canvas {
        width: calc(var(--node) * 1.25);
        height: calc(var(--node) * 1.25);
      }
      .node .name {
        font-family: var(--slope-font-text, inherit);
        font-style: italic;
        font-size: 0.9375rem;
        line-height: 1;
        background: var(--slope-paper);
        border-radius: 2px;
      }
      .column:not(.features) .node {
        flex-direction: column;
        gap: 0.1rem;
      }
      .column:not(.features) .name {
        font-size: 0.75rem;
        padding-inline: 0.15em;
      }
      .node:hover canvas,
      .node.pointed canvas {
        border-color: var(--slope-ink);
      }
      .node[aria-pressed='true'] canvas {
        border-color: var(--slope-ink);
      }
      .node.chosen canvas {
        outline: 2px solid var(--slope-ink);
        outline-offset: 1px;
      }
      .node.unused canvas {
        opacity: 0.3;
        border-style: dashed;
        border-color: var(--slope-ink);
      }
      .node.unused .name {
        color: var(--slope-ink-soft);
      }
      .layers {
        display: flex;
        justify-content: center;
        gap: var(--slope-space-2);
        padding-top: var(--slope-space-2);
      }
      .tip {
        min-height: 1.4em;
        font-size: var(--slope-text-small);
        text-align: center;
        color: var(--slope-ink-soft);
        font-variant-numeric: tabular-nums;
      }
      @container diagram (max-width: 33rem) {
        .columns {
          --node: 1.9rem;
          min-height: 21rem;
        }
        .columns.many {
          --node: 1.55rem;
        }
        .node {
          gap: 0.2rem;
        }
        .features .name {
          font-size: 0.8125rem;
        }
        .counter {
          flex-direction: column-reverse;
          gap: 0.1rem;
        }
        .counter button {
          min-height: 1.5rem;
        }
        .many .activation,
        .head .word {
          font-size: 0.6875rem;
        }
        .head {
          height: 6rem;
        }
      }
      @media (forced-colors: active) {
        canvas {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) columns: readonly DiagramColumn[] = [];
  @property({ attribute: false }) weights: DiagramWeights = [];
  @property({ attribute: false }) chosen: NodePlace | undefined;
  @property({ attribute: false }) palette: Palette | undefined;
  @property({ attribute: false }) words: NetworkMessages['network'] = networkEnglish.network;
  @property({ attribute: false }) activationNames: Readonly<Record<string, string>> = {};
  @property({ attribute: false }) formats: NumberFormats = numberFormats('en');

  @state() private pointedLine: Line | undefined;
  @state() private pointedNode: NodePlace | undefined;
  @query('canvas.lines') private readonly canvas!: HTMLCanvasElement;
  @query('.columns') private readonly box!: HTMLElement;

  #lines: Line[] = [];
  #shades: Uint32Array | undefined;
  #observer: ResizeObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(() => this.#drawLines());
    if (this.hasUpdated) this.#observer.observe(this.box);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override firstUpdated(): void {
    this.#observer?.observe(this.box);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('palette') && this.palette) this.#shades = shadesOf(this.palette);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('columns') || changed.has('palette')) this.#paintNodes();
    this.#drawLines();
  }

  #say(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #paintNodes(): void {
    const shades = this.#shades;
    if (!shades) return;
    const canvases = this.renderRoot.querySelectorAll<HTMLCanvasElement>('.node canvas');
    let at = 0;
    for (const { nodes } of this.columns) {
      for (const { map, range = plain } of nodes) {
        const canvas = canvases[at++];
        if (canvas && map) paintMap(canvas, map, range, shades);
      }
    }
  }

  // ---- Lines

  /** Every weight between its two squares, measured where the browser put them. */
  #measure(): Line[] {
    const frame = this.box.getBoundingClientRect();
    const squares = this.columns.map((_, column) =>
      [...this.renderRoot.querySelectorAll<HTMLElement>(`[data-column="${column}"] canvas`)].map((square) => {
        const { left, right, top, height } = square.getBoundingClientRect();
        return { left: left - frame.left, right: right - frame.left, middle: top - frame.top + height / 2 };
      }),
    );
    const lines: Line[] = [];
    this.columns.forEach(({ nodes }, column) => {
      const weights = this.weights[column];
      if (column === 0 || !weights) return;
      const sources = (squares[column - 1] ?? []).filter((_, i) => this.columns[column - 1]?.nodes[i]?.used);
      sources.forEach((source, input) => {
        nodes.forEach((_, index) => {
          const target = squares[column]?.[index];
          if (!target) return;
          lines.push({
            column,
            index,
            input,
            from: [source.right, source.middle] as const,
            to: [target.left, target.middle] as const,
            weight: weights[input * nodes.length + index] ?? 0,
          });
        });
      });
    });
    return lines;
  }

  #drawLines(): void {
    const { palette, canvas } = this;
    const context = canvas?.getContext('2d');
    if (!context || !palette) return;
    const ratio = devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.box;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    this.#lines = this.#measure();
    const focus = this.pointedNode ?? this.chosen;
    for (const line of this.#lines) {
      const { weight, column, index } = line;
      const strength = Math.min(1, Math.abs(weight) / 1.5);
      const inFocus = !focus || focus.column === 0 || (focus.column === column && focus.index === index);
      const pointed = line === this.pointedLine || this.#isPointed(line);
      context.globalAlpha = pointed ? 1 : (0.22 + 0.78 * strength) * (inFocus ? 1 : 0.22);
      context.strokeStyle = weight < 0 ? palette.negative : palette.positive;
      context.lineWidth = widthOf(weight) + (pointed ? 2 : 0);
      context.beginPath();
      trace(context, line);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  #isPointed(line: Line): boolean {
    const pointed = this.pointedLine;
    return pointed !== undefined && samePlace(pointed, line) && pointed.input === line.input;
  }

  /** The line under the pointer, within a finger's patience. */
  #lineAt(event: PointerEvent): Line | undefined {
    const frame = this.box.getBoundingClientRect();
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    const reach = event.pointerType === 'touch' ? 14 : 6;
    let best: Line | undefined;
    let nearest = reach;
    for (const line of this.#lines) {
      const [x0, y0] = line.from;
      const [x1, y1] = line.to;
      if (x < x0 || x > x1) continue;
      const share = inverseAlong((x - x0) / (x1 - x0));
      const at = y0 + (y1 - y0) * (3 * share * share - 2 * share ** 3);
      const distance = Math.abs(at - y) - widthOf(line.weight) / 2;
      if (distance < nearest) {
        nearest = distance;
        best = line;
      }
    }
    return best;
  }

  readonly #moved = (event: PointerEvent): void => {
    if ((event.target as Element).closest('button')) this.pointedLine = undefined;
    else this.pointedLine = this.#lineAt(event);
    this.box.style.setProperty('cursor', this.pointedLine ? 'pointer' : '');
  };

  readonly #pressed = (event: PointerEvent): void => {
    if ((event.target as Element).closest('button')) return;
    const line = this.#lineAt(event);
    if (!line) return;
    // Otherwise the press would take the focus back from the field that opens.
    event.preventDefault();
    const { column, index, input } = line;
    this.#say('weight-choose', { column, index, input } satisfies WeightPlace);
  };

  #point(place: NodePlace | undefined): void {
    if (samePlace(place, this.pointedNode)) return;
    this.pointedNode = place;
    this.#say('node-point', place);
  }

  // ---- Picture

  #nameOfInput(column: number, input: number): string {
    return this.columns[column - 1]?.nodes.filter(({ used }) => used)[input]?.name ?? '';
  }

  protected override render(): TemplateResult {
    const { columns, words, pointedLine } = this;
    const hidden = columns.filter(({ kind }) => kind === 'hidden').length;
    const shape = columns.map(({ nodes }) => nodes.filter(({ used }) => used).length).join('-');
    const tip = pointedLine
      ? words.weight(
          this.#nameOfInput(pointedLine.column, pointedLine.input),
          columns[pointedLine.column]?.nodes[pointedLine.index]?.name ?? '',
          this.formats.decimal(pointedLine.weight, 3),
        )
      : '';
    return html`<div class="diagram" role="group" aria-label=${words.diagram(shape)}
        @pointermove=${this.#moved} @pointerdown=${this.#pressed} @pointerleave=${() => {
          this.pointedLine = undefined;
        }}>
        <div class="columns ${columns.length > 5 ? 'many' : ''}">
          <canvas class="lines" aria-hidden="true"></canvas>
          ${columns.map((column, place) => this.#renderColumn(column, place))}
        </div>
        <div class="layers">
          <button type="button" class="small" aria-label=${words.removeLayerLabel} title=${words.removeLayerLabel}
            ?disabled=${hidden === 0} @click=${() => this.#say('layers-change', -1)}>− ${words.addLayer}</button>
          <button type="button" class="small" aria-label=${words.addLayerLabel} title=${words.addLayerLabel}
            ?disabled=${hidden >= MAX_LAYERS} @click=${() => this.#say('layers-change', 1)}>+ ${words.addLayer}</button>
        </div>
      </div>
      <p class="tip" aria-hidden="true">${tip}</p>`;
  }

  #renderColumn({ kind, nodes, activation }: DiagramColumn, place: number): TemplateResult {
    const { words } = this;
    const name = activation && (this.activationNames[activation] ?? activation);
    return html`<div class="column ${kind}" data-column=${place}>
      <div class="head">
        ${
          kind === 'hidden'
            ? html`<span class="counter">
                <button type="button" aria-label=${words.removeNeuron(place)} title=${words.removeNeuron(place)} ?disabled=${nodes.length <= 1}
                  @click=${() => this.#say('units-change', { layer: place - 1, change: -1 })}>−</button>
                <b>${nodes.length}</b>
                <button type="button" aria-label=${words.addNeuron(place)} title=${words.addNeuron(place)} ?disabled=${nodes.length >= MAX_UNITS}
                  @click=${() => this.#say('units-change', { layer: place - 1, change: 1 })}>+</button></span>`
            : html`<span class="word">${kind === 'features' ? words.features : words.output}</span>`
        }
        ${name ? html`<span class="activation">${name}</span>` : nothing}
      </div>
      <div class="nodes">${nodes.map((node, index) => this.#renderNode(kind, node, { column: place, index }))}</div>
    </div>`;
  }

  #renderNode(kind: DiagramColumn['kind'], node: DiagramNode, place: NodePlace): TemplateResult {
    const { words } = this;
    const feature = kind === 'features';
    const label = feature
      ? node.used
        ? words.featureOn(node.name)
        : words.featureOff(node.name)
      : words.neuron(
          node.name,
          kind === 'output'
            ? words.outputText
            : words.neuronText(this.columns[place.column - 1]?.nodes.filter(({ used }) => used).length ?? 0),
        );
    const picture = html`<canvas width=${SAMPLES} height=${SAMPLES}></canvas>`;
    const caption = html`<span class="name" aria-hidden="true">${node.name}</span>`;
    const state = [node.used ? '' : 'unused', samePlace(place, this.chosen) ? 'chosen' : ''].join(' ');
    return html`<button type="button" class="node ${state}" aria-label=${label} data-node="${place.column}-${place.index}"
      aria-pressed=${feature ? (node.used ? 'true' : 'false') : samePlace(place, this.chosen) ? 'true' : 'false'}
      @pointerenter=${() => this.#point(place)} @pointerleave=${() => this.#point(undefined)}
      @focus=${(event: FocusEvent) => (event.target as Element).matches(':focus-visible') && this.#point(place)}
      @blur=${() => this.#point(undefined)}
      @click=${() => (feature ? this.#say('feature-toggle', place.index) : this.#say('node-choose', place))}>
      ${feature ? [caption, picture] : [picture, caption]}</button>`;
  }
}

/** Thick enough to see at 0, never so thick that lines cover each other. */
const widthOf = (weight: number): number => 0.75 + Math.min(7, 2.2 * Math.abs(weight));

/** A line leaves and arrives level. */
function trace(context: CanvasRenderingContext2D, { from: [x0, y0], to: [x1, y1] }: Line): void {
  const middle = (x0 + x1) / 2;
  context.moveTo(x0, y0);
  context.bezierCurveTo(middle, y0, middle, y1, x1, y1);
}

/** The curve's parameter where it has come this far across: x(t) = 1.5 t (1 - t) + t³ for control points at the middle. */
function inverseAlong(share: number): number {
  let t = share;
  for (let round = 0; round < 4; round++) {
    const x = 1.5 * t * (1 - t) + t ** 3;
    const slope = 1.5 - 3 * t + 3 * t * t;
    t -= (x - share) / slope;
  }
  return t;
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-network-diagram': NetworkDiagram;
  }
}
