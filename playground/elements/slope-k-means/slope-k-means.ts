// `<slope-k-means>`: k-means on the irises, half step by half step, without their species; these are revealed at the end.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import type { Sight } from '../../base/visibility.ts';
import { sampleGrid } from '../../charts/grid.ts';
import type { GroundLayer, PlaneHandle, PlaneMark, PlaneMove } from '../../charts/plane.ts';
import { classColors } from '../../charts/plane-marks.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { type Speed, transport } from '../../controls/transport.ts';
import { type Assignment, assign, type Centers, crossTable, firstCenters, moveToMeans } from './clustering.ts';
import { type KMeansSettings, kMeansDefinition, MOST_CENTERS } from './definition.ts';
import { type Flowers, loadFlowers } from './flowers.ts';
import type { KMeansMessages } from './messages.en.ts';
import { kMeansStyles } from './styles.ts';
import '../../charts/plane.ts';

/** Between half steps: long enough to see who changed sides. */
const HALF_STEP_MS: Record<Speed, number> = { full: 420, slow: 1100, slowest: 2200 };

/** A run that came to rest: its number of groups, its inertia. */
interface Rest {
  readonly clusters: number;
  readonly seed: number;
  readonly inertia: number;
}

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
    this.dismiss('flowers');
    try {
      const flowers = await loadFlowers(features);
      if (this.#asked !== features) return;
      this.flowers = flowers;
      this.rests = [];
      this.#restart();
      this.emit('ready');
    } catch (error) {
      this.#asked = '';
      const message = error instanceof Error ? error.message : String(error);
      this.notify({
        id: 'flowers',
        kind: 'error',
        text: () => this.t.failed(message),
        actions: [{ label: () => this.t.retry, run: () => void this.#load() }],
      });
      this.emit('error', { type: 'network', message });
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

  protected override sightChanged(sight: Sight): void {
    if (sight !== 'seen') this.pause();
  }

  #newSeed(): void {
    this.change({ seed: Math.floor(Math.random() * 1e6) });
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
    const { t, shared, formats: f } = this;
    return html`<div class="experiment" role="group" aria-label=${t.title} tabindex="-1">
      <h2 class="visually-hidden">${t.title}</h2>
      <div class="run-bar">
        ${this.renderPresets()}
        <div class="run-row">
          ${transport({
            words: {
              ...shared.transport,
              play: t.play,
              resetHint: t.resetHint,
              newSeedHint: t.newSeedHint,
            },
            state: this.runState,
            more: t.play,
            ready: this.runState !== 'loading',
            started: this.inertias.length > 0,
            steps: [
              { label: this.phase === 'assign' ? t.assign : t.move, run: () => this.step() },
              { label: t.round, run: () => this.step(this.phase === 'assign' ? 2 : 1) },
            ],
            play: () => this.play(),
            pause: () => this.pause(),
            reset: () => this.reset(),
            newSeed: () => this.#newSeed(),
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
        </div>
        ${this.renderNotices()}
      </div>
      <div class="stage">
        ${this.#renderPlot()}
        <div class="side">
          ${this.#renderNow()} ${this.without('curves') ? nothing : this.#renderCurves()}
        </div>
      </div>
      ${this.without('species') ? nothing : html`<div class="lower">${this.#renderSpecies()}</div>`}
      <slot name="caption"></slot>
    </div>`;
  }

  #refusal(text: string): string {
    const { min, max } = this.definition.settings.seed;
    return this.t.numberError(text, this.formats.integer(min), this.formats.integer(max));
  }

  /** The species of which most flowers of each group are. */
  get #majorities(): readonly number[] {
    const { flowers, members } = this;
    if (!flowers || !members) return [];
    return crossTable(members, flowers.species, this.values.clusters, flowers.speciesNames.length).map((row) =>
      row.indexOf(Math.max(...row)),
    );
  }

  #renderPlot(): TemplateResult {
    const { t, shared, formats: f, colors, flowers } = this;
    const { features, clusters } = this.values;
    const [xLabel, yLabel] = t.axis[features === 'sepal' ? 'sepal' : 'petal'];
    const [x, y] =
      flowers?.range ??
      ([
        [0, 1],
        [0, 1],
      ] as const);
    return stepSection(
      'plot',
      undefined,
      t.plot.title,
      html`<slope-plane .summary=${t.plot.summary(f.integer(flowers?.count ?? 0), f.integer(clusters))}
          .xAxis=${{ label: xLabel, min: x[0], max: x[1] }} .yAxis=${{ label: yLabel, min: y[0], max: y[1] }}
          .ground=${flowers ? this.#borders(flowers) : []} .marks=${flowers ? this.#marks(flowers) : []}
          .handles=${flowers ? this.#handles(flowers) : []}
          @plane-move=${(event: CustomEvent<PlaneMove>) => this.#drag(event.detail)}
          .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        <p class="hint">${features === 'all' ? t.plot.four : t.plot.drag}</p>`,
    );
  }

  #borderCache: { centers: Centers; layers: readonly GroundLayer[] } | undefined;

  /** Where two centers are equally near; only where the picture shows all dimensions. */
  #borders(flowers: Flowers): readonly GroundLayer[] {
    const { centers } = this;
    const clusters = centers.length / flowers.width;
    if (flowers.width !== 2 || clusters < 2 || !this.members) return [];
    if (this.#borderCache?.centers === centers) return this.#borderCache.layers;
    const squared = (c: number, x: number, y: number): number =>
      (x - (centers[2 * c] ?? 0)) ** 2 + (y - (centers[2 * c + 1] ?? 0)) ** 2;
    const layers = Array.from({ length: clusters }, (_, own): GroundLayer => {
      const lead = (x: number, y: number): number => {
        let other = Number.POSITIVE_INFINITY;
        for (let c = 0; c < clusters; c++) if (c !== own) other = Math.min(other, squared(c, x, y));
        return squared(own, x, y) - other;
      };
      const grid = sampleGrid(lead, flowers.range[0], flowers.range[1], 64);
      return { kind: 'contours', grid, levels: [0], color: 'ruleStrong', width: 1.25 };
    });
    this.#borderCache = { centers, layers };
    return layers;
  }

  #marks(flowers: Flowers): PlaneMark[] {
    const { centers, members, trail } = this;
    const { width, x, y } = flowers;
    const clusters = centers.length / width;
    const colorOf = (c: number) => classColors[c % classColors.length] ?? 'ink';
    const at = (set: Centers, c: number): [number, number] => [set[c * width] ?? 0, set[c * width + 1] ?? 0];
    const marks: PlaneMark[] = [];
    const shown = this.values.species === 'shown' && members;
    if (members) {
      for (let c = 0; c < clusters; c++) {
        const [cx, cy] = at(centers, c);
        const own = x.map((_, i) => i).filter((i) => members[i] === c);
        // Out to each flower and back: one line holds all the spokes of a group.
        marks.push({
          kind: 'path',
          x: own.flatMap((i) => [cx, x[i] ?? 0, cx]),
          y: own.flatMap((i) => [cy, y[i] ?? 0, cy]),
          color: colorOf(c),
          width: 0.75,
          opacity: 0.35,
        });
      }
    }
    const majorities = this.#majorities;
    const strangers = shown ? x.map((_, i) => i).filter((i) => flowers.species[i] !== majorities[members[i] ?? 0]) : [];
    marks.push({
      kind: 'points',
      x,
      y,
      ...(members ? { classes: members } : { color: 'inkFaint' }),
      size: 3.4,
      ...(strangers.length && { ringed: new Set(strangers) }),
    });
    for (let c = 0; c < clusters; c++) {
      const steps = [...trail, centers].map((set) => at(set, c));
      marks.push({
        kind: 'path',
        x: steps.map(([px]) => px),
        y: steps.map(([, py]) => py),
        color: 'ink',
        width: 1.5,
        dots: true,
      });
    }
    for (let c = 0; c < clusters; c++) {
      const [px, py] = at(centers, c);
      const disc = { kind: 'points', x: [px], y: [py] } as const;
      marks.push({ ...disc, color: 'ink', classes: [c], size: 10 }, { ...disc, classes: [c], size: 7.5 });
      marks.push({ kind: 'path', x: [px], y: [py], width: 0, color: 'ink', label: String(c + 1) });
    }
    return marks;
  }

  #handles({ width }: Flowers): PlaneHandle[] {
    return Array.from({ length: this.centers.length / width }, (_, c) => ({
      id: String(c),
      x: this.centers[c * width] ?? 0,
      y: this.centers[c * width + 1] ?? 0,
      name: this.t.plot.center(this.formats.integer(c + 1)),
    }));
  }

  #renderNow(): TemplateResult {
    const { t, formats: f, inertias, members } = this;
    const { clusters } = this.values;
    const empty = members && Array.from({ length: clusters }, (_, c) => c).find((c) => !members.includes(c));
    const inertia = inertias.at(-1);
    return stepSection(
      'now',
      undefined,
      t.now.title,
      html`<p class="told" role="status" data-told>${this.told?.() ?? t.now.start(f.integer(clusters))}
          ${empty === undefined ? nothing : html`<span>${t.now.empty(f.integer(empty + 1))}</span>`}</p>
        <p class="inertia"><span>${t.now.inertia}</span> <b data-inertia>${inertia === undefined ? '–' : f.decimal(inertia, 1)}</b>
          <span class="small-text soft">${t.now.inertiaUnit}</span></p>`,
    );
  }

  #renderCurves(): TemplateResult {
    const { t, shared, formats: f, colors, inertias, rests } = this;
    const most = Math.max(...inertias, 1);
    const highest = Math.max(...rests.map(({ inertia }) => inertia), 1);
    const now = inertias.at(-1);
    return html`<div class="curves">
      <slope-plane data-later .heading=${t.curve.title} .summary=${now === undefined ? t.curve.none : t.curve.summary(f.decimal(now, 1))}
        .xAxis=${{ label: t.curve.step, min: 0, max: Math.max(8, inertias.length + 1) }} .yAxis=${{ label: '', min: 0, max: most * 1.1 }}
        .marks=${
          inertias.length
            ? [
                {
                  kind: 'path',
                  x: inertias.map((_, i) => i + 1),
                  y: inertias,
                  dots: true,
                  width: 1.75,
                } satisfies PlaneMark,
              ]
            : []
        } .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
      <div>
        <slope-plane data-later .heading=${t.runs.title} .summary=${rests.length ? t.runs.summary(f.integer(rests.length)) : t.runs.none}
          .xAxis=${{ label: t.runs.clusters, min: 0.5, max: MOST_CENTERS + 0.5, ticks: [1, 2, 3, 4, 5, 6, 7, 8] }}
          .yAxis=${{ label: '', min: 0, max: highest * 1.1 }} .marks=${this.#restMarks()}
          .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
        <p class="hint">${rests.length < 2 ? t.runs.none : nothing}</p>
      </div>
    </div>`;
  }

  #restMarks(): PlaneMark[] {
    const { rests } = this;
    if (rests.length === 0) return [];
    const { clusters, seed } = this.values;
    const here = rests.findIndex((rest) => rest.clusters === clusters && rest.seed === seed);
    const counts = [...new Set(rests.map((rest) => rest.clusters))].sort((a, b) => a - b);
    const best = counts.map((k) =>
      Math.min(...rests.filter((rest) => rest.clusters === k).map((rest) => rest.inertia)),
    );
    return [
      { kind: 'path', x: counts, y: best, color: 'ruleStrong', width: 1.5 },
      {
        kind: 'points',
        x: rests.map((rest) => rest.clusters),
        y: rests.map(({ inertia }) => inertia),
        color: 'ink',
        size: 3.5,
        ...(here >= 0 && { ringed: new Set([here]) }),
      },
    ];
  }

  #renderSpecies(): TemplateResult {
    const { t, formats: f, flowers, members } = this;
    const words = t.table;
    const shown = this.values.species === 'shown';
    const { clusters } = this.values;
    const kinds = flowers?.speciesNames ?? [];
    const table = flowers && members ? crossTable(members, flowers.species, clusters, kinds.length) : undefined;
    const right = table?.reduce((total, row) => total + Math.max(...row), 0) ?? 0;
    return stepSection(
      'species',
      undefined,
      words.title,
      html`<div class="reveal">
          <p class="soft">${shown ? words.ringed : words.hidden}</p>
          <button type="button" class="small" aria-pressed=${shown}
            @click=${() => this.change({ species: shown ? 'hidden' : 'shown' })}>${shown ? words.hide : words.show}</button>
        </div>
        ${
          shown
            ? html`<div class="scroll"><table data-table>
                <thead><tr><th scope="col">${words.group}</th>
                  ${kinds.map((name) => html`<th scope="col" class="numeric"><i lang="la">${name}</i></th>`)}
                  <th scope="col" class="numeric">${words.total}</th></tr></thead>
                <tbody>${Array.from({ length: clusters }, (_, c) => {
                  const row = table?.[c];
                  const total = row?.reduce((a, b) => a + b, 0) ?? 0;
                  const most = row ? Math.max(...row) : 0;
                  return html`<tr><th scope="row"><span class="chip chip-${c}" aria-hidden="true"></span>${f.integer(c + 1)}</th>
                    ${kinds.map((_name, kind) => {
                      const count = row?.[kind];
                      return html`<td class="numeric ${count && count === most ? 'most' : ''}">${count === undefined ? '–' : f.integer(count)}</td>`;
                    })}
                    <td class="numeric soft">${row ? f.integer(total) : '–'}</td></tr>`;
                })}</tbody>
              </table></div>
              <p data-agree>${table && flowers ? words.agree(f.integer(right), f.integer(flowers.count)) : nothing}</p>`
            : nothing
        }`,
    );
  }
}

/** The sum of squared distances to given centers, whether they are the nearest or not. */
function inertiaOf({ width, values }: Flowers, centers: Centers, members: readonly number[]): number {
  return members.reduce((total, center, i) => {
    let distance = 0;
    for (let d = 0; d < width; d++)
      distance += ((values[i * width + d] ?? 0) - (centers[center * width + d] ?? 0)) ** 2;
    return total + distance;
  }, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-k-means': SlopeKMeans;
  }
}
