// `<slope-network>`: a network of neurons parts the plane, and everything about it can be seen and changed while it learns.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import {
  adam,
  type Dataset,
  dense,
  type FitOptions,
  l2,
  type Sequential,
  sequential,
  sgd,
} from '../../../engine/index.ts';
import type { AddressChange } from '../../base/address.ts';
import type { KeyOf, Values } from '../../base/settings.ts';
import { parseSetting } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { type Pace, TrainingExperiment } from '../../base/training-experiment.ts';
import { stepSection, type View } from '../../base/view.ts';
import { epochCurves } from '../../charts/epoch-curves.ts';
import type { GroundLayer, PlaneAdd, PlaneMove, PlaneRemove } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { downloadText } from '../../controls/download.ts';
import { segmented } from '../../controls/fields.ts';
import type { Speed } from '../../controls/transport.ts';
import { formatLayers, type HiddenLayer, MAX_UNITS, parseLayers } from './architecture.ts';
import { codeEditor, codeEditorStyles } from './code-editor.ts';
import {
  datasetNames,
  decodePoints,
  EXTENT,
  encodePoints,
  generatePoints,
  isRegression,
  isValidation,
  MOST_POINTS,
  type PlanePoint,
  type Split,
  splitPoints,
  withinPlane,
} from './data.ts';
import { type Activation, type NetworkSettings, networkDefinition } from './definition.ts';
import type { DiagramColumn, NodePlace, WeightPlace } from './diagram.ts';
import { type Feature, features, parseFeatures, resizeFeatures } from './features.ts';
import { inspector, type NeuronInputs } from './inspector.ts';
import { type KerasError, type KerasNetwork, readKeras, writeKeras } from './keras.ts';
import { type LayerPlan, type Look, lookInto, plainColumns, planeGrid } from './look.ts';
import type { NetworkMessages } from './messages.en.ts';
import { type Judged, legend, pointHandles, pointMarks, readout, verdict, wrongPoints } from './picture-view.ts';
import { networkStyles } from './styles.ts';
import { paintThumbnails } from './thumbnails.ts';
import '../../charts/line-chart.ts';
import '../../charts/plane.ts';
import './diagram.ts';

/** Every visit draws the same points; "new seed" means other weights. */
const DATA_SEED = 1;
/** At full speed an epoch goes by with each picture: a border that is there at once cannot be watched. */
const EPOCHS_PER_SECOND = 60;
/** Looks into the network at most this often while it trains. */
const LOOK_EVERY_MS = 33;
const REFIT_EVERY_MS = 250;

type Brush = 'move' | '0' | '1';

/**
 * @element slope-network
 * @attr preset - `circles` (default), `lecture`, `xor`, `one-neuron`, `by-hand`, `spiral`, `spiral-one-neuron`, `overfit`, `hills`
 * @attr data - `circles`, `moons`, `xor`, `blobs`, `spiral`, `hills`, `slope`
 * @attr features - for example `x1,x2,x1x2,x1sq,x2sq,sin1,sin2`
 * @attr layers - neurons per hidden layer, for example `5,3` or `4:relu,3:tanh`
 * @attr activation, output, optimizer, count, noise, validation-share, points - as the controls of the figure
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr without-presets, without-data, without-training, without-code - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @csspart step - Each part; also `data`, `network`, `picture`, `training`, `code`.
 */
