// `<slope-activations>`: a function and its slope on one side; on the other, what a network with such neurons can draw.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { f32Tensor } from '../../../datasets/packed.ts';
import { Random } from '../../../datasets/random.ts';
import {
  adam,
  type Dataset,
  dense,
  type EpochRow,
  type FitOptions,
  type Sequential,
  sequential,
} from '../../../engine/index.ts';
import { Looks } from '../../base/looks.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { type Pace, TrainingExperiment } from '../../base/training-experiment.ts';
import { stepSection } from '../../base/view.ts';
import { epochCurves } from '../../charts/epoch-curves.ts';
import type { PlaneMark } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { type ActivationsSettings, activationsDefinition } from './definition.ts';
import { activationFunctions, steepest } from './functions.ts';
import type { ActivationsMessages } from './messages.en.ts';
import { activationsStyles } from './styles.ts';
import '../../charts/line-chart.ts';
import '../../charts/plane.ts';

const EPOCHS_PER_SECOND = 60;
const LOOK_EVERY_MS = 50;
const SAMPLES = 121;
const RANGE = [-3, 3] as const;

/** Forty points along a wave, with a little noise; always the same. */
const wave = (() => {
  const random = new Random(5);
  const x = Float32Array.from({ length: 40 }, (_, i) => RANGE[0] + (6 * (i + 0.5)) / 40);
  return { x, y: x.map((value) => Math.sin(1.6 * value) * 0.8 + 0.06 * random.normal()) };
})();

const samples = Float32Array.from({ length: SAMPLES }, (_, i) => RANGE[0] + (6 * i) / (SAMPLES - 1));

interface Drawn {
  readonly curve: Float32Array;
  /** What each hidden neuron adds: its output times its weight. */
  readonly parts: readonly Float32Array[];
}

