// `<slope-peers>`: how this engine compares with other libraries, from committed figures; and its own side on the visitor's machine.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { type Backends, pageBackends } from '../../base/backends.ts';
import { Experiment } from '../../base/experiment.ts';
import { stepsPerSecond } from '../../base/step-timing.ts';
import { experimentStyles } from '../../base/styles.ts';
import type { Sight } from '../../base/visibility.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { progressBar } from '../../controls/progress.ts';
import { variables } from '../../controls/variables.ts';
import { type PeersSettings, peersDefinition } from './definition.ts';
import { type Bar, type Group, groupsOf, loadFigures, type PeerFigures, placeOf, spanOf } from './figures.ts';
import type { PeersMessages } from './messages.en.ts';
import { peersStyles } from './styles.ts';
import { ownWorkloads, startRun } from './workloads.ts';

type Executor = 'webgpu' | 'cpu';

/**
 * @element slope-peers
 * @attr preset - `webgpu` (default), `every`, `digits`
 * @attr against - `webgpu`, `all`: which backends take part
 * @attr workload - `all`, `W1` to `W8`
 * @attr without-presets - hides the situations
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - A training was measured on this machine; detail `{ workload, variant, rates }`.
 * @fires slope-complete - All of them are.
 */
export class SlopePeers extends Experiment<PeersSettings, PeersMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, peersStyles];

  static override get definition(): typeof peersDefinition {
    return peersDefinition;
  }

  @state() private figures: PeerFigures | undefined;
  @state() private backends: Backends | undefined;
  /** Steps per second on this machine, in the order of `ownWorkloads`. */
  @state() private mine: readonly Readonly<Partial<Record<Executor, number>>>[] = [];
  #turn = 0;
  #asked = false;

  protected override settingsChanged(): void {
    if (this.#asked) return;
    this.#asked = true;
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      [this.figures, this.backends] = await Promise.all([loadFigures(), pageBackends()]);
      this.runState = 'ready';
      this.emit('ready');
    } catch (error) {
      this.#asked = false;
      const message = error instanceof Error ? error.message : String(error);
      this.notify({
        id: 'figures',
        kind: 'error',
        text: () => this.t.loadFailed(message),
        actions: [{ label: () => this.shared.notices.retry, run: () => this.settingsChanged() }],
      });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#turn++;
  }

  // ---- On this machine

  override play(): void {
    if (this.runState === 'complete') this.mine = [];
    else if (this.runState !== 'ready' && this.runState !== 'paused') return;
    void this.#measure(ownWorkloads.length);
  }

  override pause(): void {
    if (this.runState !== 'running') return;
    this.#turn++;
    this.runState = 'paused';
  }

  override step(): void {
    if (this.runState === 'ready' || this.runState === 'paused') void this.#measure(1);
  }

  override reset(): void {
    if (this.runState === 'loading') return;
    this.#turn++;
    this.mine = [];
    this.dismiss('failed');
    this.runState = 'ready';
  }

  protected override sightChanged(sight: Sight): void {
    if (sight === 'hidden-tab') this.pause();
  }

  /** Measures so many more trainings; one that is interrupted is measured anew. */
  async #measure(count: number): Promise<void> {
    const turn = ++this.#turn;
    const goesOn = (): boolean => turn === this.#turn;
    this.runState = 'running';
    const executors: readonly Executor[] = this.backends?.webgpu.available ? ['webgpu', 'cpu'] : ['cpu'];
    try {
      for (const workload of ownWorkloads.slice(this.mine.length, this.mine.length + count)) {
        const rates: Partial<Record<Executor, number>> = {};
        for (const executor of executors) {
          const { run, end } = startRun(workload, executor);
          const rate = await stepsPerSecond(run, goesOn).finally(end);
          if (!goesOn() || rate === undefined) return;
          rates[executor] = rate;
        }
        this.mine = [...this.mine, rates];
        this.emit('step', { workload: workload.workload, variant: workload.variant, rates });
      }
      const all = this.mine.length === ownWorkloads.length;
      this.runState = all ? 'complete' : 'paused';
      if (all) this.emit('complete');
    } catch (error) {
      if (!goesOn()) return;
      this.runState = 'paused';
      this.report(error, 'measurement', (message) => this.t.failed(message));
    }
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { workload } = this.values;
    const shown =
      ownWorkloads.find((own) => own.workload === workload) ?? ownWorkloads.find((own) => own.batchSize === 512);
    return shown ? (await import('../../code/timing.ts')).timingCode(language, shown) : '';
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t, formats: f, mine, backends } = this;
    const all = ownWorkloads.length;
    return this.renderFigure(
      html`<div class="knobs">
          ${this.control('against')} ${this.control('workload')}
        </div>
        <div class="run-row">
          ${this.renderButtons({
            words: { play: t.play, resetHint: t.resetHint },
            more: t.play,
            started: mine.length > 0,
            steps: [{ label: t.step, run: () => this.step() }],
          })}
        </div>
        <div class="run-progress">
          ${progressBar(t.progress, mine.length, all)}
          <p class="small-text number" role="status">${t.done(f.integer(mine.length), f.integer(all))}</p>
        </div>`,
      html`${this.#renderSource()} ${this.#renderGroups()}
        ${mine.length ? html`<p class="small-text soft" data-here>${t.hereNote(backends?.webgpu.available ? backends.webgpu.adapter : '')}</p>` : nothing}`,
    );
  }

  #renderSource(): TemplateResult | typeof nothing {
    const { t, figures } = this;
    if (!figures) return nothing;
    const date = figures.date
      ? new Intl.DateTimeFormat(this.locale, { dateStyle: 'long' }).format(new Date(figures.date))
      : '';
    return html`<div class="source">
      <p data-adapter>${t.measured(figures.adapter, date)}</p>
      ${/swiftshader|software|llvmpipe/i.test(figures.adapter) ? html`<p class="notice warning">${t.software}</p>` : nothing}
      <p class="hint">${t.axis}</p>
    </div>`;
  }

  #renderGroups(): TemplateResult | typeof nothing {
    const { t, figures } = this;
    if (!figures) return nothing;
    const { against, workload } = this.values;
    const groups = groupsOf(figures, against).filter((group) => workload === 'all' || group.workload === workload);
    if (groups.length === 0) return html`<p class="groups soft">${t.empty}</p>`;
    const span = spanOf(groups);
    const decades = Math.round(Math.log10(span[1] / span[0]));
    return html`<div class="groups" data-bars ${variables({ '--decades': decades, '--one': placeOf(1, span) })}>
      ${groups.map((group, i) => {
        const first = groups[i - 1]?.workload !== group.workload;
        return html`${first ? html`<h3 class="workload-title">${t.workloads[group.workload] ?? group.workload}</h3>` : nothing}
          ${this.#renderGroup(group, span)}`;
      })}
    </div>`;
  }

  #renderGroup(group: Group, span: readonly [number, number]): TemplateResult {
    const { t } = this;
    const own = ownWorkloads.findIndex(
      ({ workload, variant }) => workload === group.workload && variant === group.variant,
    );
    return html`<div class="group" role="group" aria-label="${t.workloads[group.workload] ?? group.workload}, ${this.#variant(group)}">
      <h4>${this.#variant(group)} <span>${t.units[group.unit] ?? group.unit}</span></h4>
      ${group.bars.map((bar) => this.#renderBar(bar, span))} ${own >= 0 ? this.#renderMine(own) : nothing}
    </div>`;
  }

  #variant({ variant }: Group): string {
    return this.t.variants[variant] ?? variant;
  }

  #name(peer: string): string {
    const [library = '', backend = ''] = peer.split('-');
    return `${this.t.peers[library] ?? library} ${this.t.backends[backend] ?? backend}`;
  }

  #value(value: number): string {
    const { integer, significant } = this.formats;
    return value >= 1000 ? integer(value) : significant(value);
  }

  #renderBar(bar: Bar, span: readonly [number, number]): TemplateResult {
    const { t, formats: f } = this;
    const ratio = bar.ratio === undefined ? '' : f.significant(Number(bar.ratio.toPrecision(bar.ratio < 10 ? 2 : 3)));
    const place = placeOf(bar.ratio ?? 1, span);
    const one = placeOf(1, span);
    const name = this.#name(bar.peer);
    return html`<div class="bar-row ${bar.own ? 'own' : ''}">
      <span>${name}</span>
      <span class="track" role="img" aria-label=${t.bar(name, `${this.#value(bar.value)} ${t.units[bar.unit] ?? bar.unit}`, ratio)}>
        ${
          bar.ratio === undefined
            ? nothing
            : html`<span class="bar ${bar.own ? 'own' : ''}" ${variables({ '--from': Math.min(place, one), '--to': Math.max(place, one) })}></span>`
        }
      </span>
      <span class="ratio">${ratio ? t.ratio(ratio) : ''}</span>
      <span class="value">${bar.ok ? this.#value(bar.value) : html`<b class="wrong">${t.wrong}</b>`}</span>
    </div>`;
  }

  /** This machine's figures of one training, below the bars of another machine. */
  #renderMine(index: number): TemplateResult | typeof nothing {
    const { t, shared, mine } = this;
    const rates = mine[index];
    if (!rates) {
      return this.runState === 'running' && index === mine.length
        ? html`<p class="mine soft">${t.here}${shared.colon} ${t.hereMeasuring}</p>`
        : nothing;
    }
    const texts = (['webgpu', 'cpu'] as const).flatMap((executor) => {
      const rate = rates[executor];
      return rate === undefined ? [] : [html`${t.backends[executor]} <b>${this.#value(rate)}</b>`];
    });
    return html`<p class="mine" data-mine>Slope, ${t.here}${shared.colon} ${texts.map((text, i) => html`${i ? ', ' : ''}${text}`)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-peers': SlopePeers;
  }
}
