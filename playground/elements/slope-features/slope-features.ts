// `<slope-features>`: the same points for one neuron with features made by hand and for a network that makes its own.

import { type CSSResultGroup, html, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { type Dataset, dense, type Layer } from '../../../engine/index.ts';
import { Experiment } from '../../base/experiment.ts';
import type { Palette } from '../../base/palette.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import { gridPoints } from '../../charts/grid.ts';
import type { GroundLayer, PlaneMark } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { progressBar } from '../../controls/progress.ts';
import { EXTENT, generatePoints, isValidation, type PlanePoint, splitPoints } from '../slope-network/data.ts';
import { features as allFeatures, type Feature, featureRows, parseFeatures } from '../slope-network/features.ts';
import { neuronName } from '../slope-network/look.ts';
import { paintMap, rangeOf, SAMPLES, shadesOf } from '../slope-network/maps.ts';
import { CELLS, Contestant, type Sight } from './contestant.ts';
import { type FeaturesSettings, featuresDefinition } from './definition.ts';
import type { FeaturesMessages } from './messages.en.ts';
import { featuresStyles } from './styles.ts';
import '../../charts/plane.ts';

const EPOCHS_PER_SECOND = 40;
/** Between two looks at both networks: maps of the plane are thousands of answers. */
const LOOK_EVERY_MS = 90;
const POINTS = 240;
const VALIDATION_SHARE = 0.4;
const BINS = 28;

const plane = { columns: SAMPLES, rows: SAMPLES, x: [-EXTENT, EXTENT], y: [-EXTENT, EXTENT] } as const;
const corners = gridPoints(plane);
const cells: readonly PlanePoint[] = Array.from({ length: CELLS }, (_, i) => ({
  x1: corners[2 * i] ?? 0,
  x2: corners[2 * i + 1] ?? 0,
  target: 0,
}));
const featureMaps = new Map(allFeatures.map((feature) => [feature.id, featureRows([feature], cells)] as const));

type Side = 'hand' | 'learned';
const sides: readonly Side[] = ['hand', 'learned'];

/**
 * @element slope-features
 * @attr preset - `circles` (default), `bare`, `moons`, `xor`, `spiral`
 * @attr data - `circles`, `moons`, `xor`, `spiral`
 * @attr features - what the single neuron gets, of `x1,x2,x1x2,x1sq,x2sq,sin1,sin2`
 * @attr units, layers - the hidden layers of the network: 1 to 12 neurons, 1 or 2 layers
 * @attr epochs, seed, backend - as everywhere
 * @attr without-presets, without-weights - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-epoch - Both have learned for another epoch; detail `{ epoch }`.
 * @fires slope-complete - All epochs are done.
 */
export class SlopeFeatures extends Experiment<FeaturesSettings, FeaturesMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, featuresStyles];

  static override get definition(): typeof featuresDefinition {
    return featuresDefinition;
  }

  @state() private sights: Readonly<Record<Side, Sight>> | undefined;
  @state() private untrained: Readonly<Record<Side, Float32Array>> | undefined;
  @state() private epoch = 0;
  #points: readonly PlanePoint[] = [];
  #rivals: Readonly<Record<Side, Contestant>> | undefined;
  #parameters: Readonly<Record<Side, number>> = { hand: 0, learned: 0 };
  #timer = 0;
  #busy = false;
  #lookedAt = 0;
  #shades: { readonly palette: Palette; readonly shades: Uint32Array } | undefined;

  // ---- The two networks

  get #chosen(): readonly Feature[] {
    return parseFeatures(this.values.features) ?? allFeatures.slice(0, 2);
  }

  protected override settingsChanged(changed: readonly KeyOf<FeaturesSettings>[]): void {
    if (changed.some((key) => this.definition.settings[key].rebuilds)) void this.#restart();
  }

  async #restart(): Promise<void> {
    this.#halt();
    for (const side of sides) this.#rivals?.[side].end();
    const { data, seed, units, layers, epochs, backend } = this.values;
    this.#points = generatePoints({ name: data, count: POINTS, noise: data === 'spiral' ? 0 : 0.1, seed });
    const ownData = (features: readonly Feature[]): Dataset => {
      const split = splitPoints(this.#points, features, VALIDATION_SHARE, 'column');
      if (!split) throw new Error('There are no points.');
      return split.train;
    };
    const common = { epochs, seed, backend };
    const hidden = Array.from({ length: layers }, () => units);
    const output = (): Layer => dense(1, { activation: 'sigmoid' });
    const pair = allFeatures.slice(0, 2);
    const rivals = {
      hand: new Contestant({
        ...common,
        features: this.#chosen,
        layers: [output()],
        hidden: [],
        data: ownData(this.#chosen),
      }),
      learned: new Contestant({
        ...common,
        features: pair,
        layers: [...hidden.map((count) => dense(count, { activation: 'tanh' })), output()],
        hidden,
        data: ownData(pair),
      }),
    };
    this.#rivals = rivals;
    this.#parameters = { hand: rivals.hand.parameters, learned: rivals.learned.parameters };
    this.epoch = 0;
    this.untrained = undefined;
    this.dismiss('failed');
    this.runState = 'loading';
    await this.#look(rivals);
    if (rivals !== this.#rivals) return;
    this.runState = 'ready';
    this.emit('ready');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#halt();
    for (const side of sides) this.#rivals?.[side].end();
  }

  async #look(rivals: Readonly<Record<Side, Contestant>>): Promise<void> {
    try {
      const [hand, learned] = await Promise.all([
        rivals.hand.look(cells, this.#points),
        rivals.learned.look(cells, this.#points),
      ]);
      if (rivals !== this.#rivals) return;
      this.sights = { hand, learned };
      this.untrained ??= { hand: hand.weights, learned: learned.weights };
    } catch (error) {
      if (rivals === this.#rivals) this.#failed(error);
    }
    this.#lookedAt = performance.now();
  }

  /** One epoch for both, so that neither gets ahead. */
  async #epoch(): Promise<void> {
    const rivals = this.#rivals;
    if (!rivals || this.#busy) return;
    this.#busy = true;
    try {
      await Promise.all(sides.map((side) => rivals[side].learn()));
      if (rivals !== this.#rivals) return;
      this.epoch++;
      const last = this.epoch >= this.values.epochs;
      if (last || this.runState !== 'running' || performance.now() - this.#lookedAt > LOOK_EVERY_MS)
        await this.#look(rivals);
      if (rivals !== this.#rivals) return;
      this.emit('epoch', { epoch: this.epoch });
      if (last) {
        this.#halt();
        this.runState = 'complete';
        this.emit('complete');
      }
    } catch (error) {
      if (rivals === this.#rivals) this.#failed(error);
    } finally {
      this.#busy = false;
    }
  }

  #failed(error: unknown): void {
    this.#halt();
    this.runState = 'failed';
    this.report(error, 'training', (message) => this.t.failed(message));
  }

  // ---- Transport

  override play(): void {
    if (this.runState !== 'ready' && this.runState !== 'paused') return;
    this.runState = 'running';
    this.#timer = window.setInterval(() => void this.#epoch(), 1000 / EPOCHS_PER_SECOND);
    this.requestUpdate();
  }

  #halt(): void {
    window.clearInterval(this.#timer);
    this.#timer = 0;
  }

  override pause(): void {
    this.#halt();
    if (this.runState !== 'running') return;
    this.runState = 'paused';
    if (this.#rivals) void this.#look(this.#rivals);
    this.requestUpdate();
  }

  override step(): void {
    if (this.runState !== 'ready' && this.runState !== 'paused') return;
    this.runState = 'paused';
    void this.#epoch();
  }

  override reset(): void {
    if (this.runState !== 'loading') void this.#restart();
  }

  #toggle(feature: Feature): void {
    const chosen = this.#chosen;
    const next = allFeatures.filter((other) => (other === feature ? !chosen.includes(other) : chosen.includes(other)));
    if (next.length) this.change({ features: next.map(({ id }) => id).join(',') });
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { units, layers, epochs, seed } = this.values;
    const { planeNetworkCode } = await import('../../code/plane-network.ts');
    return planeNetworkCode(language, {
      features: allFeatures.slice(0, 2),
      hidden: Array.from({ length: layers }, () => ({ units, activation: 'tanh' })),
      output: 'sigmoid',
      optimizer: 'adam',
      learningRate: 0.03,
      batchSize: 16,
      epochs,
      seed,
      l2: 0,
    });
  }

  /** What the button "points.csv" of the network's own page saves, for the programs. */
  toCSV(): string {
    const lines = this.#points.map(({ x1, x2, target }, i) =>
      [x1.toFixed(4), x2.toFixed(4), target, Number(isValidation(i, VALIDATION_SHARE))].join(','),
    );
    return `${['x1,x2,y,validation', ...lines].join('\n')}\n`;
  }

  // ---- Picture

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { palette } = this.colors;
    if (!palette) return;
    if (this.#shades?.palette !== palette) this.#shades = { palette, shades: shadesOf(palette) };
    const { shades } = this.#shades;
    for (const canvas of this.renderRoot.querySelectorAll<HTMLCanvasElement>('canvas[data-feature]')) {
      const map = featureMaps.get(canvas.dataset.feature ?? '');
      if (map) paintMap(canvas, map, rangeOf(map, 'linear'), shades);
    }
    for (const canvas of this.renderRoot.querySelectorAll<HTMLCanvasElement>('canvas[data-neuron]')) {
      const [layer = 0, neuron = 0] = (canvas.dataset.neuron ?? '').split(' ').map(Number);
      const map = this.sights?.learned.hidden[layer]?.[neuron];
      if (map) paintMap(canvas, map, [-1, 1], shades);
    }
  }

  protected override render(): TemplateResult {
    const { t, shared, formats: f, epoch } = this;
    const { epochs } = this.values;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            words: { play: t.play },
            started: epoch > 0,
            steps: [{ label: t.epoch, run: () => this.step() }],
            play: () => (this.runState === 'complete' ? this.#again() : this.play()),
            newSeed: () => this.newSeed(),
          })}
        </div>
        <div class="run-progress">
          ${progressBar(t.progress, epoch, epochs)}
          <p class="small-text number" data-state=${this.runState}><b>${shared.state[this.runState]}</b>
            <span>${t.epochs(f.integer(epoch), f.integer(epochs))}</span></p>
        </div>
        <div class="knobs">
          ${this.control('data')} ${this.control('units', f.integer)} ${this.control('layers', f.integer)}
          ${this.control('epochs', f.integer)}
          ${this.control('seed', String, (text) => {
            const { min, max } = this.definition.settings.seed;
            return t.numberError(text, f.integer(min), f.integer(max));
          })}
          ${this.control('backend')}
        </div>`,
      html`<div class="pair">${this.#renderSide('hand')} ${this.#renderSide('learned')}</div>`,
      this.runState === 'complete' ? this.#announcement() : '',
    );
  }

  #again(): void {
    void this.#restart().then(() => this.play());
  }

  #announcement(): string {
    const { integer } = this.formats;
    const unseen = this.#points.filter((_, i) => isValidation(i, VALIDATION_SHARE)).length;
    return this.t.announce(
      integer(this.#wrong('hand').length),
      integer(this.#wrong('learned').length),
      integer(unseen),
    );
  }

  /** Points that were not learned from and are answered wrongly. */
  #wrong(side: Side): number[] {
    const sight = this.sights?.[side];
    if (!sight) return [];
    return this.#points.flatMap(({ target }, i) =>
      isValidation(i, VALIDATION_SHARE) && (sight.points[i] ?? 0) > 0.5 !== target > 0.5 ? [i] : [],
    );
  }

  #renderSide(side: Side): TemplateResult {
    const { t, shared, formats: f, colors, sights } = this;
    const sight = sights?.[side];
    const wrong = this.#wrong(side);
    const points = this.#points;
    const hollow = points.map((_, i) => Number(isValidation(i, VALIDATION_SHARE)));
    const total = hollow.reduce((a, b) => a + b, 0);
    const grid = sight && { ...plane, values: sight.grid };
    const ground: GroundLayer[] = grid
      ? [
          { kind: 'heat', grid, range: [0, 1], colors: 'classes' },
          { kind: 'contours', grid, levels: [0.5], color: 'ink', width: 1.5 },
        ]
      : [];
    const marks: PlaneMark[] = [
      {
        kind: 'points',
        x: points.map(({ x1 }) => x1),
        y: points.map(({ x2 }) => x2),
        classes: points.map(({ target }) => target),
        hollow,
        size: 3.2,
        ringed: new Set(wrong),
      },
    ];
    return stepSection(
      side,
      undefined,
      t[side].title,
      html`<p class="hint">${t[side].about}</p>
        <p class="verdict"><b data-wrong=${side}>${sight ? t.score(f.integer(wrong.length), f.integer(total)) : '–'}</b>
          <span class="number" data-parameters=${side}>${t.parameters(f.integer(this.#parameters[side]))}</span></p>
        <slope-plane equal-units .summary=${t.summary(f.integer(wrong.length), f.integer(total))}
          .xAxis=${{ label: 'x₁', min: -EXTENT, max: EXTENT }} .yAxis=${{ label: 'x₂', min: -EXTENT, max: EXTENT }}
          .ground=${ground} .marks=${marks} .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        ${side === 'hand' ? this.#renderFeatures() : this.#renderHidden()}
        ${this.without('weights') ? '' : this.#renderWeights(side)}`,
    );
  }

  #renderFeatures(): TemplateResult {
    const { t } = this;
    const chosen = this.#chosen;
    return html`<div class="maps-block">
      <h4>${t.features} <span class="hint">${t.toggle}</span></h4>
      <div class="maps">${allFeatures.map((feature) => {
        const used = chosen.includes(feature);
        return html`<button type="button" class="map" aria-pressed=${used}
          aria-label=${used ? t.used(feature.label) : t.unused(feature.label)} @click=${() => this.#toggle(feature)}>
          <canvas width=${SAMPLES} height=${SAMPLES} data-feature=${feature.id} aria-hidden="true"></canvas>
          <span aria-hidden="true">${feature.label}</span></button>`;
      })}</div>
    </div>`;
  }

  #renderHidden(): TemplateResult {
    const { t, formats: f } = this;
    const { units, layers } = this.values;
    return html`<div class="maps-block">${Array.from(
      { length: layers },
      (_, layer) => html`<h4>${t.hidden(f.integer(layer + 1))}</h4>
        <div class="maps">${Array.from({ length: units }, (_unit, neuron) => {
          const name = neuronName(layer, neuron, layers, 1);
          return html`<span class="map" role="img" aria-label=${t.neuron(name)}>
            <canvas width=${SAMPLES} height=${SAMPLES} data-neuron="${layer} ${neuron}" aria-hidden="true"></canvas>
            <span aria-hidden="true">${name}</span></span>`;
        })}</div>`,
    )}</div>`;
  }

  #renderWeights(side: Side): TemplateResult {
    const { t, shared, formats: f, colors } = this;
    const now = this.sights?.[side].weights ?? new Float32Array(0);
    const before = this.untrained?.[side] ?? now;
    const most = Math.max(2, Math.ceil(now.reduce((top, value) => Math.max(top, Math.abs(value)), 0)));
    const counts = histogram(now, most);
    const was = histogram(before, most);
    const high = Math.max(3, ...counts.y, ...was.y);
    const steps = { x: was.x.flatMap((x) => [x - was.half, x + was.half]), y: was.y.flatMap((y) => [y, y]) };
    const marks: PlaneMark[] = [
      { kind: 'bars', x: counts.x, y: counts.y, width: 0.86, color: side === 'hand' ? 'inkFaint' : 'accent' },
      { kind: 'path', x: steps.x, y: steps.y, color: 'ink', width: 1, opacity: 0.7 },
    ];
    return html`<slope-plane class="weights" .heading=${t.weights.heading}
        .summary=${t.weights.summary(f.integer(now.length), f.decimal(Math.min(0, ...now), 1), f.decimal(Math.max(0, ...now), 1))}
        .xAxis=${{ label: t.weights.value, min: -most, max: most }} .yAxis=${{ label: '', min: 0, max: high * 1.1 }}
        .marks=${marks} .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
      <p class="hint">${t.weights.legend}</p>`;
  }
}

/** How many values fall into each of `BINS` equal parts of -most … most. */
function histogram(values: Float32Array, most: number): { x: number[]; y: number[]; half: number } {
  const width = (2 * most) / BINS;
  const y = new Array<number>(BINS).fill(0);
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor((value + most) / width)));
    y[bin] = (y[bin] ?? 0) + 1;
  }
  return { x: y.map((_, bin) => -most + (bin + 0.5) * width), y, half: width / 2 };
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-features': SlopeFeatures;
  }
}