export class SlopeNetwork extends TrainingExperiment<NetworkSettings, NetworkMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, codeEditorStyles, networkStyles];

  static override get definition(): typeof networkDefinition {
    return networkDefinition;
  }

  @state() private look: Look | undefined;
  @state() private pointed: NodePlace | undefined;
  @state() private chosen: NodePlace | undefined;
  @state() private brush: Brush = '0';
  /** Points while one of them is dragged. */
  @state() private dragged: readonly PlanePoint[] | undefined;
  @state() private refusedWeights: ReadonlyMap<number, string> = new Map();
  /** What stands in the code field when it is not what the figure would write. */
  @state() private draft: { readonly text: string; readonly error: KerasError | undefined } | undefined;
  @query('slope-network-diagram') private readonly diagram!: HTMLElement | null;

  #looking = false;
  #lookAgain = false;
  #lookedAt = 0;
  #timer = 0;
  #refitAt = 0;
  #ready = false;
  #undo: string[] = [];
  #points: { readonly key: string; readonly points: readonly PlanePoint[] } | undefined;
  #split: { readonly key: string; readonly split: Split | undefined } | undefined;

  constructor() {
    super();
    this.addEventListener('slope-step', () => this.#lookSoon());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
  }

  // ---- Data

  get #drawn(): boolean {
    return this.values.points === '';
  }

  /** The points on screen. */
  get points(): readonly PlanePoint[] {
    if (this.dragged) return this.dragged;
    const { data, count, noise, points } = this.values;
    const key = points || `${data} ${count} ${noise}`;
    if (this.#points?.key !== key) {
      const made = points
        ? (decodePoints(points) ?? [])
        : generatePoints({ name: data, count, noise, seed: DATA_SEED });
      this.#points = { key, points: made };
    }
    return this.#points.points;
  }

  get #regression(): boolean {
    return isRegression(this.values.data);
  }

  get #head(): 'sigmoid' | 'softmax' | 'linear' {
    return this.#regression ? 'linear' : this.values.output;
  }

  get #parts(): Split | undefined {
    const { features: chosen, validationShare } = this.values;
    const points = this.points;
    const key = [this.dragged ? encodePoints(points) : this.#points?.key, chosen, validationShare, this.#head].join(
      ' ',
    );
    if (this.#split?.key !== key) {
      const shape = this.#head === 'softmax' ? 'labels' : 'column';
      this.#split = { key, split: splitPoints(points, this.#features, validationShare, shape) };
    }
    return this.#split.split;
  }

  protected override get trainingData(): Dataset | undefined {
    return this.#parts?.train;
  }

  /** Edited points belong to the data set that they came from: another one brings its own. */
  protected override change(patch: Partial<Values<NetworkSettings>>, change: AddressChange = 'push'): void {
    const redraws = 'data' in patch || 'count' in patch || 'noise' in patch;
    if (redraws) this.#undo = [];
    super.change(redraws && !('points' in patch) ? { ...patch, points: '' } : patch, change);
  }

  #edit(points: readonly PlanePoint[]): void {
    this.#undo.push(this.values.points);
    this.dragged = undefined;
    this.change({ points: encodePoints(points) });
  }

  #undoEdit(): void {
    const before = this.#undo.pop();
    if (before !== undefined) this.change({ points: before });
  }

  readonly #pointAdded = ({ detail }: CustomEvent<PlaneAdd>): void => {
    if (this.points.length >= MOST_POINTS || this.brush === 'move') return;
    const one = Number(this.brush);
    const target = detail.other ? 1 - one : one;
    const added = {
      x1: withinPlane(detail.x),
      x2: withinPlane(detail.y),
      target: this.#regression ? target * 2 - 1 : target,
    };
    this.#edit([...this.points, added]);
  };

  readonly #pointMoved = ({ detail }: CustomEvent<PlaneMove>): void => {
    const index = Number(detail.id);
    const points = this.points.map((point, i) =>
      i === index ? { ...point, x1: withinPlane(detail.x), x2: withinPlane(detail.y) } : point,
    );
    if (detail.done) {
      if (this.dragged) this.#edit(this.dragged);
      return;
    }
    this.dragged = points;
    // The network follows the point while it is held, but not at every pixel.
    if (this.runState === 'running' && performance.now() - this.#refitAt > REFIT_EVERY_MS) {
      this.#refitAt = performance.now();
      this.refit();
    }
    this.#lookSoon();
  };

  readonly #pointRemoved = ({ detail }: CustomEvent<PlaneRemove>): void => {
    this.#edit(this.points.filter((_, i) => i !== Number(detail.id)));
  };

  // ---- Model

  get #features(): readonly Feature[] {
    return parseFeatures(this.values.features) ?? features.slice(0, 2);
  }

  get #hidden(): readonly HiddenLayer[] {
    return parseLayers(this.values.layers).layers ?? [];
  }

  #activationOf({ activation }: HiddenLayer): Activation {
    return activation ?? this.values.activation;
  }

  /** Hidden layers and output, as they are drawn and asked. */
  get #layers(): readonly LayerPlan[] {
    const hidden = this.#hidden.map((layer) => ({ units: layer.units, activation: this.#activationOf(layer) }));
    return [...hidden, { units: this.#head === 'softmax' ? 2 : 1, activation: this.#head }];
  }

  protected override createModel(): Sequential {
    const penalty = this.values.l2 > 0 ? { kernelRegularizer: l2(this.values.l2) } : {};
    const layers = this.#layers.map(({ units, activation }) =>
      dense(units, { activation: activation as Activation | 'softmax', ...penalty }),
    );
    return sequential(layers, { inputShape: [this.#features.length], seed: this.values.seed });
  }

  protected override fitOptions(): FitOptions {
    const { optimizer, learningRate } = this.values;
    const validation = this.#parts?.validation;
    const losses = {
      sigmoid: 'binaryCrossentropy',
      softmax: 'sparseCategoricalCrossentropy',
      linear: 'meanSquaredError',
    } as const;
    return {
      optimizer:
        optimizer === 'adam'
          ? adam({ learningRate })
          : sgd({ learningRate, momentum: optimizer === 'momentum' ? 0.9 : 0 }),
      loss: losses[this.#head],
      metrics: [this.#regression ? 'meanAbsoluteError' : 'accuracy'],
      ...(validation && { validationData: validation }),
    };
  }

  protected override paceOf(speed: Speed): Pace | undefined {
    return speed === 'full' ? { steps: this.stepsPerEpoch, perSecond: EPOCHS_PER_SECOND } : super.paceOf(speed);
  }

  protected override settingsChanged(changed: readonly KeyOf<NetworkSettings>[]): void {
    const rebuilds = changed.some((key) => this.definition.settings[key].rebuilds);
    super.settingsChanged(changed);
    if (this.draft && !this.#typing) this.draft = undefined;
    if (changed.includes('points') && !rebuilds) {
      this.refit();
      this.#lookSoon();
    }
    if (this.trainingData) this.dataReady();
  }

  protected override modelChanged(): void {
    const { columns } = this;
    // A neuron that is gone cannot stay open.
    if (this.chosen && !columns[this.chosen.column]?.nodes[this.chosen.index]) this.chosen = undefined;
    this.pointed = undefined;
    this.refusedWeights = new Map();
    this.#lookSoon(true);
  }

  protected override weightsChanged(): void {
    this.#lookSoon(true);
  }

  // ---- Looking into it

  #lookSoon(now = false): void {
    window.clearTimeout(this.#timer);
    const wait = now ? 0 : Math.max(0, LOOK_EVERY_MS - (performance.now() - this.#lookedAt));
    this.#timer = window.setTimeout(() => void this.#lookNow(), wait);
  }

  async #lookNow(): Promise<void> {
    const { model } = this;
    if (!model || !this.isConnected) return;
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    this.#lookAgain = false;
    try {
      const look = await lookInto(model, this.values.backend, this.#features, this.#layers, this.points);
      if (model === this.model) this.look = look;
    } catch (error) {
      // A model that was replaced meanwhile cannot answer; the run itself reports what else may fail.
      if (model === this.model && this.runState !== 'failed') console.warn(error);
    } finally {
      this.#looking = false;
      this.#lookedAt = performance.now();
    }
    if (this.#lookAgain) this.#lookSoon();
    if (!this.#ready && this.look) {
      this.#ready = true;
      this.emit('ready');
    }
  }

  /** The columns of the drawing; a look into a network that is no longer there is not shown. */
  get columns(): readonly DiagramColumn[] {
    const plain = plainColumns(this.#features, this.#layers);
    const seen = this.look?.columns;
    const fits =
      seen?.length === plain.length && plain.every((column, i) => column.nodes.length === seen[i]?.nodes.length);
    return fits ? [plain[0] as DiagramColumn, ...seen.slice(1)] : plain;
  }

  // ---- Changing the network

  #changeLayers(layers: readonly HiddenLayer[]): void {
    this.change({ layers: formatLayers(layers) });
  }

  readonly #unitsChanged = ({ detail }: CustomEvent<{ layer: number; change: number }>): void => {
    this.#changeLayers(
      this.#hidden.map((layer, i) =>
        i === detail.layer ? { ...layer, units: Math.max(1, Math.min(MAX_UNITS, layer.units + detail.change)) } : layer,
      ),
    );
  };

  readonly #layersChanged = ({ detail }: CustomEvent<number>): void => {
    const hidden = this.#hidden;
    this.#changeLayers(detail > 0 ? [...hidden, { units: hidden.at(-1)?.units ?? 3 }] : hidden.slice(0, -1));
  };

  readonly #featureToggled = ({ detail }: CustomEvent<number>): void => {
    const feature = features[detail];
    const present = this.#features;
    if (!feature) return;
    const next = present.includes(feature) ? present.filter((one) => one !== feature) : [...present, feature];
    // A network without inputs is none.
    if (next.length)
      this.change({
        features: features
          .filter((one) => next.includes(one))
          .map(({ id }) => id)
          .join(','),
      });
  };

  readonly #nodeChosen = ({ detail }: CustomEvent<NodePlace>): void => {
    const again = this.chosen?.column === detail.column && this.chosen.index === detail.index;
    this.refusedWeights = new Map();
    this.chosen = again ? undefined : detail;
  };

  readonly #weightChosen = ({ detail }: CustomEvent<WeightPlace>): void => {
    this.refusedWeights = new Map();
    this.chosen = { column: detail.column, index: detail.index };
    void this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector<HTMLInputElement>(`#weight-${detail.input}`);
      field?.focus();
      field?.select();
    });
  };

  get #chosenNeuron(): NeuronInputs | undefined {
    const { chosen, look, columns } = this;
    if (!chosen || !look) return undefined;
    const { column, index } = chosen;
    const weights = look.weights[column];
    const node = columns[column]?.nodes[index];
    const inputs = columns[column - 1]?.nodes.filter(({ used }) => used) ?? [];
    const units = columns[column]?.nodes.length ?? 1;
    if (!weights || !node || weights.length !== inputs.length * units) return undefined;
    return {
      name: node.name,
      activation: columns[column]?.activation ?? 'linear',
      outputs: units,
      inputs: inputs.map(({ name }, input) => ({ name, weight: weights[input * units + index] ?? 0 })),
      bias: look.biases[column]?.[index] ?? 0,
    };
  }

  /** What the visitor wrote for a weight of the chosen neuron; -1 is its bias. */
  async #changeWeight(input: number, text: string): Promise<void> {
    const value = parseSetting({ ...anyNumber, attribute: '', query: '' }, text.replace('−', '-'));
    const marks = new Map(this.refusedWeights);
    if (typeof value === 'number') marks.delete(input);
    else marks.set(input, text);
    this.refusedWeights = marks;
    const { model, chosen } = this;
    if (typeof value !== 'number' || !model || !chosen) return;
    this.pause();
    const weights = await model.getWeights();
    const units = this.#layers[chosen.column - 1]?.units ?? 1;
    const suffix = input < 0 ? '/bias' : '/kernel';
    const tensor = weights.filter(({ name }) => name.endsWith(suffix))[chosen.column - 1];
    if (!tensor || model !== this.model) return;
    tensor.data[input < 0 ? chosen.index : input * units + chosen.index] = value;
    model.setWeights(weights);
    this.#lookSoon(true);
  }

  // ---- Code

  #typing = false;

  get #kerasText(): string {
    const { optimizer, learningRate, batchSize, epochs, l2: penalty } = this.values;
    const hidden = this.#hidden.map((layer) => ({ units: layer.units, activation: this.#activationOf(layer) }));
    return writeKeras({
      inputs: this.#features.length,
      features: this.#features.map(({ numpy }) => numpy),
      hidden,
      output: this.#head,
      optimizer,
      learningRate,
      batchSize,
      epochs,
      l2: penalty,
    });
  }

  #codeTyped(text: string): void {
    const result = readKeras(text, this.#regression ? 'values' : 'classes');
    this.draft = { text, error: 'error' in result ? result.error : undefined };
    if (!('network' in result)) return;
    this.#typing = true;
    try {
      this.#takeNetwork(result.network);
    } finally {
      this.#typing = false;
    }
  }

  #takeNetwork({ inputs, hidden, output, ...training }: KerasNetwork): void {
    const first = hidden[0]?.activation ?? this.values.activation;
    const common = hidden.every(({ activation }) => activation === first);
    const layers = hidden.map(({ units, activation }) => (common ? { units } : { units, activation }));
    const chosen = resizeFeatures(this.#features, inputs) ?? this.#features;
    this.change({
      ...(common && { activation: first }),
      ...(output !== 'linear' && { output }),
      layers: formatLayers(layers),
      features: chosen.map(({ id }) => id).join(','),
      ...training,
    });
  }

  /** The program that rebuilds what is on screen. */
  async toCode(language: CodeLanguage): Promise<string> {
    const { optimizer, learningRate, batchSize, epochs, seed, l2: penalty } = this.values;
    const { planeNetworkCode } = await import('../../code/plane-network.ts');
    return planeNetworkCode(language, {
      features: this.#features,
      hidden: this.#hidden.map((layer) => ({ units: layer.units, activation: this.#activationOf(layer) })),
      output: this.#head,
      optimizer,
      learningRate,
      batchSize,
      epochs,
      seed,
      l2: penalty,
    });
  }

  /** The points with their part: 0 for training, 1 for validation. */
  pointsCSV(): string {
    const rows = this.points.map(({ x1, x2, target }, index) =>
      [
        x1.toFixed(4),
        x2.toFixed(4),
        this.#regression ? target.toFixed(4) : target,
        this.#isValidation(index) ? 1 : 0,
      ].join(','),
    );
    return ['x1,x2,y,part', ...rows].join('\n') + '\n';
  }

  #isValidation(index: number): boolean {
    return isValidation(index, this.values.validationShare);
  }

  // ---- Picture

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    paintThumbnails(this.renderRoot.querySelectorAll<HTMLCanvasElement>('.set canvas'), this.colors.palette, DATA_SEED);
  }

  protected override render(): TemplateResult {
    const { t } = this;
    const part = (name: string, content: () => unknown): unknown => (this.without(name) ? nothing : content());
    return html`<div class="experiment" role="group" aria-label=${t.title} tabindex="-1">
      <h2 class="visually-hidden">${this.t.title}</h2>
      ${this.#renderRunBar()}
      <div class="stage">
        ${part('data', () => this.#renderData())}
        <div class="middle">${this.#renderNetwork()} ${part('code', () => this.#renderCode())}</div>
        ${this.#renderPicture()}
      </div>
      ${part('training', () => this.#renderTraining())}
      <slot name="caption"></slot>
      ${this.renderAnnouncer()}
    </div>`;
  }

  #renderRunBar(): TemplateResult {
    const { t } = this;
    return html`<div class="run-bar">
      ${this.renderPresets()}
      <div class="run-row">
        ${this.renderTransport(t.step.update, t.step.epoch)}
      </div>
      ${this.renderRunProgress(t.training.title)} ${this.renderNotices()}
    </div>`;
  }

  #field(key: KeyOf<NetworkSettings>, format: (value: number) => string = String): TemplateResult {
    return this.control(key, format, (text) => this.#fieldError(key, text));
  }

  #fieldError(key: KeyOf<NetworkSettings>, text: string): string {
    const setting = this.definition.settings[key];
    if (setting.kind !== 'number') return '';
    return this.t.fieldErrors.number(text, this.formats.integer(setting.min), this.formats.integer(setting.max));
  }

  #renderData(): TemplateResult {
    const { t, formats: f, points } = this;
    const words = t.data;
    const validation = points.filter((_, index) => this.#isValidation(index)).length;
    const sets = t.settings.data?.options ?? {};
    return stepSection(
      'data',
      undefined,
      words.title,
      html`<div class="data-columns">
        <fieldset class="sets"><legend class="visually-hidden">${t.settings.data?.label}</legend>
          ${datasetNames.map(
            (name) => html`<label class="set"><input type="radio" name="data" value=${name}
              .checked=${name === this.values.data} @change=${() => this.change({ data: name })}>
              <canvas width="144" height="144" data-set=${name} aria-hidden="true"></canvas><span>${sets[name]}</span></label>`,
          )}
        </fieldset>
        <div class="data-fields">
          ${this.#field('noise', (value) => f.decimal(value, 2))} ${this.#field('count', f.integer)}
          ${this.#field('validationShare', (value) => f.percent(value, 0))}
          <p class="hint">${words.counts(f.integer(points.length - validation), f.integer(validation))}</p>
        </div></div>
        <div class="actions">
          ${
            this.#drawn
              ? nothing
              : html`<button type="button" class="small" ?disabled=${this.#undo.length === 0} @click=${() => this.#undoEdit()}>${words.undo}</button>
                <button type="button" class="small" @click=${() => this.#edit0()}>${words.restore}</button>`
          }
          <button type="button" class="small" @click=${() => downloadText('points.csv', 'text/csv', this.pointsCSV())}>${words.save}</button>
        </div>`,
    );
  }

  /** Back to the points as they were drawn; that can be undone as well. */
  #edit0(): void {
    this.#undo.push(this.values.points);
    super.change({ points: '' });
  }

  #renderNetwork(): TemplateResult {
    const { t, formats: f, colors, look, columns } = this;
    const legend = t.network.legend;
    const weights = look && columns.length === look.columns.length ? look.weights : [];
    return stepSection(
      'network',
      undefined,
      t.network.title,
      html`<slope-network-diagram .columns=${columns} .weights=${weights} .chosen=${this.chosen} .palette=${colors.palette}
          .words=${t.network} .formats=${f} .activationNames=${t.settings.activation?.options ?? {}}
          @node-point=${({ detail }: CustomEvent<NodePlace | undefined>) => {
            this.pointed = detail;
          }}
          @node-choose=${this.#nodeChosen} @weight-choose=${this.#weightChosen} @feature-toggle=${this.#featureToggled}
          @units-change=${this.#unitsChanged} @layers-change=${this.#layersChanged}></slope-network-diagram>
        <div class="network-foot">
          <p class="scale"><span>${legend.negative}</span><span class="bar" role="presentation"></span><span>${legend.positive}</span>
            <span data-parameters>${t.network.parameters(f.integer(this.model?.parameterCount ?? 0))}</span></p>
          <p class="hint">${t.network.hint}</p>
          ${inspector(t.inspector, f, {
            neuron: this.#chosenNeuron,
            refused: this.refusedWeights,
            change: (input, text) => void this.#changeWeight(input, text),
            close: () => this.#closeInspector(),
          })}
        </div>`,
    );
  }

  #closeInspector(): void {
    const { chosen } = this;
    this.chosen = undefined;
    // The keyboard goes back to where it came from.
    if (chosen) {
      this.diagram?.shadowRoot?.querySelector<HTMLElement>(`[data-node="${chosen.column}-${chosen.index}"]`)?.focus();
    }
  }

  /** The neuron whose map is large: the one pointed at, or the network's answer. */
  get #shown():
    | { readonly name: string; readonly map: ArrayLike<number>; readonly range: readonly [number, number] }
    | undefined {
    const place = this.pointed;
    const columns = this.columns;
    if (!place || (place.column === columns.length - 1 && this.#head !== 'softmax')) return undefined;
    const node = columns[place.column]?.nodes[place.index];
    return node?.map && { name: node.name, map: node.map, range: node.range ?? [-1, 1] };
  }

  #renderPicture(): TemplateResult {
    const { t, shared, formats: f, colors, points, look, history } = this;
    const words = t.picture;
    const shown = this.#shown;
    const regression = this.#regression;
    const answer = look && look.atPoints.length >= 0 ? planeGrid(shown?.map ?? look.answer) : undefined;
    const range = shown?.range ?? (regression ? [-1, 1] : [0, 1]);
    const ground: GroundLayer[] = answer ? [{ kind: 'heat', grid: answer, range, colors: 'classes' }] : [];
    if (answer && !shown) {
      ground.push({
        kind: 'contours',
        grid: answer,
        levels: regression ? [-0.5, 0, 0.5] : [0.5],
        color: 'ink',
        width: regression ? 1 : 1.75,
        ...(regression && { format: (level: number) => f.decimal(level, 1) }),
      });
    }
    const view: View<NetworkMessages> = { t, shared, f, palette: colors.palette };
    const judged: Judged = {
      points,
      validationShare: this.values.validationShare,
      answers: look?.atPoints,
      regression,
    };
    const wrong = regression ? undefined : wrongPoints(judged);
    // Rings are for the few that are left; before that they would cover the picture.
    const ringed = this.stepsDone > 0 && wrong && wrong.indices.size <= points.length / 8 ? wrong.indices : undefined;
    const handles = pointHandles(view, judged);
    const total = points.length;
    const summary = shown
      ? words.neuronAlt(shown.name)
      : wrong
        ? words.classesAlt(f.integer(wrong.indices.size), f.integer(total))
        : words.valuesAlt;
    const curves = epochCurves(history, shared.chart);
    const brushes: readonly Brush[] = ['0', '1', 'move'];
    return stepSection(
      'picture',
      undefined,
      shown ? words.neuron(shown.name) : words.title,
      html`<slope-plane .summary=${summary} .xAxis=${axis(words.axis1)} .yAxis=${axis(words.axis2)}
          .ground=${ground} .marks=${pointMarks(judged, ringed)} .handles=${handles} ?addable=${this.brush !== 'move'}
          .readout=${(x: number, y: number, id: string | undefined) =>
            look
              ? readout(
                  view,
                  shown?.map ?? look.answer,
                  [x, y],
                  handles[Number(id)]?.name ?? '',
                  regression || Boolean(shown),
                )
              : ''}
          .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}
          @plane-add=${this.#pointAdded} @plane-move=${this.#pointMoved} @plane-remove=${this.#pointRemoved}></slope-plane>
        <p class="verdict" data-verdict>${verdict(view, judged, wrong)}</p>
        ${legend(view, regression)}
        ${segmented({
          id: 'brush',
          label: t.data.edit,
          hint: t.data.brushHint,
          options: brushes.map((value) => ({ value, name: t.data.brush[value] })),
          value: this.brush,
          changed: (value) => {
            this.brush = value as Brush;
          },
        })}
        <slope-line-chart .heading=${t.curve.title[regression ? 'values' : 'classes']} .x=${curves.x} .series=${curves.series}
          .xRange=${[0, Math.max(1, this.epochsInAll)]} .yRange=${[0, Number.POSITIVE_INFINITY]} .format=${(value: number) => f.decimal(value, 3)}
          .formatX=${f.significant} .xLabel=${shared.chart.epoch} .palette=${colors.palette} .words=${shared.chart}></slope-line-chart>`,
    );
  }

  #renderTraining(): TemplateResult {
    const { t, formats: f } = this;
    return stepSection(
      'training',
      undefined,
      t.training.title,
      html`<div class="knobs">
        ${this.#field('learningRate', f.significant)} ${this.#field('optimizer')}
        ${this.#field('batchSize', f.integer)} ${this.#field('activation')}
        ${this.#field('epochs', f.integer)} ${this.#regression ? nothing : this.#field('output')}
        ${this.#field('l2', (value) => (value === 0 ? '0' : f.significant(value)))} ${this.#field('seed', String)} ${this.#field('backend')}
      </div>`,
    );
  }

  #renderCode(): TemplateResult {
    const { t, draft } = this;
    const words = t.code;
    const text = draft?.text ?? this.#kerasText;
    const error = draft?.error;
    return stepSection(
      'code',
      undefined,
      words.title,
      html`${codeEditor({
        id: 'keras',
        label: words.label,
        text,
        lines: 8,
        error: error && words.error(error),
        errorLine: error?.line,
        changed: (typed) => this.#codeTyped(typed),
      })}
        <div id="keras-status" role="status">
          ${
            error
              ? html`<p class="field-error" data-code-error>${words.line(error.line)}${words.error(error)} ${words.kept}
                  <button type="button" class="quiet small" @click=${() => {
                    this.draft = undefined;
                  }}>${words.writeAgain}</button></p>`
              : html`<p class="hint">${words.hint} ${words.fits}</p>`
          }
        </div>`,
    );
  }
}

const anyNumber = { kind: 'number', default: 0, min: -1000, max: 1000, rebuilds: false } as const;

const axis = (label: string): { label: string; min: number; max: number } => ({ label, min: -EXTENT, max: EXTENT });

declare global {
  interface HTMLElementTagNameMap {
    'slope-network': SlopeNetwork;
  }
}
