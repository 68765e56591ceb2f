// `<slope-network>`: a network of neurons parts the plane, and everything about it can be seen and changed while it learns.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Dataset, FitOptions, Sequential } from '../../../engine/index.ts';
import type { AddressChange } from '../../base/address.ts';
import { Looks } from '../../base/looks.ts';
import type { KeyOf, Values } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { type Pace, TrainingExperiment } from '../../base/training-experiment.ts';
import { stepSection } from '../../base/view.ts';
import type { PlaneAdd, PlaneMove, PlaneRemove } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { downloadText } from '../../controls/download.ts';
import { formatLayers, type HiddenLayer, withLayers, withUnits } from './architecture.ts';
import { codeEditorStyles } from './code-editor.ts';
import { codeStep, type Draft, kerasText, settingsOf } from './code-view.ts';
import {
  encodePoints,
  isRegression,
  isValidation,
  MOST_POINTS,
  type PlanePoint,
  type Split,
  withinPlane,
} from './data.ts';
import { dataStep } from './data-view.ts';
import { type NetworkSettings, networkDefinition } from './definition.ts';
import type { DiagramColumn, NodePlace, WeightPlace } from './diagram-lines.ts';
import { features, toggleFeature } from './features.ts';
import { readKeras } from './keras.ts';
import { type Look, lookInto, plainColumns } from './look.ts';
import type { NetworkMessages } from './messages.en.ts';
import { fitOptionsOf, modelOf, type NetworkPlan, planOf } from './model.ts';
import { networkStep } from './network-view.ts';
import { putWeight, weightOf } from './neuron.ts';
import { type Brush, largeNeuron, pictureStep } from './picture-view.ts';
import { DATA_SEED, pointsCsv, ShownPoints } from './shown-points.ts';
import { networkStyles } from './styles.ts';
import { paintThumbnails } from './thumbnails.ts';

