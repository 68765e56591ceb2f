// The network as a drawing: every neuron a map of what it says, every weight a line; neurons and layers come and go here.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Palette } from '../../base/palette.ts';
import { baseStyles, controlStyles } from '../../base/styles.ts';
import { type NumberFormats, numberFormats } from '../../formats/numbers.ts';
import { MAX_LAYERS, MAX_UNITS } from './architecture.ts';
import {
  type DiagramColumn,
  type DiagramNode,
  type DiagramWeights,
  drawLines,
  type Line,
  lineAt,
  measureLines,
  type NodePlace,
  samePlace,
  type WeightPlace,
} from './diagram-lines.ts';
import { diagramStyles } from './diagram-styles.ts';
import { paintMap, SAMPLES, shadesOf } from './maps.ts';
import { type NetworkMessages, networkEnglish } from './messages.en.ts';

const plain = [-1, 1] as const;

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
  static override readonly styles = [baseStyles, controlStyles, diagramStyles];

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
    this.#lines = measureLines(this.box, this.columns, this.weights);
    drawLines(context, this.#lines, palette, this.pointedNode ?? this.chosen, this.pointedLine);
  }

  readonly #moved = (event: PointerEvent): void => {
    if ((event.target as Element).closest('button')) this.pointedLine = undefined;
    else this.pointedLine = lineAt(this.#lines, this.box, event);
    this.box.style.setProperty('cursor', this.pointedLine ? 'pointer' : '');
  };

  readonly #pressed = (event: PointerEvent): void => {
    if ((event.target as Element).closest('button')) return;
    const line = lineAt(this.#lines, this.box, event);
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

declare global {
  interface HTMLElementTagNameMap {
    'slope-network-diagram': NetworkDiagram;
  }
}
