// `<slope-neuron>`: numbers go in, are weighed, added and bent, and one number comes out; every number can be changed.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { type Activation, type BackendInfo, dense, type Sequential, sequential } from '../../../engine/index.ts';
import { pageBackends } from '../../base/backends.ts';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { sampleGrid } from '../../charts/grid.ts';
import type { GroundLayer, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { type NeuronFunction, type NeuronSettings, neuronDefinition } from './definition.ts';
import { neuronDiagram } from './diagram.ts';
import type { NeuronMessages } from './messages.en.ts';
import { neuronStyles } from './styles.ts';
import '../../charts/plane.ts';

const STAGES = 5;
/** Time to read one stage. */
const STAGE_MS = 1100;

export const neuronFunctions: Readonly<Record<NeuronFunction, (t: number) => number>> = {
  step: (t) => (t >= 0 ? 1 : 0),
  sigmoid: (t) => 1 / (1 + Math.exp(-t)),
  relu: (t) => Math.max(0, t),
  linear: (t) => t,
};

/** A step has no slope to learn by, so engines do not offer it: the sum is the engine's, the step is taken here. */
const engineActivation: Readonly<Record<NeuronFunction, Activation>> = {
  step: 'linear',
  sigmoid: 'sigmoid',
  relu: 'relu',
  linear: 'linear',
};

/**
 * @element slope-neuron
 * @attr preset - `student` (default), `neuron`, `line`, `and`, `or`
 * @attr names - `model`, `neuron`, `biology`: what the parts are called
 * @attr activation - `step`, `sigmoid`, `relu`, `linear`
 * @attr inputs - `1`, `2`, `3`
 * @attr x1, x2, x3, w1, w2, w3, b - the numbers
 * @attr without-presets, without-settings, without-curve, without-map
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeNeuron extends Experiment<NeuronSettings, NeuronMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, neuronStyles];

  static override get definition(): typeof neuronDefinition {
    return neuronDefinition;
  }

  /** How far the numbers have come; at first they have all arrived. */
  @state() private stage = STAGES - 1;
  @state() private engineSays: { readonly output: number; readonly executor: BackendInfo['executor'] } | undefined;
  @state() private announcement = '';
  #model: Sequential | undefined;
  #madeOf = '';
  #asking = false;
  #askAgain = false;
  #timer = 0;

  get #inputs(): number[] {
    const { x1, x2, x3, inputs } = this.values;
    return [x1, x2, x3].slice(0, Number(inputs));
  }

  get #weights(): number[] {
    const { w1, w2, w3, inputs } = this.values;
    return [w1, w2, w3].slice(0, Number(inputs));
  }

  #sumOf(inputs: readonly number[]): number {
    return inputs.reduce((sum, value, i) => sum + value * (this.#weights[i] ?? 0), this.values.b);
  }

  get #function(): (t: number) => number {
    return neuronFunctions[this.values.activation];
  }

  // ---- The engine's answer

  protected override settingsChanged(changed: readonly KeyOf<NeuronSettings>[]): void {
    if (this.runState === 'loading') {
      this.runState = 'ready';
      this.emit('ready');
    }
    if (changed.some((key) => key !== 'names')) void this.#ask();
  }

  /** Asks the engine for the output; while one question is under way, one more waits. */
  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    this.#askAgain = false;
    try {
      const { inputs, activation, b, backend } = this.values;
      const key = `${inputs} ${activation} ${backend}`;
      if (!this.#model || this.#madeOf !== key) {
        this.#model?.dispose();
        this.#model = sequential([dense(1, { activation: engineActivation[activation] })], {
          inputShape: [Number(inputs)],
        });
        this.#madeOf = key;
      }
      const model = this.#model;
      const weights = this.#weights;
      model.setWeights(
        model.layout.slots.map(({ name, shape }) => ({
          name,
          shape,
          data: name.endsWith('bias') ? Float32Array.of(b) : Float32Array.from(weights),
        })),
      );
      const [value = Number.NaN] = await model.predict(Float32Array.from(this.#inputs), { backend });
      const executor = backend === 'auto' ? (await pageBackends()).preferred : backend;
      this.engineSays = { output: activation === 'step' ? neuronFunctions.step(value) : value, executor };
    } catch (error) {
      this.engineSays = undefined;
      this.emit('error', { type: 'predict', message: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#asking = false;
    }
    if (this.#askAgain) void this.#ask();
  }

  // ---- Transport: stage by stage

  override play(): void {
    if (this.runState === 'running') return;
    if (this.stage >= STAGES - 1) this.stage = 0;
    this.runState = 'running';
    this.#timer = window.setInterval(() => this.#next(), STAGE_MS);
  }

  #next(): void {
    this.stage = Math.min(STAGES - 1, this.stage + 1);
    this.emit('step', { stage: this.stage });
    if (this.stage < STAGES - 1) return;
    this.#stop();
    this.runState = 'complete';
    this.announcement = this.t.complete(this.#show(this.#function(this.#sumOf(this.#inputs))));
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
    if (this.runState === 'running') return;
    this.runState = 'paused';
    if (this.stage >= STAGES - 1) this.stage = 0;
    else this.#next();
  }

  override reset(): void {
    this.#stop();
    this.stage = 0;
    this.runState = 'ready';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
    this.#model?.dispose();
    this.#model = undefined;
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { activation, b } = this.values;
    const { neuronCode } = await import('./code.ts');
    return neuronCode(language, { activation, inputs: this.#inputs, weights: this.#weights, bias: b });
  }

  // ---- Picture

  readonly #show = (value: number): string => this.formats.decimal(value, 2);

  protected override render(): TemplateResult {
    const { values } = this;
    const two = values.inputs === '2';
    return this.renderFigure(
      this.#renderControls(),
      html`<div class="main">
          ${this.#renderNeuron()}
          <div class="stack">
            ${this.without('curve') ? nothing : this.#renderCurve()}
            ${this.without('map') || !two ? nothing : this.#renderMap()}
          </div>
        </div>`,
      this.announcement,
    );
  }

  #renderControls(): TemplateResult {
    const { t } = this;
    const random = (): number => Number((Math.random() * 4 - 2).toFixed(1));
    return html`<div class="run-row">${this.renderButtons({
      words: {
        play: t.play,
        resume: t.play,
        resetHint: t.resetHint,
        newSeed: t.newInputs,
        newSeedHint: t.newInputsHint,
      },
      more: t.play,
      ready: true,
      steps: [{ label: t.stepUnit, run: () => this.step() }],
      newSeed: () => this.change({ x1: random(), x2: random(), x3: random() }),
    })}</div>
      ${
        this.without('settings')
          ? nothing
          : html`<div class="knobs">${this.control('names')} ${this.control('activation')} ${this.control('inputs')}</div>`
      }`;
  }

  #renderNeuron(): TemplateResult {
    const { t, values, stage } = this;
    const parts = t.parts[values.names];
    const inputs = this.#inputs;
    const weights = this.#weights;
    const sum = this.#sumOf(inputs);
    const output = this.#function(sum);
    const field = (key: KeyOf<NeuronSettings>): TemplateResult =>
      this.control(key, String, (text) => t.fieldError(text));
    const keys = inputs.map((_, i) => [`x${i + 1}`, `w${i + 1}`] as [KeyOf<NeuronSettings>, KeyOf<NeuronSettings>]);
    const terms = inputs.map(
      (value, i) => `${bracketed(this.#show(weights[i] ?? 0), i > 0)} · ${bracketed(this.#show(value), true)}`,
    );
    const engine = this.engineSays;
    return html`<div class="stack">
      <p class="whole" data-whole>${parts.whole}</p>
      ${neuronDiagram({
        parts,
        label: t.diagram(parts, inputs.map(this.#show).join('; '), this.#show(sum), this.#show(output)),
        inputs,
        weights,
        bias: values.b,
        sum,
        output,
        stage,
        format: this.#show,
        shape: (at) =>
          Math.min(
            1,
            Math.max(
              0,
              values.activation === 'linear'
                ? 0.5 + at / 8
                : values.activation === 'relu'
                  ? Math.max(0, at) / 4
                  : this.#function(at),
            ),
          ),
      })}
      <p class="stage" aria-live="polite">${t.stages[stage]?.(parts)}</p>
      <div class="numbers">${keys.map(([x, w]) => [field(x), field(w)])} ${field('b')}</div>
      <p class="line"><span class="small-text soft">${t.equation}${this.shared.colon}</span> ŷ = ${symbolOf(values.activation)}(${terms.join(' + ')} + ${bracketed(this.#show(values.b), values.b < 0)})
        = ${symbolOf(values.activation)}(${this.#show(sum)}) = <b data-output>${this.#show(output)}</b></p>
      <p class="status">${engine ? t.computedOn(this.shared.backend.name[engine.executor], this.formats.decimal(engine.output, 6)) : ''}</p>
      ${values.activation === 'step' && values.inputs === '2' ? this.#renderTruth() : nothing}
    </div>`;
  }

  #renderTruth(): TemplateResult {
    const { t, values } = this;
    const rows = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const;
    return html`<table class="truth">
      <caption>${t.truth.title}</caption>
      <thead><tr><th scope="col" class="numeric">x<sub>1</sub></th><th scope="col" class="numeric">x<sub>2</sub></th><th scope="col" class="numeric">${t.truth.output}</th></tr></thead>
      <tbody>${rows.map(
        (row) => html`<tr class=${row[0] === values.x1 && row[1] === values.x2 ? 'now' : ''}>
          ${[...row, this.#function(this.#sumOf(row))].map((value) => html`<td class="numeric">${value}</td>`)}</tr>`,
      )}</tbody>
    </table>`;
  }

  #renderCurve(): TemplateResult {
    const { t, shared, formats: f, values } = this;
    const words = t.curve;
    const sum = this.#sumOf(this.#inputs);
    const reach = Math.max(6, Math.ceil(Math.abs(sum) * 1.15));
    const bounded = values.activation === 'step' || values.activation === 'sigmoid';
    const [low, high] = bounded
      ? [-0.15, 1.15]
      : values.activation === 'relu'
        ? [-0.12 * reach, reach]
        : [-reach, reach];
    const at = this.#function(sum);
    const marks: PlaneMark[] = [
      { kind: 'path', x: [sum, sum, -reach], y: [0, at, at], color: 'inkSoft', width: 1.25, dash: [4, 3] },
      { kind: 'curve', f: this.#function, color: 'accent', width: 2.5 },
    ];
    return html`<div><slope-plane class="flat" .heading=${words.title} .summary=${words.summary(this.#show(sum), this.#show(at))}
        .xAxis=${{ label: words.x, min: -reach, max: reach }} .yAxis=${{ label: words.y, min: low, max: high }}
        .marks=${marks} .handles=${[{ id: 'sum', x: sum, y: at, name: words.handle, knob: true }]}
        .format=${f.decimal} .palette=${this.colors.palette} .words=${shared.plane}
        .readout=${(x: number) => words.readout(f.decimal(x, 2), f.decimal(this.#function(x), 3))}
        @plane-move=${({ detail: { x, done } }: CustomEvent<PlaneMove>) => {
          const b = Number((values.b + x - sum).toFixed(2));
          this.change({ b: Math.max(-100, Math.min(100, b)) }, done ? 'push' : 'replace');
        }}></slope-plane>
      <p class="small-text soft">${words.hint}</p></div>`;
  }

  #ground: { readonly key: string; readonly layers: readonly GroundLayer[] } | undefined;

  #groundOf(reach: number): readonly GroundLayer[] {
    const { w1, w2, b, activation } = this.values;
    const key = [w1, w2, b, activation, reach].join();
    if (this.#ground?.key === key) return this.#ground.layers;
    const range = [-reach, reach] as const;
    const sums = sampleGrid((x1, x2) => this.#sumOf([x1, x2]), range, range, 60);
    const outputs = sampleGrid((x1, x2) => this.#function(this.#sumOf([x1, x2])), range, range, 60);
    const bounded = activation === 'step' || activation === 'sigmoid';
    const layers: GroundLayer[] = [
      { kind: 'heat', grid: outputs, range: bounded ? [0, 1] : [-4, 4], colors: 'classes' },
      { kind: 'contours', grid: sums, levels: [0], color: 'ink', width: 2 },
    ];
    this.#ground = { key, layers };
    return layers;
  }

  #renderMap(): TemplateResult {
    const { t, shared, formats: f, values } = this;
    const words = t.map;
    const gate = values.activation === 'step';
    const reach = Math.max(gate ? 1.8 : 3, Math.ceil(Math.max(Math.abs(values.x1), Math.abs(values.x2)) * 1.1));
    const corners = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const;
    const marks: PlaneMark[] = gate
      ? [
          {
            kind: 'points',
            x: corners.map(([x]) => x),
            y: corners.map(([, y]) => y),
            classes: corners.map((corner) => this.#function(this.#sumOf(corner))),
            size: 5.5,
          },
        ]
      : [];
    return html`<div><slope-plane class="map" .heading=${words.title} .summary=${words.summary}
        .xAxis=${{ label: words.x, min: -reach, max: reach }} .yAxis=${{ label: words.y, min: -reach, max: reach }}
        .ground=${this.#groundOf(reach)} .marks=${marks}
        .handles=${[{ id: 'input', x: values.x1, y: values.x2, name: words.handle, knob: true }]}
        .format=${f.decimal} .palette=${this.colors.palette} .words=${shared.plane}
        .readout=${(x: number, y: number) => words.readout(f.decimal(x, 2), f.decimal(y, 2), f.decimal(this.#function(this.#sumOf([x, y])), 3))}
        @plane-move=${({ detail: { x, y, done } }: CustomEvent<PlaneMove>) =>
          this.change({ x1: Number(x.toFixed(2)), x2: Number(y.toFixed(2)) }, done ? 'push' : 'replace')}></slope-plane>
      <p class="small-text soft">${words.hint}</p></div>`;
  }
}

const bracketed = (text: string, wanted: boolean): string => (wanted && /^[-−]/.test(text) ? `(${text})` : text);
/** H is Heaviside's step. */
const symbols: Readonly<Record<NeuronFunction, string>> = { step: 'H', sigmoid: 'σ', relu: 'ReLU', linear: '' };
const symbolOf = (activation: NeuronFunction): string => symbols[activation];

declare global {
  interface HTMLElementTagNameMap {
    'slope-neuron': SlopeNeuron;
  }
}