/** At full speed an epoch goes by with each picture: a border that is there at once cannot be watched. */
const EPOCHS_PER_SECOND = 60;
/** Looks into the network at most this often while it trains. */
const LOOK_EVERY_MS = 33;
const REFIT_EVERY_MS = 250;

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
  @state() private refusedWeights: ReadonlyMap<number, string> = new Map();
  @state() private draft: Draft | undefined;
  @query('slope-network-diagram') private readonly diagram!: HTMLElement | null;

  #ready = false;
  #refitAt = 0;
  #typing = false;
  readonly #shown = new ShownPoints();
  readonly #looks = new Looks(this, {
    everyMs: LOOK_EVERY_MS,
    model: () => this.model,
    look: (model) => this.#look(model),
  });

  constructor() {
    super();
    this.addEventListener('slope-step', () => this.#looks.soon());
  }

  // ---- Data

  /** The points on screen. */
  get points(): readonly PlanePoint[] {
    return this.#shown.of(this.values);
  }

  get #plan(): NetworkPlan {
    return planOf(this.values);
  }

  get #regression(): boolean {
    return isRegression(this.values.data);
  }

  get #parts(): Split | undefined {
    return this.#shown.split(this.values, this.#plan);
  }

  protected override get trainingData(): Dataset | undefined {
    return this.#parts?.train;
  }

  /** Edited points belong to the data set that they came from: another one brings its own. */
  protected override change(patch: Partial<Values<NetworkSettings>>, change: AddressChange = 'push'): void {
    const redraws = 'data' in patch || 'count' in patch || 'noise' in patch;
    if (redraws) this.#shown.forget();
    super.change(redraws && !('points' in patch) ? { ...patch, points: '' } : patch, change);
  }

  #edit(points: readonly PlanePoint[]): void {
    this.#shown.dragged = undefined;
    this.#edited(encodePoints(points));
  }

  /** Empty is back to the points as they were drawn; that can be undone as well. */
  #edited(points: string): void {
    this.#shown.remember(this.values.points);
    this.change({ points });
  }

  #undoEdit(): void {
    const before = this.#shown.undo();
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
      if (this.#shown.dragged) this.#edit(this.#shown.dragged);
      return;
    }
    this.#shown.dragged = points;
    this.requestUpdate();
    // The network follows the point while it is held, but not at every pixel.
    if (this.runState === 'running' && performance.now() - this.#refitAt > REFIT_EVERY_MS) {
      this.#refitAt = performance.now();
      this.refit();
    }
    this.#looks.soon();
  };

  readonly #pointRemoved = ({ detail }: CustomEvent<PlaneRemove>): void => {
    this.#edit(this.points.filter((_, i) => i !== Number(detail.id)));
  };

  // ---- Model

  protected override createModel(): Sequential {
    return modelOf(this.values, this.#plan);
  }

  protected override fitOptions(): FitOptions {
    return fitOptionsOf(this.values, this.#plan, this.#parts?.validation);
  }

  protected override get fullPace(): Pace {
    return { steps: this.stepsPerEpoch, perSecond: EPOCHS_PER_SECOND };
  }

  protected override settingsChanged(changed: readonly KeyOf<NetworkSettings>[]): void {
    const rebuilds = changed.some((key) => this.definition.settings[key].rebuilds);
    super.settingsChanged(changed);
    if (this.draft && !this.#typing) this.draft = undefined;
    if (changed.includes('points') && !rebuilds) {
      this.refit();
      this.#looks.soon();
    }
    if (this.trainingData) this.dataReady();
  }

  protected override modelChanged(): void {
    const { columns } = this;
    // A neuron that is gone cannot stay open.
    if (this.chosen && !columns[this.chosen.column]?.nodes[this.chosen.index]) this.chosen = undefined;
    this.pointed = undefined;
    this.refusedWeights = new Map();
    this.#looks.now();
  }

  protected override weightsChanged(): void {
    this.#looks.now();
  }

  // ---- Looking into it

  async #look(model: Sequential): Promise<void> {
    const { features: chosen, layers } = this.#plan;
    const look = await lookInto(model, this.values.backend, chosen, layers, this.points);
    if (model !== this.model) return;
    this.look = look;
    if (this.#ready) return;
    this.#ready = true;
    this.emit('ready');
  }

  /** The columns of the drawing; a look into a network that is no longer there is not shown. */
  get columns(): readonly DiagramColumn[] {
    const { features: chosen, layers } = this.#plan;
    const plain = plainColumns(chosen, layers);
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
    this.#changeLayers(withUnits(this.#plan.written, detail.layer, detail.change));
  };

  readonly #layersChanged = ({ detail }: CustomEvent<number>): void => {
    this.#changeLayers(withLayers(this.#plan.written, detail));
  };

  readonly #featureToggled = ({ detail }: CustomEvent<number>): void => {
    const feature = features[detail];
    const next = feature && toggleFeature(this.#plan.features, feature);
    if (next) this.change({ features: next.map(({ id }) => id).join(',') });
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

  /** What the visitor wrote for a weight of the chosen neuron; -1 is its bias. */
  async #changeWeight(input: number, text: string): Promise<void> {
    const value = weightOf(text);
    const marks = new Map(this.refusedWeights);
    if (value === undefined) marks.set(input, text);
    else marks.delete(input);
    this.refusedWeights = marks;
    const { model, chosen } = this;
    if (value === undefined || !model || !chosen) return;
    this.pause();
    const weights = await model.getWeights();
    if (model !== this.model || !putWeight(weights, chosen, input, value)) return;
    model.setWeights(weights);
    this.#looks.now();
  }

  // ---- Code

  #codeTyped(text: string): void {
    const result = readKeras(text, this.#regression ? 'values' : 'classes');
    this.draft = { text, error: 'error' in result ? result.error : undefined };
    if (!('network' in result)) return;
    this.#typing = true;
    try {
      this.change(settingsOf(result.network, this.#plan, this.values.activation));
    } finally {
      this.#typing = false;
    }
  }

  /** The program that rebuilds what is on screen. */
  async toCode(language: CodeLanguage): Promise<string> {
    const { optimizer, learningRate, batchSize, epochs, seed, l2 } = this.values;
    const { planeNetworkCode } = await import('../../code/plane-network.ts');
    const { features: chosen, hidden, head } = this.#plan;
    return planeNetworkCode(language, {
      features: chosen,
      hidden,
      output: head,
      optimizer,
      learningRate,
      batchSize,
      epochs,
      seed,
      l2,
    });
  }

  /** The points as the programs read them. */
  pointsCSV(): string {
    return pointsCsv(this.points, this.values.validationShare, this.#regression);
  }

  // ---- Picture

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    paintThumbnails(this.renderRoot.querySelectorAll<HTMLCanvasElement>('.set canvas'), this.colors.palette, DATA_SEED);
  }

  protected override render(): TemplateResult {
    const part = (name: string, content: () => unknown): unknown => (this.without(name) ? nothing : content());
    return this.renderFigure(
      this.#renderControls(),
      html`<div class="stage">
          ${part('data', () => this.#renderData())}
          <div class="middle">${this.#renderNetwork()} ${part('code', () => this.#renderCode())}</div>
          ${this.#renderPicture()}
        </div>
        ${part('training', () => this.#renderTraining())}`,
    );
  }

  #renderControls(): TemplateResult {
    const { t } = this;
    return html`<div class="run-row">
        ${this.renderTransport(t.step.update, t.step.epoch)}
      </div>
      ${this.renderRunProgress(t.training.title)}`;
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
    const { values, points, formats: f } = this;
    const validation = points.filter((_, index) => isValidation(index, values.validationShare)).length;
    return dataStep(this.view, {
      chosen: values.data,
      training: points.length - validation,
      validation,
      fields: [
        this.#field('noise', (value) => f.decimal(value, 2)),
        this.#field('count', f.integer),
        this.#field('validationShare', (value) => f.percent(value, 0)),
      ],
      edits:
        values.points === ''
          ? undefined
          : {
              canUndo: this.#shown.canUndo,
              undo: () => this.#undoEdit(),
              restore: () => this.#edited(''),
            },
      choose: (name) => this.change({ data: name }),
      save: () => downloadText('points.csv', 'text/csv', this.pointsCSV()),
    });
  }

  #renderNetwork(): TemplateResult {
    return networkStep(this.view, {
      columns: this.columns,
      look: this.look,
      parameters: this.model?.parameterCount ?? 0,
      chosen: this.chosen,
      refusedWeights: this.refusedWeights,
      nodePointed: ({ detail }) => {
        this.pointed = detail;
      },
      nodeChosen: this.#nodeChosen,
      weightChosen: this.#weightChosen,
      featureToggled: this.#featureToggled,
      unitsChanged: this.#unitsChanged,
      layersChanged: this.#layersChanged,
      changeWeight: (input, text) => void this.#changeWeight(input, text),
      closeInspector: () => this.#closeInspector(),
    });
  }

  #closeInspector(): void {
    const { chosen } = this;
    this.chosen = undefined;
    // The keyboard goes back to where it came from.
    if (chosen) {
      this.diagram?.shadowRoot?.querySelector<HTMLElement>(`[data-node="${chosen.column}-${chosen.index}"]`)?.focus();
    }
  }

  #renderPicture(): TemplateResult {
    return pictureStep(this.view, {
      look: this.look,
      neuron: largeNeuron(this.pointed, this.columns, this.#plan.head),
      judged: {
        points: this.points,
        validationShare: this.values.validationShare,
        answers: this.look?.atPoints,
        regression: this.#regression,
      },
      started: this.stepsDone > 0,
      history: this.history,
      epochs: this.epochsInAll,
      brush: this.brush,
      chooseBrush: (brush) => {
        this.brush = brush;
      },
      added: this.#pointAdded,
      moved: this.#pointMoved,
      removed: this.#pointRemoved,
    });
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
    return codeStep(
      this.view,
      this.draft,
      kerasText(this.values, this.#plan),
      (typed) => this.#codeTyped(typed),
      () => {
        this.draft = undefined;
      },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-network': SlopeNetwork;
  }
}