/**
 * @element slope-activations
 * @attr preset - `tanh` (default), `relu`, `sigmoid`, `linear`
 * @attr function - `linear`, `sigmoid`, `tanh`, `relu`, `leakyRelu`, `softplus`, `gelu`
 * @attr units - neurons of the hidden layer
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr without-presets, without-network - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 */
export class SlopeActivations extends TrainingExperiment<ActivationsSettings, ActivationsMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, activationsStyles];

  static override get definition(): typeof activationsDefinition {
    return activationsDefinition;
  }

  @state() private drawn: Drawn | undefined;
  readonly #looks = new Looks(this, {
    everyMs: LOOK_EVERY_MS,
    model: () => this.model,
    look: (model) => this.#look(model),
  });

  constructor() {
    super();
    this.addEventListener('slope-step', () => this.#looks.soon());
  }

  readonly #data: Dataset = { inputs: f32Tensor([40, 1], wave.x), targets: f32Tensor([40, 1], wave.y) };

  protected override get trainingData(): Dataset {
    return this.#data;
  }

  protected override createModel(): Sequential {
    const { chosen, units, seed } = this.values;
    return sequential([dense(units, { activation: chosen }), dense(1)], { inputShape: [1], seed });
  }

  protected override fitOptions(): FitOptions {
    return { optimizer: adam({ learningRate: this.values.learningRate }), loss: 'meanSquaredError' };
  }

  protected override get fullPace(): Pace {
    return { steps: this.stepsPerEpoch, perSecond: EPOCHS_PER_SECOND };
  }

  protected override settingsChanged(changed: readonly KeyOf<ActivationsSettings>[]): void {
    super.settingsChanged(changed);
    this.dataReady();
  }

  protected override modelChanged(): void {
    this.drawn = undefined;
    this.#looks.now();
  }

  protected override weightsChanged(): void {
    this.#looks.soon();
  }

  /** What every neuron says along the x axis, in one question to the engine. */
  async #look(model: Sequential): Promise<void> {
    const [hidden, output] = await model.predictLayers(samples, { backend: this.values.backend });
    const [, , kernel] = await model.getWeights();
    if (model !== this.model || !hidden || !output) return;
    const { units } = this.values;
    const parts = Array.from({ length: units }, (_, j) =>
      samples.map((_x, i) => (hidden[i * units + j] ?? 0) * (kernel?.data[j] ?? 0)),
    );
    this.drawn = { curve: output, parts };
  }

  protected override describeEpoch(row: EpochRow, epoch: number): string {
    const { integer, decimal } = this.formats;
    return this.t.announce(integer(epoch), integer(this.epochsInAll), decimal(row.loss, 3));
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { chosen, units, learningRate, batchSize, epochs, seed } = this.values;
    const { activationCode } = await import('../../code/activation.ts');
    return activationCode(language, { activation: chosen, units, learningRate, batchSize, epochs, seed });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderTransport(t.step.update, t.step.epoch)}
        </div>
        ${this.renderRunProgress(t.network.training)}`,
      html`<div class="pair">${this.#renderFunction()} ${this.without('network') ? nothing : this.#renderNetwork()}</div>`,
    );
  }

  #renderFunction(): TemplateResult {
    const { t, shared, formats: f, colors } = this;
    const words = t.curves;
    const { chosen } = this.values;
    const { f: value, slope } = activationFunctions[chosen];
    const marks: PlaneMark[] = [
      { kind: 'curve', f: slope, color: 'accent', dash: [6, 4] },
      { kind: 'curve', f: value, width: 2.5 },
    ];
    const refuse = (key: 'seed') => (text: string) => {
      const { min, max } = this.definition.settings[key];
      return t.numberError(text, f.integer(min), f.integer(max));
    };
    return stepSection(
      'function',
      undefined,
      words.title,
      html`${this.control('chosen')}
        <slope-plane .summary=${words.summary(t.settings.chosen?.options?.[chosen] ?? chosen)}
          .xAxis=${{ label: words.sum, min: -5, max: 5 }} .yAxis=${{ label: '', min: -2, max: 3 }} .marks=${marks} .format=${f.decimal}
          .readout=${(z: number) => words.readout(f.decimal(z, 1), f.decimal(value(z), 3), f.decimal(slope(z), 3))}
          .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        <p class="lines"><span><i></i>${words.f}</span><span><i class="dashed"></i>${words.slope}</span></p>
        <p class="hint" data-steepest>${words.steepest(f.decimal(steepest(activationFunctions[chosen]), 2))}</p>
        <div class="knobs">
          ${this.control('units', f.integer)} ${this.control('learningRate', f.significant)} ${this.control('epochs', f.integer)}
          ${this.control('seed', String, refuse('seed'))} ${this.control('backend')}
        </div>`,
    );
  }

  #renderNetwork(): TemplateResult {
    const { t, shared, formats: f, colors, drawn, history } = this;
    const words = t.network;
    const loss = history?.epochs.at(-1)?.loss;
    const marks: PlaneMark[] = [
      ...(drawn?.parts ?? []).map(
        (part): PlaneMark => ({ kind: 'path', x: samples, y: part, color: 'inkFaint', width: 1, opacity: 0.7 }),
      ),
      { kind: 'points', x: wave.x, y: wave.y, size: 3.5 },
      ...(drawn ? [{ kind: 'path', x: samples, y: drawn.curve, width: 2.5 } as const] : []),
    ];
    const curves = epochCurves(history, shared.chart);
    return stepSection(
      'network',
      undefined,
      words.title,
      html`<slope-plane .summary=${words.summary(loss === undefined ? '–' : f.decimal(loss, 3))}
          .xAxis=${{ label: words.x, min: RANGE[0], max: RANGE[1] }} .yAxis=${{ label: words.y, min: -1.5, max: 1.5 }} .marks=${marks}
          .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        <p class="hint">${words.hidden}</p>
        <slope-line-chart .heading=${words.loss} .x=${curves.x} .series=${curves.series} .xRange=${[0, Math.max(1, this.epochsInAll)]}
          .yRange=${[0, 1]} .format=${(value: number) => f.decimal(value, 3)} .formatTick=${f.tick} .formatX=${f.significant} .xLabel=${shared.chart.epoch}
          .palette=${colors.palette} .words=${shared.chart}></slope-line-chart>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-activations': SlopeActivations;
  }
}
