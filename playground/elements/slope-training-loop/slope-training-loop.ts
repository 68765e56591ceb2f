// `<slope-training-loop>`: a real run goes round its loop, box by box, with the numbers of every box; it halts where one likes.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { datasetUrl, loadDataset } from '../../../datasets/loader.ts';
import { unpackExample } from '../../../datasets/packed.ts';
import type { Dataset } from '../../../engine/index.ts';
import { basePath } from '../../base/assets.ts';
import { Experiment } from '../../base/experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import type { LineSeries } from '../../charts/line-chart.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import type { Speed } from '../../controls/transport.ts';
import { loopOf, type Scene } from './boxes-view.ts';
import { type Box, boxes, type LoopSettings, loopDefinition } from './definition.ts';
import { Journey, type Update } from './journey.ts';
import type { LoopMessages } from './messages.en.ts';
import { loopStyles } from './styles.ts';
import '../../charts/line-chart.ts';

/** At full speed the first rounds can be followed, each faster than the one before, until only whole rounds are shown. */
const FIRST_BOX_MS = 380;
const FASTER = 0.62;
const WHOLE_ROUNDS_BELOW_MS = 25;
const PACE: Record<Exclude<Speed, 'full'>, number> = { slow: 500, slowest: 1500 };

/**
 * @element slope-training-loop
 * @attr preset - `works` (default), `at-the-loss`, `at-validation`, `slow`, `too-long`
 * @attr stop - the box to halt at: `data`, `batch`, `model`, `loss`, `gradient`, `optimizer`, `weights`, `validation`, or `nowhere`
 * @attr learning-rate, batch-size, epochs, seed, backend - as everywhere
 * @attr without-presets, without-settings, without-chart - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - The run went on to the next box; detail `{ box, step }`.
 * @fires slope-complete - All epochs are done.
 */
