// `<slope-k-means>`: k-means on the irises, half step by half step, without their species; these are revealed at the end.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import type { PlaneMove } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import type { Speed } from '../../controls/transport.ts';
import { type Assignment, assign, type Centers, firstCenters, inertiaOf, moveToMeans } from './clustering.ts';
import { curves, nowStep, type Rest } from './course-view.ts';
import { type KMeansSettings, kMeansDefinition } from './definition.ts';
import { type Flowers, loadFlowers } from './flowers.ts';
import type { KMeansMessages } from './messages.en.ts';
import { plotStep, type Scene } from './plot-view.ts';
import { speciesStep } from './species-view.ts';
import { kMeansStyles } from './styles.ts';

/** Between half steps: long enough to see who changed sides. */
const HALF_STEP_MS: Record<Speed, number> = { full: 420, slow: 1100, slowest: 2200 };

type Phase = 'assign' | 'move';

/**
 * @element slope-k-means
 * @attr preset - `three` (default), `revealed`, `worse`, `sepal`, `eight`
 * @attr clusters - number of groups, 1 to 8
 * @attr features - `petal`, `sepal`, `all`
 * @attr species - `hidden`, `shown`: compares the groups with the species
 * @attr seed - which flowers are the first centers
 * @attr without-presets, without-curves, without-species - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - A half step was made; detail `{ half, phase, inertia }`.
 * @fires slope-complete - Nobody changed sides any more.
 */
