// `<slope-normalisation>`: gradient descent side by side on raw and on normalised data; and whose mean may be subtracted.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import type { GroundLayer, PlaneColor, PlaneMark } from '../../charts/plane.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import type { Speed } from '../../controls/transport.ts';
import { type NormalisationSettings, normalisationDefinition } from './definition.ts';
import { Descent } from './descent.ts';
import { type Houses, makeHouses, type Version } from './houses.ts';
import type { NormalisationMessages } from './messages.en.ts';
import { normalisationStyles } from './styles.ts';
import '../../charts/plane.ts';

const PACE: Record<Speed, number> = { full: 24, slow: 6, slowest: 1.5 };
/** A loss this many times the first is called divergence, long before numbers overflow. */
const HOPELESS = 60;
const FLOOR = 1e-4;
/** One area unit is ten square metres. */
const SQUARE_METRES = 10;

const looks: Readonly<Record<'raw' | 'normalised', { color: PlaneColor; dash: readonly number[] }>> = {
  raw: { color: 'class1', dash: [] },
  normalised: { color: 'accent', dash: [7, 3] },
};

/**
 * @element slope-normalisation
 * @attr preset - `ravine` (default), `gentle`, `over-the-limit`, `small-house`
 * @attr share - the learning rate as a share of the largest possible, on each surface
 * @attr updates - of a whole descent
 * @attr area, rooms - the new house of the check: tens of square metres, and a count
 * @attr seed - of the houses
 * @attr without-presets, without-curve, without-check - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - Both made an update.
 * @fires slope-complete - All updates are made.
 */