export class SlopeTrainingLoop extends Experiment<LoopSettings, LoopMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, loopStyles];

  static override get definition(): typeof loopDefinition {
    return loopDefinition;
  }

  @state() private box: Box = 'data';
  @state() private speed: Speed = 'full';
  @state() private announcement = '';
  #data: { readonly training: Dataset; readonly validation: Dataset } | undefined;
  #journey: Journey | undefined;
  /** The update whose boxes are being walked; each box shows what it has already reached. */
  #current: Update | undefined;
  #before: Update | undefined;
  #drive = 0;
  #walking: Promise<void> = Promise.resolve();
  readonly #pixels = new Map<number, Float32Array>();

  // ---- Life

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#data) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  async #load(): Promise<void> {
    this.dismiss('loading');
    const url = datasetUrl('digits', basePath());
    try {
      const [training, validation] = await Promise.all([
        loadDataset(url, { split: 'train' }),
        loadDataset(url, { split: 'test' }),
      ]);
      this.#data = { training, validation };
    } catch (error) {
      this.reportLoading(
        error,
        (message) => this.t.failed(message),
        () => void this.#load(),
      );
      return;
    }
    await this.updateComplete;
    this.#rebuild();
    this.emit('ready');
  }

  #rebuild(): void {
    this.#drive++;
    this.#journey?.dispose();
    if (!this.#data) return;
    const { learningRate, batchSize, epochs, seed, backend } = this.values;
    this.#journey = new Journey({ ...this.#data, learningRate, batchSize, epochs, seed, backend });
    this.#current = undefined;
    this.#before = undefined;
    this.box = 'data';
    this.dismiss('diverged', 'failed');
    this.runState = 'ready';
    this.requestUpdate();
  }

  protected override settingsChanged(changed: readonly KeyOf<LoopSettings>[]): void {
    if (!this.#journey) return;
    const fresh = changed.some((key) => this.definition.settings[key].rebuilds || key === 'epochs');
    if (fresh) this.#rebuild();
    else if (changed.includes('learningRate')) this.#journey.learningRate = this.values.learningRate;
  }

  // ---- The walk from box to box

  /** What comes after this box; the journey has ended where there is nothing. */
  #nextBox(): Box | undefined {
    const { box } = this;
    const done = this.#current;
    const all = this.#journey?.stepsInAll ?? 0;
    if (box === 'weights') {
      if (done?.validated) return 'validation';
      return (done?.step ?? 0) >= all ? undefined : 'batch';
    }
    if (box === 'validation') return (done?.step ?? 0) >= all ? undefined : 'data';
    return boxes[boxes.indexOf(box) + 1];
  }

  /** One box on; returns false at the end. */
  async #advance(drive: number): Promise<boolean> {
    const next = this.#nextBox();
    if (!next) {
      this.#arrived();
      return false;
    }
    if (next === 'batch') {
      const journey = this.#journey;
      const update = await journey?.update();
      if (drive !== this.#drive && journey !== this.#journey) return false;
      if (!update) {
        this.#diverged();
        return false;
      }
      this.#before = this.#current;
      this.#current = update;
    }
    this.box = next;
    const { validated, epoch } = this.#current ?? { validated: undefined, epoch: 0 };
    if (next === 'validation' && validated) {
      this.announcement = this.t.announce(this.formats.integer(epoch + 1), this.formats.percent(validated.accuracy, 1));
    }
    this.emit('step', { box: next, step: this.#current?.step ?? 0 });
    if (!this.#nextBox()) this.#arrived();
    return this.runState !== 'complete';
  }

  #arrived(): void {
    if (this.runState === 'complete') return;
    this.#drive++;
    this.runState = 'complete';
    this.emit('complete');
  }

  #diverged(): void {
    this.#drive++;
    this.runState = 'diverged';
    this.notify({ id: 'diverged', kind: 'error', text: () => this.t.diverged });
    this.emit('diverged', { step: this.#journey?.updates.length ?? 0 });
  }

  #failed(error: unknown): void {
    this.#drive++;
    this.runState = 'failed';
    this.report(error, 'training', (message) => this.t.trainFailed(message));
  }

  /** Steps never overlap: the engine's run is one. */
  #walk(work: () => Promise<void>): Promise<void> {
    this.#walking = this.#walking.then(async () => {
      try {
        await work();
      } catch (error) {
        this.#failed(error);
      }
    });
    return this.#walking;
  }

  override play(): void {
    if (this.runState === 'running' || this.runState === 'loading' || this.runState === 'failed') return;
    if (this.runState === 'complete' || this.runState === 'diverged') this.#rebuild();
    this.runState = 'running';
    const drive = ++this.#drive;
    void this.#walk(() => this.#run(drive));
  }

  async #run(drive: number): Promise<void> {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let rest = calm ? 0 : FIRST_BOX_MS;
    const { stop } = this.values;
    const going = (): boolean => drive === this.#drive && this.runState === 'running';
    while (going()) {
      const whole = this.speed === 'full' && rest < WHOLE_ROUNDS_BELOW_MS;
      const on = await this.#advance(drive);
      if (!on || !going()) return;
      if (this.box === (this.values.stop === 'nowhere' ? stop : this.values.stop)) {
        this.runState = 'paused';
        return;
      }
      if (this.box === 'weights') rest *= FASTER;
      const wait = this.speed === 'full' ? rest : PACE[this.speed];
      if (!whole) await pause(wait);
      else if (this.box === 'weights' || this.box === 'validation') await new Promise(requestAnimationFrame);
    }
  }

  override pause(): void {
    this.#drive++;
    if (this.runState === 'running') this.runState = 'paused';
  }

  /** One box on, or `count` of them. */
  override step(count = 1): void {
    void this.#steps(() => count-- > 0);
  }

  #steps(more: () => boolean): Promise<void> {
    if (['running', 'loading', 'failed', 'diverged', 'complete'].includes(this.runState)) return Promise.resolve();
    this.runState = 'paused';
    const drive = ++this.#drive;
    return this.#walk(async () => {
      while (more() && drive === this.#drive && (await this.#advance(drive))) {
        // Whole epochs are walked without a rest, so the screen gets its turn here.
        if (this.box === 'weights') await new Promise(requestAnimationFrame);
      }
    });
  }

  /** On to where the next weights are in place. */
  #stepUpdate(): void {
    let begun = false;
    void this.#steps(() => {
      const more = !begun || this.box !== 'weights';
      begun = true;
      return more;
    });
  }

  #stepEpoch(): void {
    let begun = false;
    void this.#steps(() => {
      const more = !begun || this.box !== 'validation';
      begun = true;
      return more;
    });
  }

  override reset(): void {
    if (this.runState !== 'loading') this.#rebuild();
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { learningRate, batchSize, epochs, seed } = this.values;
    const { loopCode } = await import('../../code/training-loop.ts');
    return loopCode(language, { learningRate, batchSize, epochs, seed });
  }

  // ---- Picture

  #image(index: number): Float32Array {
    let pixels = this.#pixels.get(index);
    if (!pixels && this.#data) {
      pixels = unpackExample(this.#data.training.inputs, index);
      this.#pixels.set(index, pixels);
    }
    return pixels ?? new Float32Array(64);
  }

  protected override render(): TemplateResult {
    const { t, shared, formats: f, values } = this;
    const journey = this.#journey;
    const step = this.#current?.step ?? 0;
    const epoch = Math.min(values.epochs, (this.#current?.epoch ?? -1) + 1);
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            more: shared.transport.play,
            started: step > 0,
            steps: [
              { label: t.step.box, run: () => this.step() },
              { label: t.step.update, run: () => this.#stepUpdate() },
              { label: t.step.epoch, run: () => this.#stepEpoch() },
            ],
            newSeed: () => this.newSeed(),
            speed: {
              value: this.speed,
              changed: (speed) => {
                this.speed = speed;
              },
            },
          })}
          <p class="status">${t.progress(f.integer(step), f.integer(journey?.stepsInAll ?? 0), f.integer(epoch), f.integer(values.epochs))}</p>
        </div>
        ${
          this.without('settings')
            ? nothing
            : html`<div class="knobs">${this.control('stop')} ${this.control('learningRate', f.significant)} ${this.control('batchSize', f.integer)}
                ${this.control('epochs', f.integer)} ${this.control('seed', String, t.seedError)}</div>`
        }`,
      html`<p class="visually-hidden">${t.summary(t.boxes[this.box])}</p>
        ${loopOf(this.view, this.#scene)}
        ${this.without('chart') ? nothing : this.#renderChart()}`,
      this.announcement,
    );
  }

  get #scene(): Scene {
    const journey = this.#journey;
    return {
      box: this.box,
      loading: this.runState === 'loading',
      data: this.#data,
      current: this.#current,
      before: this.#before,
      updates: journey?.updates ?? [],
      stepsPerEpoch: journey?.stepsPerEpoch ?? 0,
      parameters: journey?.parameterCount ?? 0,
      batchSize: this.values.batchSize,
      learningRate: this.values.learningRate,
      stop: this.values.stop,
      image: (index) => this.#image(index),
      pressed: (box) => this.change({ stop: this.values.stop === box ? 'nowhere' : box }),
    };
  }

  #renderChart(): TemplateResult {
    const { t, shared, formats: f, colors } = this;
    const updates = this.#journey?.updates ?? [];
    const x = updates.map(({ step }) => step);
    const series: LineSeries[] = [
      { name: shared.chart.batch, values: updates.map(({ loss }) => loss), color: 'ink', width: 1 },
      {
        name: shared.chart.validation,
        values: updates.map(({ validated }) => validated?.loss ?? null),
        color: 'accent',
        dashed: true,
        points: true,
      },
    ];
    return html`<slope-line-chart .heading=${t.chart} .x=${x} .series=${series} .xRange=${[0, Math.max(1, this.#journey?.stepsInAll ?? 1)]}
      .yRange=${[0, 2.4]} .format=${(value: number) => f.measured(value, 3)} .formatTick=${f.tick} .formatX=${f.integer}
      .xLabel=${t.chartX} .palette=${colors.palette} .words=${{ ...shared.chart, at: t.at }}></slope-line-chart>`;
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

declare global {
  interface HTMLElementTagNameMap {
    'slope-training-loop': SlopeTrainingLoop;
  }
}