export class SlopeKMeans extends Experiment<KMeansSettings, KMeansMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, kMeansStyles];

  static override get definition(): typeof kMeansDefinition {
    return kMeansDefinition;
  }

  @state() private flowers: Flowers | undefined;
  @state() private centers: Centers = new Float32Array(0);
  /** Where the centers were before, oldest first. */
  @state() private trail: readonly Centers[] = [];
  @state() private members: readonly number[] | undefined;
  @state() private phase: Phase = 'assign';
  @state() private inertias: readonly number[] = [];
  /** What the last half step did, in the language of the moment. */
  @state() private told: (() => string) | undefined;
  @state() private rests: readonly Rest[] = [];
  @state() private speed: Speed = 'full';
  #asked = '';
  #timer = 0;
  /** A half step is being computed. */
  #busy = false;
  #round = 0;

  // ---- Data

  async #load(): Promise<void> {
    const { features } = this.values;
    if (this.#asked === features) return;
    this.#asked = features;
    this.dismiss('loading');
    try {
      const flowers = await loadFlowers(features);
      if (this.#asked !== features) return;
      this.flowers = flowers;
      this.rests = [];
      this.#restart();
      this.emit('ready');
    } catch (error) {
      this.#asked = '';
      this.reportLoading(
        error,
        (message) => this.t.failed(message),
        () => void this.#load(),
      );
    }
  }

  protected override settingsChanged(changed: readonly KeyOf<KMeansSettings>[]): void {
    const again = changed.some((key) => this.definition.settings[key].rebuilds);
    if (again && this.flowers) this.#restart();
    void this.#load();
  }

  /** The first centers of this seed, and nobody assigned. */
  #restart(): void {
    const { flowers } = this;
    if (!flowers) return;
    window.clearTimeout(this.#timer);
    const { clusters, seed } = this.values;
    this.centers = firstCenters(flowers, clusters, seed);
    this.trail = [];
    this.members = undefined;
    this.inertias = [];
    this.phase = 'assign';
    this.told = undefined;
    this.#round = 0;
    this.runState = 'ready';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
  }

  // ---- The half steps

  override play(): void {
    if (this.runState === 'running' || !this.flowers) return;
    if (this.runState === 'complete') this.#restart();
    this.runState = 'running';
    void this.#go();
  }

  async #go(): Promise<void> {
    await this.#half();
    if (this.runState !== 'running') return;
    this.#timer = window.setTimeout(() => void this.#go(), HALF_STEP_MS[this.speed]);
  }

  override pause(): void {
    window.clearTimeout(this.#timer);
    if (this.runState === 'running') this.runState = 'paused';
    this.requestUpdate();
  }

  override step(count = 1): void {
    if (this.runState === 'running' || this.runState === 'complete' || !this.flowers) return;
    this.runState = 'paused';
    void this.#several(count);
  }

  async #several(count: number): Promise<void> {
    for (let i = 0; i < count && this.runState === 'paused'; i++) await this.#half();
  }

  override reset(): void {
    if (this.flowers) this.#restart();
  }

  async #half(): Promise<void> {
    const { flowers, centers, phase, members } = this;
    if (!flowers || this.#busy) return;
    this.#busy = true;
    try {
      if (phase === 'assign') {
        const result = await assign(flowers, centers);
        if (centers === this.centers) this.#assigned(result);
      } else if (members) {
        const moved = await moveToMeans(flowers, members, centers);
        if (centers === this.centers) this.#moved(moved, inertiaOf(flowers, moved, members));
      }
    } finally {
      this.#busy = false;
    }
  }

  #assigned({ members, inertia }: Assignment): void {
    const changed = members.filter((center, i) => center !== this.members?.[i]).length;
    this.#round++;
    this.members = members;
    this.inertias = [...this.inertias, inertia];
    if (changed === 0) {
      const round = this.#round;
      this.told = () => this.t.now.done(this.formats.integer(round));
      const { clusters, seed } = this.values;
      const same = (rest: Rest): boolean => rest.clusters === clusters && rest.seed === seed;
      this.rests = [...this.rests.filter((rest) => !same(rest)), { clusters, seed, inertia }];
      this.runState = 'complete';
      this.emit('complete');
      return;
    }
    this.told = () => this.t.now.assigned(this.formats.integer(changed));
    this.phase = 'move';
    this.emit('step', { half: this.inertias.length, phase: 'assign', inertia });
  }

  #moved(centers: Centers, inertia: number): void {
    const { centers: before } = this;
    const width = this.flowers?.width ?? 1;
    let distance = 0;
    for (let c = 0; c < centers.length; c += width) {
      distance += Math.sqrt(
        centers.subarray(c, c + width).reduce((total, value, d) => total + (value - (before[c + d] ?? 0)) ** 2, 0),
      );
    }
    this.trail = [...this.trail, before];
    this.centers = centers;
    this.inertias = [...this.inertias, inertia];
    this.told = () => this.t.now.moved(this.formats.decimal(distance, 2));
    this.phase = 'assign';
    this.emit('step', { half: this.inertias.length, phase: 'move', inertia });
  }

  /** A center taken by the visitor: from there on it is a new question who belongs to whom. */
  #drag({ id, x, y }: PlaneMove): void {
    const { flowers } = this;
    if (!flowers) return;
    this.pause();
    const centers = this.centers.slice();
    centers[Number(id) * flowers.width] = x;
    centers[Number(id) * flowers.width + 1] = y;
    this.centers = centers;
    this.trail = [];
    this.members = undefined;
    this.inertias = [];
    this.#round = 0;
    this.phase = 'assign';
    this.told = undefined;
    this.runState = 'ready';
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { clusters, features, seed } = this.values;
    const { kMeansCode } = await import('../../code/k-means.ts');
    return kMeansCode(language, { clusters, features, seed });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t, formats: f, values } = this;
    const scene: Scene = {
      flowers: this.flowers,
      features: values.features,
      clusters: values.clusters,
      centers: this.centers,
      trail: this.trail,
      members: this.members,
      speciesShown: values.species === 'shown',
    };
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            words: {
              play: t.play,
              resetHint: t.resetHint,
              newSeedHint: t.newSeedHint,
            },
            more: t.play,
            started: this.inertias.length > 0,
            steps: [
              { label: this.phase === 'assign' ? t.assign : t.move, run: () => this.step() },
              { label: t.round, run: () => this.step(this.phase === 'assign' ? 2 : 1) },
            ],
            newSeed: () => this.newSeed(),
            speed: {
              value: this.speed,
              changed: (speed) => {
                this.speed = speed;
              },
            },
          })}
        </div>
        <div class="knobs">
          ${this.control('clusters', f.integer)} ${this.control('features')}
          ${this.control('seed', String, (text) => this.#refusal(text))}
        </div>`,
      html`<div class="stage">
          ${plotStep(this.view, scene, (move) => this.#drag(move))}
          <div class="side">
            ${nowStep(this.view, scene, this.inertias.at(-1), this.told?.())}
            ${this.without('curves') ? nothing : this.#renderCurves()}
          </div>
        </div>
        ${
          this.without('species')
            ? nothing
            : html`<div class="lower">${speciesStep(this.view, scene, () =>
                this.change({ species: scene.speciesShown ? 'hidden' : 'shown' }),
              )}</div>`
        }`,
    );
  }

  #refusal(text: string): string {
    const { min, max } = this.definition.settings.seed;
    return this.t.numberError(text, this.formats.integer(min), this.formats.integer(max));
  }

  #renderCurves(): TemplateResult {
    const { clusters, seed } = this.values;
    return curves(this.view, this.inertias, this.rests, { clusters, seed });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-k-means': SlopeKMeans;
  }
}