export class SlopeNormalisation extends Experiment<NormalisationSettings, NormalisationMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, normalisationStyles];

  static override get definition(): typeof normalisationDefinition {
    return normalisationDefinition;
  }

  @state() private speed: Speed = 'full';
  #houses: Houses | undefined;
  #raw: Descent | undefined;
  #normalised: Descent | undefined;
  #drive = 0;
  #stepping: Promise<void> = Promise.resolve();
  readonly #grounds = new WeakMap<Version, readonly GroundLayer[]>();

  get #done(): number {
    return (this.#raw?.path.length ?? 1) - 1;
  }

  #rebuild(): void {
    this.#drive++;
    this.#raw?.dispose();
    this.#normalised?.dispose();
    const { share, updates, seed } = this.values;
    this.#houses = makeHouses(seed);
    this.#raw = new Descent(this.#houses.raw, share, updates, seed);
    this.#normalised = new Descent(this.#houses.normalised, share, updates, seed);
    this.dismiss('diverged', 'failed');
    const first = this.runState === 'loading';
    this.runState = 'ready';
    if (first) this.emit('ready');
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The first picture comes before `settingsChanged`: data is drawn at first paint.
    if (!this.#houses) this.#rebuild();
  }

  #settled = false;

  protected override settingsChanged(changed: readonly KeyOf<NormalisationSettings>[]): void {
    // The first call tells of the values that the first picture was already made from.
    if (!this.#settled) {
      this.#settled = true;
      return;
    }
    if (changed.some((key) => this.definition.settings[key].rebuilds)) this.#rebuild();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  // ---- Transport

  override play(): void {
    if (this.runState === 'running' || this.runState === 'loading' || this.runState === 'failed') return;
    if (this.runState === 'complete' || this.runState === 'diverged') this.#rebuild();
    this.runState = 'running';
    void this.#run(++this.#drive);
  }

  override pause(): void {
    this.#drive++;
    if (this.runState === 'running') this.runState = 'paused';
  }

  override step(): void {
    if (['running', 'loading', 'failed', 'diverged', 'complete'].includes(this.runState)) return;
    this.runState = 'paused';
    void this.#advance(++this.#drive);
  }

  override reset(): void {
    this.#rebuild();
  }

  async #run(drive: number): Promise<void> {
    while (drive === this.#drive && this.runState === 'running') {
      const began = performance.now();
      await this.#advance(drive);
      const rest = 1000 / PACE[this.speed] - (performance.now() - began);
      await new Promise((done) => setTimeout(done, Math.max(4, rest)));
    }
  }

  #advance(drive: number): Promise<void> {
    this.#stepping = this.#stepping.then(async () => {
      const [raw, normalised] = [this.#raw, this.#normalised];
      if (drive !== this.#drive || !raw || !normalised) return;
      try {
        await Promise.all([raw.step(), normalised.step()]);
      } catch (error) {
        if (raw === this.#raw) this.#failed(error);
        return;
      }
      if (raw !== this.#raw) return;
      this.emit('step', { step: this.#done });
      const hopeless = [raw, normalised].some(
        ({ version, head }) => !(version.surface.loss(head) < HOPELESS * version.surface.loss(version.start)),
      );
      if (hopeless) this.#diverged();
      else if (this.#done >= this.values.updates) {
        this.runState = 'complete';
        this.emit('complete');
      }
      this.requestUpdate();
    });
    return this.#stepping;
  }

  #diverged(): void {
    this.#drive++;
    this.runState = 'diverged';
    this.notify({
      id: 'diverged',
      kind: 'error',
      text: () => this.t.diverged,
      actions: [
        {
          label: () => this.t.goBack,
          run: () => {
            this.change({ share: 0.85 });
            this.play();
          },
        },
      ],
    });
    this.emit('diverged', { step: this.#done });
  }

  #failed(error: unknown): void {
    this.#drive++;
    this.runState = 'failed';
    this.report(error, 'training', (message) => this.t.trainFailed(message));
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { updates, seed } = this.values;
    const { normalisationCode } = await import('../../code/normalisation.ts');
    return normalisationCode(language, { updates, seed, learningRate: this.#normalised?.learningRate ?? 0.1 });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t, formats: f, values } = this;
    const houses = this.#houses;
    if (!houses) return html``;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            words: { play: t.play, newSeedHint: t.newSeedHint },
            state: this.runState === 'diverged' ? 'ready' : this.runState,
            more: t.play,
            ready: true,
            started: this.#done > 0 && this.runState !== 'diverged',
            steps: [{ label: t.step, run: () => this.step() }],
            newSeed: () => this.newSeed(),
            speed: {
              value: this.speed,
              changed: (speed) => {
                this.speed = speed;
              },
            },
          })}
          <p class="status">${t.progress(f.integer(this.#done), f.integer(values.updates))}</p>
        </div>
        <div class="knobs">
          ${this.control('share', (value) => f.percent(value, 0))} ${this.control('updates', f.integer)}
          ${this.control('seed', String, t.seedError)}
        </div>`,
      html`<div class="plots">${this.#renderSurface('raw')} ${this.#renderSurface('normalised')}</div>
        ${this.without('curve') ? nothing : this.#renderCurve()} ${this.without('check') ? nothing : this.#renderCheck(houses)}`,
    );
  }

  #descent(name: 'raw' | 'normalised'): Descent | undefined {
    return name === 'raw' ? this.#raw : this.#normalised;
  }

  /** The same array for the same houses: a new one would paint the ground at every step. */
  #ground(version: Version): readonly GroundLayer[] {
    let ground = this.#grounds.get(version);
    if (!ground) {
      const { grid, levels, surface } = version;
      const most = (levels.at(-1) ?? 1) * 1.5;
      ground = [
        { kind: 'heat', grid, range: [surface.least, most], colors: 'loss' },
        { kind: 'contours', grid, levels },
      ];
      this.#grounds.set(version, ground);
    }
    return ground;
  }

  #renderSurface(name: 'raw' | 'normalised'): TemplateResult {
    const { t, shared, formats: f, colors } = this;
    const descent = this.#descent(name);
    if (!descent) return html``;
    const { version, path, head, learningRate } = descent;
    const { surface } = version;
    const ratio = f.significant(surface.curvatures[1] / surface.curvatures[0]);
    const marks: PlaneMark[] = [
      { kind: 'cross', at: surface.minimum, color: 'inkSoft', label: t.minimum },
      {
        kind: 'path',
        x: path.map(([a]) => a),
        y: path.map(([, b]) => b),
        color: looks[name].color,
        width: 1.75,
        dots: path.length < 120,
        head: true,
      },
    ];
    return html`<div><slope-plane .heading=${t[name]} .summary=${t.summary(f.measured(surface.loss(head), 1), ratio)}
        .xAxis=${{ label: t.weightArea, min: version.x[0], max: version.x[1] }} .yAxis=${{ label: t.weightRooms, min: version.y[0], max: version.y[1] }}
        .ground=${this.#ground(version)} .marks=${marks} .readout=${(x: number, y: number) => t.readout(f.measured(surface.loss([x, y]), 0))}
        .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane>
      <p class="facts" data-ratio=${name}>${t.facts(ratio, f.significant(learningRate))}</p></div>`;
  }

  #renderCurve(): TemplateResult {
    const { t, shared, formats: f, colors, values } = this;
    const left = (name: 'raw' | 'normalised'): number[] => {
      const descent = this.#descent(name);
      return (descent?.path ?? []).map((at) =>
        Math.max(FLOOR, (descent?.version.surface.loss(at) ?? 0) - (descent?.version.surface.least ?? 0)),
      );
    };
    const both = (['raw', 'normalised'] as const).map((name) => ({ name, y: left(name) }));
    const top = Math.max(...both.flatMap(({ y }) => y)) * 3;
    const marks: PlaneMark[] = both.map(
      ({ name, y }): PlaneMark => ({
        kind: 'path',
        x: y.map((_, i) => i),
        y,
        width: 2.25,
        head: true,
        label: t.names[name],
        ...looks[name],
      }),
    );
    const last = both.map(({ y }) => f.measured(y.at(-1) ?? 0, 3));
    return html`<div class="curve"><slope-plane .heading=${t.curve} .summary=${t.curveSummary(last[0] ?? '', last[1] ?? '')}
      .xAxis=${{ label: t.curveX, min: 0, max: values.updates * 1.1 }} .yAxis=${{ label: t.curveY, min: FLOOR, max: top, log: true, format: f.tick }} .marks=${marks}
      .readout=${(x: number, y: number) => `${f.integer(Math.max(0, x))}: ${f.measured(y, 3)}`}
      .format=${f.decimal} .palette=${colors.palette} .words=${shared.plane}></slope-plane></div>`;
  }

  #renderCheck({ training, others }: Houses): TemplateResult {
    const { t, formats: f, values } = this;
    const words = t.table;
    const weights = this.#normalised?.head ?? [0, 0];
    const [meanA, meanB, meanPrice] = training.mean;
    const [stdA, stdB] = training.std;
    // 100 houses and 40: the statistics of all are their weighted mean, as near as the picture shows.
    const mixed = (one: number, other: number): number => (100 * one + 40 * other) / 140;
    const rows = [
      { name: 'training', a: (values.area - meanA) / stdA, b: (values.rooms - meanB) / stdB },
      {
        name: 'all',
        a: (values.area - mixed(meanA, others.mean[0])) / mixed(stdA, others.std[0]),
        b: (values.rooms - mixed(meanB, others.mean[1])) / mixed(stdB, others.std[1]),
      },
      { name: 'own', a: 0, b: 0 },
    ] as const;
    return stepSection(
      'check',
      undefined,
      t.check,
      html`<p class="small-text soft">${t.checkAbout}</p>
        <div class="knobs">
          ${this.control('area', (area) => t.squareMetres(f.integer(area * SQUARE_METRES)))} ${this.control('rooms', f.integer)}
        </div>
        <table>
          <thead><tr><th scope="col">${words.with}</th><th scope="col" class="numeric">${words.area}</th>
            <th scope="col" class="numeric">${words.rooms}</th><th scope="col" class="numeric">${words.price}</th></tr></thead>
          <tbody>${rows.map(
            ({
              name,
              a,
              b,
            }) => html`<tr class=${name === 'own' ? 'bad' : ''}><th scope="row">${words[name]}<span>${t.verdicts[name]}</span></th>
              <td class="numeric">${f.decimal(a, 2)}</td><td class="numeric">${f.decimal(b, 2)}</td>
              <td class="numeric price" data-price=${name}>${f.integer(meanPrice + weights[0] * a + weights[1] * b)}</td></tr>`,
          )}</tbody>
        </table>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-normalisation': SlopeNormalisation;
  }
}
